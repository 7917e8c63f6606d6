import { readTypedDate, spanWords } from '../../../src/core/text/typed-date';

test.each([
  ['12.12.25', '2025-12-12', '12/12/2025'],
  ['ngày 5/1/26', '2026-01-05', '05/01/2026'],
  ['QĐ số 15/QĐ-UBND ngày 21/12/2025', '2025-12-21', '21/12/2025'],
  ['QĐ 15/QĐ-UBND 21/12/25', '2025-12-21', '21/12/2025'],
  ['Số 27/KH-UBND, 13-2-2026', '2026-02-13', '13/02/2026'],
])('%s is read out of its text, and told', (text, from, read) => {
  expect(readTypedDate(text)).toEqual({ reading: { kind: 'date', from, to: from }, read });
});

test.each([
  '21/12/2025',
  'ngày 29 tháng 11 năm 2020',
  'tháng 01/2026',
  'T1/2026',
  'Quý IV/2019',
  '19 - 23/11/2020',
  '2020-01-30',
])('%s is a date and nothing more', (text) => {
  const { reading, read } = readTypedDate(text);
  expect([reading.kind, read]).toEqual(['date', text]);
});

test.each(['32.12.25', '12.13.25', '1.2', '46098', 'trước ngày 12.12.25', '12.12.99'])('%s is no date', (text) => {
  expect(readTypedDate(text)).toMatchObject({ reading: { kind: 'refused' }, read: text });
});

test('a long run of figures beside a date is looked at once', () => {
  expect(readTypedDate(`21/12/2025 ${'1'.repeat(5_000)}a`).reading.kind).toBe('date');
});

test('a month keeps its day unknown', () => {
  const { reading } = readTypedDate('tháng 01/2026');
  expect(reading.kind === 'date' && spanWords(reading)).toBe('tháng 01/2026');
  expect(spanWords({ from: '2026-01-05', to: '2026-01-05' })).toBe('05/01/2026');
  expect(spanWords({ from: '2026-01-05', to: '2026-01-31' })).toBe('05/01/2026 – 31/01/2026');
});
