import type { ArchivedFile } from '../../app/ports';
import { receiveFile, type ReceiveDeps, type ReceiveOptions } from '../../app/receive/receive-file';
import { receiveRefused } from '../../app/receive/receive-refused';
import type { ReceivedFile } from '../../core/model/submission';
import type { FoundFile } from '../collect-files';
import { readSources, type SourceDeps } from '../read-sources';

/** One received file, and how many bytes it has. */
export interface ReadSource {
  size: number;
  received: ReceivedFile;
}

/** Reads found files and what is in archives among them, in the order given, one entry for each found file. */
export type ReadFiles = (
  found: readonly FoundFile[],
  options: ReceiveOptions,
  progress: (done: number, total: number, file: string) => void,
) => Promise<ReadSource[][]>;

/** Reads them one after the other, here. */
export function readHere(deps: ReceiveDeps & SourceDeps): ReadFiles {
  return async (found, options, progress) => {
    const all: ReadSource[][] = [];
    for (const [i, f] of found.entries()) {
      progress(i, found.length, f.file);
      const own: ReadSource[] = [];
      for (const source of await readSources(f, deps)) own.push(await readOne(source, deps, options));
      all.push(own);
    }
    progress(found.length, found.length, '');
    return all;
  };
}

/** One file, or why it was not opened. */
export async function readOne(
  { refusal, ...source }: ArchivedFile,
  deps: ReceiveDeps,
  options: ReceiveOptions,
): Promise<ReadSource> {
  const received = refusal
    ? await receiveRefused(source, refusal, deps.hasher, options)
    : await receiveFile(source, deps, options);
  return { size: source.bytes.length, received };
}
