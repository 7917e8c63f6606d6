import { readFileSync } from 'node:fs';
import path from 'node:path';
import { checkHouse } from '../../scripts/house/check-house';
import { COMPOSITION_ROOTS } from '../../scripts/house/layers';
import { readTree, type SourceTree } from '../../scripts/house/source-tree';

const ROOT = path.join(__dirname, '../..');
const tree = readTree(ROOT, ['src', 'test', 'scripts', 'bench']);
const manifest = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
  devDependencies: Record<string, string>;
};

const told = (files: SourceTree, packages: object = manifest): string[] =>
  checkHouse(files, packages).map(({ file, line, message }) => `${file}:${line ?? ''} ${message}`);

const asItStands = told(tree);

/** What the house says beside what it says already, with files planted in the tree; `null` takes a file away. */
function withFiles(planted: Record<string, string | null>): string[] {
  const files = new Map(tree);
  for (const [file, text] of Object.entries(planted)) {
    if (text === null) files.delete(file);
    else files.set(file, text);
  }
  return told(files).filter((problem) => !asItStands.includes(problem));
}

/** A line by which the entry of the command line reaches a planted file. */
const reaching = (...files: string[]): Record<string, string> => ({
  'src/cli/main.ts': `${tree.get('src/cli/main.ts') ?? ''}\n${files.map((f) => `import '../${f}';`).join('\n')}\n`,
});

test('the house as it stands is in order', () => expect(asItStands).toEqual([]));

describe('refused with its place and what to do instead', () => {
  test('a stage that calls another stage', () => {
    const problems = withFiles({
      ...reaching('core/recognise/x'),
      'src/core/recognise/x.ts': "import { validate } from '../validate/run';\n/** X. */\nexport const x = validate;\n",
    });
    expect(problems).toEqual([expect.stringMatching(/^src\/core\/recognise\/x\.ts:1 .*app nối các công đoạn/)]);
  });

  test('a package of Node in core, and a package that nobody declared', () => {
    const problems = withFiles({
      ...reaching('core/text/x', 'files/x'),
      'src/core/text/x.ts': "import fs from 'node:fs';\n/** X. */\nexport const x = fs;\n",
      'src/files/x.ts': "import leftPad from 'left-pad';\nexport const x = leftPad;\n",
    });
    expect(problems).toEqual([
      expect.stringContaining('"node:fs"'),
      expect.stringMatching(/src\/files\/x\.ts:1 gói "left-pad" chưa có trong package\.json/),
    ]);
  });

  test('a circle made of types alone', () => {
    const problems = withFiles({
      ...reaching('app/a'),
      'src/app/a.ts': "import type { B } from './b';\nexport interface A { b: B | null }\n",
      'src/app/b.ts': "import type { A } from './a';\nexport interface B { a: A | null }\n",
    });
    expect(problems).toEqual([
      expect.stringMatching(
        /vòng lặp import: src\/app\/a\.ts → src\/app\/b\.ts → src\/app\/a\.ts\. Đưa phần dùng chung/,
      ),
    ]);
  });

  test('a circle by an import type inside a line', () => {
    const problems = withFiles({
      ...reaching('app/a'),
      'src/app/a.ts': "export type A = import('./b').B | null;\n",
      'src/app/b.ts': "export type B = import('./a').A;\n",
    });
    expect(problems).toEqual([expect.stringContaining('vòng lặp import')]);
  });

  test('a file that nothing reaches, also where two of them hold each other', () => {
    const problems = withFiles({
      'src/core/text/one.ts': '/** One. */\nexport const one = 1;\n',
      'src/app/two.ts': "import { three } from './three';\nexport const two = three;\n",
      'src/app/three.ts': 'export const three = 3;\n',
    });
    expect(problems.sort()).toEqual([
      expect.stringMatching(/src\/app\/three\.ts: .*Dùng nó hoặc xóa nó/),
      expect.stringMatching(/src\/app\/two\.ts: /),
      expect.stringMatching(/src\/core\/text\/one\.ts: /),
    ]);
  });

  test.each(COMPOSITION_ROOTS)('the composition root %s where it is not there', (root) => {
    expect(withFiles({ [`src/${root}`]: null })).toContainEqual(expect.stringContaining(`không có src/${root}`));
  });

  test('an import of a composition root', () => {
    const problems = withFiles({
      'src/taskpane/x.ts': "import '../worker/worker';\n",
      'src/taskpane/index.tsx': `import './x';\n${tree.get('src/taskpane/index.tsx') ?? ''}`,
    });
    expect(problems).toContainEqual(expect.stringMatching(/src\/taskpane\/x\.ts:1 không ai được gọi worker\/worker/));
  });

  test('a function of 81 lines, and none of 80', () => {
    const body = (lines: number): string => `export function grown(): void {\n${'  //\n'.repeat(lines - 2)}}\n`;
    const of = (lines: number): string[] => withFiles({ ...reaching('app/x'), 'src/app/x.ts': body(lines) });
    expect(of(80)).toEqual([]);
    expect(of(81)).toEqual([expect.stringMatching(/src\/app\/x\.ts:1 hàm grown dài 81 dòng, nhiều nhất 80: tách/)]);
  });

  test('a line of 121 characters, and a file of 401 lines', () => {
    const say = (text: string): string[] => withFiles({ ...reaching('app/x'), 'src/app/x.ts': text });
    expect(say(`export const x = ${'1 + '.repeat(25)}1;\n// ${'x'.repeat(118)}\n`)).toEqual([
      expect.stringMatching(/src\/app\/x\.ts:2 dòng dài 121 ký tự, nhiều nhất 120: ngắt dòng/),
    ]);
    expect(say('//\n'.repeat(400))).toEqual([expect.stringMatching(/401 dòng, nhiều nhất 400\. .*tách ra/)]);
  });

  test('an export of core without a doc comment', () => {
    const say = (text: string): string[] => withFiles({ ...reaching('core/text/x'), 'src/core/text/x.ts': text });
    expect(say('/** One. */\nexport const x = 1;\n')).toEqual([]);
    expect(say('export const x = 1;\nexport function y(): void {}\n')).toEqual([
      expect.stringMatching(/src\/core\/text\/x\.ts:1 x chưa có chú thích/),
      expect.stringMatching(/src\/core\/text\/x\.ts:2 y chưa có chú thích/),
    ]);
  });

  test('a version that is not exact', () => {
    const loose = { ...manifest, devDependencies: { ...manifest.devDependencies, jest: '^30.5.2' } };
    expect(told(tree, loose)).toEqual([expect.stringContaining('jest "^30.5.2": ghi đúng một phiên bản')]);
  });
});
