import type { InputFile } from '../ports';
import type { MadeFile } from './make-returns';
import type { NoticeOptions } from './notice-words';
import type { SourceFile } from '../ports';
import type { NoticeRow, ReturnSet } from './notice-views';

/**
 * Why a file could not go back: it is not at hand any more, the machine does not open it, or it is not what was read.
 */
export type NotReturned = 'absent' | 'unreadable' | 'changed';

export interface Packed {
  files: MadeFile[];
  /** Agencies for which everything was made. */
  made: string[];
  /** Agencies for which nothing was made, with the files that stood in the way. */
  left: { name: string; file: string; why: NotReturned }[];
  /** Files that could carry no notes and got a list document. */
  listed: string[];
}

export interface PackJob {
  done: Promise<Packed | 'cancelled'>;
  cancel(): void;
}

interface Work {
  delivery: { returnSet(arg: { key: string; letter: NoticeOptions; sources: SourceFile[] }): Promise<ReturnSet> };
  letter: NoticeOptions;
  /** A received file as it was chosen; its bytes are asked for when its turn comes. */
  input(file: string): InputFile | undefined;
  /** `name` is at work; `done` of `total` are behind. */
  progress(done: number, total: number, name: string): void;
}

/**
 * Makes what goes back to each agency, one after the other, so that no more than one agency's files are in memory as
 * received.
 */
export function packReturns(rows: readonly NoticeRow[], work: Work): PackJob {
  let cancelled = false;
  const pack = async (): Promise<Packed | 'cancelled'> => {
    const packed: Packed = { files: [], made: [], left: [], listed: [] };
    for (const [i, row] of rows.entries()) {
      if (cancelled) return 'cancelled';
      work.progress(i, rows.length, row.name);
      await packOne(row, work, packed);
    }
    return cancelled ? 'cancelled' : packed;
  };
  // Not before the caller holds the job: it may stop it with the first word of progress.
  return {
    done: Promise.resolve().then(pack),
    cancel: () => {
      cancelled = true;
    },
  };
}

async function packOne(row: NoticeRow, { delivery, letter, input }: Work, packed: Packed): Promise<void> {
  const sources: SourceFile[] = [];
  for (const file of row.sources) {
    const found = input(file);
    const bytes = await found?.bytes().then(
      (b) => new Uint8Array(b),
      () => null,
    );
    if (bytes) sources.push({ file, bytes });
    else packed.left.push({ name: row.name, file, why: found ? 'unreadable' : 'absent' });
  }
  if (sources.length < row.sources.length) return;
  const set = await delivery.returnSet({ key: row.key, letter, sources });
  if (!set.ok) {
    for (const file of set.changed) packed.left.push({ name: row.name, file, why: 'changed' });
    return;
  }
  packed.made.push(row.name);
  packed.files.push(...set.files);
  packed.listed.push(...set.listed);
}
