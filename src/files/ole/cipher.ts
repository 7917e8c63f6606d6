const BLOCK = 16;
const HASHES: Readonly<Record<string, string>> = {
  SHA1: 'SHA-1',
  'SHA-1': 'SHA-1',
  SHA256: 'SHA-256',
  SHA384: 'SHA-384',
  SHA512: 'SHA-512',
};

/** Hash of the bytes; `name` as Office writes it ("SHA512"). Throws for one that Web Crypto does not have. */
export async function digest(name: string, bytes: Uint8Array): Promise<Uint8Array> {
  const hash = HASHES[name];
  if (!hash) throw new Error(name);
  return new Uint8Array(await crypto.subtle.digest(hash, own(bytes)));
}

/** AES-CBC without padding. Web Crypto insists on a padding, so an encrypted one is put behind the data first. */
export async function decryptCbc(key: Uint8Array, iv: Uint8Array, data: Uint8Array): Promise<Uint8Array> {
  if (data.length === 0) return new Uint8Array(0);
  const imported = await crypto.subtle.importKey('raw', own(key), 'AES-CBC', false, ['encrypt', 'decrypt']);
  const last = data.subarray(data.length - BLOCK);
  const padding = new Uint8Array(
    await crypto.subtle.encrypt({ name: 'AES-CBC', iv: own(last) }, imported, new Uint8Array(0)),
  );
  return new Uint8Array(
    await crypto.subtle.decrypt({ name: 'AES-CBC', iv: own(iv) }, imported, own(join(data, padding))),
  );
}

/** AES-ECB, which Web Crypto does not have: CBC whose chaining is taken off again. */
export async function decryptEcb(key: Uint8Array, data: Uint8Array): Promise<Uint8Array> {
  const plain = await decryptCbc(key, new Uint8Array(BLOCK), data);
  for (let i = BLOCK; i < plain.length; i++) plain[i]! ^= data[i - BLOCK]!;
  return plain;
}

export function join(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((n, p) => n + p.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export function le32(n: number): Uint8Array {
  return Uint8Array.of(n & 255, (n >> 8) & 255, (n >> 16) & 255, n >>> 24);
}

export function utf16(text: string): Uint8Array {
  return Uint8Array.from({ length: 2 * text.length }, (_, i) =>
    i % 2 ? text.charCodeAt(i >> 1) >> 8 : text.charCodeAt(i >> 1) & 255,
  );
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((v, i) => v === b[i]);
}

/** The bytes in a buffer that is theirs alone, as Web Crypto's types ask for. */
function own(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}
