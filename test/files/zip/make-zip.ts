import { deflateRawSync } from 'node:zlib';
import { crc32 } from '../../../src/files/zip/crc32';

/** One entry as written, so that a test can lie about any of it. */
export interface RawEntry {
  name: string;
  data: Uint8Array;
  stored?: boolean;
  /** Declared, where it differs from the truth. */
  size?: number;
  crc?: number;
  flags?: number;
  zip64?: boolean;
}

const bytes = (...fields: [number, number][]): number[] =>
  fields.flatMap(([value, width]) => Array.from({ length: width }, (_, i) => Math.floor(value / 2 ** (8 * i)) % 256));

/** A container made field by field (APPNOTE 4.3). */
export function makeZip(entries: RawEntry[], options: { prefix?: number; comment?: string } = {}): Uint8Array {
  const out: number[] = new Array<number>(options.prefix ?? 0).fill(32);
  const central: number[] = [];
  for (const e of entries) {
    const name = [...new TextEncoder().encode(e.name)];
    const packed = e.stored ? e.data : deflateRawSync(e.data);
    const at = out.length - (options.prefix ?? 0);
    const size = e.size ?? e.data.length;
    const common: [number, number][] = [
      [20, 2],
      [e.flags ?? 0, 2],
      [e.stored ? 0 : 8, 2],
      [0, 4],
      [e.crc ?? crc32(e.data), 4],
    ];
    out.push(...bytes([0x04034b50, 4], ...common, [packed.length, 4], [size, 4], [name.length, 2], [0, 2]), ...name);
    for (const b of packed) out.push(b);
    const extra = e.zip64 ? bytes([1, 2], [24, 2], [size, 8], [packed.length, 8], [at, 8]) : [];
    const sizes: [number, number][] = e.zip64
      ? [
          [0xffffffff, 4],
          [0xffffffff, 4],
        ]
      : [
          [packed.length, 4],
          [size, 4],
        ];
    central.push(
      ...bytes(
        [0x02014b50, 4],
        [20, 2],
        ...common,
        ...sizes,
        [name.length, 2],
        [extra.length, 2],
        [0, 2],
        [0, 2],
        [0, 2],
        [0, 4],
        [e.zip64 ? 0xffffffff : at, 4],
      ),
      ...name,
      ...extra,
    );
  }
  const start = out.length - (options.prefix ?? 0);
  for (const b of central) out.push(b);
  const comment = [...new TextEncoder().encode(options.comment ?? '')];
  if (entries.some((e) => e.zip64)) {
    const at = out.length;
    out.push(
      ...bytes(
        [0x06064b50, 4],
        [44, 8],
        [45, 2],
        [45, 2],
        [0, 4],
        [0, 4],
        [entries.length, 8],
        [entries.length, 8],
        [central.length, 8],
        [start, 8],
      ),
    );
    out.push(...bytes([0x07064b50, 4], [0, 4], [at, 8], [1, 4]));
    out.push(
      ...bytes(
        [0x06054b50, 4],
        [0, 2],
        [0, 2],
        [0xffff, 2],
        [0xffff, 2],
        [0xffffffff, 4],
        [0xffffffff, 4],
        [comment.length, 2],
      ),
      ...comment,
    );
  } else {
    out.push(
      ...bytes(
        [0x06054b50, 4],
        [0, 2],
        [0, 2],
        [entries.length, 2],
        [entries.length, 2],
        [central.length, 4],
        [start, 4],
        [comment.length, 2],
      ),
      ...comment,
    );
  }
  return Uint8Array.from(out);
}
