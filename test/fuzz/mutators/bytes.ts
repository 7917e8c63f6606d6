import type { Rng } from '../../mess/rng';

const EXTREMES = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff];

/**
 * Bits flipped, pieces copied over, cut out, doubled or cut off, and numbers of two or four bytes set to their ends.
 */
export function mutateBytes(bytes: Uint8Array, rng: Rng, other: Uint8Array = bytes): Uint8Array {
  if (bytes.length === 0) return Uint8Array.from([rng.int(0, 255)]);
  const out = bytes.slice();
  const at = rng.int(0, out.length - 1);
  const length = rng.int(1, Math.max(1, Math.min(rng.chance(0.8) ? 64 : out.length, out.length - at)));
  switch (rng.int(0, 6)) {
    case 0:
      for (let n = rng.int(1, 16); n > 0; n--) out[rng.int(0, out.length - 1)]! ^= 1 << rng.int(0, 7);
      return out;
    case 1:
      return out.subarray(0, at);
    case 2:
      return joined(out.subarray(0, at), out.subarray(at + length));
    case 3:
      return joined(out.subarray(0, at + length), out.subarray(at, at + length), out.subarray(at + length));
    case 4: {
      const from = rng.int(0, Math.max(0, other.length - length));
      out.set(other.subarray(from, from + length), at);
      return out;
    }
    case 5:
      out.fill(rng.pick([0, 0xff, 0x20, 0x3c]), at, at + length);
      return out;
    default: {
      const value = rng.pick(EXTREMES);
      for (let i = 0; i < rng.pick([2, 4]) && at + i < out.length; i++) out[at + i] = (value >>> (8 * i)) & 255;
      return out;
    }
  }
}

export function joined(...parts: Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((n, p) => n + p.length, 0));
  let at = 0;
  for (const p of parts) {
    out.set(p, at);
    at += p.length;
  }
  return out;
}
