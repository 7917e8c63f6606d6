import { deflateSync } from 'fflate';
import { READ_LIMITS, type ReadLimits } from '../limits';
import { damaged } from '../refusal';
import { crc32 } from './crc32';
import { LOCAL_SIZE, readDirectory } from './directory';
import { u16 } from './little-endian';

/** APPNOTE 4.4.4: bit 3 says that sizes follow the data, which is no longer so; bit 11 says that names are UTF-8. */
const [SIZES_FOLLOW, UTF8_NAMES] = [1 << 3, 1 << 11];
/** 1 January 1980, the oldest date a container can hold: a fixed one, so that equal input gives equal bytes. */
const FIXED_DATE = (1 << 5) | 1;
const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50];

interface Entry {
  name: Uint8Array;
  flags: number;
  method: number;
  time: number;
  date: number;
  crc: number;
  size: number;
  packed: Uint8Array;
}

/**
 * The container with some parts replaced or added; every other entry keeps its packed bytes, its date and its place,
 * unread. Names of `changes` that are not in the container are added at its end. Throws Refusal for a container that
 * cannot be read.
 */
export function rewriteZip(
  bytes: Uint8Array,
  changes: ReadonlyMap<string, Uint8Array>,
  limits: ReadLimits = READ_LIMITS,
): Uint8Array {
  const left = new Map([...changes].map(([name, data]) => [name.toLowerCase(), { name, data }]));
  const entries: Entry[] = [];
  for (const entry of readDirectory(bytes, limits).values()) {
    const change = left.get(entry.name.toLowerCase());
    const at = entry.offset;
    const name = bytes.subarray(at + LOCAL_SIZE, at + LOCAL_SIZE + u16(bytes, at + 26));
    if (change) {
      left.delete(entry.name.toLowerCase());
      entries.push(packed(name, u16(bytes, at + 6) & UTF8_NAMES, change.data));
      continue;
    }
    const from = at + LOCAL_SIZE + u16(bytes, at + 26) + u16(bytes, at + 28);
    if (from + entry.deflatedSize > bytes.length) throw damaged('một phần của tệp nén bị cụt');
    entries.push({
      name,
      flags: u16(bytes, at + 6) & ~SIZES_FOLLOW,
      method: entry.method,
      time: u16(bytes, at + 10),
      date: u16(bytes, at + 12),
      crc: entry.crc,
      size: entry.size,
      packed: bytes.subarray(from, from + entry.deflatedSize),
    });
  }
  for (const { name, data } of left.values()) entries.push(packed(new TextEncoder().encode(name), UTF8_NAMES, data));
  return join(entries);
}

function packed(name: Uint8Array, flags: number, data: Uint8Array): Entry {
  return {
    name,
    flags,
    method: 8,
    time: 0,
    date: FIXED_DATE,
    crc: crc32(data),
    size: data.length,
    packed: deflateSync(data, { level: 6 }),
  };
}

function join(entries: readonly Entry[]): Uint8Array {
  const locals: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let at = 0;
  for (const e of entries) {
    const common: Field[] = [
      [20, 2],
      [e.flags, 2],
      [e.method, 2],
      [e.time, 2],
      [e.date, 2],
      [e.crc, 4],
      [e.packed.length, 4],
      [e.size, 4],
      [e.name.length, 2],
    ];
    const head = fields([LOCAL, 4], ...common, [0, 2]);
    central.push(fields([CENTRAL, 4], [20, 2], ...common, [0, 2], [0, 2], [0, 2], [0, 2], [0, 4], [at, 4]), e.name);
    locals.push(head, e.name, e.packed);
    at += head.length + e.name.length + e.packed.length;
  }
  const size = central.reduce((n, part) => n + part.length, 0);
  const end = fields([END, 4], [0, 2], [0, 2], [entries.length, 2], [entries.length, 2], [size, 4], [at, 4], [0, 2]);
  return concat([...locals, ...central, end]);
}

type Field = [value: number, width: 2 | 4];

function fields(...list: Field[]): Uint8Array {
  const out = new Uint8Array(list.reduce((n, [, width]) => n + width, 0));
  let at = 0;
  for (const [value, width] of list) for (let i = 0; i < width; i++) out[at++] = (value >>> (8 * i)) & 0xff;
  return out;
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((n, part) => n + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
