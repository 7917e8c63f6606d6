import { damaged } from '../refusal';
import { u16, u32 } from '../zip/little-endian';

/** Streams of an OLE compound file by name (MS-CFB): the container of .xls and of encrypted workbooks. */
export interface CompoundFile {
  /** Bytes of the stream in the root storage with this name, or null where there is none. Throws Refusal. */
  stream(name: string): Uint8Array | null;
  /** Names in the root storage, in small letters: what kind of file it is, whatever objects are embedded in it. */
  names: ReadonlySet<string>;
}

const FREE_FROM = 0xfffffffa;
const ENTRY = 128;
const HEADER_DIFAT = 109;
const STORAGE = 1,
  STREAM = 2,
  ROOT = 5;
const NOBODY = 0xffffffff;

/** Opens a compound file; every chain is followed at most as far as the file has sectors. */
export function openCompoundFile(bytes: Uint8Array): CompoundFile {
  const sectorShift = u16(bytes, 30);
  if (bytes.length < 512 || (sectorShift !== 9 && sectorShift !== 12)) throw damaged('vỏ tệp OLE không đúng');
  const size = 1 << sectorShift;
  const sectorCount = Math.ceil(bytes.length / size);
  // Sector 0 follows the header, which fills one sector.
  const sector = (n: number): Uint8Array => {
    const at = (n + 1) * size;
    if (n >= sectorCount || at >= bytes.length) throw damaged('vỏ tệp OLE bị cụt');
    return bytes.subarray(at, at + size);
  };
  const fat = readFat(bytes, size, sectorCount, sector);
  const chain = (
    first: number,
    table: readonly number[],
    piece: (n: number) => Uint8Array,
    limit: number,
  ): Uint8Array => {
    const parts: Uint8Array[] = [];
    let length = 0;
    const seen = new Set<number>();
    for (let n = first; n < FREE_FROM && length < limit; n = table[n] ?? FREE_FROM) {
      if (seen.has(n)) throw damaged('vỏ tệp OLE có vòng lặp');
      seen.add(n);
      const part = piece(n);
      parts.push(part);
      length += part.length;
    }
    const whole = new Uint8Array(Math.min(length, limit));
    let at = 0;
    for (const part of parts) {
      whole.set(part.subarray(0, whole.length - at), at);
      at += part.length;
    }
    return whole;
  };
  const directory = chain(u32(bytes, 48), fat, sector, bytes.length);
  const root = rootEntry(directory);
  if (!root) throw damaged('vỏ tệp OLE không có thư mục gốc');
  const cutoff = u32(bytes, 56) || 4_096;
  let mini: { data: Uint8Array; fat: number[] } | null = null;
  const miniStream = (): { data: Uint8Array; fat: number[] } =>
    (mini ??= {
      data: chain(root.first, fat, sector, bytes.length),
      fat: numbers(chain(u32(bytes, 60), fat, sector, bytes.length)),
    });
  const entries = ownEntries(directory);
  return {
    names: new Set(entries.keys()),
    stream(name) {
      const entry = entries.get(name.toLowerCase());
      if (!entry || entry.type !== STREAM) return null;
      if (entry.size > bytes.length) throw damaged('vỏ tệp OLE bị cụt');
      const small = entry.size < cutoff;
      const found = !small
        ? chain(entry.first, fat, sector, entry.size)
        : chain(
            entry.first,
            miniStream().fat,
            (n) => {
              const part = miniStream().data.subarray(n * 64, n * 64 + 64);
              if (part.length === 0) throw damaged('vỏ tệp OLE bị cụt');
              return part;
            },
            entry.size,
          );
      if (found.length < entry.size) throw damaged('vỏ tệp OLE bị cụt');
      return found;
    },
  };
}

function readFat(bytes: Uint8Array, size: number, sectorCount: number, sector: (n: number) => Uint8Array): number[] {
  const places: number[] = [];
  for (let i = 0; i < HEADER_DIFAT; i++) places.push(u32(bytes, 76 + 4 * i));
  let next = u32(bytes, 68);
  const seen = new Set<number>();
  // More places than sectors: a loop, or made to cost memory.
  while (next < FREE_FROM && places.length <= sectorCount + HEADER_DIFAT) {
    if (seen.has(next)) throw damaged('vỏ tệp OLE có vòng lặp');
    seen.add(next);
    const list = numbers(sector(next));
    next = list.pop() ?? FREE_FROM;
    places.push(...list);
  }
  const fat: number[] = [];
  for (const place of places) {
    if (place >= FREE_FROM) continue;
    if (fat.length > sectorCount + size) break;
    for (const n of numbers(sector(place))) fat.push(n);
  }
  return fat;
}

function numbers(bytes: Uint8Array): number[] {
  const list: number[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) list.push(u32(bytes, at));
  return list;
}

interface Entry {
  type: number;
  first: number;
  size: number;
}

const entryAt = (directory: Uint8Array, id: number): Entry => ({
  type: directory[id * ENTRY + 66]!,
  first: u32(directory, id * ENTRY + 116),
  size: u32(directory, id * ENTRY + 120),
});

function rootEntry(directory: Uint8Array): Entry | null {
  for (let id = 0; (id + 1) * ENTRY <= directory.length; id++)
    if (directory[id * ENTRY + 66] === ROOT) return entryAt(directory, id);
  return null;
}

/**
 * Entries of the root storage by name in small letters; those of embedded objects, which have a Workbook of their own,
 * lie deeper. Entries to which no link leads count as the root's, after its own: some programs leave the links out.
 */
function ownEntries(directory: Uint8Array): Map<string, Entry> {
  const count = Math.floor(directory.length / ENTRY);
  const known = new Set<number>();
  const root = Array.from({ length: count }, (_, id) => id).find((id) => directory[id * ENTRY + 66] === ROOT) ?? 0;
  known.add(root);
  const own = siblings(directory, u32(directory, root * ENTRY + 76), count, known);
  // What lies in a storage is not the root's.
  for (const open = [...own]; open.length > 0;) {
    const id = open.pop()!;
    if (directory[id * ENTRY + 66] === STORAGE)
      open.push(...siblings(directory, u32(directory, id * ENTRY + 76), count, known));
  }
  const lost = Array.from({ length: count }, (_, id) => id).filter((id) => !known.has(id));
  const found = new Map<string, Entry>();
  for (const id of [...own, ...lost]) {
    const entry = entryAt(directory, id);
    if (entry.type !== STREAM && entry.type !== STORAGE) continue;
    const name = entryName(directory, id * ENTRY).toLowerCase();
    if (!found.has(name)) found.set(name, entry);
  }
  return found;
}

/** Places of an entry and of all beside it in the same storage; links that lead nowhere or back are left. */
function siblings(directory: Uint8Array, first: number, count: number, known: Set<number>): number[] {
  const list: number[] = [];
  for (const open = [first]; open.length > 0;) {
    const id = open.pop()!;
    if (id === NOBODY || id >= count || known.has(id)) continue;
    known.add(id);
    list.push(id);
    open.push(u32(directory, id * ENTRY + 68), u32(directory, id * ENTRY + 72));
  }
  return list;
}

function entryName(directory: Uint8Array, at: number): string {
  const length = Math.min(64, u16(directory, at + 64));
  let name = '';
  for (let i = 0; i + 2 < length; i += 2) name += String.fromCharCode(u16(directory, at + i));
  return name;
}
