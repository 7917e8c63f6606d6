import { createHash } from 'node:crypto';
import type { Book } from './book';
import { makeOle } from './make-ole';
import { biffRecord, xlsStream } from './make-xls';

const u16 = (...values: number[]): number[] => values.flatMap((v) => [v & 255, (v >> 8) & 255]);
const le32 = (...values: number[]): Buffer => {
  const b = Buffer.alloc(4 * values.length);
  values.forEach((v, i) => b.writeUInt32LE(v, 4 * i));
  return b;
};
const hash = (name: string, ...parts: Uint8Array[]): Buffer => createHash(name).update(Buffer.concat(parts)).digest();
const SALT = Buffer.alloc(16, 0x5a);
const INPUT = Buffer.alloc(16, 0x21);

/** RC4 from its definition; Node's own is switched off where OpenSSL is new. */
function rc4(key: Uint8Array, data: Uint8Array): Buffer {
  const s = [...Array(256).keys()];
  let j = 0;
  s.forEach((_, i) => {
    j = (j + s[i]! + key[i % key.length]!) % 256;
    [s[i], s[j]] = [s[j]!, s[i]!];
  });
  let a = 0;
  let b = 0;
  return Buffer.from(
    data.map((byte) => {
      a = (a + 1) % 256;
      b = (b + s[a]!) % 256;
      [s[a], s[b]] = [s[b]!, s[a]!];
      return byte ^ s[(s[a]! + s[b]!) % 256]!;
    }),
  );
}

type KeyOf = (block: number) => Uint8Array;
const pass = (data: Uint8Array | number[]): number[] => biffRecord(0x2f, [...data]);
const verifier = (keyOf: KeyOf, name: string): Buffer => rc4(keyOf(0), Buffer.concat([INPUT, hash(name, INPUT)]));

/** Encrypts every byte of the records that may be encrypted (MS-XLS 2.2.10). */
function encrypt(stream: Uint8Array, byte: (plain: number, at: number, size: number) => number): Uint8Array {
  const out = stream.slice();
  for (let at = 0; at + 4 <= stream.length;) {
    const type = stream[at]! | (stream[at + 1]! << 8);
    const size = stream[at + 2]! | (stream[at + 3]! << 8);
    const from = type === 0x85 ? 4 : 0;
    if (![0x809, 0x2f, 0xe1].includes(type))
      for (let i = from; i < size; i++) out[at + 4 + i] = byte(stream[at + 4 + i]!, at + 4 + i, size);
    at += 4 + size;
  }
  return out;
}

function withRc4(book: Book, filePass: number[], keyOf: KeyOf): Uint8Array {
  const streams = new Map<number, Buffer>();
  const streamOf = (block: number): Buffer => {
    let key = streams.get(block);
    if (!key) streams.set(block, (key = rc4(keyOf(block), new Uint8Array(1_024))));
    return key;
  };
  return makeOle({
    Workbook: encrypt(xlsStream(book, filePass), (plain, at) => plain ^ streamOf(Math.floor(at / 1_024))[at % 1_024]!),
  });
}

/** As Excel 97 and 2000 do it (MS-OFFCRYPTO 2.3.6). */
export function encryptBinaryRc4(book: Book, password: string): Uint8Array {
  const first = Buffer.concat([hash('md5', Buffer.from(password, 'utf16le')).subarray(0, 5), SALT]);
  const base = hash('md5', ...Array.from({ length: 16 }, () => first)).subarray(0, 5);
  const keyOf: KeyOf = (block) => hash('md5', base, le32(block));
  return withRc4(book, pass([...u16(1, 1, 1), ...SALT, ...verifier(keyOf, 'md5')]), keyOf);
}

/** As Excel XP and 2003 do it (MS-OFFCRYPTO 2.3.5). */
export function encryptCryptoApi(book: Book, password: string, bits: number): Uint8Array {
  const base = hash('sha1', SALT, Buffer.from(password, 'utf16le'));
  const keyOf: KeyOf = (block) => {
    const key = hash('sha1', base, le32(block)).subarray(0, bits / 8);
    return bits === 40 ? Buffer.concat([key, Buffer.alloc(11)]) : key;
  };
  const header = Buffer.concat([
    le32(4, 0, 0x6801, 0x8004, bits, 1, 0, 0),
    Buffer.from('Microsoft Base Cryptographic Provider v1.0\0', 'utf16le'),
  ]);
  const sealed = verifier(keyOf, 'sha1');
  const info = Buffer.concat([
    le32(4, header.length),
    header,
    le32(16),
    SALT,
    sealed.subarray(0, 16),
    le32(20),
    sealed.subarray(16),
  ]);
  return withRc4(book, pass([...u16(1, 2, 2), ...info]), keyOf);
}

/**
 * As Excel 95 does it and Excel 97 to 2003 offer it (MS-OFFCRYPTO 2.3.7.2), for the standard password: its key 0xB359
 * is worked out there.
 */
export function obfuscateXor(book: Book, verifierValue = 0x9a0a): Uint8Array {
  const key = 0xb359;
  const letters = [...'VelvetSweatshop'].map((c) => c.charCodeAt(0));
  const array = [...letters, 0xbb].map((c, i) => {
    const x = c ^ (i % 2 ? key >> 8 : key & 255);
    return (x >> 1) | ((x & 1) << 7);
  });
  return makeOle({
    Workbook: encrypt(
      xlsStream(book, pass(u16(0, key, verifierValue))),
      (plain, at, size) => (((plain << 5) | (plain >> 3)) & 255) ^ array[(at + size) % 16]!,
    ),
  });
}
