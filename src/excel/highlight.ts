import type { CellPlace, HostResult } from '../app/ports';
import { parseCellName } from '../core/model/address';
import type { Area } from '../core/model/grid';
import { liveSheets, type Book } from './book/inspect';
import { newStepId } from './book/journal';
import { codeOf, Refusal, refuse } from './failure';
import { openSession, runExcel, type Session } from './run-excel';
import { settle } from './steps/settle';
import { addresses, areasOf } from './write/areas-of';

/**
 * What to mark. The message is for the pane, which shows it when the cell is selected; nothing of it is written into
 * the sheet.
 */
export type Mark = CellPlace & { severity: 'error' | 'warning' | 'info'; message: string };

/** Strong enough to be found on a page of figures, light enough to read black text on. */
const LOOK = {
  error: { fill: '#F8B4AB', font: '#7A150B' },
  warning: { fill: '#FCE08A', font: '#5A4100' },
  info: { fill: '#BBD9F5', font: '#153A66' },
} as const;

/**
 * Highlights are conditional formats: they lie over a cell's own fill and change nothing of it. Excel gives conditional
 * formats new ids when a file is opened again, so ours are known by their condition, which is always true and carries
 * our name.
 */
const TAG = 'phu-luc-cchc';
const conditionOf = (run: string): string => `=LEN("${TAG}:${run}")>0`;

interface Ours {
  format: Excel.ConditionalFormat;
  formula: string;
}

/** All highlights of ours in the workbook. Two round trips, one where there are no conditional formats. */
async function findOurs({ sync }: Session, book: Book): Promise<Ours[]> {
  const lists = book.sheets.map(({ sheet }) => {
    const list = sheet.getRange().conditionalFormats;
    list.load('items/type,items/id');
    return list;
  });
  await sync();
  const custom = lists.flatMap((list) => list.items).filter((f) => f.type === 'Custom');
  if (custom.length === 0) return [];
  const rules = custom.map((format) => {
    const { rule } = format.custom;
    rule.load('formula');
    return { format, rule };
  });
  await sync();
  // Without any condition: cut off between adding one and saying when it holds. A person cannot make such a one.
  return rules
    .filter(({ rule }) => rule.formula === '' || rule.formula.includes(TAG))
    .map(({ format, rule }) => ({ format, formula: rule.formula }));
}

/**
 * Shows marks in place of those shown before. New ones are added before old ones go, so that a failure leaves one or
 * the other.
 */
export async function highlight(marks: readonly Mark[], now = new Date()): Promise<HostResult<void>> {
  const run = newStepId(now);
  const result = await runExcel('write-cells', async (session) => {
    const book = await settle(session);
    const sheets = new Map(liveSheets(book).map((s) => [s.name, s]));
    const before = await findOurs(session, book);
    const bySheet = new Map<string, Mark[]>();
    for (const mark of marks) bySheet.set(mark.sheet, [...(bySheet.get(mark.sheet) ?? []), mark]);
    for (const [name, own] of bySheet) {
      const info = sheets.get(name);
      if (!info) continue;
      if (info.isProtected)
        refuse(
          'protected-sheet',
          `Trang "${name}" đang được bảo vệ nên không đánh dấu được. Bỏ bảo vệ trang (thẻ Xem lại, Unprotect ` +
            'Sheet) rồi thực hiện lại. Bảng tính vẫn như trước.',
        );
      addMarks(info.sheet, own, run);
    }
    for (const { format } of before) format.delete();
    await session.sync();
  });
  if (!result.ok && result.kind !== 'protected-sheet') await removeRun(run);
  return result;
}

/**
 * The worst severity of a cell counts. Neighbouring cells share a format; info first, so that what is added last, an
 * error, lies on top.
 */
function addMarks(sheet: Excel.Worksheet, marks: readonly Mark[], run: string): void {
  for (const severity of ['info', 'warning', 'error'] as const) {
    const cells = new Set<string>();
    const at: { row: number; col: number }[] = [];
    for (const mark of marks) {
      const place = mark.severity === severity ? parseCellName(mark.cell) : null;
      if (!place || cells.has(mark.cell)) continue;
      cells.add(mark.cell);
      at.push(place);
    }
    for (const address of addresses(areasOfCells(at))) {
      const format = sheet.getRanges(address).conditionalFormats.add('Custom');
      format.custom.rule.formula = conditionOf(run);
      format.custom.format.fill.color = LOOK[severity].fill;
      format.custom.format.font.color = LOOK[severity].font;
    }
  }
}

function areasOfCells(at: readonly { row: number; col: number }[]): Area[] {
  const rows = [...new Set(at.map((p) => p.row))].sort((a, b) => a - b);
  const place = new Map(rows.map((row, i) => [row, i]));
  const wide = Math.max(0, ...at.map((p) => p.col)) + 1;
  const filled = new Set(at.map((p) => place.get(p.row)! * wide + p.col));
  // Rows are packed for the search and cut again where they do not follow one another.
  return [
    ...(areasOf(rows.length, wide, (r, c) => (filled.has(r * wide + c) ? 'x' : undefined)).get('x') ?? []),
  ].flatMap((area) => {
    const out: Area[] = [];
    for (let i = area.top; i <= area.bottom; i++) {
      const row = rows[i]!;
      const last = out.at(-1);
      if (last && last.bottom === row - 1) last.bottom = row;
      else out.push({ ...area, top: row, bottom: row });
    }
    return out;
  });
}

/**
 * Takes away what this run put there, after it failed; where Excel refuses again, the next highlight or clearing finds
 * it.
 */
async function removeRun(run: string): Promise<void> {
  try {
    await openSession(
      async (session) => {
        const ours = await findOurs(session, await settle(session));
        for (const { format, formula } of ours) if (formula === '' || formula.includes(run)) format.delete();
        await session.sync();
      },
      { trips: 0 },
    );
  } catch (error) {
    if (codeOf(error) === '' && !(error instanceof Refusal)) throw error;
  }
}

export function clearHighlights(): Promise<HostResult<void>> {
  return runExcel('write-cells', async (session) => {
    const ours = await findOurs(session, await settle(session));
    if (ours.length === 0) return;
    for (const { format } of ours) format.delete();
    await session.sync();
  });
}
