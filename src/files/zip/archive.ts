import { Inflate, inflateSync } from 'fflate';
import { READ_LIMITS, type ReadLimits } from '../limits';
import { damaged, grouped, megabytes, Refusal, tooLarge } from '../refusal';
import { crc32 } from './crc32';
import { LOCAL_SIZE, readDirectory, type ZipEntry } from './directory';
import { u16 } from './little-endian';

/**
 * Inflates raw deflate data of which `size` bytes are expected. May return more or fewer, or throw: the caller checks.
 * It must not allocate much beyond `size`. In Node, zlib does this twice as fast as the default.
 */
export type InflateRaw = (deflated: Uint8Array, size: number) => Uint8Array;

export interface Archive {
  /** Names as stored. */
  readonly names: string[];
  has(name: string): boolean;
  /** Inflated, checked bytes of a part by name without regard to case, or null where there is none. Throws Refusal. */
  read(name: string): Uint8Array | null;
}

export interface ArchiveOptions {
  inflate?: InflateRaw;
  limits?: ReadLimits;
}

const STORED = 0;
const DEFLATED = 8;
/** Below this, even the worst stream (× 1,032) costs a third of a second, so the fast one-shot way is safe. */
const ONE_SHOT_INPUT = 256 * 1024;
const STREAM_STEP = 16 * 1024;

/** Opens a zip container for reading parts by name; every size is checked before memory is given. */
export function openArchive(bytes: Uint8Array, options: ArchiveOptions = {}): Archive {
  const limits = options.limits ?? READ_LIMITS;
  const inflate = options.inflate ?? inflateWithin;
  const entries = readDirectory(bytes, limits);
  let total = 0;
  return {
    get names() {
      return [...entries.values()].map((e) => e.name);
    },
    has: (name) => entries.has(name.toLowerCase()),
    read(name) {
      const entry = entries.get(name.toLowerCase());
      if (!entry) return null;
      checkSize(entry, limits);
      total += entry.size;
      if (total > limits.totalBytes) throw tooLarge(`nội dung sau giải nén vượt ${megabytes(limits.totalBytes)}`);
      return unpackEntry(bytes, entry, inflate);
    },
  };
}

/** Inflated bytes of one entry whose size was checked, held against size and sum of the directory. Throws Refusal. */
export function unpackEntry(bytes: Uint8Array, entry: ZipEntry, inflate: InflateRaw = inflateWithin): Uint8Array {
  const part = inflateEntry(entry, packedBytes(bytes, entry), inflate);
  if (crc32(part) !== entry.crc) throw damaged(`phần ${shortName(entry)} sai mã kiểm tra CRC-32`);
  return part;
}

/** Refuses an entry by what the directory says of it, before memory is given. */
export function checkSize(entry: ZipEntry, limits: ReadLimits): void {
  if (entry.size > limits.partBytes) {
    throw tooLarge(`phần ${shortName(entry)} sau giải nén là ${megabytes(entry.size)}`);
  }
  const ratio = entry.size / Math.max(1, entry.deflatedSize);
  if (entry.size > limits.inflateRatioGrace && ratio > limits.inflateRatio) {
    throw tooLarge(`phần ${shortName(entry)} nén ${grouped(Math.round(ratio))} lần, không giống tài liệu thường`);
  }
}

function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const at = entry.offset;
  const from = at + LOCAL_SIZE + u16(bytes, at + 26) + u16(bytes, at + 28);
  if (from + entry.deflatedSize > bytes.length) throw damaged(`phần ${shortName(entry)} bị cụt`);
  return bytes.subarray(from, from + entry.deflatedSize);
}

function inflateEntry(entry: ZipEntry, packed: Uint8Array, inflate: InflateRaw): Uint8Array {
  if (entry.method === STORED) {
    if (packed.length !== entry.size) throw sizeLie(entry);
    return packed;
  }
  if (entry.method !== DEFLATED)
    throw damaged(`phần ${shortName(entry)} nén theo kiểu ${entry.method} mà Excel không dùng`);
  if (entry.size === 0) return new Uint8Array(0);
  // Deflate grows incompressible data by 5 bytes per 64 KB at most; far more input than output is a trap.
  if (packed.length > entry.size * 1.01 + 1_024) throw sizeLie(entry);
  let part: Uint8Array;
  try {
    part = inflate(packed, entry.size);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw damaged(`phần ${shortName(entry)} không giải nén được`);
  }
  if (part.length !== entry.size) throw sizeLie(entry);
  return part;
}

function sizeLie(entry: ZipEntry): Refusal {
  return damaged(`phần ${shortName(entry)} không đúng kích thước đã ghi`);
}

function shortName(entry: ZipEntry): string {
  return entry.name.slice(0, 80);
}

/** The default inflater. One byte of slack shows a stream that is longer than declared without room for more. */
function inflateWithin(deflated: Uint8Array, size: number): Uint8Array {
  if (deflated.length <= ONE_SHOT_INPUT) return inflateSync(deflated, { out: new Uint8Array(size + 1) });
  const out = new Uint8Array(size);
  let length = 0;
  const stream = new Inflate((chunk) => {
    if (length + chunk.length > size) throw damaged('nội dung dài hơn kích thước đã ghi');
    out.set(chunk, length);
    length += chunk.length;
  });
  for (let at = 0; at < deflated.length; at += STREAM_STEP) {
    stream.push(deflated.subarray(at, at + STREAM_STEP), at + STREAM_STEP >= deflated.length);
  }
  return out.subarray(0, length);
}
