import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { root, runTool } from './run-tool';

/** Where the built page lies. */
export const web = path.join(root, 'dist', 'web');

/** What the page is made of; the tests and documents are not. */
const SOURCES = ['src', 'samples/khanh-hoa-2020', 'scripts/webpack', 'webpack.config.js', 'package-lock.json'];

function newest(file: string): number {
  const stat = statSync(file);
  return stat.isDirectory()
    ? Math.max(0, ...readdirSync(file).map((name) => newest(path.join(file, name))))
    : stat.mtimeMs;
}

/** Whether dist/web is missing or older than what it is made of. */
export function isStale(): boolean {
  const built = ['index.html', 'phu-luc.html'].map((name) => path.join(web, name));
  if (!built.every((file) => existsSync(file))) return true;
  return (
    Math.min(...built.map((file) => statSync(file).mtimeMs)) <
    Math.max(...SOURCES.map((name) => newest(path.join(root, name))))
  );
}

/** Builds dist where it is stale (or always, with `force`). Throws where the build fails. */
export function buildPage({ force = false } = {}): void {
  if (!force && !isStale()) return;
  process.stderr.write('Đang dựng trang…\n');
  if (runTool('webpack/bin/webpack.js', ['--config', 'webpack.config.js'], { cwd: root }) !== 0)
    throw new Error('Không dựng được trang (webpack)');
}
