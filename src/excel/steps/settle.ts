import type { Book } from '../book/inspect';
import { inspect } from '../book/inspect';
import { saveSteps, SET_ASIDE, STEPS, type Step } from '../book/journal';
import { tellNotice } from '../book/notices';
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
  if (!book.journal && book.damaged.length === 0 && orphans.length === 0) return book;
  const { sync } = session;
  if (book.damaged.length > 0) await setAside(session, book);
  if (book.journal) await takeBack(session, book, book.journal);
  else {
    for (const { sheet } of orphans) {
      sheet.visibility = 'Hidden';
      sheet.delete();
    }
    if (orphans.length > 0) await sync();
  }
  return inspect(session);
}

/** Puts notes that do not fit under a name of their own and goes on with what fits of them; the officer is told. */
async function setAside({ context, sync }: Session, book: Book): Promise<void> {
  const { settings } = context.workbook;
  for (const { key, value } of book.damaged) {
    settings.add(SET_ASIDE[key], value);
    if (key === STEPS) saveSteps(context, book.steps, book.hasSteps);
    else settings.getItem(key).delete();
  }
  await sync();
  const lost = book.damaged.some((d) => d.key === STEPS);
  tellNotice(
    lost
      ? `Phần ghi nhớ các bước hoàn tác trong sổ này bị hỏng nên đã được để riêng; còn hoàn tác được ` +
          `${book.steps.length} bước. Các trang đang hiện vẫn như trước.`
      : 'Phần ghi nhớ việc đang làm dở trong sổ này bị hỏng nên đã được để riêng. Đề nghị xem lại các trang kết quả ' +
          'trong sổ; nếu thiếu thì ghi kết quả lại.',
  );
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
