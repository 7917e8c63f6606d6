import fc from 'fast-check';
import { expandAbbreviations } from '../../../src/core/text/abbreviations';
import { foldText } from '../../../src/core/text/fold';

describe('expandAbbreviations', () => {
  test('writes out what offices shorten, in any case', () => {
    expect(expandAbbreviations('Số TTHC áp dụng CCMC')).toBe('số thủ tục hành chính áp dụng cơ chế một cửa');
    expect(expandAbbreviations('ĐVSN, CQHC')).toBe('đơn vị sự nghiệp, cơ quan hành chính');
    expect(expandAbbreviations('Số tổ chức KH & CN')).toBe('số tổ chức khoa học và công nghệ');
    expect(expandAbbreviations('T.số')).toBe('tổng số');
    expect(expandAbbreviations('C. tỉnh')).toBe('cấp tỉnh');
    expect(expandAbbreviations('Số NV/ĐV trong KH')).toBe('số nhiệm vụ/đơn vị trong kế hoạch');
  });

  test('a decree is one decree however it is cited; others stay apart', () => {
    for (const text of [
      'NĐ 130',
      'Nghị định 130',
      'Nghị định số 130/2005/NĐ-CP',
      'nghị định 130/2005/NĐ-CP ngày 17/10/2005 của Chính phủ',
    ])
      expect(expandAbbreviations(text)).toBe('nghị định 130');
    expect(expandAbbreviations('NĐ 43')).not.toBe(expandAbbreviations('NĐ 115'));
  });

  test('words are left alone', () => {
    const text = 'Số cơ quan công khai đầy đủ, đúng quy định tại Bộ phận tiếp nhận và trả kết quả';
    expect(expandAbbreviations(text)).toBe(foldText(text));
  });

  test('property: what is written out stays as it is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('TTHC', 'CCHC', 'ĐVSN', 'số', 'NĐ 130', 'của', 'T.số', 'KH', 'xã'), { maxLength: 8 }),
        (words) => {
          const once = expandAbbreviations(words.join(' '));
          expect(expandAbbreviations(once)).toBe(once);
        },
      ),
    );
  });
});
