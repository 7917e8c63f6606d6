import { spawnSync } from 'node:child_process';
import path from 'node:path';

const ROOT = path.join(__dirname, '../..');

const SAVE = 'async function save(): Promise<void> {}\n';
const FOR_NOTHING = '// eslint-disable-next-line eqeqeq\nexport const x = 1;\n';
/** Texts as if they stood in files of the repository (which must be there). */
const TEXTS = [
  { filePath: 'src/app/ports.ts', text: `${SAVE}export function go(): void {\n  save();\n}\n` },
  { filePath: 'src/app/ports.ts', text: `${SAVE}export const go = (): void => [1].forEach(save);\n` },
  { filePath: 'src/app/ports.ts', text: FOR_NOTHING },
  { filePath: 'scripts/run.mjs', text: FOR_NOTHING },
  { filePath: 'src/app/ports.ts', text: `${SAVE}export const go = async (): Promise<void> => save();\n` },
] as const;

/** One process for all: each would read the types of the whole program anew. */
const PROGRAM = `
  const { ESLint } = require('eslint');
  const eslint = new ESLint();
  (async () => {
    const said = [];
    for (const { text, filePath } of JSON.parse(process.argv[1])) {
      const [result] = await eslint.lintText(text, { filePath });
      said.push(result.messages.map((m) => m.line + ':' + m.column + ' ' + m.severity + ' ' + m.message + ' ' + m.ruleId));
    }
    process.stdout.write(JSON.stringify(said));
  })();`;

const said: string[][] = [];

beforeAll(() => {
  const run = spawnSync(process.execPath, ['-e', PROGRAM, JSON.stringify(TEXTS)], { cwd: ROOT, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  said.push(...(JSON.parse(run.stdout) as string[][]));
});

test('a promise that nobody waits for is refused', () => {
  expect(said[0]).toEqual([expect.stringMatching(/^3:3 2 Promises must be awaited.*no-floating-promises$/)]);
});

test('a promise that is given where none is expected is refused', () => {
  expect(said[1]).toEqual([expect.stringMatching(/no-misused-promises$/)]);
});

test.each([2, 3])('a directive that switches off nothing is refused: text %d', (at) => {
  expect(said[at]).toEqual([expect.stringMatching(/Unused eslint-disable directive/)]);
});

test('a promise that is returned passes', () => {
  expect(said[4]).toEqual([]);
});
