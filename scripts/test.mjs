// npm test: types, import rules, lint, then every test. Stops at the first step that fails.
import { installIfNeeded, root, runTool } from './install-if-needed.mjs';

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
for (const [name, script, args] of steps) {
  process.stderr.write(`\n== ${name}\n`);
  const code = runTool(script, args, { cwd: root });
  if (code !== 0) { process.stderr.write(`\nKhông đạt: ${name}\n`); process.exit(code); }
}
