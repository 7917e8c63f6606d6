import type { Book, SheetInfo } from '../book/inspect';
import { saveSteps, type Step } from '../book/journal';
import { loadParts, namespaceOf, namespacesOfWrite } from '../book/xml-parts';
import { codeOf } from '../failure';
import type { Session } from '../run-excel';

/** Steps that can be taken back. */
export const MOST_STEPS = 10;
/** Put-aside sheets kept altogether: about three results of nine sheets. More would make the file heavy. */
export const MOST_ASIDE = 30;
/** Bytes of put-aside sheets as they were written; packed into the file they take about a tenth. */
export const MOST_BYTES = 40_000_000;
/** A step of a former quarter is nobody's to take back. */
export const MOST_DAYS = 60;
const DAY_MS = 86_400_000;

/** Ids of the oldest steps, which have to go so that the rest keeps within the bounds; the newest always stays. */
export function tooOld(book: Pick<Book, 'steps' | 'sheets'>): string[] {
  const kept = (id: string): SheetInfo[] => book.sheets.filter((s) => s.backup?.step === id);
  const all = book.steps.map((s) => ({
    id: s.id,
    at: Date.parse(s.at),
    aside: kept(s.id).length,
    bytes: bytesOf(kept(s.id)),
  }));
  const now = all.at(-1)?.at ?? 0;
  let [aside, bytes] = [all.reduce((n, s) => n + s.aside, 0), all.reduce((n, s) => n + s.bytes, 0)];
  const gone: string[] = [];
  for (const [i, step] of all.slice(0, -1).entries()) {
    if (
      all.length - i <= MOST_STEPS &&
      aside <= MOST_ASIDE &&
      bytes <= MOST_BYTES &&
      !(now - step.at > MOST_DAYS * DAY_MS)
    )
      break;
    gone.push(step.id);
    aside -= step.aside;
    bytes -= step.bytes;
  }
  return gone;
}

/** What sheets of ours took when they were written. */
export function bytesOf(sheets: readonly SheetInfo[]): number {
  return sheets.reduce((n, s) => n + (s.mark?.bytes ?? 0), 0);
}

/**
 * What can go once `step` is done, which puts `aside` away; asked for before, so that the write itself knows all
 * proxies. One round trip, none where nothing is too old.
 */
export async function findOld(
  session: Session,
  book: Book,
  step: Step,
  aside: readonly SheetInfo[] = [],
): Promise<(() => void) | null> {
  const steps = [...book.steps, step];
  const put = aside.map((info): SheetInfo => ({
    ...info,
    backup: { step: step.id, visibility: info.visibility, name: info.name },
  }));
  const sheets = [...book.sheets.filter((s) => !aside.includes(s)), ...put];
  return forgetting(session, { steps, sheets, hasSteps: true }, new Set(tooOld({ steps, sheets })));
}

/**
 * How to forget steps with all they put aside, and put-aside sheets that no step knows; null where there is nothing to
 * forget. One round trip.
 */
export async function forgetting(
  session: Session,
  { steps, sheets, hasSteps }: Pick<Book, 'steps' | 'sheets' | 'hasSteps'>,
  gone: ReadonlySet<string>,
): Promise<(() => void) | null> {
  const known = new Set(steps.map((s) => s.id));
  const old = sheets.filter((s) => s.backup && (gone.has(s.backup.step) || !known.has(s.backup.step)));
  if (gone.size === 0 && old.length === 0) return null;
  const needed = new Set(sheets.filter((s) => !old.includes(s)).map((s) => s.mark?.write));
  const writes = new Set(old.flatMap((s) => (s.mark && !needed.has(s.mark.write) ? [s.mark.write] : [])));
  const parts = await loadParts(session, [
    ...[...gone].map(namespaceOf.step),
    ...[...writes].flatMap(namespacesOfWrite),
  ]);
  return () => {
    // First the list: a sheet that then stays behind is found the next time.
    saveSteps(
      session.context,
      steps.filter((s) => !gone.has(s.id)),
      hasSteps,
    );
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
