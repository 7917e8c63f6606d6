import type { SheetInfo } from '../book/inspect';
import type { Session } from '../run-excel';
import { askLook, Fingerprint, LOOK_ROWS, lookText, type Look } from './fingerprint';
import { Packer } from './packer';

interface Check {
  info: SheetInfo;
  look: Look | null;
  blocks: { top: number; range: Excel.Range }[];
}

/**
 * Which of our sheets differ from what we wrote: contents, fills, fonts, hidden rows and columns, comments, or anything
 * outside.
 */
export async function findEdited(session: Session, sheets: readonly SheetInfo[]): Promise<SheetInfo[]> {
  if (sheets.length === 0) return [];
  const packer = new Packer(session);
  const checks: Check[] = [];
  for (const info of sheets) {
    const { mark, sheet } = info;
    if (!mark) continue;
    const check: Check = { info, look: null, blocks: [] };
    checks.push(check);
    // Something outside tells enough.
    if (reachesOut(info)) continue;
    const step = Math.max(1, Math.floor(mark.rows / Math.max(1, Math.ceil(mark.bytes / 700_000))));
    for (let top = 0; top < mark.rows; top += step) {
      const rows = Math.min(step, mark.rows - top);
      await packer.add(Math.ceil((mark.bytes * rows) / mark.rows) + 600, () => {
        const range = sheet.getRangeByIndexes(top, 0, rows, mark.cols);
        range.load('formulas');
        check.blocks.push({ top, range });
      });
    }
    await packer.add((Math.min(mark.rows, LOOK_ROWS) + mark.cols) * 200, () => {
      check.look = askLook(sheet, mark.rows, mark.cols);
    });
  }
  await packer.send();
  return checks.filter(isEdited).map((c) => c.info);
}

function reachesOut({ mark, used }: SheetInfo): boolean {
  return (
    !used.isNullObject &&
    mark !== null &&
    (used.rowIndex + used.rowCount > mark.rows || used.columnIndex + used.columnCount > mark.cols)
  );
}

function isEdited({ info, look, blocks }: Check): boolean {
  if (look === null) return true;
  const print = new Fingerprint();
  for (const { top, range } of blocks) print.addRows(top, range.formulas as unknown[][]);
  return print.text + lookText(look) !== info.mark?.print;
}
