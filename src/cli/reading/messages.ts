import type { ArchivedFile } from '../../app/ports';
import type { ReceiveOptions } from '../../app/receive/receive-file';
import type { FoundFile } from '../collect-files';
import type { ReadSource } from './read-files';

/** What a reading thread is given at its start; it has the templates itself. */
export type ThreadOptions = Omit<ReceiveOptions, 'templates'>;

/** A file on the disk, which may turn out to be an archive, or one taken out of an archive. */
export type ReadTask = { kind: 'found'; found: FoundFile } | { kind: 'source'; source: ArchivedFile };

/** What a task came to. The files of an archive come back unread: each has a deadline of its own. */
export type TaskReply =
  | { kind: 'ready' }
  | { kind: 'read'; read: ReadSource }
  | { kind: 'archive'; sources: ArchivedFile[] }
  | { kind: 'broken'; error: string };

/** Marks the data of a reading thread, by which the program knows that it was started as one. */
export const READING_THREAD = 'phuluc-reading';

export interface ThreadData {
  role: typeof READING_THREAD;
  options: ThreadOptions;
}

export function isThreadData(data: unknown): data is ThreadData {
  return typeof data === 'object' && data !== null && 'role' in data && data.role === READING_THREAD;
}
