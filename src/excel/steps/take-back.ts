import { touch, type Book, type SheetInfo } from '../book/inspect';
import { JOURNAL, saveSteps, type Journal } from '../book/journal';
import { BACKUP, STEP_PREFIX } from '../book/marks';
import { loadParts, namespaceOf, namespacesOfWrite } from '../book/xml-parts';
import { refuse } from '../failure';
import type { Session } from '../run-excel';
import { relink, stillToRelink } from '../write/find-relinks';
import { freeName } from '../write/match-sheets';
import { movesToOrder, moveSheets } from '../write/place-sheets';
import { readSnapshot, restoreCells } from './cell-snapshot';

/** Sheets that a step made, finished or not. */
export function madeBy(book: Book, id: string): SheetInfo[] {
  return book.sheets.filter(
    (s) => s.backup === null && (s.temp === id || s.mark?.write === id || s.name.startsWith(STEP_PREFIX(id))),
  );
}

/** Sheets that a step put aside. */
export function asideOf(book: Book, id: string): SheetInfo[] {
  return book.sheets.filter((s) => s.backup?.step === id);
}

/** True where taking the step back would leave no sheet to look at, which Excel refuses. */
export function leavesNothing(book: Book, id: string): boolean {
  const gone = new Set(madeBy(book, id));
  return !book.sheets.some(
    (s) => !gone.has(s) && (s.backup?.step === id ? s.backup.visibility : s.visibility) === 'Visible',
  );
}

/**
 * Takes a step back, whether it was finished, half made, or half taken back: what to do is read from the workbook as it
 * is, so that it can be done again after any failure. The note of the journal goes with the last change.
 */
export async function takeBack(session: Session, book: Book, journal: Journal): Promise<void> {
  const { context, sync } = session;
  const { step } = journal;
  const snapshot = step.kind === 'cells' ? await readSnapshot(session, step.id) : null;
  const parts = await loadParts(session, [namespaceOf.step(step.id), ...namespacesOfWrite(step.id)]);
  const relinks = await stillToRelink(session, journal);
  if (leavesNothing(book, step.id))
    refuse(
      'other',
      'Không thể hoàn tác vì bảng tính sẽ không còn trang nào. Thêm một trang tính mới rồi thực hiện lại.',
    );
  touch(book);
  context.workbook.application.suspendScreenUpdatingUntilNextSync();
  context.workbook.settings.add(JOURNAL, JSON.stringify(journal));
  const names = restoreSheets(book, step.id);
  if (snapshot) restoreCells(names, snapshot);
  if (step.kind === 'sheets') moveSheets(movesToOrder([...names.keys()], step.order), names);
  relink(context, relinks);
  for (const part of parts) part.delete();
  saveSteps(
    context,
    book.steps.filter((s) => s.id !== step.id),
    book.hasSteps,
  );
  if (step.kind === 'sheets' && step.active !== book.active && isVisible(book, step.id, step.active))
    names.get(step.active)?.activate();
  context.workbook.settings.getItem(JOURNAL).delete();
  await sync();
}

/**
 * Shows the put-aside sheets, deletes those the step made, and gives the names back; answers the sheets there are then,
 * by name, in the order they stand in.
 */
function restoreSheets(book: Book, id: string): Map<string, Excel.Worksheet> {
  const made = madeBy(book, id);
  const aside = asideOf(book, id);
  for (const info of aside) info.sheet.visibility = info.backup!.visibility;
  for (const info of made) {
    // A very hidden sheet cannot be deleted.
    if (info.visibility === 'VeryHidden') info.sheet.visibility = 'Hidden';
    info.sheet.delete();
  }
  const rest = book.sheets.filter((s) => !made.includes(s));
  const taken = new Set(rest.filter((s) => !aside.includes(s)).map((s) => s.name.toLowerCase()));
  const byName = new Map<string, Excel.Worksheet>();
  for (const info of rest) {
    if (!aside.includes(info)) {
      byName.set(info.name, info.sheet);
      continue;
    }
    const name = freeName(info.backup!.name, taken);
    taken.add(name.toLowerCase());
    info.sheet.name = name;
    info.sheet.customProperties.getItem(BACKUP).delete();
    byName.set(name, info.sheet);
  }
  return byName;
}

function isVisible(book: Book, id: string, name: string): boolean {
  return book.sheets.some((s) =>
    s.backup?.step === id
      ? s.backup.name === name && s.backup.visibility === 'Visible'
      : s.name === name && s.visibility === 'Visible',
  );
}
