// Installs the dependencies of package-lock.json where they are missing or older than the lock file. Node's own modules
// only.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

export function installIfNeeded() {
  const stamp = path.join(root, 'node_modules', '.package-lock.json');
  const lock = path.join(root, 'package-lock.json');
  if (existsSync(stamp) && statSync(stamp).mtimeMs >= statSync(lock).mtimeMs) return;
  process.stderr.write('Đang cài các gói cần thiết (chỉ lần đầu)…\n');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // Not `npm ci`: that refuses a lock file without the optional packages of other systems, which a registry mirror may
  // lack.
  const result = spawnSync(npm, ['install', '--no-save', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (result.status === 0 && existsSync(stamp)) utimesSync(stamp, new Date(), new Date());
  if (result.status !== 0) {
    process.stderr.write('Không cài được các gói cần thiết. Kiểm tra kết nối tới kho npm rồi chạy lại.\n');
    process.exit(result.status ?? 1);
  }
}

/** Runs a program of node_modules with this Node; its exit code is returned. */
export function runTool(script, args, options = {}) {
  const result = spawnSync(process.execPath, [path.join(root, 'node_modules', script), ...args], {
    cwd: options.cwd ?? process.cwd(),
    stdio: 'inherit',
    env: { ...process.env, ...options.env },
  });
  return result.status ?? 1;
}
