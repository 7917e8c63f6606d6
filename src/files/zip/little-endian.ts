/**
 * Unsigned little-endian numbers, as every field of a zip or OLE container is written. Beyond the end: NaN-free 0 bits.
 */
export function u16(b: Uint8Array, at: number): number {
  return (b[at] ?? 0) | ((b[at + 1] ?? 0) << 8);
}

export function u32(b: Uint8Array, at: number): number {
  return (u16(b, at) | (u16(b, at + 2) << 16)) >>> 0;
}

/** Exact up to 2^53; larger ones are beyond every limit anyway. */
export function u64(b: Uint8Array, at: number): number {
  return u32(b, at) + u32(b, at + 4) * 4_294_967_296;
}
