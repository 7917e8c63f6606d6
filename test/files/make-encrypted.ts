import { createCipheriv, createHash } from 'node:crypto';
import { makeOle } from './make-ole';

const le32 = (n: number): Buffer => {
  const b = Buffer.alloc(4);
  b.writeUInt32LE(n);
  return b;
};
const hash = (name: string, ...parts: Uint8Array[]): Buffer => createHash(name).update(Buffer.concat(parts)).digest();
const padded = (data: Uint8Array, to: number): Buffer =>
  Buffer.concat([data, Buffer.alloc((to - (data.length % to)) % to)]);
const fit = (data: Buffer, length: number): Buffer =>
  Buffer.concat([data, Buffer.alloc(length, 0x36)]).subarray(0, length);

function encrypt(cipher: string, key: Buffer, iv: Buffer | null, data: Uint8Array): Buffer {
  const c = createCipheriv(cipher, key, iv).setAutoPadding(false);
  return Buffer.concat([c.update(padded(data, 16)), c.final()]);
}

function spin(name: string, salt: Buffer, password: string, rounds: number): Buffer {
  let h = hash(name, salt, Buffer.from(password, 'utf16le'));
  for (let i = 0; i < rounds; i++) h = hash(name, le32(i), h);
  return h;
}

function container(info: Buffer, packed: Uint8Array, body: Buffer): Uint8Array {
  const size = Buffer.alloc(8);
  size.writeUInt32LE(packed.length);
  return makeOle({ EncryptionInfo: info, EncryptedPackage: Buffer.concat([size, body]) });
}

/** A package encrypted as Excel 2010 and later do it (MS-OFFCRYPTO 2.3.4.10–2.3.4.15). */
export function encryptAgile(packed: Uint8Array, password: string, rounds = 1_000): Uint8Array {
  const [salt, keySalt, key, input] = [1, 2, 3, 4].map((n) => Buffer.alloc(n === 3 ? 32 : 16, n * 17));
  const base = spin('sha512', salt!, password, rounds);
  const wrap = (block: string, data: Buffer): string =>
    encrypt('aes-256-cbc', fit(hash('sha512', base, Buffer.from(block, 'hex')), 32), salt!, data).toString('base64');
  const common = (s: Buffer): string =>
    'saltSize="16" blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" ' +
    `cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512" saltValue="${s.toString('base64')}"`;
  const xml =
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<encryption ` +
    'xmlns="http://schemas.microsoft.com/office/2006/encryption" ' +
    `xmlns:p="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><keyData ${common(keySalt!)}/>` +
    ('<keyEncryptors><keyEncryptor ' +
      `uri="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><p:encryptedKey spinCount="${rounds}" ` +
      `${common(salt!)} encryptedVerifierHashInput="${wrap('fea7d2763b4b9e79', input!)}"`) +
    (` encryptedVerifierHashValue="${wrap('d7aa0f6d3061344e', hash('sha512', input!))}" ` +
      `encryptedKeyValue="${wrap('146e0be7abacd0d6', key!)}"/></keyEncryptor></keyEncryptors></encryption>`);
  const body: Buffer[] = [];
  for (let at = 0, i = 0; at < packed.length; at += 4096, i++) {
    body.push(
      encrypt('aes-256-cbc', key!, hash('sha512', keySalt!, le32(i)).subarray(0, 16), packed.subarray(at, at + 4096)),
    );
  }
  return container(
    Buffer.concat([Buffer.from([4, 0, 4, 0, 0x40, 0, 0, 0]), Buffer.from(xml.padEnd(4_096))]),
    packed,
    Buffer.concat(body),
  );
}

/** A package encrypted as Excel 2007 does it (MS-OFFCRYPTO 2.3.4.5–2.3.4.9). */
export function encryptStandard(packed: Uint8Array, password: string): Uint8Array {
  const [salt, input] = [Buffer.alloc(16, 7), Buffer.alloc(16, 9)];
  const base = hash('sha1', spin('sha1', salt, password, 50_000), le32(0));
  const half = (mask: number): Buffer =>
    hash('sha1', Buffer.from(Array.from({ length: 64 }, (_, i) => mask ^ (base[i] ?? 0))));
  const key = Buffer.concat([half(0x36), half(0x5c)]).subarray(0, 16);
  const ecb = (data: Uint8Array): Buffer => encrypt('aes-128-ecb', key, null, data);
  const name = Buffer.from('Microsoft Enhanced RSA and AES Cryptographic Provider\0', 'utf16le');
  const header = Buffer.concat([...[0x24, 0, 0x660e, 0x8004, 128, 0x18, 0, 0].map(le32), name]);
  const info = Buffer.concat([
    Buffer.from([4, 0, 2, 0]),
    le32(0x24),
    le32(header.length),
    header,
    le32(16),
    salt,
    ecb(input),
    le32(20),
    ecb(padded(hash('sha1', input), 32)),
  ]);
  return container(info, packed, ecb(packed));
}
