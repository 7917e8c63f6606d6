/**
 * Offsets and primes of FNV-1a for 32 bits (Fowler, Noll, Vo); the second run starts elsewhere, so that both together
 * have 64 bits.
 */
const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;
const SECOND = 0x9e3779b9;

/**
 * 16 hex digits that stand for a text: short enough to be typed, not safe against somebody who wants two texts to
 * collide.
 */
export function fingerprint(text: string): string {
  let a = OFFSET;
  let b = OFFSET ^ SECOND;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, PRIME);
    b = Math.imul(b ^ ((unit << 5) | (unit >>> 3)) ^ i, PRIME);
  }
  return hex(a) + hex(b);
}

function hex(n: number): string {
  return (n >>> 0).toString(16).padStart(8, '0');
}
