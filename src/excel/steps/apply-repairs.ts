import type { CellPlace, CellRepair, HostResult } from '../../app/ports';
import { touch, type Book } from '../book/inspect';
import { JOURNAL, newStepId, saveSteps, type Journal, type Step } from '../book/journal';
import { namespaceOf, toParts } from '../book/xml-parts';
import { failure, refuse, toFailure, unfinished } from '../failure';
import { openSession, type Meter, type Session } from '../run-excel';
import { Packer } from '../write/packer';
import type { CellChange, CellState } from './cell-snapshot';
import { dropOld, findOld } from './drop-old-steps';
import { settle, standingAfterError } from './settle';

/** About how many bytes the words for one cell take, asked for or written. */
const CELL_BYTES = 1_200;
/** Characters of a snapshot kept in the workbook; nothing is written without one. */
const SNAPSHOT_LIMIT = 2_500_000;

interface Found {
  repair: CellRepair;
  change: CellChange;
}

/** Writes repairs whose cell still holds what was expected, as one step. */
export async function applyRepairs(
  repairs: readonly CellRepair[],
  title: string,
  now = new Date(),
): Promise<HostResult<{ written: number; skipped: CellPlace[] }>> {
  const meter: Meter = { trips: 0 };
  const id = newStepId(now);
  let begun = false;
  let outcome = { written: 0, skipped: [] as CellPlace[] };
  try {
    await openSession(async (session) => {
      const book = await settle(session);
      const found = await findCells(session, book, repairs);
      const hit = new Set(found.map((f) => f.repair));
      outcome = {
        written: found.length,
        skipped: repairs.filter((r) => !hit.has(r)).map(({ sheet, cell }) => ({ sheet, cell })),
      };
      if (found.length === 0) return;
      const sheets = [...new Set(found.map((f) => f.repair.sheet))];
      const locked = book.sheets.find((s) => s.isProtected && sheets.includes(s.name));
      if (locked)
        refuse(
          'protected-sheet',
          `Trang "${locked.name}" đang được bảo vệ nên chưa sửa ô nào. Bỏ bảo vệ trang (thẻ Xem lại, Unprotect ` +
            'Sheet) rồi thực hiện lại. Bảng tính vẫn như trước.',
        );
      const step: Step = {
        id,
        kind: 'cells',
        title,
        at: now.toISOString(),
        sheets,
        order: [],
        active: book.active,
        aside: 0,
      };
      const parts = toParts(
        namespaceOf.step(id),
        '1',
        found.map((f) => f.change),
      );
      if (parts.reduce((n, p) => n + p.length, 0) > SNAPSHOT_LIMIT)
        refuse(
          'too-large',
          'Sửa quá nhiều ô trong một lần nên không lưu được bản để hoàn tác. Hãy sửa từng trang tính. Bảng tính ' +
            'vẫn như trước.',
        );
      const drop = await findOld(session, book, step);
      begun = true;
      await writeCells(session, book, step, found, parts);
      await dropOld(session, drop);
    }, meter);
    return { ok: true, value: outcome };
  } catch (error) {
    const failed = toFailure(error, 'write-cells');
    if (!begun) return failed;
    const standing = await standingAfterError(id, meter);
    if (standing.state === 'done') return { ok: true, value: outcome };
    if (standing.state === 'pending') return failure(failed.kind, unfinished(failed.message));
    return failed.kind === 'not-found' ? failure('workbook-switched') : failed;
  }
}

/** Reads the cells and keeps those that are still as expected. */
async function findCells(session: Session, book: Book, repairs: readonly CellRepair[]): Promise<Found[]> {
  const sheets = new Map(book.sheets.map((s) => [s.name, s]));
  const packer = new Packer(session);
  const asked: { repair: CellRepair; range: Excel.Range }[] = [];
  for (const repair of repairs) {
    const info = sheets.get(repair.sheet);
    if (!info) continue;
    await packer.add(CELL_BYTES, () => {
      const range = info.sheet.getRange(repair.cell);
      range.load('formulas,values,text,numberFormat');
      asked.push({ repair, range });
    });
  }
  if (asked.length === 0) return [];
  await packer.send();
  return asked.flatMap(({ repair, range }): Found[] => {
    const [content, value, text, format] = [range.formulas, range.values, range.text, range.numberFormat].map(
      (t) => (t as unknown[][])[0]?.[0],
    ) as [CellState['content'], unknown, string, string];
    if (repair.expected !== text && repair.expected !== String(value)) return [];
    // A text that begins with "=" is its own value; a formula is not.
    const formula = typeof content === 'string' && content.startsWith('=') && content !== value;
    // A cell of text format would turn the number, and the formula, into text again.
    const after: CellState = {
      content: repair.formula === undefined ? (repair.value ?? '') : `=${repair.formula}`,
      format: format === '@' ? 'General' : format,
    };
    return [
      { repair, change: { sheet: repair.sheet, cell: repair.cell, before: { content, format }, after, formula } },
    ];
  });
}

async function writeCells(
  session: Session,
  book: Book,
  step: Step,
  found: readonly Found[],
  parts: readonly string[],
): Promise<void> {
  const { context } = session;
  const packer = new Packer(session);
  const sheets = new Map(book.sheets.map((s) => [s.name, s.sheet]));
  await packer.add(2_000, () => {
    touch(book);
    context.workbook.settings.add(JOURNAL, JSON.stringify({ step, relinks: [], names: [] } satisfies Journal));
  });
  for (const part of parts)
    await packer.add(part.length * 3, () => {
      context.workbook.customXmlParts.add(part);
    });
  for (const {
    change: { sheet, cell, before, after },
  } of found) {
    await packer.add(CELL_BYTES, () => {
      const range = sheets.get(sheet)!.getRange(cell);
      if (after.format !== before.format) range.numberFormat = [[after.format]];
      range.formulas = [[after.content]];
    });
  }
  await packer.add(4_000, () => {
    saveSteps(context, [...book.steps, step], book.hasSteps);
    context.workbook.settings.getItem(JOURNAL).delete();
  });
  await packer.send();
}

/** Places whose content is no longer what the repair left: "PL2!C13". */
export async function cellsChangedSince(
  session: Session,
  book: Book,
  changes: readonly CellChange[],
): Promise<string[]> {
  const sheets = new Map(book.sheets.map((s) => [s.name, s]));
  const packer = new Packer(session);
  const asked: { change: CellChange; range: Excel.Range | null }[] = [];
  for (const change of changes) {
    await packer.add(CELL_BYTES, () => {
      const range = sheets.get(change.sheet)?.sheet.getRange(change.cell) ?? null;
      range?.load('formulas');
      asked.push({ change, range });
    });
  }
  await packer.send();
  return asked
    .filter(({ change, range }) => range === null || normal(range.formulas[0]?.[0]) !== normal(change.after.content))
    .map(({ change }) => `ô ${change.cell} trang "${change.sheet}"`);
}

/** Excel writes formulas its own way: blanks and capitals do not count. */
const normal = (content: unknown): string =>
  typeof content === 'string' && content.startsWith('=') ? content.replace(/\s/g, '').toUpperCase() : String(content);
