import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const ROOT = path.join(__dirname, '../..');
const SRC = path.join(ROOT, 'src');

/** A regular expression of the product and where it stands ("src/core/text/fold.ts:22"). */
export interface Pattern {
  at: string;
  source: string;
  flags: string;
}

/** Every pattern written in src, and the places where one is put together when the program runs. */
export function allPatterns(): { written: Pattern[]; made: { at: string; text: string }[] } {
  const written: Pattern[] = [];
  const made: { at: string; text: string }[] = [];
  for (const file of filesUnder(SRC)) {
    const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
    const name = path.relative(ROOT, file).replace(/\\/g, '/');
    const at = (node: ts.Node): string => `${name}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const end = node.text.lastIndexOf('/');
        written.push({ at: at(node), source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
      } else if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp')
        made.push({ at: at(node), text: node.getText().replace(/\s+/g, ' ') });
      ts.forEachChild(node, visit);
    };
    visit(tree);
  }
  return { written, made };
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const full = path.join(folder, name);
      return statSync(full).isDirectory() ? filesUnder(full) : /\.tsx?$/.test(name) ? [full] : [];
    });
}
