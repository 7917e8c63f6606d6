/**
 * npm test [-- FOLDER-OR-FILE …]: types, import rules, format, lint, the built page, then every test; with arguments
 * only the tests of what they name. What comes before the tests runs two at a time.
 *   --all   what this machine lacks (Chromium, LibreOffice) is installed, and a test of it that is skipped is a failure
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { ensureTool } from './ensure-tools';
import { root, runTool } from './run-tool';

/** Each takes one processor; more at once would only take memory (ESLint with types: 1.5 GB). */
const AT_ONCE = 2;

interface Step {
  name: string;
  /** A script of Node, by its path in the repository. */
  script: string;
  args: readonly string[];
}

const TSX = 'node_modules/tsx/dist/cli.mjs';
const TSC = 'node_modules/typescript/bin/tsc';

const CHECKS: readonly Step[] = [
  { name: 'ESLint', script: 'node_modules/eslint/bin/eslint.js', args: ['.', '--max-warnings', '0'] },
  { name: 'Kiểu dữ liệu', script: TSC, args: ['-p', 'tsconfig.json'] },
  { name: 'Kiểu dữ liệu của core và app (không DOM, không Node)', script: TSC, args: ['-p', 'tsconfig.core.json'] },
  {
    name: 'Định dạng',
    script: 'node_modules/prettier/bin/prettier.cjs',
    args: ['--check', '--log-level', 'warn', '.'],
  },
  { name: 'Luật của nhà', script: TSX, args: ['scripts/house/main.ts'] },
];
const BUILD: Step = { name: 'Dựng trang', script: TSX, args: ['scripts/serve.ts', '--build-only'] };

async function main(): Promise<number> {
  const args = process.argv.slice(2).filter((arg) => arg !== '--all');
  const all = process.argv.includes('--all');
  const chromium = ensureTool('chromium');
  const office = all ? ensureTool('libreoffice') : null;
  if (args.length === 0) {
    // The built pane is tried in a real browser where there is one.
    const failed = await runSteps(chromium ? [BUILD, ...CHECKS] : CHECKS);
    if (failed.length > 0) return fail(failed.join(', '));
    process.stderr.write('\n== Kiểm thử\n');
  }
  const env = {
    ...(chromium ? { CHROMIUM: chromium } : {}),
    ...(office ? { LIBREOFFICE: '1' } : {}),
    ...(all ? { PHULUC_ALL: '1' } : {}),
  };
  return runTool('jest/bin/jest.js', args, { cwd: root, env }) === 0 ? 0 : fail('Kiểm thử');
}

function fail(what: string): number {
  process.stderr.write(`\nKhông đạt: ${what}\n`);
  return 1;
}

/** Runs the steps, each one's words together when it is done; answers with the names of those that failed. */
async function runSteps(steps: readonly Step[]): Promise<string[]> {
  const failed: string[] = [];
  const waiting = [...steps];
  const work = async (): Promise<void> => {
    for (let step = waiting.shift(); step; step = waiting.shift()) if (!(await runStep(step))) failed.push(step.name);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return failed;
}

function runStep({ name, script, args }: Step): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(root, script), ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const words: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => words.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => words.push(chunk));
    child.on('error', (error) => words.push(Buffer.from(`${error.message}\n`)));
    child.on('close', (code) => {
      process.stderr.write(`\n== ${name}\n`);
      process.stderr.write(Buffer.concat(words));
      resolve(code === 0);
    });
  });
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
