import { damaged, grouped, tooLarge } from '../../refusal';

/** One part of a packed page. */
export interface MimePart {
  /** "text/html". */ type: string;
  charset: string | null;
  /** "file:///C:/x/PL.files/sheet001.htm", "" where it has none. */ location: string;
  /** Its decoded content; pictures are never asked for it. Throws Refusal where it is damaged. */
  bytes(): Uint8Array;
}

/** Parts of a page: sheets, styles and pictures; 500 sheets with two pictures each stay below it. */
const MOST_PARTS = 2_000;
/** Longest header of a part, in characters. */
const LONGEST_HEADER = 8_192;
/** Longest boundary (RFC 2046, 5.1.1 allows 70). */
const LONGEST_BOUNDARY = 200;
const [LF, CR, BLANK, TAB, EQUALS, DASH] = [10, 13, 32, 9, 61, 45];

/**
 * Parts of a multipart message (RFC 2046, RFC 2557), or the message itself as one part. Throws Refusal where its end is
 * missing.
 */
export function mimeParts(bytes: Uint8Array): MimePart[] {
  const head = readHeader(bytes, 0);
  const boundary = boundaryOf(head.fields.get('content-type') ?? '');
  if (boundary === null) return [partOf(head.fields, bytes.subarray(head.end))];
  const mark = Uint8Array.from(`--${boundary}`, (c) => c.charCodeAt(0));
  const parts: MimePart[] = [];
  let at = markAt(bytes, mark, head.end);
  while (at >= 0) {
    const after = at + mark.length;
    if (bytes[after] === DASH && bytes[after + 1] === DASH) return parts;
    if (parts.length >= MOST_PARTS) throw tooLarge(`hơn ${grouped(MOST_PARTS)} phần`);
    const from = lineEnd(bytes, after);
    const next = markAt(bytes, mark, from);
    if (next < 0) break;
    const own = readHeader(bytes, from);
    parts.push(partOf(own.fields, bytes.subarray(own.end, Math.max(own.end, withoutBreak(bytes, next)))));
    at = next;
  }
  throw damaged('trang web đóng gói bị cụt, thiếu phần cuối');
}

function boundaryOf(type: string): string | null {
  const multipart = type.toLowerCase().indexOf('multipart/');
  const at = multipart < 0 ? -1 : type.toLowerCase().indexOf('boundary', multipart);
  const m = at < 0 ? null : /^boundary\s{0,9}=\s{0,9}(?:"([^"]+)"|([^\s;]+))/i.exec(type.slice(at));
  const found = m?.[1] ?? m?.[2] ?? '';
  return found === '' || found.length > LONGEST_BOUNDARY ? null : found;
}

/** The next mark that begins a line. */
function markAt(bytes: Uint8Array, mark: Uint8Array, from: number): number {
  let at = from === 0 || bytes[from - 1] === LF ? from : lineEnd(bytes, from);
  for (; at < bytes.length; at = lineEnd(bytes, at)) {
    if (mark.every((b, i) => bytes[at + i] === b)) return at;
  }
  return -1;
}

function lineEnd(bytes: Uint8Array, from: number): number {
  const at = bytes.indexOf(LF, from);
  return at < 0 ? bytes.length : at + 1;
}

/** Where the line break in front of `end` begins. */
function withoutBreak(bytes: Uint8Array, end: number): number {
  if (bytes[end - 1] !== LF) return end;
  return bytes[end - 2] === CR ? end - 2 : end - 1;
}

/** Fields up to the blank line; a line that begins with a blank goes on with the one before. */
function readHeader(bytes: Uint8Array, from: number): { fields: Map<string, string>; end: number } {
  const fields = new Map<string, string>();
  let at = from;
  let last = '';
  while (at < bytes.length && at - from < LONGEST_HEADER) {
    const end = lineEnd(bytes, at);
    const line = latin1(bytes.subarray(at, Math.min(withoutBreak(bytes, end), at + LONGEST_HEADER)));
    at = end;
    if (line === '') {
      if (fields.size > 0) break;
      continue;
    }
    const colon = line.indexOf(':');
    const name = colon < 0 ? '' : line.slice(0, colon);
    if (/^[\w-]+$/.test(name)) fields.set((last = name.toLowerCase()), line.slice(colon + 1).trimStart());
    else if (last !== '') fields.set(last, `${fields.get(last)!} ${line.trim()}`);
  }
  return { fields, end: at };
}

function partOf(fields: ReadonlyMap<string, string>, body: Uint8Array): MimePart {
  const type = fields.get('content-type') ?? 'text/plain';
  const encoding = (fields.get('content-transfer-encoding') ?? '').trim().toLowerCase();
  return {
    type: type.split(';')[0]!.trim().toLowerCase(),
    charset: /charset\s{0,9}=\s{0,9}"?([\w-]+)/i.exec(type)?.[1] ?? null,
    location: (fields.get('content-location') ?? '').trim(),
    bytes: () =>
      encoding === 'base64' ? base64(body) : encoding === 'quoted-printable' ? quotedPrintable(body) : body,
  };
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const SIX_BITS = Int8Array.from({ length: 256 }, (_, i) => (i < 128 ? DIGITS.indexOf(String.fromCharCode(i)) : -1));

/** RFC 2045, 6.8, straight from bytes to bytes; line breaks and blanks are passed over. */
function base64(body: Uint8Array): Uint8Array {
  const out = new Uint8Array(Math.ceil((body.length * 3) / 4));
  let [length, bits, held] = [0, 0, 0];
  let ended = false;
  for (const b of body) {
    if (b === LF || b === CR || b === BLANK || b === TAB) continue;
    if (b === EQUALS) {
      ended = true;
      continue;
    }
    const six = SIX_BITS[b]!;
    if (six < 0 || ended) throw damaged('trang web đóng gói có phần bị hỏng');
    held = ((held << 6) | six) & 0xffffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    out[length++] = (held >> bits) & 255;
  }
  return out.subarray(0, length);
}

/** RFC 2045, 6.7: "=3D", lines joined by "=" at their end, blanks before a line's end dropped. */
function quotedPrintable(body: Uint8Array): Uint8Array {
  const out = new Uint8Array(body.length);
  let length = 0;
  /** Behind the last byte of `out` that is no blank as typed. */
  let solid = 0;
  for (let at = 0; at < body.length; at++) {
    const b = body[at]!;
    const feed = b === LF || (b === CR && body[at + 1] === LF);
    if (feed) length = solid;
    if (b === EQUALS) {
      const behind = afterBlanks(body, at + 1);
      if (body[behind] === LF || (body[behind] === CR && body[behind + 1] === LF)) {
        at = body[behind] === LF ? behind : behind + 1;
        solid = length;
        continue;
      }
      const hex = hexAt(body, at + 1);
      if (hex >= 0) {
        out[length++] = hex;
        solid = length;
        at += 2;
        continue;
      }
    }
    out[length++] = b;
    if (b !== BLANK && b !== TAB) solid = length;
  }
  return out.subarray(0, length);
}

/** Behind the blanks that stand at `from`, at most as many as a line can have (RFC 2045, 6.7: 76 characters). */
function afterBlanks(body: Uint8Array, from: number): number {
  let at = from;
  while (at - from < 76 && (body[at] === BLANK || body[at] === TAB)) at++;
  return at;
}

function hexAt(body: Uint8Array, at: number): number {
  const digits = String.fromCharCode(body[at] ?? 0, body[at + 1] ?? 0);
  return /^[0-9A-Fa-f]{2}$/.test(digits) ? parseInt(digits, 16) : -1;
}

/** Every byte as the letter of its number. */
function latin1(bytes: Uint8Array): string {
  const PIECE = 8_192;
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE) text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return text;
}
