import { damaged, grouped, tooLarge } from '../../refusal';

/** One part of a packed page. */
export interface MimePart {
  /** "text/html". */
  type: string;
  charset: string | null;
  /** "file:///C:/x/PL.files/sheet001.htm", "" where it has none. */
  location: string;
  bytes: Uint8Array;
}

/** Parts of a page: sheets, styles and pictures; 500 sheets with two pictures each stay below it. */
const MOST_PARTS = 2_000;
/** Longest header of a part, in characters. */
const LONGEST_HEADER = 8_192;

/**
 * Parts of a multipart message (RFC 2046, RFC 2557), or the message itself as one part. Throws Refusal where its end is
 * missing.
 */
export function mimeParts(bytes: Uint8Array): MimePart[] {
  const source = latin1(bytes);
  const head = readHeader(source, 0);
  const boundary = /multipart\/[^]*?boundary\s*=\s*(?:"([^"]{1,200})"|([^\s;]{1,200}))/i.exec(
    head.fields.get('content-type') ?? '',
  );
  if (!boundary) return [partOf(head.fields, source.slice(head.end))];
  const mark = `--${boundary[1] ?? boundary[2]!}`;
  const parts: MimePart[] = [];
  let at = markAt(source, mark, head.end);
  while (at >= 0) {
    const after = at + mark.length;
    if (source.startsWith('--', after)) return parts;
    if (parts.length >= MOST_PARTS) throw tooLarge(`hơn ${grouped(MOST_PARTS)} phần`);
    const from = lineEnd(source, after);
    const next = markAt(source, mark, from);
    if (next < 0) break;
    const own = readHeader(source, from);
    parts.push(partOf(own.fields, source.slice(own.end, next).replace(/\r?\n$/, '')));
    at = next;
  }
  throw damaged('trang web đóng gói bị cụt, thiếu phần cuối');
}

/** The next mark that begins a line. */
function markAt(source: string, mark: string, from: number): number {
  for (let at = source.indexOf(mark, from); at >= 0; at = source.indexOf(mark, at + 1)) {
    if (at === 0 || source[at - 1] === '\n') return at;
  }
  return -1;
}

function lineEnd(source: string, from: number): number {
  const at = source.indexOf('\n', from);
  return at < 0 ? source.length : at + 1;
}

/** Fields up to the blank line; a line that begins with a blank goes on with the one before. */
function readHeader(source: string, from: number): { fields: Map<string, string>; end: number } {
  const fields = new Map<string, string>();
  let at = from;
  let last = '';
  while (at < source.length && at - from < LONGEST_HEADER) {
    const end = lineEnd(source, at);
    const line = source.slice(at, end).replace(/\r?\n$/, '');
    at = end;
    if (line === '') {
      if (fields.size > 0) break;
      continue;
    }
    const field = /^([\w-]+):\s*(.*)$/.exec(line);
    if (field && !/^\s/.test(line)) fields.set((last = field[1]!.toLowerCase()), field[2]!);
    else if (last !== '') fields.set(last, `${fields.get(last)!} ${line.trim()}`);
  }
  return { fields, end: at };
}

function partOf(fields: ReadonlyMap<string, string>, body: string): MimePart {
  const type = fields.get('content-type') ?? 'text/plain';
  return {
    type: type.split(';')[0]!.trim().toLowerCase(),
    charset: /charset\s*=\s*"?([\w-]+)/i.exec(type)?.[1] ?? null,
    location: (fields.get('content-location') ?? '').trim(),
    bytes: decodeBody(body, (fields.get('content-transfer-encoding') ?? '').trim().toLowerCase()),
  };
}

function decodeBody(body: string, encoding: string): Uint8Array {
  if (encoding === 'base64') {
    try {
      return bytesOf(atob(body.replace(/\s+/g, '')));
    } catch {
      throw damaged('trang web đóng gói có phần bị hỏng');
    }
  }
  if (encoding !== 'quoted-printable') return bytesOf(body);
  return bytesOf(
    body
      .replace(/[ \t]+(?=\r?\n)/g, '')
      .replace(/=\r?\n/g, '')
      .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
  );
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
}

/** Every byte as the letter of its number. */
function latin1(bytes: Uint8Array): string {
  const PIECE = 8_192;
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE) text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return text;
}
