/**
 * node scripts/run.mjs [--here] FILE.ts [ARGUMENT …]: installs the dependencies of package-lock.json where they are
 * missing or older than that file, then runs a TypeScript file of this repository. The one script that runs before
 * anything is installed, so it uses Node's own modules only.
 *   --here   in the folder the person stands in, since the arguments name files there; else in the repository's root
 */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

installIfNeeded();
const args = process.argv.slice(2);
const here = args[0] === '--here';
if (here) args.shift();
const [file = '', ...rest] = args;
// npm runs scripts in the package's folder and tells the person's own folder in INIT_CWD.
const cwd = here ? (process.env['INIT_CWD'] ?? process.cwd()) : root;
const tsx = path.join(root, 'node_modules/tsx/dist/cli.mjs');
const { status } = spawnSync(process.execPath, [tsx, path.join(root, file), ...rest], { cwd, stdio: 'inherit' });
process.exitCode = status ?? 1;

function installIfNeeded() {
  const stamp = path.join(root, 'node_modules', '.package-lock.json');
  const lock = path.join(root, 'package-lock.json');
  if (existsSync(stamp) && statSync(stamp).mtimeMs >= statSync(lock).mtimeMs) return;
  process.stderr.write('Đang cài các gói cần thiết (chỉ lần đầu)…\n');
  const windows = process.platform === 'win32';
  // Not `npm ci`: that refuses a lock file without the optional packages of other systems, which a registry mirror may
  // lack.
  const result = spawnSync(windows ? 'npm.cmd' : 'npm', ['install', '--no-save', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: windows,
  });
  if (result.status === 0 && existsSync(stamp)) utimesSync(stamp, new Date(), new Date());
  if (result.status !== 0) {
    process.stderr.write('Không cài được các gói cần thiết. Kiểm tra kết nối tới kho npm rồi chạy lại.\n');
    process.exit(result.status ?? 1);
  }
}
