import { formulaText } from '../../../../src/files/readers/xls/formula-text';

const u16 = (...values: number[]): number[] => values.flatMap((v) => [v & 255, (v >> 8) & 255]);
const text = (tokens: number[], biff = 8): string | undefined =>
  formulaText(Uint8Array.from(tokens), { biff, row: 4, col: 2, sheetPrefix: (i) => (i === 1 ? "'PL 2'!" : null) });

describe('formulaText', () => {
  it.each<[string, number[]]>([
    ['$B$1+B1', [0x24, ...u16(0, 1), 0x44, ...u16(0, 0xc001), 0x03]],
    ["SUM('PL 2'!A1:B9)", [0x3b, ...u16(1, 0, 8, 0xc000, 0xc001), 0x19, 0x10, ...u16(0)]],
    [
      'ROUND(-1.5*(2),0)',
      [0x1f, 0, 0, 0, 0, 0, 0, 0xf8, 0x3f, 0x13, 0x1e, ...u16(2), 0x15, 0x05, 0x1e, ...u16(0), 0x41, ...u16(27)],
    ],
    [
      'IF(A1>=2,"a""b",#N/A)',
      [0x44, ...u16(0, 0xc000), 0x1e, ...u16(2), 0x0c, 0x17, 3, 0, 97, 34, 98, 0x1c, 42, 0x42, 3, ...u16(1)],
    ],
    ['50%&TRUE', [0x1e, ...u16(50), 0x14, 0x1d, 1, 0x08]],
    ['B5', [0x4c, ...u16(0, 0xc0ff)]],
  ])('%s', (words, tokens) => {
    expect(text(tokens)).toBe(words);
  });

  it('reads the references of Excel 5', () => {
    expect(text([0x24, ...u16(0xc000), 1, 0x25, ...u16(0xc000, 0xc008), 0, 2, 0x19, 0x10, ...u16(0), 0x03], 5)).toBe(
      'B1+SUM(A1:C9)',
    );
  });

  it('gives nothing where it does not know a token, a function or a sheet, or where tokens are cut off', () => {
    for (const tokens of [
      [],
      [0x99],
      [0x03],
      [0x22, 1, ...u16(999)],
      [0x3a, ...u16(7, 0, 0)],
      [0x1f, 1],
      [0x1e, 1, 0, 0x1e, 1, 0],
      [0x17, 200, 0],
    ])
      expect(text(tokens)).toBeUndefined();
  });
});
