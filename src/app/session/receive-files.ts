import type { ReceivedFile } from '../../core/model/submission';
import type { ArchivedFile, SourceFile, UnreadFile } from '../ports';
import { receiveFile } from '../receive/receive-file';
import { receiveRefused } from '../receive/receive-refused';
import type { SessionDeps } from './session-deps';
import type { SessionState } from './session-state';

/** How files come into a session. */
export interface ReceiveFiles {
  /** The files of an archive; null for a file that is none. */
  expand(source: SourceFile): Promise<ArchivedFile[] | UnreadFile | null>;
  /** Reads a file and keeps what was read, under the settings of the moment. */
  receive(source: SourceFile): Promise<ReceivedFile>;
  /** Keeps a file that was not read, with the reason; its bytes, where they are at hand, still give its hash. */
  refuse(source: SourceFile, refusal: UnreadFile): Promise<ReceivedFile>;
  /** Takes back what an earlier session had received. */
  restore(files: readonly ReceivedFile[]): void;
}

export function receiveFiles(state: SessionState, { reader, hasher, expand }: SessionDeps): ReceiveFiles {
  const keep = (file: ReceivedFile): ReceivedFile => {
    state.keep([file]);
    return file;
  };
  return {
    expand,
    receive: async (source) => keep(await receiveFile(source, { reader, hasher }, state.receiveOptions())),
    refuse: async (source, refusal) => keep(await receiveRefused(source, refusal, hasher, state.receiveOptions())),
    restore: (files) => state.keep(files),
  };
}
