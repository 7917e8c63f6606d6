import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { strToU8, zipSync, type Zippable } from 'fflate';
import type { MadeFile } from '../app/make-returns';
import { writeWhole } from './write-file';

/** The oldest date that a zip can hold: equal files give equal bytes. */
const ZIP_DATE = new Date(1980, 0, 1);

/** Writes files below a folder, or into one zip where `out` ends with ".zip". */
export async function writeTree(out: string, files: readonly MadeFile[]): Promise<void> {
  if (out.toLowerCase().endsWith('.zip')) {
    const zip: Zippable = {};
    for (const { path: name, content } of files) zip[name] = [typeof content === 'string' ? strToU8(content) : content, { mtime: ZIP_DATE, level: 6 }];
    await writeWhole(out, zipSync(zip));
    return;
  }
  for (const { path: name, content } of files) {
    const target = path.join(out, ...name.split('/'));
    await mkdir(path.dirname(target), { recursive: true });
    await writeWhole(target, content);
  }
}
