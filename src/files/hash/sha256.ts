/**
 * FIPS 180-4: the first 32 bits of the fractional parts of the cube roots of the first 64 primes, and of the square
 * roots of the first 8.
 */
const { K, START } = constants();

function constants(): { K: Uint32Array; START: Uint32Array } {
  const fraction = (x: number): number => Math.floor((x - Math.floor(x)) * 2 ** 32) >>> 0;
  const primes: number[] = [];
  for (let n = 2; primes.length < 64; n++) if (primes.every((p) => n % p !== 0)) primes.push(n);
  return {
    K: Uint32Array.from(primes, (p) => fraction(Math.cbrt(p))),
    START: Uint32Array.from(primes.slice(0, 8), (p) => fraction(Math.sqrt(p))),
  };
}

const rotate = (x: number, n: number): number => (x >>> n) | (x << (32 - n));

/** SHA-256 in lower-case hex, without the platform: pages that are neither https nor localhost have no Web Crypto. */
export function sha256(bytes: Uint8Array): string {
  const blocks = Math.ceil((bytes.length + 9) / 64);
  const tail = new Uint8Array((bytes.length % 64) + 9 > 64 ? 128 : 64);
  const whole = blocks * 64 - tail.length;
  tail.set(bytes.subarray(whole));
  tail[bytes.length - whole] = 0x80;
  const view = new DataView(tail.buffer);
  view.setUint32(tail.length - 8, Math.floor((bytes.length * 8) / 2 ** 32));
  view.setUint32(tail.length - 4, (bytes.length * 8) >>> 0);
  const h = START.slice();
  const w = new Uint32Array(64);
  const body = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < whole; at += 64) mix(h, w, body, at);
  for (let at = 0; at < tail.length; at += 64) mix(h, w, view, at);
  return [...h].map((x) => x.toString(16).padStart(8, '0')).join('');
}

function mix(h: Uint32Array, w: Uint32Array, view: DataView, at: number): void {
  for (let i = 0; i < 16; i++) w[i] = view.getUint32(at + i * 4);
  for (let i = 16; i < 64; i++) {
    const a = w[i - 15]!;
    const b = w[i - 2]!;
    w[i] =
      w[i - 16]! +
      (rotate(a, 7) ^ rotate(a, 18) ^ (a >>> 3)) +
      w[i - 7]! +
      (rotate(b, 17) ^ rotate(b, 19) ^ (b >>> 10));
  }
  let [a, b, c, d, e, f, g, k] = h as unknown as [number, number, number, number, number, number, number, number];
  for (let i = 0; i < 64; i++) {
    const one = (k + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + ((e & f) ^ (~e & g)) + K[i]! + w[i]!) | 0;
    const two = ((rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    k = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  [a, b, c, d, e, f, g, k].forEach((x, i) => {
    h[i] = h[i]! + x;
  });
}
