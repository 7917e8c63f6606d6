import type { LegacyEncoding } from './legacy-font';
import { TCVN3_LETTERS } from './tcvn3';
import { VNI_LETTERS } from './vni';

const ONE = /[\u00A1-\u00FF]/g;
/** A vowel with its mark first, then what stands alone. No letter begins with a mark, so there is one way to cut. */
const VNI_CODES = /[aeouyôö][ùøûõïâáàåãäêéèúüë]|[íìæóòîôöñ]/gi;

/**
 * The text in Unicode (NFC) of a text that was stored for an old font: "Kh«ng" in TCVN3, "Khoâng" in VNI are "Không".
 * Characters that the encoding does not have stay as they are, and so does ASCII; with "tcvn3-capitals" all letters
 * become capitals.
 */
export function decodeLegacy(text: string, encoding: LegacyEncoding): string {
  if (encoding === 'vni') return text.replace(VNI_CODES, vniLetters);
  const decoded = text.replace(ONE, (c) => TCVN3_LETTERS.get(c) ?? c);
  return encoding === 'tcvn3-capitals' ? decoded.toUpperCase() : decoded;
}

function vniLetters(code: string): string {
  const letter = VNI_LETTERS.get(code);
  // Such as "yë": no letter has this mark.
  return letter ?? [...code].map((c) => VNI_LETTERS.get(c) ?? c).join('');
}
