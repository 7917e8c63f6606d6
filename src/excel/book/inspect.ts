import type { Session } from '../run-excel';
import { JOURNAL, parseJournal, parseSteps, STEPS, type Journal, type Step } from './journal';
import { BACKUP, FORM, MARK, parseBackup, parseMark, TEMP, type BackupMark, type SheetMark } from './marks';

export type Visibility = 'Visible' | 'Hidden' | 'VeryHidden';

export interface SheetInfo {
  sheet: Excel.Worksheet;
  id: string;
  name: string;
  visibility: Visibility;
  isProtected: boolean;
  /** Only where the name is still the one we gave: a renamed or copied sheet is the officer's own. */
  mark: SheetMark | null;
  /** The write that is filling it. */
  temp: string | null;
  backup: BackupMark | null;
  /** Where it holds something; a null object where it is empty. */
  used: Excel.Range;
}

/** What the workbook looks like to us. */
export interface Book {
  name: string;
  active: string;
  isProtected: boolean;
  sheets: SheetInfo[];
  journal: Journal | null;
  /** Notes of ours that do not fit, as they are kept; what fits of them is in `journal` and `steps`. */
  damaged: readonly { key: typeof JOURNAL | typeof STEPS; value: string }[];
  steps: Step[];
  hasSteps: boolean;
}

/** Reads sheets, marks and notes. Two round trips. */
export async function inspect({ context, sync }: Session): Promise<Book> {
  const { workbook } = context;
  const { worksheets, settings } = workbook;
  workbook.load('name');
  workbook.protection.load('protected');
  worksheets.load('items/id,items/name,items/visibility');
  const active = worksheets.getActiveWorksheet();
  active.load('name');
  const [journal, steps] = [JOURNAL, STEPS].map((key) => settings.getItemOrNullObject(key)) as [
    Excel.Setting,
    Excel.Setting,
  ];
  journal.load('value');
  steps.load('value');
  await sync();
  const parts = worksheets.items.map((sheet) => {
    sheet.customProperties.load('items/key,items/value');
    sheet.protection.load('protected');
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load('rowIndex,columnIndex,rowCount,columnCount,cellCount');
    return { properties: sheet.customProperties, used };
  });
  await sync();
  const sheets = worksheets.items.map((sheet, i): SheetInfo => {
    const own = new Map(parts[i]!.properties.items.map((p) => [p.key, p.value]));
    const mark = parseMark(own.get(MARK));
    return {
      sheet,
      id: sheet.id,
      name: sheet.name,
      visibility: sheet.visibility,
      isProtected: sheet.protection.protected,
      mark: mark?.name === sheet.name || own.has(BACKUP) ? mark : null,
      temp: own.get(TEMP) ?? null,
      backup: parseBackup(own.get(BACKUP)),
      used: parts[i]!.used,
    };
  });
  const note = journal.isNullObject ? null : parseJournal(journal.value);
  const kept = steps.isNullObject ? { steps: [], damaged: false } : parseSteps(steps.value);
  const damaged = [
    ...(!journal.isNullObject && note === null ? [{ key: JOURNAL, value: String(journal.value) } as const] : []),
    ...(kept.damaged ? [{ key: STEPS, value: String(steps.value) } as const] : []),
  ];
  return {
    name: workbook.name,
    active: active.name,
    isProtected: workbook.protection.protected,
    sheets,
    journal: note,
    damaged,
    steps: kept.steps,
    hasSteps: !steps.isNullObject,
  };
}

/** True for a sheet of results: ours to replace. A form that we drew for the officer to fill in is the officer's. */
export function isResult(info: SheetInfo): boolean {
  return info.mark !== null && !info.mark.key.startsWith(FORM);
}

/** Sheets of the officer's and ours that count: neither put aside nor half written. */
export function liveSheets(book: Book): SheetInfo[] {
  return book.sheets.filter((s) => s.backup === null && s.temp === null);
}

/** Begins a writing request: in another workbook than the one inspected it stops here, before anything is changed. */
export function touch(book: Book): void {
  for (const { sheet } of book.sheets) sheet.load('name');
}
