import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const SRC = path.join(__dirname, '../../src');
/** Where the shape itself stands, and the worker's replies, in which `ok: false` is a bug and no expected failure. */
const HOMES = ['core/model/outcome.ts', 'worker/protocol.ts'];

interface Place {
  file: string;
  line: number;
  text: string;
}

/** Expected failures told in another way than by `Outcome`: by the presence of a field, or by a type of their own. */
function otherShapes(file: string, text: string): Place[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: Place[] = [];
  const add = (node: ts.Node): void => {
    const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    found.push({ file, line, text: node.getText().split('\n')[0] ?? '' });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.InKeyword) {
      if (ts.isStringLiteral(node.left) && /^(message|wrong|missing|failure|error)$/.test(node.left.text)) add(node);
    }
    if (ts.isPropertySignature(node) && node.name.getText() === 'ok' && node.type?.getText() === 'false') add(node);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

test('an expected failure has one shape', () => {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .map((f) => f.replace(/\\/g, '/'))
    .filter((f) => /\.tsx?$/.test(f) && !HOMES.includes(f));
  expect(files.length).toBeGreaterThan(300);
  expect(files.flatMap((f) => otherShapes(f, readFileSync(path.join(SRC, f), 'utf8')))).toEqual([]);
});

test.each([
  ["if ('message' in answer) return;", "'message' in answer"],
  ["const x = told && 'wrong' in told ? 1 : 2;", "'wrong' in told"],
  ["if ('missing' in found) return;", "'missing' in found"],
  ['type Read = { ok: true } | { ok: false; reason: string };', 'ok: false;'],
])('another shape is found: %s', (text, found) => {
  expect(otherShapes('a.ts', text)).toEqual([{ file: 'a.ts', line: 1, text: found }]);
});
