import { XmlCursor } from '../xml/xml-cursor';
import { u16, u32 } from '../zip/little-endian';
import { decryptCbc, decryptEcb, digest, join, le32, sameBytes, utf16 } from './cipher';
import { openCompoundFile } from './compound-file';
import { STANDARD_PASSWORD } from './standard-password';
import { sha1 } from '@noble/hashes/legacy';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2';

/** Office and LibreOffice write at most 100,000 hash rounds, one to four seconds of work; more is made to cost time. */
const MOST_ROUNDS = 100_000;
const STANDARD_ROUNDS = 50_000;
const SEGMENT = 4_096;
/** Block keys (MS-OFFCRYPTO 2.3.4.13). */
const VERIFIER_INPUT = Uint8Array.of(0xfe, 0xa7, 0xd2, 0x76, 0x3b, 0x4b, 0x9e, 0x79);
const VERIFIER_VALUE = Uint8Array.of(0xd7, 0xaa, 0x0f, 0x6d, 0x30, 0x61, 0x34, 0x4e);
const KEY_VALUE = Uint8Array.of(0x14, 0x6e, 0x0b, 0xe7, 0xab, 0xac, 0xd0, 0xd6);
/** Padding of keys that are longer than a hash (MS-OFFCRYPTO 2.3.4.11). */
const PADDING = 0x36;
/** AES in the header of a standard encryption: 128, 192 and 256 bits. */
const AES = [0x660e, 0x660f, 0x6610];

/**
 * The package inside an encrypted container, where Excel's standard password or one of those given opens it; else null:
 * then a person knows the password.
 */
export async function openEncrypted(bytes: Uint8Array, passwords: readonly string[] = []): Promise<Uint8Array | null> {
  for (const password of [STANDARD_PASSWORD, ...passwords]) {
    const opened = await openWith(bytes, utf16(password));
    if (opened) return opened;
  }
  return null;
}

async function openWith(bytes: Uint8Array, secret: Uint8Array): Promise<Uint8Array | null> {
  const file = openCompoundFile(bytes);
  const info = file.stream('EncryptionInfo');
  const data = file.stream('EncryptedPackage');
  if (!info || !data || data.length < 8) return null;
  try {
    const [major, minor] = [u16(info, 0), u16(info, 2)];
    const opened =
      major === 4 && minor === 4
        ? await openAgile(info.subarray(8), data, secret)
        : minor === 2 && major >= 2 && major <= 4
          ? await openStandard(info, data, secret)
          : null;
    const size = u32(data, 0);
    return opened && size <= opened.length ? opened.subarray(0, size) : null;
  } catch {
    // Parameters that no Office writes: to an officer, one more file with a password.
    return null;
  }
}

interface KeyData {
  salt: Uint8Array;
  blockSize: number;
  keyBytes: number;
  hash: string;
  hashSize: number;
}
interface PasswordKey extends KeyData {
  rounds: number;
  verifierInput: Uint8Array;
  verifierValue: Uint8Array;
  keyValue: Uint8Array;
}

async function openAgile(xml: Uint8Array, data: Uint8Array, secret: Uint8Array): Promise<Uint8Array | null> {
  const { keyData, password } = readAgile(new TextDecoder().decode(xml));
  if (!keyData || !password || password.rounds > MOST_ROUNDS) return null;
  const base = spin(password.hash, password.salt, secret, password.rounds);
  const decrypt = async (block: Uint8Array, value: Uint8Array): Promise<Uint8Array> =>
    decryptCbc(
      fit(await digest(password.hash, join(base, block)), password.keyBytes),
      fit(password.salt, password.blockSize),
      value,
    );
  const input = await decrypt(VERIFIER_INPUT, password.verifierInput);
  const expected = await decrypt(VERIFIER_VALUE, password.verifierValue);
  const found = await digest(password.hash, input.subarray(0, password.salt.length));
  if (!sameBytes(found, expected.subarray(0, password.hashSize))) return null;
  const key = (await decrypt(KEY_VALUE, password.keyValue)).subarray(0, keyData.keyBytes);
  const parts: Uint8Array[] = [];
  for (let at = 8, i = 0; at < data.length; at += SEGMENT, i++) {
    const iv = fit(await digest(keyData.hash, join(keyData.salt, le32(i))), keyData.blockSize);
    const piece = data.subarray(at, at + SEGMENT);
    parts.push(await decryptCbc(key, iv, piece.subarray(0, piece.length - (piece.length % 16))));
  }
  return join(...parts);
}

function readAgile(xml: string): { keyData: KeyData | null; password: PasswordKey | null } {
  const cursor = new XmlCursor(xml);
  let keyData: KeyData | null = null;
  let password: PasswordKey | null = null;
  const bytes = (name: string): Uint8Array =>
    Uint8Array.from(atob(cursor.attribute(name) ?? ''), (c) => c.charCodeAt(0));
  const common = (): KeyData => ({
    salt: bytes('saltValue'),
    blockSize: Number(cursor.attribute('blockSize')),
    keyBytes: Number(cursor.attribute('keyBits')) / 8,
    hash: cursor.attribute('hashAlgorithm') ?? '',
    hashSize: Number(cursor.attribute('hashSize')),
  });
  while (cursor.next() !== 0) {
    if (cursor.is('keyData')) keyData ??= common();
    else if (cursor.is('encryptedKey') && cursor.attribute('spinCount') !== null) {
      password ??= {
        ...common(),
        rounds: Number(cursor.attribute('spinCount')),
        verifierInput: bytes('encryptedVerifierHashInput'),
        verifierValue: bytes('encryptedVerifierHashValue'),
        keyValue: bytes('encryptedKeyValue'),
      };
    }
  }
  return { keyData, password };
}

async function openStandard(info: Uint8Array, data: Uint8Array, secret: Uint8Array): Promise<Uint8Array | null> {
  const header = 12;
  const verifier = header + u32(info, 8);
  if (!AES.includes(u32(info, header + 8)) || verifier + 72 > info.length) return null;
  const keyBytes = (u32(info, header + 16) || 128) / 8;
  const salt = info.subarray(verifier + 4, verifier + 20);
  const base = await digest('SHA1', join(spin('SHA1', salt, secret, STANDARD_ROUNDS), le32(0)));
  const half = (mask: number): Promise<Uint8Array> =>
    digest(
      'SHA1',
      Uint8Array.from({ length: 64 }, (_, i) => mask ^ (base[i] ?? 0)),
    );
  const key = join(await half(0x36), await half(0x5c)).subarray(0, keyBytes);
  const input = await decryptEcb(key, info.subarray(verifier + 20, verifier + 36));
  const expected = await decryptEcb(key, info.subarray(verifier + 40, verifier + 72));
  if (!sameBytes(await digest('SHA1', input), expected.subarray(0, 20))) return null;
  const body = data.subarray(8);
  return decryptEcb(key, body.subarray(0, body.length - (body.length % 16)));
}

const HASHES: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>> = {
  SHA1: sha1,
  'SHA-1': sha1,
  SHA256: sha256,
  SHA384: sha384,
  SHA512: sha512,
};

/**
 * The password hashed again and again with a counter in front. Not by Web Crypto: each of its calls costs more than
 * the hash itself, seconds over 100,000 rounds.
 */
function spin(name: string, salt: Uint8Array, secret: Uint8Array, rounds: number): Uint8Array {
  const hash = HASHES[name];
  if (!hash) throw new Error(name);
  let h = hash(join(salt, secret));
  const buffer = new Uint8Array(4 + h.length);
  for (let i = 0; i < rounds; i++) {
    buffer[0] = i & 255;
    buffer[1] = (i >> 8) & 255;
    buffer[2] = (i >> 16) & 255;
    buffer[3] = i >>> 24;
    buffer.set(h, 4);
    h = hash(buffer);
  }
  return h;
}

function fit(bytes: Uint8Array, length: number): Uint8Array {
  const fitted = new Uint8Array(length).fill(PADDING);
  fitted.set(bytes.subarray(0, length));
  return fitted;
}
