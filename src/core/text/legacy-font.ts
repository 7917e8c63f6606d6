import { remember } from './remember';

/** How text in an old Vietnamese font is to be read. "tcvn3-capitals": the font draws small letters as capitals. */
export type LegacyEncoding = 'tcvn3' | 'tcvn3-capitals' | 'vni';

/**
 * ".VnTime", ".VnArial NarrowH". The dot is part of the name; "VnTime" without it is of another family and another
 * encoding.
 */
const ABC = /^\.vn[a-z0-9]/i;
/** "VNI-Times", "Vni Helve", "VniHelvetica". */
const VNI = /^vni(?:[-_ ]\s*[a-z0-9]|times|helv)/i;
/** Fonts of the same maker in other encodings. */
const OTHER_VNI = /unicode|internet|mail|\bdos\b/i;
/** Characters of a font's name that are looked at; Windows stops at 31. */
const LONGEST = 64;
/** What some programs add to the family name. */
const STYLE = /(?:[\s,-]+(?:bold|italic|oblique|regular|normal|đậm|nghiêng))+$/i;

function encodingOf(font: string): LegacyEncoding | null {
  const name = font.slice(0, LONGEST).trim().replace(/^@/, '').replace(STYLE, '');
  if (ABC.test(name)) {
    const capitals = name.endsWith('H') || (name === name.toLowerCase() && name.endsWith('h'));
    return capitals ? 'tcvn3-capitals' : 'tcvn3';
  }
  return VNI.test(name) && !OTHER_VNI.test(name) ? 'vni' : null;
}

const remembered = remember(encodingOf);

/**
 * The old encoding that goes with a font name, or null for every other font: ".VnTime" is "tcvn3", ".VnTimeH"
 * "tcvn3-capitals", "VNI-Times" "vni", "Times New Roman" null. Letter case does not matter.
 */
export function legacyEncodingOf(font: string | undefined): LegacyEncoding | null {
  return font === undefined ? null : remembered(font);
}
