import type { ReadLimits } from '../limits';
import { damaged, encrypted, grouped, tooLarge } from '../refusal';
import { u16, u32, u64 } from './little-endian';

/** One entry as the central directory describes it. */
export interface ZipEntry {
  /** As stored, with forward slashes. */
  name: string;
  /** Where its local header begins. */
  offset: number;
  deflatedSize: number;
  size: number;
  crc: number;
  /** 0 stored, 8 deflated. */
  method: number;
}

/** Signatures and fixed sizes of APPNOTE 6.3.10, 4.3.6–4.3.16. */
const CENTRAL = 0x02014b50;
export const LOCAL = 0x04034b50;
export const LOCAL_SIZE = 30;
const END = 0x06054b50;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
/** Of the general purpose bits: the data is encrypted. */
export const ENCRYPTED_FLAG = 1;

const decoder = new TextDecoder();

interface DirectoryPlace {
  count: number;
  offset: number;
  shift: number;
}

/** One line of the central directory before anything is held against it. */
export interface RawEntry {
  /** The name's bytes as stored. */
  stored: Uint8Array;
  /** General purpose bits (APPNOTE 4.4.4). */
  flags: number;
  extra: Uint8Array;
  /** `name` is what UTF-8 makes of the bytes. */
  entry: ZipEntry;
}

/**
 * Every line of the central directory in its order, whatever its name. Throws Refusal where the directory is damaged.
 */
export function readRawEntries(bytes: Uint8Array, limits: ReadLimits): RawEntry[] {
  const place = findDirectory(bytes);
  if (place.count > limits.zipEntries) throw tooLarge(`tệp nén có ${grouped(place.count)} mục`);
  const list: RawEntry[] = [];
  let at = place.offset + place.shift;
  for (let i = 0; i < place.count; i++) {
    if (at + 46 > bytes.length || u32(bytes, at) !== CENTRAL) throw damaged('danh mục của tệp nén không đầy đủ');
    const nameEnd = at + 46 + u16(bytes, at + 28);
    const extraEnd = nameEnd + u16(bytes, at + 30);
    const stored = bytes.subarray(at + 46, nameEnd);
    list.push({
      stored,
      flags: u16(bytes, at + 8),
      extra: bytes.subarray(nameEnd, extraEnd),
      entry: readEntry(bytes, at, nameEnd, extraEnd, decoder.decode(stored), place.shift),
    });
    at = extraEnd + u16(bytes, at + 32);
  }
  return list;
}

/**
 * Entries of a zip container, keyed by lower-case name (part names are compared without case: ECMA-376 part 2,
 * 6.2.2.3). Names that point outside the container are left out: nothing in a workbook can lead to them.
 */
export function readDirectory(bytes: Uint8Array, limits: ReadLimits): Map<string, ZipEntry> {
  const entries = new Map<string, ZipEntry>();
  for (const { stored, flags, entry } of readRawEntries(bytes, limits)) {
    if (flags & ENCRYPTED_FLAG) throw encrypted();
    const name = partName(entry.name);
    if (name === null) continue;
    const key = name.toLowerCase();
    if (entries.has(key)) throw damaged(`phần ${name.slice(0, 80)} có hai bản trong cùng một tệp`);
    entry.name = name;
    checkLocalName(bytes, entry.offset, stored, name);
    entries.set(key, entry);
  }
  return entries;
}

function findDirectory(bytes: Uint8Array): DirectoryPlace {
  const end = findEnd(bytes);
  let count = u16(bytes, end + 10);
  let size = u32(bytes, end + 12);
  let offset = u32(bytes, end + 16);
  let directoryEnd = end;
  const locator = end - 20;
  if (
    (count === 0xffff || size === 0xffffffff || offset === 0xffffffff) &&
    locator >= 0 &&
    u32(bytes, locator) === LOCATOR64
  ) {
    const end64 = u64(bytes, locator + 8);
    if (end64 + 56 > bytes.length || u32(bytes, end64) !== END64) throw damaged('danh mục của tệp nén không đầy đủ');
    count = u64(bytes, end64 + 32);
    size = u64(bytes, end64 + 40);
    offset = u64(bytes, end64 + 48);
    directoryEnd = end64;
  }
  if (offset + size > directoryEnd) throw damaged('danh mục của tệp nén nằm ngoài tệp');
  // Bytes put in front of the container (a mail gateway, a self-extractor) move every offset by the same amount.
  const moved = count > 0 && u32(bytes, offset) !== CENTRAL;
  return { count, offset, shift: moved ? directoryEnd - size - offset : 0 };
}

function findEnd(bytes: Uint8Array): number {
  const first = Math.max(0, bytes.length - END_SIZE - LONGEST_COMMENT);
  for (let at = bytes.length - END_SIZE; at >= first; at--) {
    if (bytes[at] === 0x50 && u32(bytes, at) === END && at + END_SIZE + u16(bytes, at + 20) <= bytes.length) return at;
  }
  throw damaged('không thấy phần cuối của tệp nén');
}

function readEntry(
  bytes: Uint8Array,
  at: number,
  nameEnd: number,
  extraEnd: number,
  name: string,
  shift: number,
): ZipEntry {
  const entry: ZipEntry = {
    name,
    method: u16(bytes, at + 10),
    crc: u32(bytes, at + 16),
    deflatedSize: u32(bytes, at + 20),
    size: u32(bytes, at + 24),
    offset: u32(bytes, at + 42),
  };
  if (entry.size === 0xffffffff || entry.deflatedSize === 0xffffffff || entry.offset === 0xffffffff) {
    readZip64(bytes, nameEnd, extraEnd, entry);
  }
  entry.offset += shift;
  return entry;
}

/** No sum covers names; the second copy of each, in front of its data, shows a name that was damaged or forged. */
export function checkLocalName(bytes: Uint8Array, local: number, stored: Uint8Array, name: string): void {
  const from = local + LOCAL_SIZE;
  const same =
    u32(bytes, local) === LOCAL &&
    u16(bytes, local + 26) === stored.length &&
    stored.every((b, i) => bytes[from + i] === b);
  if (!same) throw damaged(`phần ${name.slice(0, 80)} ghi trong danh mục khác với trong tệp`);
}

/** The zip64 field holds, in this order, only those numbers that did not fit (APPNOTE 4.5.3). */
function readZip64(bytes: Uint8Array, from: number, to: number, entry: ZipEntry): void {
  for (let at = from; at + 4 <= to; at += 4 + u16(bytes, at + 2)) {
    if (u16(bytes, at) !== 1) continue;
    let field = at + 4;
    const next = (): number => {
      field += 8;
      return u64(bytes, field - 8);
    };
    if (entry.size === 0xffffffff) entry.size = next();
    if (entry.deflatedSize === 0xffffffff) entry.deflatedSize = next();
    if (entry.offset === 0xffffffff) entry.offset = next();
    return;
  }
}

/**
 * The name with forward slashes and without a leading one, or null for folders and names that climb out of the
 * container.
 */
function partName(stored: string): string | null {
  const name = stored.replace(/\\/g, '/').replace(/^\/+/, '');
  if (name === '' || name.endsWith('/')) return null;
  if (/(^|\/)\.\.?(\/|$)/.test(name) || /^[A-Za-z]:/.test(name) || name.includes('\0')) return null;
  return name;
}
