import { readFile } from 'node:fs/promises';
import type { ArchivedFile, ArchiveExpander } from '../app/ports';
import type { FoundFile } from './collect-files';

/** The bytes of a found file, or of each file in it where it is an archive; an archive that cannot be opened comes as itself with its refusal. */
export async function readSources({ path, file }: FoundFile, archives: ArchiveExpander): Promise<ArchivedFile[]> {
  const source = { file, bytes: new Uint8Array(await readFile(path)) };
  const inside = archives.expand(source);
  if (inside === null) return [source];
  return Array.isArray(inside) ? inside : [{ ...source, refusal: inside }];
}
