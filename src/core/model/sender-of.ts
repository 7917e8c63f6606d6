import type { AgencyMatch } from './agency';
import type { Appendix } from './appendix';
import type { Period } from './period';
import type { ReceivedFile } from './submission';

type FileOf = Pick<ReceivedFile, 'file' | 'agency'>;

/** Who sent a table: its own sender where its file holds those of several, else the sender of the file. */
export function senderOf(file: Pick<ReceivedFile, 'agency'>, appendix: Pick<Appendix, 'agency'>): AgencyMatch {
  return appendix.agency ?? file.agency;
}

/** The period that a table tells, by itself or by its file; null where neither does. */
export function periodOf(file: Pick<ReceivedFile, 'period'>, appendix: Pick<Appendix, 'period'>): Period | null {
  return appendix.period ?? file.period;
}

/**
 * Key of the submission that a table belongs to: the agency's code; where nobody knows it, the file, or the sheet of a
 * file with several senders ("Tong hop.xlsx, Sheet3").
 */
export function senderKey(file: FileOf, appendix: Pick<Appendix, 'agency' | 'sheet'>): string {
  const { agency } = senderOf(file, appendix);
  if (agency) return agency.code;
  return appendix.agency ? `${file.file}, ${appendix.sheet}` : file.file;
}

/** Keys of all submissions that a file has a part in, in the order of its tables; its own where it has no table. */
export function senderKeys(file: FileOf & Pick<ReceivedFile, 'appendices'>): string[] {
  const keys = new Set(file.appendices.map((a) => senderKey(file, a)));
  if (keys.size === 0) keys.add(file.agency.agency?.code ?? file.file);
  return [...keys];
}

/** Whether a file holds tables of several senders, each with a sender of its own. */
export function hasSeveralSenders({ appendices }: Pick<ReceivedFile, 'appendices'>): boolean {
  return appendices.some((a) => a.agency !== undefined);
}

/** Who sent the tables of a file, each agency once, in the order of its tables, without those that nobody knows. */
export function sendersOf(file: Pick<ReceivedFile, 'agency' | 'appendices'>): NonNullable<AgencyMatch['agency']>[] {
  const matches = hasSeveralSenders(file) ? file.appendices.map((a) => senderOf(file, a)) : [file.agency];
  const found = new Map(matches.flatMap(({ agency }) => (agency ? [[agency.code, agency] as const] : [])));
  return [...found.values()];
}

/** Whether what was found at a place of a file concerns a submission: at a table of its own, or at the whole file. */
export function concerns(
  key: string,
  file: FileOf & Pick<ReceivedFile, 'appendices'>,
  place: { sheet: string | null; template: string | null },
): boolean {
  const keys = senderKeys(file);
  if (!keys.includes(key)) return false;
  if (keys.length === 1) return true;
  const there = file.appendices.filter(
    (a) => a.sheet === place.sheet && (place.template === null || a.template === place.template),
  );
  return there.length === 0 || there.some((a) => senderKey(file, a) === key);
}

/** Name of the sender of what was found at a place; null where nobody knows it or the place is of several. */
export function senderNameAt(
  file: FileOf & Pick<ReceivedFile, 'appendices'>,
  place: { sheet: string | null; template: string | null },
): string | null {
  if (!hasSeveralSenders(file)) return file.agency.agency?.name ?? null;
  const there = file.appendices.filter(
    (a) => a.sheet === place.sheet && (place.template === null || a.template === place.template),
  );
  const names = new Set(there.map((a) => senderOf(file, a).agency?.name ?? null));
  return names.size === 1 ? [...names][0]! : null;
}

/** Names of all senders of a file for a list: "UBND phường Vĩnh Hải; UBND xã Vĩnh Thạnh"; "" where nobody knows any. */
export function senderNames(file: Pick<ReceivedFile, 'agency' | 'appendices'>): string {
  return sendersOf(file)
    .map(({ name }) => name)
    .join('; ');
}
