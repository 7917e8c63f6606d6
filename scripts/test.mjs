// npm test: types, import rules, lint, the built page, then every test. What comes before the tests runs two at a time.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { installIfNeeded, root, runTool } from './install-if-needed.mjs';

/** Each takes one processor; more at once would only take memory (ESLint with types: 1.5 GB). */
const AT_ONCE = 2;

installIfNeeded();
const only = process.argv.slice(2);
if (only.length === 0) {
  const failed = await all([
    ['ESLint', 'node_modules/eslint/bin/eslint.js', ['.', '--max-warnings', '0']],
    ['Kiểu dữ liệu', 'node_modules/typescript/bin/tsc', ['-p', 'tsconfig.json']],
    // The built pane is tried in a real browser where there is one; the tests say so where they skip.
    ...(existsSync(process.env.CHROMIUM ?? '/usr/bin/chromium')
      ? [['Dựng trang cho kiểm thử trong Chromium', 'scripts/serve.mjs', ['--build-only']]]
      : []),
    [
      'Kiểu dữ liệu của core và app (không DOM, không Node)',
      'node_modules/typescript/bin/tsc',
      ['-p', 'tsconfig.core.json'],
    ],
    ['Luật import', 'node_modules/tsx/dist/cli.mjs', ['scripts/house.ts']],
  ]);
  if (failed.length > 0) end(failed.join(', '));
  process.stderr.write('\n== Kiểm thử\n');
}
if (runTool('jest/bin/jest.js', only, { cwd: root }) !== 0) end('Kiểm thử');

function end(what) {
  process.stderr.write(`\nKhông đạt: ${what}\n`);
  process.exit(1);
}

/** Runs the steps, each one's words together when it is done; answers with the names of those that failed. */
async function all(steps) {
  const failed = [];
  const waiting = [...steps];
  const worker = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) if (!(await one(...step))) failed.push(step[0]);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return failed;
}

function one(name, script, args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(root, script), ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const words = [];
    child.stdout.on('data', (chunk) => words.push(chunk));
    child.stderr.on('data', (chunk) => words.push(chunk));
    child.on('error', (error) => words.push(Buffer.from(`${error.message}\n`)));
    child.on('close', (code) => {
      process.stderr.write(`\n== ${name}\n`);
      process.stderr.write(Buffer.concat(words));
      resolve(code === 0);
    });
  });
}
