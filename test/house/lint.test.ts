import { spawnSync } from 'node:child_process';
import path from 'node:path';

const ROOT = path.join(__dirname, '../..');

/** What ESLint says of a text as if it stood in a file of the repository (which must be there). */
function lint(file: string, text: string): string {
  const run = spawnSync(
    process.execPath,
    ['node_modules/eslint/bin/eslint.js', '--max-warnings', '0', '--stdin', '--stdin-filename', file],
    { cwd: ROOT, input: text, encoding: 'utf8' },
  );
  return run.status === 0 ? '' : run.stdout + run.stderr;
}

const SAVE = 'async function save(): Promise<void> {}\n';

test('a promise that nobody waits for is refused', () => {
  const said = lint('src/app/ports.ts', `${SAVE}export function go(): void {\n  save();\n}\n`);
  expect(said).toMatch(/3:3 +error +Promises must be awaited.*no-floating-promises/);
});

test('a promise that is given where none is expected is refused', () => {
  const said = lint('src/app/ports.ts', `${SAVE}export const go = (): void => [1].forEach(save);\n`);
  expect(said).toMatch(/no-misused-promises/);
});

test.each(['src/app/ports.ts', 'scripts/run.mjs'])('a directive that switches off nothing is refused in %s', (file) => {
  const said = lint(file, '// eslint-disable-next-line eqeqeq\nexport const x = 1;\n');
  expect(said).toMatch(/Unused eslint-disable directive/);
});
