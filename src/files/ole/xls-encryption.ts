import { md5, sha1 } from '@noble/hashes/legacy';
import { u16, u32 } from '../zip/little-endian';
import { join, le32, sameBytes, utf16 } from './cipher';
import { rc4Stream } from './rc4';
import { STANDARD_PASSWORD } from './standard-password';

const FILE_PASS = 0x2f,
  BOUND_SHEET = 0x85;
/**
 * A number that no record has: what is left of FILEPASS, so that the opened stream reads as one that never was
 * encrypted.
 */
const NOTHING = 0xffff;
/**
 * Records that are never encrypted (MS-XLS 2.2.10): BOF of every generation, FILEPASS and those that other programs
 * look at first.
 */
const PLAIN: ReadonlySet<number> = new Set([0x809, 0x409, 0x209, 0x09, FILE_PASS, 0x194, 0x195, 0xe1, 0x196, 0x138]);
/** RC4 starts anew with another key in every such stretch of the stream. */
const BLOCK = 1_024;
/**
 * What the standard password comes to under method 1 of XOR obfuscation (MS-OFFCRYPTO 2.3.7.1, 2.3.7.2): key, verifier
 * and array.
 */
const XOR_KEY = 0xb359,
  XOR_VERIFIER = 0x9a0a;
const XOR_ARRAY = [0x87, 0x6b, 0x9a, 0xe2, 0x1e, 0xe3, 0x05, 0x62, 0x1e, 0x69, 0x96, 0x60, 0x98, 0x6e, 0x94, 0x04];

/** Decrypts the bytes [from, to) of the stream in place; `start` and `size` are those of the whole record's data. */
type Decrypt = (stream: Uint8Array, from: number, to: number, start: number, size: number) => void;

/**
 * A workbook stream with every record readable: itself where nothing is encrypted, a decrypted copy where Excel's
 * standard password opens it, and null where only a person knows the password.
 */
export function openWorkbookStream(stream: Uint8Array, passwords: readonly string[] = []): Uint8Array | null {
  const pass = findFilePass(stream);
  if (pass === null) return stream;
  const info = stream.subarray(pass + 4, pass + 4 + u16(stream, pass + 2));
  let decrypt: Decrypt | null = null;
  for (const password of [STANDARD_PASSWORD, ...passwords]) decrypt ??= decrypterOf(info, utf16(password));
  if (!decrypt) return null;
  const opened = stream.slice();
  for (const { type, at, size } of records(stream)) {
    const data = at + 4;
    if (type === FILE_PASS) opened.set([NOTHING & 255, NOTHING >> 8], at);
    // Where a sheet begins stays readable in its entry.
    else if (!PLAIN.has(type))
      decrypt(opened, type === BOUND_SHEET ? Math.min(data + 4, data + size) : data, data + size, data, size);
  }
  return opened;
}

function* records(stream: Uint8Array): Generator<{ type: number; at: number; size: number }> {
  for (let at = 0; at + 4 <= stream.length;) {
    const size = u16(stream, at + 2);
    if (at + 4 + size > stream.length) return;
    yield { type: u16(stream, at), at, size };
    at += 4 + size;
  }
}

/** FILEPASS stands among the first records, before anything that is encrypted. */
function findFilePass(stream: Uint8Array): number | null {
  for (const { type, at } of records(stream)) {
    if (type === FILE_PASS) return at;
    if (!PLAIN.has(type) && type !== 0x86) return null;
  }
  return null;
}

function decrypterOf(pass: Uint8Array, secret: Uint8Array): Decrypt | null {
  // Excel 5 and 95 know only one kind and do not name it.
  if (pass.length === 4) return xorDecrypter(u16(pass, 0), u16(pass, 2));
  if (pass.length < 6) return null;
  if (u16(pass, 0) === 0) return xorDecrypter(u16(pass, 2), u16(pass, 4));
  const [major, minor] = [u16(pass, 2), u16(pass, 4)];
  if (major === 1 && minor === 1) return binaryRc4(pass.subarray(6), secret);
  return major >= 2 && major <= 4 && minor === 2 ? cryptoApiRc4(pass.subarray(6), secret) : null;
}

function xorDecrypter(key: number, verifier: number): Decrypt | null {
  if (key !== XOR_KEY || verifier !== XOR_VERIFIER) return null;
  return (stream, from, to, start, size) => {
    for (let at = from; at < to; at++) {
      const b = stream[at]! ^ XOR_ARRAY[(at + size) & 15]!;
      stream[at] = ((b << 3) | (b >> 5)) & 255;
    }
  };
}

/** Office 97 and 2000: MD5 and keys of 40 bits (MS-OFFCRYPTO 2.3.6). */
function binaryRc4(info: Uint8Array, secret: Uint8Array): Decrypt | null {
  if (info.length < 48) return null;
  const once = join(md5(secret).subarray(0, 5), info.subarray(0, 16));
  const base = md5(join(...Array.from({ length: 16 }, () => once))).subarray(0, 5);
  const keyOf = (block: number): Uint8Array => md5(join(base, le32(block)));
  return verified(keyOf, info.subarray(16, 32), info.subarray(32, 48), md5) ? rc4Decrypter(keyOf) : null;
}

/** Office XP and 2003: SHA-1 and keys of 40 to 128 bits (MS-OFFCRYPTO 2.3.5). */
function cryptoApiRc4(info: Uint8Array, secret: Uint8Array): Decrypt | null {
  const header = 8;
  const verifier = header + u32(info, 4);
  if (verifier + 60 > info.length) return null;
  const RC4 = 0x6801;
  if (u32(info, header + 8) !== RC4 || u32(info, verifier) !== 16) return null;
  const bits = u32(info, header + 16) || 40;
  if (bits < 40 || bits > 128 || bits % 8 !== 0) return null;
  const base = sha1(join(info.subarray(verifier + 4, verifier + 20), secret));
  const keyOf = (block: number): Uint8Array => {
    const key = sha1(join(base, le32(block))).subarray(0, bits / 8);
    // Short keys are filled up with zeros to 128 bits (MS-OFFCRYPTO 2.3.5.2).
    return bits === 40 ? join(key, new Uint8Array(11)) : key;
  };
  return verified(keyOf, info.subarray(verifier + 20, verifier + 36), info.subarray(verifier + 40, verifier + 60), sha1)
    ? rc4Decrypter(keyOf)
    : null;
}

/** Whether the password fits: a random text and its hash are encrypted in one go. */
function verified(
  keyOf: (block: number) => Uint8Array,
  input: Uint8Array,
  expected: Uint8Array,
  hash: (data: Uint8Array) => Uint8Array,
): boolean {
  const plain = rc4Stream(keyOf(0), input.length + expected.length);
  join(input, expected).forEach((b, i) => {
    plain[i]! ^= b;
  });
  return sameBytes(hash(plain.subarray(0, input.length)), plain.subarray(input.length));
}

function rc4Decrypter(keyOf: (block: number) => Uint8Array): Decrypt {
  let block = -1;
  let key = new Uint8Array(0);
  return (stream, from, to) => {
    for (let at = from; at < to; at++) {
      if (Math.floor(at / BLOCK) !== block) {
        block = Math.floor(at / BLOCK);
        key = Uint8Array.from(rc4Stream(keyOf(block), BLOCK));
      }
      stream[at]! ^= key[at % BLOCK]!;
    }
  };
}
