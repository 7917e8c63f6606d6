import { numberContent } from '../../../../src/files/readers/number-format/cell-number';
import { builtinFormat } from '../../../../src/files/readers/number-format/builtin-formats';
import { numberFormat } from '../../../../src/files/readers/number-format/number-format';
import { isoText, parseIso, serialParts } from '../../../../src/files/readers/number-format/serial-date';

const shown = (value: number, code: string): string => numberContent(value, numberFormat(code), false).text;

describe('numbers as an officer sees them', () => {
  it.each([
    [1234, 'General', '1234'],
    [47.26, 'General', '47,26'],
    [0.1 + 0.2, 'General', '0,3'],
    [1 / 3, 'General', '0,333333333'],
    [-0.5, 'General', '-0,5'],
    [4, '0', '4'],
    [4, '00', '04'],
    [1234567, '#,##0', '1.234.567'],
    [1234.5, '#,##0.00', '1.234,50'],
    [-1234, '#,##0', '-1.234'],
    [0.958, '0.0%', '95,8%'],
    [0.47255, '0.00%', '47,26%'],
    [1, '0%', '100%'],
    [1.005, '0.00', '1,01'],
    [0.285, '0%', '29%'],
    [5, '0.##', '5'],
    [5.25, '0.##', '5,25'],
    [0, '#', '0'],
    [-3, '0;(0)', '(3)'],
    [-0.3, '0', '0'],
    [12000, '0,', '12'],
    [1234, '_(* #,##0_);_(* (#,##0);_(* "-"??_);_(@_)', '1.234'],
    [0, '_(* #,##0_);_(* (#,##0);_(* "-"??_);_(@_)', '-'],
    [12, '0" hồ sơ"', '12 hồ sơ'],
    [12, '[Red]0', '12'],
    [12, '[>10]0;0.0', '12'],
    [1234, '#,##0\\ [$₫-42A]', '1.234 ₫'],
    [0.5, '# ?/?', '0,5'],
    [123456, '0.00E+00', '123456'],
    [0.5, 'h:mm', '12:00'],
    [0.75, 'h:mm AM/PM', '6:00 CH'],
    [1.5, '[h]:mm', '1,5'],
    [7, '@', '7'],
  ])('%p under %p is %p', (value, code, expected) => {
    expect(shown(value, code)).toBe(expected);
  });

  it.each([
    [43860, 'dd/mm/yyyy', 'date', '2020-01-30', '30/01/2020'],
    [43860, 'd/m/yy;@', 'date', '2020-01-30', '30/1/20'],
    [43860, builtinFormat(14), 'date', '2020-01-30', '30/01/2020'],
    [43860.5, 'dd/mm/yyyy hh:mm', 'date', '2020-01-30T12:00:00', '30/01/2020 12:00'],
    [43860, '[$-42A]d mmmm yyyy', 'date', '2020-01-30', '30/01/2020'],
    [43860, '"ngày" dd "tháng" mm', 'date', '2020-01-30', 'ngày 30 tháng 01'],
    [43860, 'mm/yyyy', 'date', '2020-01-30', '01/2020'],
    [43860, 'dd.mm.yyyy', 'date', '2020-01-30', '30.01.2020'],
    [0, 'dd/mm/yyyy', 'number', 0, '0'],
    [-5, 'dd/mm/yyyy', 'number', -5, '-5'],
    [1, 'dd/mm/yyyy', 'date', '1900-01-01', '01/01/1900'],
    [60, 'dd/mm/yyyy', 'number', 60, '60'],
    [61, 'dd/mm/yyyy', 'date', '1900-03-01', '01/03/1900'],
    [1e12, 'dd/mm/yyyy', 'number', 1e12, '1000000000000'],
  ])('%p under %p is a %s: %p, %p', (value, code, kind, iso, text) => {
    expect(numberContent(value, numberFormat(code), false)).toMatchObject({ kind, value: iso, text });
  });

  it('does not take colours, literals or hours for dates', () => {
    for (const code of ['[Red]0', '0"d"', '0\\m', 'h:mm:ss', '[h]:mm', 'General', '@', '0.0E+0'])
      expect(numberFormat(code).isDate).toBe(false);
  });

  it('ends on any code', () => {
    for (const code of [
      '"',
      '[',
      '\\',
      '_',
      '*',
      ';;;;;;',
      '[$',
      '%%%',
      '0'.repeat(5_000),
      '.',
      ',',
      'E+',
      'yyyy'.repeat(500),
    ]) {
      expect(typeof shown(43860.25, code)).toBe('string');
    }
  });
});

describe('serial dates', () => {
  it('turn the last half second into the next day', () => {
    expect(isoText(serialParts(43860.999999, false)!)).toBe('2020-01-31');
  });

  it('parse ISO text of real days only', () => {
    expect(isoText(parseIso('2020-02-29T10:20')!)).toBe('2020-02-29T10:20:00');
    expect([parseIso('2019-02-29'), parseIso('2020-13-01'), parseIso('30/01/2020')]).toEqual([null, null, null]);
  });
});
