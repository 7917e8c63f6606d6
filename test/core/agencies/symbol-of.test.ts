import { symbolOf } from '../../../src/core/agencies/symbol-of';

test.each([
  ['(Đính kèm Báo cáo số 193/BC-STC ngày 25/11/2020)', 'STC'],
  ['(Đính kèm Báo cáo số 57 /BC-TTT ngày 29 /11/2020)', 'TTT'],
  ['Số: /BC-VPUBND', 'VPUBND'],
  ['70/BC-VP UBND', 'VPUBND'],
  ['70/BC-VP.UBND ngày 3/3/2020', 'VPUBND'],
  ['57/BC–TTT', 'TTT'],
  ['12 / BC - SNgV, ngày 1/2', 'SNgV'],
  ['BÁO CÁO SỐ 5/BC-STP NGÀY 03/11/2020', 'STP'],
  ['5/BC-SLĐ-TBXH ngày 3', 'SLĐ-TBXH'],
  ['5/BC-SNN&PTNT', 'SNN&PTNT'],
  ['(Kèm theo Báo cáo số: ...../BC-UBND, ngày......tháng...... năm 2020 của UBND …)', 'UBND'],
  ['932/SNV-CCHC', null],
  ['17/TTr-TTT', null],
  ['Báo cáo số ..../BC- ngày 3', null],
  ['ABC-STP', null],
])('%s', (reference, symbol) => expect(symbolOf(reference)).toBe(symbol));
