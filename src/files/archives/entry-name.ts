import { decodeText } from '../text/decode-text';
import { u16 } from '../zip/little-endian';

/** APPNOTE 4.4.4, bit 11: the name is UTF-8. */
const UTF8_FLAG = 1 << 11;
/** "Info-ZIP Unicode Path" (APPNOTE 4.6.9): version, CRC of the name, the name as UTF-8. */
const UNICODE_PATH = 0x7075;
/**
 * Letters of the bytes 0x80 to 0xFF in code page 437, which a zip without the UTF-8 flag is written in (APPNOTE
 * appendix D).
 */
const CP437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»' +
  '░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0';

/**
 * The name of an entry as its packer meant it, in NFC with forward slashes. Without a word on the encoding: UTF-8 where
 * the bytes are that without fault (macOS does not set the flag), else the code page of Vietnamese Windows where its
 * marks stand on vowels, else code page 437.
 */
export function entryName(stored: Uint8Array, flags: number, extra: Uint8Array): string {
  return decodeName(stored, flags, extra).normalize('NFC').replace(/\\/g, '/');
}

function decodeName(stored: Uint8Array, flags: number, extra: Uint8Array): string {
  if (flags & UTF8_FLAG) return new TextDecoder().decode(stored);
  for (let at = 0; at + 9 <= extra.length; at += 4 + u16(extra, at + 2)) {
    if (u16(extra, at) === UNICODE_PATH)
      return new TextDecoder().decode(extra.subarray(at + 9, at + 4 + u16(extra, at + 2)));
  }
  const decoded = decodeText(stored);
  if (decoded.encoding !== 'windows-1252') return decoded.text;
  let text = '';
  for (const b of stored) text += b < 128 ? String.fromCharCode(b) : CP437[b - 128]!;
  return text;
}
