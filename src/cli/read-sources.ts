import { readFile, stat } from 'node:fs/promises';
import type { ArchivedFile, ArchiveExpander, UnreadFile } from '../app/ports';
import type { FoundFile } from './collect-files';

export interface SourceDeps {
  archives: ArchiveExpander;
  /** Why a file is not opened: for its size in bytes, or because the system would not (null). */
  unopened(size: number | null): UnreadFile | null;
}

/**
 * The bytes of a found file, or of each file in it where it is an archive. What cannot be opened comes as itself with
 * its refusal: one file that is locked or gone does not end the run over the others.
 */
export async function readSources({ path, file }: FoundFile, deps: SourceDeps): Promise<ArchivedFile[]> {
  const nothing = { file, bytes: new Uint8Array() };
  try {
    const refusal = deps.unopened((await stat(path)).size);
    if (refusal) return [{ ...nothing, refusal }];
    const source = { file, bytes: new Uint8Array(await readFile(path)) };
    const inside = deps.archives.expand(source);
    if (inside === null) return [source];
    return Array.isArray(inside) ? inside : [{ ...source, refusal: inside }];
  } catch (error) {
    const refusal = isFromSystem(error) ? deps.unopened(null) : null;
    if (!refusal) throw error;
    return [{ ...nothing, refusal }];
  }
}

const isFromSystem = (error: unknown): boolean => typeof error === 'object' && error !== null && 'syscall' in error;
