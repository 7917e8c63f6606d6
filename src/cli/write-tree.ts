import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { MadeFile } from '../app/returns/make-returns';
import { writeWhole } from './write-file';

export type ZipFiles = (files: readonly MadeFile[]) => Uint8Array;

/** Writes files below a folder, or into one zip where `out` ends with ".zip". */
export async function writeTree(out: string, files: readonly MadeFile[], zip: ZipFiles): Promise<void> {
  if (out.toLowerCase().endsWith('.zip')) {
    await writeWhole(out, zip(files));
    return;
  }
  for (const { path: name, content } of files) {
    const target = path.join(out, ...name.split('/'));
    await mkdir(path.dirname(target), { recursive: true });
    await writeWhole(target, content);
  }
}
