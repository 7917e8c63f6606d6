import fc from 'fast-check';
import { readDate } from '../../../src/core/text/date';
import { formatDate } from '../../../src/core/text/format-number';
import { mentionedPercent } from '../../../src/core/text/mentioned-percent';
import { mentionedYears } from '../../../src/core/text/mentioned-years';
import { readPeriod } from '../../../src/core/text/period';
import { fromRoman, roman } from '../../../src/core/text/roman';

const brief = (text: string): string => {
  const r = readDate(text);
  if (r.kind !== 'date') return r.kind;
  return r.from === r.to ? r.from : `${r.from}..${r.to}`;
};

describe('readDate', () => {
  test.each([
    ['30/01/2020', '2020-01-30'],
    ['17/3/2020', '2020-03-17'],
    ['5/6/2020', '2020-06-05'],
    ['30.01.2020', '2020-01-30'],
    ['30-1-2020', '2020-01-30'],
    ['ngày 29 tháng 11 năm 2020', '2020-11-29'],
    ['Ngày 29 /11/2020', '2020-11-29'],
    ['2020-01-30', '2020-01-30'],
    ['2020-01-30T00:00:00', '2020-01-30'],
    ['19 - 23/11/2020', '2020-11-19..2020-11-23'],
    ['ngày 19–23/11/2020', '2020-11-19..2020-11-23'],
    ['28/10 - 02/11/2020', '2020-10-28..2020-11-02'],
    ['Từ ngày 15/12/2019 đến ngày 14/12/2020', '2019-12-15..2020-12-14'],
    ['tháng 01/2018', '2018-01-01..2018-01-31'],
    ['tháng 10/2020', '2020-10-01..2020-10-31'],
    ['tháng 2 năm 2020', '2020-02-01..2020-02-29'],
    ['quý IV/2019', '2019-10-01..2019-12-31'],
    ['Quý III năm 2020', '2020-07-01..2020-09-30'],
    ['quý 2/2020', '2020-04-01..2020-06-30'],
    ['năm 2020', '2020-01-01..2020-12-31'],
    ['6 tháng đầu năm 2020', '2020-01-01..2020-06-30'],
    ['6 tháng cuối năm 2020', '2020-07-01..2020-12-31'],
    ['57/KH-STP ngày 16/01/2020', '2020-01-16'],
    ['Quyết định số 43/QĐ-VP.UBND, 16/01/2020', '2020-01-16'],
    ['8787/UBND –TH ngày 1/2/2020', '2020-02-01'],
    ['03-HD/BTCTU ngày 01/02/2020', '2020-02-01'],
    ['', 'blank'],
    ['-', 'dash'],
    ['–', 'dash'],
    ['13/01/20120', 'refused'],
    ['năm 20120', 'refused'],
    ['31/02/2020', 'refused'],
    ['29/2/2021', 'refused'],
    ['12/31/2019', 'refused'],
    ['tháng 13/2020', 'refused'],
    ['30/01/20', 'refused'],
    ['30/01', 'refused'],
    ['01/2029/TT-BNV', 'refused'],
    ['01/01/2020 đến ngày 25/11/2019', 'refused'],
    ['16/01/2020, 17/02/2020', 'refused'],
    ['trước ngày 30/01/2020', 'refused'],
    ['Chưa ban hành', 'refused'],
    ['Không', 'refused'],
    ['43860', 'refused'],
    ['quý V/2020', 'refused'],
    ['Đạt 100% kế hoạch', 'refused'],
  ])('%j: %s', (text, expected) => expect(brief(text)).toBe(expected));

  test('a refusal says why', () => {
    expect(readDate('13/01/20120')).toEqual({ kind: 'refused', reason: 'năm 20120 không hợp lệ' });
    expect(readDate('31/02/2020')).toMatchObject({ reason: expect.stringContaining('31/02/2020') });
  });

  test('NFD is read as NFC', () =>
    expect(readDate('ngày 29 tháng 11 năm 2020'.normalize('NFD'))).toMatchObject({ from: '2020-11-29' }));

  test('every day is read back as written', () => {
    const days = fc.date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (d) => {
        const iso = d.toISOString().slice(0, 10);
        expect(readDate(formatDate(iso))).toEqual({ kind: 'date', from: iso, to: iso });
      }),
    );
  });

  test('only real days come out, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789/.- ngàythquýIVăđến') }), (text) => {
        const r = readDate(text);
        if (r.kind !== 'date') return;
        for (const day of [r.from, r.to]) expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day);
        expect(r.from <= r.to).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('readPeriod', () => {
  test.each([
    ['năm 2020', '2019-12-15', '2020-12-14', 'năm 2020'],
    ['2020', '2019-12-15', '2020-12-14', 'năm 2020'],
    ['Quý I/2020', '2019-12-15', '2020-03-14', 'Quý I/2020'],
    ['quý 1 năm 2020', '2019-12-15', '2020-03-14', 'Quý I/2020'],
    ['Quý II/2020', '2020-03-15', '2020-06-14', 'Quý II/2020'],
    ['QUÝ III NĂM 2020', '2020-06-15', '2020-09-14', 'Quý III/2020'],
    ['Quý IV/2020', '2020-09-15', '2020-12-14', 'Quý IV/2020'],
    ['6 tháng đầu năm 2020', '2019-12-15', '2020-06-14', '6 tháng đầu năm 2020'],
    ['9 tháng năm 2020', '2019-12-15', '2020-09-14', '9 tháng đầu năm 2020'],
    ['Từ ngày 15/12/2019 đến ngày 14/12/2020', '2019-12-15', '2020-12-14', 'năm 2020'],
    ['từ ngày 16/11/2019 đến ngày 08/11/2020', '2019-11-16', '2020-11-08', 'từ ngày 16/11/2019 đến ngày 08/11/2020'],
    [
      'Kỳ báo cáo: Quý III/2020 (từ ngày 10/6/2020 đến ngày 04/9/2020)',
      '2020-06-10',
      '2020-09-04',
      'từ ngày 10/6/2020 đến ngày 04/9/2020'.replace('10/6', '10/06').replace('04/9', '04/09'),
    ],
    [
      'KẾT QUẢ CẢI CÁCH HÀNH CHÍNH NĂM 2020 (Kèm theo Báo cáo số 57/BC-TTT ngày 29 tháng 11 năm 2021)',
      '2019-12-15',
      '2020-12-14',
      'năm 2020',
    ],
    ['Kết quả năm 2020, nhiệm vụ năm 2021', '2019-12-15', '2020-12-14', 'năm 2020'],
  ])('%s', (text, from, to, label) => expect(readPeriod(text)).toEqual({ from, to, label }));

  test.each([
    '',
    'ngày 29 tháng 11 năm 2020',
    'Báo cáo số 57/BC-TTT',
    'giai đoạn 2016-2020',
    '1234',
    'từ ngày 01/01/2020 đến ngày 25/11/2019',
    'Nghị định 130/2005',
    'tháng 11/2020',
  ])('%j names none', (text) => {
    expect(readPeriod(text)).toBeNull();
  });

  test('a label is read as the same period', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2010, max: 2090 }),
        fc.constantFrom(
          'năm Y',
          'Quý I/Y',
          'Quý II/Y',
          'Quý III/Y',
          'Quý IV/Y',
          '6 tháng đầu năm Y',
          '6 tháng cuối năm Y',
          '9 tháng đầu năm Y',
        ),
        (y, form) => {
          const period = readPeriod(form.replace('Y', String(y)));
          expect(period?.label).toBe(form.replace('Y', String(y)));
          expect(readPeriod(period?.label ?? '')).toEqual(period);
        },
      ),
    );
  });
});

describe('what notes say', () => {
  test.each([
    [
      'Thanh tra tỉnh không có đơn vị trực thuộc, việc kiểm tra đánh giá các phòng được triển khai theo kế hoạch ' +
        'vào quý IV/2019',
      [2019],
    ],
    ['năm 2019 và 2020', [2019, 2020]],
    ['năm 2018, năm 2019', [2018, 2019]],
    ['tháng 11/2019', [2019]],
    ['Quý I năm 2021', [2021]],
    ['theo Nghị định 130/2005', []],
    ['Nghị định số 130/2005/NĐ-CP', []],
    ['01/2018/TT-BNV', []],
    ['Quyết định 12/QĐ-STP ngày 12/3/2019', []],
    ['giai đoạn 2016 - 2020', []],
    ['Luật Tổ chức chính quyền địa phương năm 2015', []],
    ['CQ Thanh tra tỉnh', []],
    ['2019 hồ sơ', []],
    ['', []],
  ])('years of %j', (note, years) => expect(mentionedYears(note)).toEqual(years));

  test.each([
    ['Đạt 100% kế hoạch', 1],
    ['(đạt 100% kế hoạch)', 1],
    ['đạt 95,8 %', 0.958],
    ['100% (tức 100%)', 1],
    ['trên 95%', null],
    ['khoảng 92%', null],
    ['từ 80% trở lên', null],
    ['80% trở lên', null],
    ['5-10%', null],
    ['giảm 10%', null],
    ['đạt 100% và 95%', null],
    ['Cấp phòng', null],
    ['', null],
  ])('percent of %j', (note, value) => expect(mentionedPercent(note)).toBe(value));
});

describe('roman', () => {
  test('there and back', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 3999 }), (n) => fromRoman(roman(n)) === n));
    expect(roman(4)).toBe('IV');
    expect(['iv', 'IIII', 'IVX', '', 'A', 'VX'].map(fromRoman)).toEqual([4, null, null, null, null, null]);
    expect(() => roman(0)).toThrow(RangeError);
  });
});
