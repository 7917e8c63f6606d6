import type { InputFile } from '../app/ports';
import type { ArchivedFile, SourceFile, UnreadFile } from '../app/ports';
import { sizeRefusal } from '../files/unopened';

export type Expand = (source: SourceFile) => Promise<ArchivedFile[] | UnreadFile | null>;

/**
 * The files with each archive among them replaced by what it holds. Only files called .zip are looked into: to open the
 * others twice would cost.
 */
export async function unpackInputs(files: readonly InputFile[], expand: Expand): Promise<InputFile[]> {
  const all: InputFile[] = [];
  for (const file of files) all.push(...(/\.zip$/i.test(file.file) ? await unpackOne(file, expand) : [file]));
  return all;
}

async function unpackOne(file: InputFile, expand: Expand): Promise<InputFile[]> {
  if (sizeRefusal(file.size)) return [file];
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.bytes());
  } catch {
    return [file];
  }
  const inside = await expand({ file: file.file, bytes });
  if (inside === null) return [file];
  if (!Array.isArray(inside)) return [{ ...file, refusal: inside }];
  // Asked for a second time after a hang, and then handed over again: each time a copy.
  return inside.map((f) => ({
    file: f.file,
    size: f.bytes.length,
    bytes: async () => f.bytes.slice().buffer as ArrayBuffer,
    ...(f.refusal ? { refusal: f.refusal } : {}),
  }));
}
