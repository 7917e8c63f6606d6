import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** Texts of source files by their path from the repository's root, with forward slashes. */
export type SourceTree = ReadonlyMap<string, string>;

/** Something the house refuses; `line` counts from 1 and is absent where the whole file is meant. */
export interface Problem {
  file: string;
  line?: number;
  /** What is wrong and what to do instead. */
  message: string;
}

const SOURCE = /\.(tsx?|mjs|cjs|js)$/;

/** The source files under the folders named, as they lie on disk. */
export function readTree(root: string, folders: readonly string[]): SourceTree {
  const found = new Map<string, string>();
  const visit = (name: string): void => {
    const full = path.join(root, name);
    if (statSync(full).isDirectory()) for (const inside of readdirSync(full).sort()) visit(`${name}/${inside}`);
    else if (SOURCE.test(name)) found.set(name, readFileSync(full, 'utf8'));
  };
  for (const folder of folders) visit(folder);
  return found;
}

const parsed = new Map<string, { text: string; source: ts.SourceFile }>();

/** A file's syntax tree; parsed once for one text. */
export function parse(file: string, text: string): ts.SourceFile {
  const known = parsed.get(file);
  if (known?.text === text) return known.source;
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  parsed.set(file, { text, source });
  return source;
}

/** The line a node begins in, from 1. */
export function lineOf(source: ts.SourceFile, node: ts.Node): number {
  return source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
}
