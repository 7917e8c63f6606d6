/**
 * Worksheet custom properties that are ours. Values stay below 255 characters: some Excels cut or refuse longer ones.
 */
export const MARK = 'phuluc.mark';
export const TEMP = 'phuluc.temp';
export const BACKUP = 'phuluc.backup';
/** How the key of a form begins that the officer fills in. */
export const FORM = 'form:';

/** What a sheet of ours says about itself. */
export interface SheetMark {
  /** Role, template and count: "appendix:phu-luc-2:0". A later write replaces the sheet with the same key. */
  key: string;
  /** The write that made it; also finds its figures. */
  write: string;
  /** Fingerprint of its contents and look when it was written. */
  print: string;
  /** Rows and columns as written, and the bytes its contents take, to read it back in as few requests as possible. */
  rows: number;
  cols: number;
  bytes: number;
  /** Its name when it was written. A sheet that was renamed or copied since is the officer's own. */
  name: string;
}

const VERSION = '1';

/** "1|appendix:phu-luc-2:0|m2x8|0f3a…|45|7|5120|Phụ lục 2": short, and the name last because it may hold "|". */
export function markText(mark: SheetMark): string {
  return [VERSION, mark.key, mark.write, mark.print, mark.rows, mark.cols, mark.bytes, mark.name].join('|');
}

/** The mark, or null where it is of another version or damaged: then the sheet counts as the officer's own. */
export function parseMark(text: string | undefined): SheetMark | null {
  const [version, key, write, print, rows, cols, bytes, ...name] = (text ?? '').split('|');
  if (version !== VERSION || !key || !write || !print || name.length === 0) return null;
  const numbers = [rows, cols, bytes].map(Number) as [number, number, number];
  if (!numbers.every((n) => Number.isInteger(n) && n >= 0)) return null;
  return { key, write, print, rows: numbers[0], cols: numbers[1], bytes: numbers[2], name: name.join('|') };
}

/** What a put-aside sheet says: which step keeps it, and how it was. */
export interface BackupMark {
  step: string;
  visibility: Excel.SheetVisibility | 'Visible' | 'Hidden' | 'VeryHidden';
  name: string;
}

export function backupText(mark: BackupMark): string {
  return [VERSION, mark.step, mark.visibility, mark.name].join('|');
}

export function parseBackup(text: string | undefined): BackupMark | null {
  const [version, step, visibility, ...name] = (text ?? '').split('|');
  if (version !== VERSION || !step || name.length === 0) return null;
  if (visibility !== 'Visible' && visibility !== 'Hidden' && visibility !== 'VeryHidden') return null;
  return { step, visibility, name: name.join('|') };
}

/** Names of sheets while they are written, and of those put aside. Nobody calls a sheet that. */
export const STEP_PREFIX = (step: string): string => `~pl-${step}-`;
export const tempName = (step: string, index: number): string => `~pl-${step}-${index}`;
export const backupName = (step: string, index: number): string => `~pl-${step}-cu-${index}`;
