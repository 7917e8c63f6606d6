import { lineCount, textHeight, textWidth } from '../../../src/core/plan/measure';
import { STYLES } from '../../../src/core/plan/styles';
import { keepTogether } from '../../../src/core/plan/keep-together';

const font = { size: 12 };

test('widths follow the metrics of Times New Roman', () => {
  expect(textWidth('1234567890', font)).toBeCloseTo(60);
  expect(textWidth('CCHC', font)).toBeCloseTo((667 * 2 + 722 + 667) * 0.012);
  expect(textWidth('á', font)).toBe(textWidth('a', font));
  expect(textWidth('CCHC', { size: 12, bold: true })).toBeGreaterThan(textWidth('CCHC', font));
});

test('a text that is wider than its column takes more lines, a narrower column never fewer', () => {
  const text = 'Số cơ quan sử dụng mạng nội bộ (mạng LAN) để trao đổi công việc';
  // LibreOffice without Times New Roman breaks this text in a column of 56.8: the row was cut before letters were taken
  // as borrowed.
  expect(lineCount(text, 56.8, font)).toBe(2);
  let before = 1;
  for (let chars = 100; chars > 6; chars -= 3) {
    const lines = lineCount(text, chars, font);
    expect(lines).toBeGreaterThanOrEqual(before);
    before = lines;
  }
});

test('line breaks count, a word longer than the column is broken, and height stays within what Excel allows', () => {
  expect(lineCount('a\nb\nc', 40, font)).toBe(3);
  expect(lineCount('x'.repeat(200), 20, font)).toBeGreaterThan(8);
  expect(textHeight('chữ '.repeat(20_000), 10, STYLES.note)).toBe(409);
  expect(textHeight('rất dài '.repeat(50), 10, STYLES.sheetTitle)).toBeLessThan(30);
});

test('a signature goes to the next page with the last row of the table', () => {
  const heights = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [i, 20]));
  expect(keepTogether(heights, 20, 25, { from: 2, to: 3 })).toEqual([20]);
  expect(keepTogether(heights, 10, 15, { from: 2, to: 3 })).toEqual([]);
});
