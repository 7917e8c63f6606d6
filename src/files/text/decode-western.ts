/**
 * Letters of the bytes 0x80 to 0x9F in Windows-1252; those without a letter keep their number (WHATWG Encoding, index
 * windows-1252).
 */
const UPPER = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const PIECE = 8_192;

/** Text in Windows-1252. Some releases of Node read these bytes as Latin-1 instead, which loses dashes and quotes. */
export function decodeWestern(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE) text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return text.replace(/[\u0080-\u009f]/g, (c) => UPPER[c.charCodeAt(0) - 0x80]!);
}
