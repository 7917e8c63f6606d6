import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { MadeFile } from '../app/returns/make-returns';
import { writeWhole } from './write-file';

export type ZipFiles = (files: readonly MadeFile[]) => Uint8Array;

/** A file that was there and is another: it stays, and the new one stands beside it. */
export interface KeptFile {
  kept: string;
  written: string;
}

/**
 * Writes files below a folder, or into one zip where `out` ends with ".zip". A file that is there with another content
 * may be a letter that somebody edited: it is never replaced.
 */
export async function writeTree(out: string, files: readonly MadeFile[], zip: ZipFiles): Promise<KeptFile[]> {
  if (out.toLowerCase().endsWith('.zip')) return keptOf([[out, await writeBeside(out, zip(files))]]);
  const written: [string, string][] = [];
  for (const { path: name, content } of files) {
    const target = path.join(out, ...name.split('/'));
    await mkdir(path.dirname(target), { recursive: true });
    written.push([target, await writeBeside(target, content)]);
  }
  return keptOf(written);
}

const keptOf = (written: readonly [string, string][]): KeptFile[] =>
  written.filter(([wanted, got]) => wanted !== got).map(([kept, got]) => ({ kept, written: got }));

/** Writes to the first of "Công văn.docx", "Công văn (2).docx" … that is free or holds the same already; its name. */
async function writeBeside(target: string, content: Uint8Array | string): Promise<string> {
  const { dir, name, ext } = path.parse(target);
  const bytes = Buffer.from(content);
  for (let n = 1; ; n++) {
    const at = n === 1 ? target : path.join(dir, `${name} (${n})${ext}`);
    const there = await readFile(at).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    if (there?.equals(bytes)) return at;
    if (there) continue;
    await writeWhole(at, content);
    return at;
  }
}
