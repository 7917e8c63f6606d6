import fc from 'fast-check';
import { foldText } from '../../../src/core/text/fold';
import { stripMarks } from '../../../src/core/text/strip-marks';
import { words } from '../../../src/core/text/words';
import { labelKey } from '../../../src/core/text/normalise-label';

const vietnamese = fc.string({
  unit: fc.constantFrom(
    ...('aàáảãạăắâấbcdđeèéẻẽẹêếghiìíỉĩịklmnoòóỏõọôốơớpqrstuùúủũụưứvxyỳýỷỹỵ ' +
      'QUYHOÀ.,-–()"“\u00a0\u200b\u00ad\u0301\u0300\u0430\u0410\u0412\u0456\u03bf\u041e'),
  ),
  maxLength: 30,
});

describe('foldText', () => {
  test.each([
    ['  SỞ  Tư\u00a0pháp – Khánh Hoà. ', 'sở tư pháp - khánh hòa'],
    ['Tỉnh uỷ', 'tỉnh ủy'],
    ['Tỉnh ủy', 'tỉnh ủy'],
    ['THUỶ SẢN', 'thủy sản'],
    ['Văn hoá', 'văn hóa'],
    ['toàn tỉnh', 'toàn tỉnh'],
    ['tòan tỉnh', 'toàn tỉnh'],
    ['Quý IV', 'quý iv'],
    ['Qúy IV', 'quý iv'],
    ['huỳnh', 'huỳnh'],
    ['đánh gía', 'đánh giá'],
    ['ÐIỆN LỰC', 'điện lực'],
    ['“Một cửa”', 'một cửa'],
    ['mạng nội bộ (mạng LAN)', 'mạng nội bộ (mạng lan)'],
    ['Tỷ lệ %', 'tỷ lệ %'],
    ['- Cấp tỉnh:', 'cấp tỉnh'],
    ['công\u200b chức', 'công chức'],
    ['thủ\u00adtục', 'thủtục'],
    ['Ｃông chức', 'công chức'],
    ['C\u043eng chức', 'cong chức'],
    ['T\u043e\u0301m tắt', 'tóm tắt'],
    ['\u0421\u00d4NG V\u0410N', 'công van'],
    ['\u0412\u1ed9 N\u1ed9i v\u1ee5', 'bộ nội vụ'],
    ['\u039aPS', 'kps'],
    ['\u0420\u043e\u0441\u0441\u0438\u044f', '\u0440\u043e\u0441\u0441\u0438\u044f'],
    ['\u0410', '\u0430'],
    ['ST T', 'st t'],
    ['', ''],
    ['-', ''],
  ])('%j is %j', (text, folded) => expect(foldText(text)).toBe(folded));

  test('keeps what could be a TCVN3 ư', () => {
    expect(foldText('th\u00ad viÖn')).toContain('\u00ad');
    expect(foldText('tr\u00adëng')).toContain('\u00ad');
  });

  test('does not exchange y and i, nor marks', () => {
    expect(foldText('kỹ')).not.toBe(foldText('kĩ'));
    expect(foldText('cửa')).not.toBe(foldText('của'));
    expect(foldText('đ')).not.toBe(foldText('d'));
  });

  test('is the same the second time', () => {
    fc.assert(
      fc.property(fc.oneof(vietnamese, fc.string({ unit: 'binary' })), (s) => foldText(foldText(s)) === foldText(s)),
      { numRuns: 3000 },
    );
  });

  test('NFC and NFD fold alike', () => {
    fc.assert(
      fc.property(fc.oneof(vietnamese, fc.string({ unit: 'grapheme' })), (s) => {
        expect(foldText(s.normalize('NFD'))).toBe(foldText(s.normalize('NFC')));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('stripMarks, words, labelKey', () => {
  test.each([
    ['Sở Tư pháp', 'so tu phap'],
    ['Đất đai', 'dat dai'],
    ['ỦY BAN NHÂN DÂN', 'uy ban nhan dan'],
    ['Quý Ⅳ?', 'quy ⅳ'],
  ])('stripMarks %j', (text, plain) => {
    expect(stripMarks(text)).toBe(plain);
  });

  test('no mark of a tone or letter is left', () => {
    fc.assert(fc.property(vietnamese, (s) => !/[\u0300-\u036fđàáảãạăâêôơưỳý]/.test(stripMarks(s).normalize('NFD'))));
  });

  test('words', () => {
    expect(words('Văn hóa, Thể thao & Du lịch (43)')).toEqual(['văn', 'hóa', 'thể', 'thao', 'du', 'lịch', '43']);
    expect(words(' – ')).toEqual([]);
  });

  test.each([
    ['1. Văn hoá & Du lịch', 'văn hóa và du lịch'],
    ['Văn hóa và  du lịch', 'văn hóa và du lịch'],
    ['a) Đất đai', 'đất đai'],
    ['II. Đất đai;', 'đất đai'],
    ['1.2.Đất đai', 'đất đai'],
    ['- Biển - Hải đảo', 'biển hải đảo'],
    ['2 đầu mối', '2 đầu mối'],
    ['12', '12'],
    ['A Lưới', 'a lưới'],
    ['', ''],
  ])('labelKey %j is %j', (label, key) => expect(labelKey(label)).toBe(key));
});
