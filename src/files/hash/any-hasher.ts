import type { Hasher } from '../../app/ports';
import { webHasher } from './web-hasher';
import { sha256 } from './sha256';

/** Web Crypto where the page may use it, else our own: a page from a plain http server inside an office may not. */
export const anyHasher: Hasher = {
  async sha256(bytes) {
    return globalThis.crypto?.subtle ? webHasher.sha256(bytes) : sha256(bytes);
  },
};
