import { sha256 as digest } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';

/** SHA-256 in lower-case hex, without the platform: pages that are neither https nor localhost have no Web Crypto. */
export function sha256(bytes: Uint8Array): string {
  return bytesToHex(digest(bytes));
}
