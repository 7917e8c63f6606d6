import type { ReceivedFile } from '../../core/model/submission';
import type { Hasher, SourceFile, UnreadFile } from '../ports';
import { NO_HASH } from './no-hash';
import { receiveFile, type ReceiveOptions } from './receive-file';

/** A file that was not read, with the reason; its bytes, where they are at hand, still give its hash. */
export function receiveRefused(
  source: SourceFile,
  refusal: UnreadFile,
  hasher: Hasher,
  options: ReceiveOptions,
): Promise<ReceivedFile> {
  const deps = {
    hasher: source.bytes.length > 0 ? hasher : { sha256: async () => NO_HASH },
    reader: { read: async () => refusal },
  };
  return receiveFile(source, deps, options);
}
