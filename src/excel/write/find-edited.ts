import { parseAreaName } from '../../core/model/address';
import type { SheetInfo } from '../book/inspect';
import type { Session } from '../run-excel';
import { askLook, Fingerprint, lookText, type Look } from './fingerprint';
import { Packer } from './packer';

/** Bytes that one cell's formula takes in an answer beyond its text. */
const CELL_BYTES = 3;

interface Check { info: SheetInfo; used: Excel.Range; look: Look | null; blocks: { top: number; range: Excel.Range }[] }

/** Which of our sheets differ from what we wrote: contents, fills, fonts, hidden rows and columns, comments, or anything outside. */
export async function findEdited(session: Session, sheets: readonly SheetInfo[]): Promise<SheetInfo[]> {
  if (sheets.length === 0) return [];
  const packer = new Packer(session);
  const checks: Check[] = [];
  for (const info of sheets) {
    const { mark, sheet } = info;
    if (!mark) continue;
    const check: Check = { info, used: sheet.getUsedRangeOrNullObject(true), look: null, blocks: [] };
    check.used.load('address');
    checks.push(check);
    const bytes = mark.bytes + mark.rows * mark.cols * CELL_BYTES;
    const step = Math.max(1, Math.floor(mark.rows / Math.max(1, Math.ceil(bytes / 700_000))));
    for (let top = 0; top < mark.rows; top += step) {
      const rows = Math.min(step, mark.rows - top);
      await packer.add(Math.ceil((bytes * rows) / mark.rows) + 600, () => {
        const range = sheet.getRangeByIndexes(top, 0, rows, mark.cols);
        range.load('formulas');
        check.blocks.push({ top, range });
      });
    }
    await packer.add((mark.rows > 400 ? 400 : mark.rows) * 200, () => { check.look = askLook(sheet, mark.rows, mark.cols); });
  }
  await packer.send();
  return checks.filter(isEdited).map((c) => c.info);
}

function isEdited({ info, used, look, blocks }: Check): boolean {
  const mark = info.mark!;
  const area = used.isNullObject ? null : parseAreaName(used.address.slice(used.address.lastIndexOf('!') + 1));
  if (area && (area.bottom >= mark.rows || area.right >= mark.cols)) return true;
  const print = new Fingerprint();
  for (const { top, range } of blocks) print.addRows(top, range.formulas as unknown[][]);
  return print.text + (look ? lookText(look) : '') !== mark.print;
}
