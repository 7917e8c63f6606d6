import type { Appendix } from '../model/appendix';
import { foldText } from '../text/fold';
import { stripMarks } from '../text/strip-marks';

/** Words by which a clerk marks what is put aside: "PL2 (Bản cũ)", "Sheet1 (2)", "nháp", "old", "backup". */
const OLD =
  /(?<![a-z0-9])(?:cu|ban cu|so cu|old|nhap|ban nhap|du thao|draft|backup|bak|sao luu|ban sao|copy|luu|de so sanh|so sanh|tham khao|bo|huy|khong dung)(?![a-z0-9])/;
/** Excel's own name for a sheet that was copied: "PL2 (2)". */
const COPIED_SHEET = /\(\d{1,2}\)\s*$/;

/** Whether the name of its sheet or its title says that a table is an old one, a draft or a copy of another. */
export function isOldCopy({ sheet, title }: Pick<Appendix, 'sheet' | 'title'>): boolean {
  const plain = (text: string): string => stripMarks(foldText(text)).replace(/_+/g, ' ');
  return (
    COPIED_SHEET.test(sheet) || OLD.test(plain(sheet)) || /\((?:ban cu|cu|nhap|du thao|old|draft)\)/.test(plain(title))
  );
}
