// npm test: types, import rules, lint, then every test. Stops at the first step that fails.
import { existsSync } from 'node:fs';
import { installIfNeeded, root, runTool } from './install-if-needed.mjs';
import { build } from './serve.mjs';

installIfNeeded();
const only = process.argv.slice(2);
const steps = only.length > 0
  ? [['jest', 'jest/bin/jest.js', only]]
  : [
    ['Kiểu dữ liệu', 'typescript/bin/tsc', ['-p', 'tsconfig.json']],
    ['Kiểu dữ liệu của core và app (không DOM, không Node)', 'typescript/bin/tsc', ['-p', 'tsconfig.core.json']],
    ['Luật import', 'tsx/dist/cli.mjs', ['scripts/house.ts']],
    ['ESLint', 'eslint/bin/eslint.js', ['.', '--max-warnings', '0']],
    ['Kiểm thử', 'jest/bin/jest.js', []],
  ];
// The built pane is tried in a real browser where there is one; the tests say so where they skip.
if (only.length === 0 && existsSync(process.env.CHROMIUM ?? '/usr/bin/chromium')) {
  steps.splice(-1, 0, ['Dựng trang cho kiểm thử trong Chromium', build]);
}
for (const [name, script, args] of steps) {
  process.stderr.write(`\n== ${name}\n`);
  const code = typeof script === 'function' ? run(script) : runTool(script, args, { cwd: root });
  if (code !== 0) { process.stderr.write(`\nKhông đạt: ${name}\n`); process.exit(code); }
}

function run(step) {
  try {
    step();
    return 0;
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}
