import path from 'node:path';
import ts from 'typescript';
import { lineOf, parse, type SourceTree } from './source-tree';

/** One import, export-from, import() or import type; types count like values. */
export interface Import {
  /** As written. */
  written: string;
  /** The file meant, where it is one of the tree; null for a package, a JSON file or what is not there. */
  file: string | null;
  /** The path meant without its ending, from the repository's root; null for a package. */
  place: string | null;
  line: number;
  /** Named in new URL(…), as a worker's entry is: started, not imported. */
  started: boolean;
}

/** Every import of a file, in the order of the text. */
export function importsOf(tree: SourceTree, file: string): Import[] {
  const source = parse(file, tree.get(file) ?? '');
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, node: ts.Node, started = false): void => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return;
    const written = specifier.text;
    const place = written.startsWith('.') ? path.posix.join(path.posix.dirname(file), written) : null;
    found.push({
      written,
      place: place?.replace(/\.(tsx?|json|mjs|cjs|js)$/, '') ?? null,
      file: place === null ? null : fileAt(tree, place),
      line: lineOf(source, node),
      started,
    });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) add(node.moduleSpecifier, node);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, node);
    else if (ts.isCallExpression(node) && isLoading(node)) add(node.arguments[0], node);
    else if (ts.isNewExpression(node) && node.expression.getText(source) === 'URL')
      add(node.arguments?.[0], node, true);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** import(…), require(…), require.resolve(…). */
function isLoading(call: ts.CallExpression): boolean {
  return (
    call.expression.kind === ts.SyntaxKind.ImportKeyword || /^require(\.resolve)?$/.test(call.expression.getText())
  );
}

function fileAt(tree: SourceTree, place: string): string | null {
  return ['', '.ts', '.tsx', '.mjs', '.cjs', '.js'].map((end) => place + end).find((name) => tree.has(name)) ?? null;
}
