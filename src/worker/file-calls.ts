import type { Session } from '../app/session/session';
import { fileView } from '../app/results/file-view';
import type { ReceivedFile } from '../core/model/submission';
import type { FileCalls, Kept, Received } from './protocol';

/** The files of a session as they cross to the page: a view to show, and the whole as bytes to keep. */
export function fileCalls(files: Session['files']): FileCalls {
  return {
    turn: async () => null,
    expand: (source) => files.expand(source),
    receive: async (source) => pack(await files.receive(source)),
    refuse: async ({ source, refusal }) => pack(await files.refuse(source, refusal)),
    restore: async (kept) => {
      files.restore(kept.map(unpack));
      return null;
    },
  };
}

function pack(received: ReceivedFile): Received {
  return { view: fileView(received), kept: new TextEncoder().encode(JSON.stringify(received)) };
}

function unpack(kept: Kept): ReceivedFile {
  return JSON.parse(new TextDecoder().decode(kept)) as ReceivedFile;
}
