import type { StepStorage } from '../../app/ports';
import type { Book } from '../book/inspect';
import { loadParts, namespaceOf } from '../book/xml-parts';
import { refuse } from '../failure';
import type { Session } from '../run-excel';
import { bytesOf, forgetting } from './drop-old-steps';
import { settle } from './settle';
import { infoOf } from './undo';

/** What the kept steps take, told in bytes of contents before packing. */
export async function stepStorage(session: Session): Promise<StepStorage> {
  return measure(session, await settle(session));
}

/** Forgets all of them in one request; answers what they took. */
export async function clearSteps(session: Session): Promise<StepStorage> {
  const book = await settle(session);
  if (book.isProtected) refuse('protected-workbook');
  const taken = await measure(session, book);
  const forget = await forgetting(session, book, new Set(book.steps.map((s) => s.id)));
  if (forget) {
    forget();
    await session.sync();
  }
  return taken;
}

async function measure(session: Session, book: Book): Promise<StepStorage> {
  const aside = book.sheets.filter((s) => s.backup !== null);
  // Steps over cells keep what was in them as texts of their own.
  const parts = await loadParts(
    session,
    book.steps.filter((s) => s.kind === 'cells').map((s) => namespaceOf.step(s.id)),
  );
  const texts = parts.map((p) => p.getXml());
  if (texts.length > 0) await session.sync();
  return {
    steps: book.steps.map(infoOf),
    sheets: aside.length,
    bytes: bytesOf(aside) + texts.reduce((n, x) => n + x.value.length, 0),
  };
}
