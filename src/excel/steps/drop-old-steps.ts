import { inspect, type Book } from '../book/inspect';
import { saveSteps } from '../book/journal';
import { loadParts, namespaceOf } from '../book/xml-parts';
import { codeOf } from '../failure';
import { openSession, type Meter } from '../run-excel';

/** Steps that can be taken back. */
export const MOST_STEPS = 10;
/** Put-aside sheets kept altogether: about three results of nine sheets. More would make the file heavy. */
export const MOST_ASIDE = 30;

/** Ids of the oldest steps, which have to go so that the rest keeps within the bounds; the newest always stays. */
export function tooOld(book: Pick<Book, 'steps' | 'sheets'>): string[] {
  const count = (id: string): number => book.sheets.filter((s) => s.backup?.step === id).length;
  let aside = book.steps.reduce((n, s) => n + count(s.id), 0);
  const gone: string[] = [];
  for (const [i, step] of book.steps.slice(0, -1).entries()) {
    if (book.steps.length - i <= MOST_STEPS && aside <= MOST_ASIDE) break;
    gone.push(step.id);
    aside -= count(step.id);
  }
  return gone;
}

/** Forgets the oldest steps with their sheets. Housekeeping: where Excel refuses, the next write tries again. */
export async function dropOldSteps(meter: Meter): Promise<void> {
  try {
    await openSession(async (session) => {
      const { context, sync } = session;
      const book = await inspect(session);
      const gone = new Set(tooOld(book));
      const known = new Set(book.steps.map((s) => s.id));
      const sheets = book.sheets.filter((s) => s.backup && (gone.has(s.backup.step) || !known.has(s.backup.step)));
      if (book.journal || (gone.size === 0 && sheets.length === 0)) return;
      const writes = new Set(sheets.map((s) => s.mark?.write).filter((w) => w !== undefined));
      const needed = new Set(book.sheets.filter((s) => !sheets.includes(s)).map((s) => s.mark?.write));
      const parts = await loadParts(session, [...[...gone].map(namespaceOf.step), ...[...writes].filter((w) => !needed.has(w)).map(namespaceOf.figures)]);
      // First the list: a sheet that then stays behind is found above the next time.
      saveSteps(context, book.steps.filter((s) => !gone.has(s.id)), book.hasSteps);
      for (const { sheet } of sheets) {
        sheet.visibility = 'Hidden';
        sheet.delete();
      }
      for (const part of parts) part.delete();
      await sync();
    }, meter);
  } catch (error) {
    if (codeOf(error) === '') throw error;
  }
}
