import { SharedFormula } from '../../../../src/files/readers/xlsx/shared-formula';

/** The formula of B2, written out for the cell `down` rows below and `right` columns beside it. */
const moved = (formula: string, down: number, right: number): string =>
  new SharedFormula(formula, 1, 1).at(1 + down, 1 + right);

describe('SharedFormula', () => {
  it.each([
    ['A1+B2', 1, 0, 'A2+B3'],
    ['$A1+A$1+$A$1', 2, 1, '$A3+B$1+$A$1'],
    ['SUM(A:B)', 3, 1, 'SUM(B:C)'],
    ['SUM($A:B)', 0, 1, 'SUM($A:C)'],
    ['SUM(1:2)', 1, 5, 'SUM(2:3)'],
    ['SUM($1:2)', 1, 0, 'SUM($1:3)'],
    ['A1', -1, 0, '#REF!'],
    ['A1', 0, -1, '#REF!'],
    ['XFD1', 0, 1, '#REF!'],
    ['A1048576', 1, 0, '#REF!'],
    ['"A1"&A1', 1, 0, '"A1"&A2'],
    ['"a""A1"&A1', 1, 0, '"a""A1"&A2'],
    ["'Phụ lục A1'!A1", 1, 0, "'Phụ lục A1'!A2"],
    ['AB12!C3', 1, 0, 'AB12!C4'],
    ['[1]PL1!A1', 1, 0, '[1]PL1!A2'],
    ['LOG10(A1)', 1, 0, 'LOG10(A2)'],
    ['A1B+A1_x+_xA1+A1.b+xa1', 1, 1, 'A1B+A1_x+_xA1+A1.b+XB2'],
    ['1E5+A1', 1, 0, '1E5+A2'],
    ['1.5*A1', 1, 0, '1.5*A2'],
    ['Bảng[A1]+tỷ_A1', 1, 0, 'Bảng[A1]+tỷ_A1'],
    ['', 1, 1, ''],
  ])('%p moved by %p, %p is %p', (formula, down, right, expected) => {
    expect(moved(formula, down, right)).toBe(expected);
  });

  it('takes an unclosed quote without hanging', () => {
    expect(moved(`"${'A1'.repeat(50_000)}`, 0, 0)).toContain('A1');
  });
});
