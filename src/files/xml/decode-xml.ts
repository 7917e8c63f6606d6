import { damaged } from '../refusal';

const utf8 = new TextDecoder('utf-8');

/** Text of an XML part: UTF-8 unless a byte order mark or the declaration says otherwise. */
export function decodeXml(bytes: Uint8Array): string {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (a === 0x3c && b === 0) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0 && b === 0x3c) return new TextDecoder('utf-16be').decode(bytes);
  const text = utf8.decode(bytes);
  const declared = declaredEncoding(text);
  if (declared === null || /^utf-?8$/i.test(declared)) return text;
  try {
    return new TextDecoder(declared).decode(bytes);
  } catch {
    throw damaged(`bảng mã ${declared.slice(0, 40)} không có trong chuẩn`);
  }
}

/** The encoding named in `<?xml … encoding="…"?>`; a declaration fits into 120 characters. */
function declaredEncoding(text: string): string | null {
  if (!text.startsWith('<?xml')) return null;
  const head = text.slice(0, 120);
  const declaration = head.slice(0, head.indexOf('?>') + 1);
  return /\sencoding\s*=\s*["']([A-Za-z][\w.-]*)["']/.exec(declaration)?.[1] ?? null;
}
