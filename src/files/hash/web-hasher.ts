import type { Hasher } from '../../app/ports';

/** SHA-256 by the platform's own Web Crypto (browser, worker, Node 20). */
export const webHasher: Hasher = {
  async sha256(bytes) {
    const digest = await globalThis.crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
    return [...new Uint8Array(digest)].map((b) => b.toString(16).padStart(2, '0')).join('');
  },
};
