import type { Book } from '../book/inspect';
import { inspect } from '../book/inspect';
import { JOURNAL, type Step } from '../book/journal';
import { codeOf, Refusal } from '../failure';
import { openSession, type Meter, type Session } from '../run-excel';
import { takeBack } from './take-back';

/**
 * The workbook as it is, after finishing what an earlier run left half done. Two round trips where there is nothing to
 * finish.
 */
export async function settle(session: Session): Promise<Book> {
  const book = await inspect(session);
  const orphans = book.sheets.filter((s) => s.temp !== null && s.temp !== book.journal?.step.id);
  if (!book.journal && !book.journalDamaged && orphans.length === 0) return book;
  const { context, sync } = session;
  if (book.journal) await takeBack(session, book, book.journal);
  else {
    for (const { sheet } of orphans) sheet.delete();
    if (book.journalDamaged) context.workbook.settings.getItem(JOURNAL).delete();
    await sync();
  }
  return inspect(session);
}

/**
 * How a step stands after an error: in the list of steps (done), not in it and nothing half done (gone), or still to be
 * tidied (pending).
 */
export type Standing = { state: 'done'; step: Step } | { state: 'gone' } | { state: 'pending' };

/**
 * Takes back what an error left half done, with a second try; the answer of a request may be lost though it was carried
 * out.
 */
export async function standingAfterError(id: string, meter: Meter): Promise<Standing> {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const book = await openSession(settle, meter);
      const step = book.steps.find((s) => s.id === id);
      return step ? { state: 'done', step } : { state: 'gone' };
    } catch (error) {
      if (codeOf(error) === '' && !(error instanceof Refusal)) throw error;
    }
  }
  return { state: 'pending' };
}
