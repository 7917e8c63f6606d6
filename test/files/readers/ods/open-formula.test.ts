import { fromOpenFormula } from '../../../../src/files/readers/ods/open-formula';

describe('fromOpenFormula', () => {
  it.each([
    ['of:=SUM([.B1:.B9])', 'SUM(B1:B9)'],
    ['of:=IF([.B1]<2;"a;[.B2]""x";"c")', 'IF(B1<2,"a;[.B2]""x","c")'],
    ["of:=[$'PL 2'.C3]+['O''Brien.x'.$A$1]", "'PL 2'!C3+'O''Brien.x'!$A$1"],
    ['of:=SUM([$PL2.A1:.B2])', 'SUM(PL2!A1:B2)'],
    ['of:=SUM([PL2.A1:PL3.B2])', 'SUM(PL2!A1:PL3!B2)'],
    ['of:={1;2|3;4}', '{1,2;3,4}'],
    ['of:=SUM([.A1]~[.B2])', 'SUM(A1,B2)'],
    ["of:=['a]b'.A1]", "'a]b'!A1"],
    ['oooc:=[.A1]*2', 'A1*2'],
    ['msoxl:=A1*2', 'A1*2'],
    ['=[.A1]', 'A1'],
    ['of:=[.A1', 'A1'],
    ['of:="abc', '"abc'],
    ['', ''],
  ])('%s → %s', (source, formula) => {
    expect(fromOpenFormula(source)).toBe(formula);
  });
});
