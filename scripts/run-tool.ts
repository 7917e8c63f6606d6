import { spawnSync } from 'node:child_process';
import path from 'node:path';

/** The repository's root. */
export const root = path.resolve(__dirname, '..');

/** Runs a program of node_modules with this Node; answers with its exit code, 1 where it was ended by a signal. */
export function runTool(
  script: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): number {
  const result = spawnSync(process.execPath, [path.join(root, 'node_modules', script), ...args], {
    cwd: options.cwd ?? process.cwd(),
    stdio: 'inherit',
    env: { ...process.env, ...options.env },
  });
  return result.status ?? 1;
}
