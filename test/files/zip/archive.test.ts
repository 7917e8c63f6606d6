import { deflateSync, strToU8 } from 'fflate';
import { inflateRawSync } from 'node:zlib';
import { READ_LIMITS } from '../../../src/files/limits';
import { Refusal } from '../../../src/files/refusal';
import { openArchive } from '../../../src/files/zip/archive';
import { crc32 } from '../../../src/files/zip/crc32';
import { makeZip } from './make-zip';

const text = (s: string): Uint8Array => strToU8(s);
const a = { name: 'xl/a.xml', data: text('một hai ba '.repeat(50)) };

function refused(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof Refusal) return `${error.rule}: ${error.message}`;
    throw error;
  }
  return 'read';
}

describe('openArchive', () => {
  it('reads deflated and stored parts by name without regard to case', () => {
    const archive = openArchive(
      makeZip([a, { name: 'B.xml', data: text('x'), stored: true }, { name: 'empty', data: text('') }]),
    );
    expect(archive.read('XL/A.XML')).toEqual(a.data);
    expect(archive.read('b.xml')).toEqual(text('x'));
    expect(archive.read('empty')).toHaveLength(0);
    expect(archive.read('none')).toBeNull();
  });

  it('reads zip64, a comment at the end and bytes put in front', () => {
    expect(openArchive(makeZip([{ ...a, zip64: true }])).read(a.name)).toEqual(a.data);
    expect(openArchive(makeZip([a], { comment: 'PK\x05\x06 ghi chú' })).read(a.name)).toEqual(a.data);
    expect(openArchive(makeZip([a], { prefix: 100 })).read(a.name)).toEqual(a.data);
  });

  it('takes an inflater from outside and checks what it gives', () => {
    const inflate = (deflated: Uint8Array, size: number): Uint8Array =>
      inflateRawSync(deflated, { maxOutputLength: Math.max(64, size) });
    expect(openArchive(makeZip([a]), { inflate }).read(a.name)).toEqual(text('một hai ba '.repeat(50)));
    expect(refused(() => openArchive(makeZip([a]), { inflate: () => new Uint8Array(3) }).read(a.name))).toMatch(
      /kích thước/,
    );
  });

  it('refuses two entries of one name, in whatever case or slashes', () => {
    expect(refused(() => openArchive(makeZip([a, { name: 'XL\\a.XML', data: text('khác') }])))).toMatch(
      /^file-unreadable: .*hai bản/,
    );
  });

  it('leaves out names that climb out of the container', () => {
    const names = ['../a', 'x/../../a', 'C:/a', 'C:\\a', '..\\a', 'folder/'];
    expect(
      openArchive(makeZip([...names.map((name) => ({ name, data: text('x') })), { name: '/xl/b', data: text('y') }]))
        .names,
    ).toEqual(['xl/b']);
  });

  it.each([
    ['declared too small', { size: 100 }],
    ['declared too large', { size: 5_000 }],
    ['wrong sum', { crc: 1 }],
  ])('refuses a part with its size or sum %s', (_, lie) => {
    expect(refused(() => openArchive(makeZip([{ ...a, ...lie }])).read(a.name))).toMatch(/^file-unreadable/);
  });

  it('refuses sizes beyond the limits before giving memory', () => {
    for (const size of [0xfffffff0, READ_LIMITS.partBytes + 1]) {
      expect(refused(() => openArchive(makeZip([{ ...a, size }])).read(a.name))).toMatch(/^file-too-large/);
    }
    expect(refused(() => openArchive(makeZip([{ ...a, size: 100_000_000 }])).read(a.name))).toMatch(
      /^file-too-large: .*nén/,
    );
    const limits = { ...READ_LIMITS, totalBytes: 1_000 };
    const archive = openArchive(makeZip([a, { ...a, name: 'b' }]), { limits });
    expect(archive.read(a.name)).toHaveLength(a.data.length);
    expect(refused(() => archive.read('b'))).toMatch(/^file-too-large/);
  });

  it('refuses a part whose two names differ', () => {
    const bytes = makeZip([a]);
    bytes[30]! ^= 1;
    expect(refused(() => openArchive(bytes))).toMatch(/^file-unreadable: .*danh mục/);
  });

  it('refuses too many entries, and those with a password', () => {
    const limits = { ...READ_LIMITS, zipEntries: 1 };
    expect(refused(() => openArchive(makeZip([a, { ...a, name: 'b' }]), { limits }))).toMatch(/^file-too-large/);
    expect(refused(() => openArchive(makeZip([{ ...a, flags: 1 }])))).toMatch(/^file-encrypted/);
  });

  it('ends a long stream as soon as it is longer than declared', () => {
    let seed = 1;
    const noise = Uint8Array.from({ length: 400_000 }, () => (seed = (seed * 48_271) % 2_147_483_647) >>> 8);
    const data = new Uint8Array(40_000_000);
    data.set(noise);
    const packed = deflateSync(data);
    expect(packed.length).toBeGreaterThan(256 * 1024);
    expect(refused(() => openArchive(makeZip([{ name: 'a', data, size: 420_000 }])).read('a'))).toMatch(
      /^file-unreadable/,
    );
    expect(openArchive(makeZip([{ name: 'a', data: noise }])).read('a')).toEqual(noise);
  });
});

describe('crc32', () => {
  it('gives the check value of the standard and copes with every length', () => {
    expect(crc32(text('123456789'))).toBe(0xcbf43926);
    expect(crc32(new Uint8Array(0))).toBe(0);
    const bytes = Uint8Array.from({ length: 40 }, (_, i) => i * 7);
    const slow = (b: Uint8Array): number => {
      let c = 0xffffffff;
      for (const x of b) {
        c ^= x;
        for (let k = 0; k < 8; k++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
      }
      return (c ^ 0xffffffff) >>> 0;
    };
    for (let n = 0; n <= 40; n++) expect(crc32(bytes.subarray(0, n))).toBe(slow(bytes.subarray(0, n)));
  });
});
