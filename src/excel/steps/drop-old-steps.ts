import type { Book, SheetInfo } from '../book/inspect';
import { saveSteps, type Step } from '../book/journal';
import { loadParts, namespaceOf } from '../book/xml-parts';
import { codeOf } from '../failure';
import type { Session } from '../run-excel';

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

/** What can go once `step` is done, which puts `aside` away; asked for before, so that the write itself knows all proxies. One round trip, none where nothing is too old. */
export async function findOld(session: Session, book: Book, step: Step, aside: readonly SheetInfo[] = []): Promise<(() => void) | null> {
  const steps = [...book.steps, step];
  const put = aside.map((info): SheetInfo => ({ ...info, backup: { step: step.id, visibility: info.visibility, name: info.name } }));
  const sheets = [...book.sheets.filter((s) => !aside.includes(s)), ...put];
  const gone = new Set(tooOld({ steps, sheets }));
  const known = new Set(steps.map((s) => s.id));
  const old = sheets.filter((s) => s.backup && (gone.has(s.backup.step) || !known.has(s.backup.step)));
  if (gone.size === 0 && old.length === 0) return null;
  const needed = new Set(sheets.filter((s) => !old.includes(s)).map((s) => s.mark?.write));
  const writes = new Set(old.flatMap((s) => (s.mark && !needed.has(s.mark.write) ? [s.mark.write] : [])));
  const parts = await loadParts(session, [...[...gone].map(namespaceOf.step), ...[...writes].map(namespaceOf.figures)]);
  return () => {
    // First the list: a sheet that then stays behind is found the next time.
    saveSteps(session.context, steps.filter((s) => !gone.has(s.id)), true);
    for (const { sheet } of old) {
      sheet.visibility = 'Hidden';
      sheet.delete();
    }
    for (const part of parts) part.delete();
  };
}

/** Forgets them. Housekeeping: where Excel refuses, the next write tries again. */
export async function dropOld({ sync }: Session, drop: (() => void) | null): Promise<void> {
  if (!drop) return;
  try {
    drop();
    await sync();
  } catch (error) {
    if (codeOf(error) === '') throw error;
  }
}
