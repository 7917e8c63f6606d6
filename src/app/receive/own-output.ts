import type { Grid } from '../../core/model/grid';
import { BOARD_SHEET, BY_AGENCY_SHEET, FINDINGS_SHEET, PROOF_SHEET, SOURCES_SHEET } from '../../core/plan/sheet-names';

/**
 * What a workbook is that this program made, as a sentence ("Đây là sổ kết quả …"), or null for any other. Goes by the
 * sheets that stand together in a result alone, so that it is known under any name and after any program saved it
 * again.
 */
export function ownOutput(grids: readonly Pick<Grid, 'sheet'>[]): string | null {
  const names = new Set(grids.map((g) => g.sheet.normalize('NFC')));
  const proven = names.has(PROOF_SHEET) && names.has(SOURCES_SHEET);
  return proven && [BY_AGENCY_SHEET, BOARD_SHEET, FINDINGS_SHEET].some((n) => names.has(n))
    ? 'Đây là sổ kết quả do chương trình lập, không phải báo cáo của đơn vị, nên không được tổng hợp'
    : null;
}
