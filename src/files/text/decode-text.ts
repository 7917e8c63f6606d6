import { decodeWestern } from './decode-western';

/** Text of a file that does not say how it is encoded, and what was taken for its encoding. */
export interface DecodedText {
  text: string;
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258' | 'windows-1252';
  /** Nothing in the file says so. */
  guessed: boolean;
}

/** Marks that Vietnamese code page 1258 writes behind their letter. */
const MARKS = /[\u0300\u0301\u0303\u0309\u0323]/g;
const MARKED_VOWEL = /[aăâeêioôơuưy][\u0300\u0301\u0303\u0309\u0323]/gi;

/**
 * Decodes by byte order mark, by the encoding the file names (`declared`), as UTF-8 where that is without fault, else
 * as the code page of Vietnamese Windows, or of Western Windows where the marks of the former would stand on no vowel.
 */
export function decodeText(bytes: Uint8Array, declared: string | null = null): DecodedText {
  const [a, b, c] = bytes;
  const wide = wideEncoding(bytes);
  if (wide !== null) return { text: new TextDecoder(wide).decode(bytes), encoding: wide, guessed: false };
  if (a === 0xef && b === 0xbb && c === 0xbf)
    return { text: new TextDecoder().decode(bytes), encoding: 'utf-8', guessed: false };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8', guessed: false };
  } catch {
    return decodeCodePage(bytes, declared);
  }
}

/** UTF-16 by its byte order mark, or by a first sign ("<", a letter, a digit) whose other byte is 0; else null. */
export function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [a = 0, b = 0, c = 0, d = 0] = bytes;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a >= 32 && a < 127 && b === 0 && c >= 32 && c < 127 && d === 0) return 'utf-16le';
  return a === 0 && b >= 32 && b < 127 && c === 0 && d >= 32 && d < 127 ? 'utf-16be' : null;
}

function decodeCodePage(bytes: Uint8Array, declared: string | null): DecodedText {
  if (declared !== null && /^(?:windows|cp)-?1252$|^iso-8859-1$/i.test(declared))
    return { text: decodeWestern(bytes), encoding: 'windows-1252', guessed: false };
  const vietnamese = new TextDecoder('windows-1258').decode(bytes);
  if (declared !== null && /^(?:windows|cp)-?1258$/i.test(declared))
    return { text: vietnamese, encoding: 'windows-1258', guessed: false };
  const marks = vietnamese.match(MARKS)?.length ?? 0;
  const placed = vietnamese.match(MARKED_VOWEL)?.length ?? 0;
  if (marks > 0 && placed === marks) return { text: vietnamese, encoding: 'windows-1258', guessed: true };
  return { text: decodeWestern(bytes), encoding: 'windows-1252', guessed: true };
}
