import fc from 'fast-check';
import { decodeLegacy } from '../../../src/core/text/decode-legacy';
import { legacyEncodingOf } from '../../../src/core/text/legacy-font';
import { TCVN3_LETTERS } from '../../../src/core/text/tcvn3';
import { VNI_LETTERS } from '../../../src/core/text/vni';
import { encodeTcvn3, encodeTcvn3Capitals, encodeVni } from '../../support/encode-legacy';

const SMALL = 'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ';
const ALL = SMALL + SMALL.toUpperCase();
const PLAIN = 'abcdeghiklmnopqrstuvxyABCDEGHIKLMNOPQRSTUVXY0123456789 .,;:-–()/%"“”\n';
const text = (letters: string): fc.Arbitrary<string> => fc.string({ unit: fc.constantFrom(...letters), maxLength: 60 });

test('there are 134 letters with marks', () => {
  expect(new Set(ALL).size).toBe(134);
  expect(new Set(TCVN3_LETTERS.values())).toEqual(new Set(`${SMALL}ĂÂÊÔƠƯĐ`));
  expect(new Set(VNI_LETTERS.values())).toEqual(new Set(ALL));
});

test('every letter alone, in both encodings', () => {
  for (const c of SMALL) expect(decodeLegacy(encodeTcvn3(c), 'tcvn3')).toBe(c);
  for (const c of 'ĂÂÊÔƠƯĐ') expect(decodeLegacy(encodeTcvn3(c), 'tcvn3')).toBe(c);
  for (const c of SMALL.toUpperCase()) expect(decodeLegacy(encodeTcvn3Capitals(c), 'tcvn3-capitals')).toBe(c);
  for (const c of ALL) expect(decodeLegacy(encodeVni(c), 'vni')).toBe(c);
});

test('any text of letters, digits, punctuation comes back', () => {
  fc.assert(
    fc.property(text(`${SMALL}ĂÂÊÔƠƯĐ${PLAIN}`), (s) => expect(decodeLegacy(encodeTcvn3(s), 'tcvn3')).toBe(s)),
    { numRuns: 2000 },
  );
  fc.assert(
    fc.property(text(`${ALL}${PLAIN}`), (s) =>
      expect(decodeLegacy(encodeTcvn3Capitals(s), 'tcvn3-capitals')).toBe(s.toUpperCase()),
    ),
    { numRuns: 2000 },
  );
  fc.assert(
    fc.property(text(`${ALL}${PLAIN}`), (s) => expect(decodeLegacy(encodeVni(s), 'vni')).toBe(s)),
    { numRuns: 2000 },
  );
});

test('ASCII never changes, nor what an encoding does not have', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary-ascii' }),
      (s) => decodeLegacy(s, 'tcvn3') === s && decodeLegacy(s, 'vni') === s,
    ),
  );
  expect(decodeLegacy('12 m², 30°C', 'tcvn3')).toBe('12 m², 30°C');
  expect(decodeLegacy('× ÷ ß', 'vni')).toBe('× ÷ ß');
});

test.each([
  ['KÕ ho¹ch c¶i c¸ch hµnh chÝnh', 'tcvn3', 'Kế hoạch cải cách hành chính'],
  ['§¬n vÞ, ng\u00adêi d©n', 'tcvn3', 'Đơn vị, người dân'],
  ['C«ng chøc, viªn chøc', 'tcvn3', 'Công chức, viên chức'],
  ['uû ban nh©n d©n tØnh', 'tcvn3-capitals', 'UỶ BAN NHÂN DÂN TỈNH'],
  ['Keá hoaïch caûi caùch haønh chính', 'vni', 'Kế hoạch cải cách hành chính'],
  ['UÛY BAN NHAÂN DAÂN TÆNH ÑAÉK LAÉK', 'vni', 'ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK'],
  ['ngöôøi, röôïu, höõu', 'vni', 'người, rượu, hữu'],
  ['Cô quan ñôn vò', 'vni', 'Cơ quan đơn vị'],
  ['AÙnh Caùch', 'vni', 'Ánh Cách'],
] as const)('%j in %s is %j', (stored, encoding, meant) => expect(decodeLegacy(stored, encoding)).toBe(meant));

test('a mark of the other case, as PROPER leaves it', () => {
  expect(decodeLegacy('Aùnh', 'vni')).toBe('Ánh');
  expect(decodeLegacy('aÙnh', 'vni')).toBe('ánh');
});

describe('legacyEncodingOf', () => {
  test.each([
    ['.VnTime', 'tcvn3'],
    ['.vntime', 'tcvn3'],
    ['.VnArial Narrow', 'tcvn3'],
    ['.VnAvant', 'tcvn3'],
    ['.VnTime Bold', 'tcvn3'],
    ['.VnTeknical', 'tcvn3'],
    ['.VnTimeH', 'tcvn3-capitals'],
    ['.VNTIMEH', 'tcvn3-capitals'],
    ['.vntimeh', 'tcvn3-capitals'],
    ['.VnArial NarrowH', 'tcvn3-capitals'],
    ['.VnTimeH Bold', 'tcvn3-capitals'],
    ['VNI-Times', 'vni'],
    ['vni-helve', 'vni'],
    ['VNI-Helve-Condense', 'vni'],
    ['Vni Times', 'vni'],
    ['VniHelvetica', 'vni'],
    [' VNI-Times ', 'vni'],
    ['Times New Roman', null],
    ['Arial', null],
    ['VnTime', null],
    ['Vntimes2', null],
    ['UVN Van', null],
    ['UTM Avo', null],
    ['VNI-Internet Mail', null],
    ['VNI-Unicode', null],
    ['Venice', null],
    ['Vnisoft', null],
    ['.VN', null],
    ['', null],
    [undefined, null],
  ])('%j is %j', (font, encoding) => expect(legacyEncodingOf(font)).toBe(encoding));
});
