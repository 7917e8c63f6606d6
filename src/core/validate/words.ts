import type { Appendix } from '../model/appendix';
import type { Place } from '../model/issue';
import { formatCount, formatDate, formatPercent } from '../text/format-number';
import { templateById } from '../templates/registry';
import type { TemplateColumn } from '../templates/schema';
import { shorten } from './shorten';

/** Names for sentences, taken from the sheet where it has them, else from the template. */
export interface Words {
  /**
   * "Phụ lục 2"; "Bảng “Kết quả giải quyết hồ sơ một cửa theo lĩnh vực”" where the form has no number; the id where it
   * is not known.
   */
  template(id: string): string;
  /** "dòng 3"; "dòng “Tài nguyên nước”" in an open list. */
  row(at: Place): string;
  /** The row's wording, shortened: "Số cơ quan công khai đầy đủ, đúng quy định bộ TTHC…", or null. */
  rowLabel(at: Place): string | null;
  /** "cột Tổng số". */
  column(at: Place): string;
  /** "Phụ lục 2, dòng 3, cột Tổng số"; "Tệp “a.xlsx”, trang “PL2”, ô C13" without a template; "" without anything. */
  place(at: Place): string;
  /**
   * `to` as seen from `from`: only what differs, "dòng 6 “Số cơ quan có cơ cấu…”", "Phụ lục 3, dòng 1"; 'bare' without
   * the wording of rows.
   */
  other(to: Place, from: Place, bare?: 'bare'): string;
  /**
   * A figure in the format of its column: 1234 is "1.234", 0.958 in a percent column "95,8%"; a text as it is; "không
   * có số" for null.
   */
  figure(value: number | string | null | undefined, at?: Place): string;
  /** Name of the sender of the file, or null. */
  sender(at: Place): string | null;
}

/** Whose appendices the names come from. */
export interface Named {
  name: string;
  appendices: readonly Appendix[];
}

/**
 * Longest wording of a row and of a column in a sentence, in characters; keeps a sentence within three lines of the
 * pane.
 */
const ROW_WIDTH = 48;
const COLUMN_WIDTH = 60;

/** Words over the appendices of one or more senders. */
export function wordsOf(senders: readonly Named[]): Words {
  const groupOfFile = new Map<string, Named>();
  for (const sender of senders)
    for (const a of sender.appendices) if (!groupOfFile.has(a.file)) groupOfFile.set(a.file, sender);

  const everyone = senders.flatMap((s) => s.appendices);
  // A list of thousands of rows has thousands of findings; each place is looked up once.
  const appendixAt = onceFor(
    (at) => [at.file, at.sheet, at.template],
    (at): Appendix | undefined => {
      const pool = at.file === undefined ? everyone : (groupOfFile.get(at.file)?.appendices ?? []);
      const same = pool.filter((a) => a.template === at.template);
      return same.find((a) => a.file === at.file && a.sheet === at.sheet) ?? same[0];
    },
  );
  const rowsOf = onceFor(
    (at) => [at.file, at.sheet, at.template],
    (at) => {
      const byKey = new Map<string, Appendix['rows'][number]>();
      for (const row of appendixAt(at)?.rows ?? []) if (!byKey.has(row.key)) byKey.set(row.key, row);
      return byKey;
    },
  );
  const columnAt = onceFor(
    (at) => [at.file, at.sheet, at.template, at.column],
    (at) => {
      const header = appendixAt(at)?.columns.find((c) => c.key === at.column)?.header;
      const declared =
        at.template === undefined ? undefined : templateById(at.template)?.columns.find((c) => c.key === at.column);
      return columnName(tidy(header ?? ''), declared);
    },
  );
  const rowWords = (at: Place) => {
    const onSheet = at.row === undefined ? undefined : rowsOf(at).get(at.row);
    const template = at.template === undefined ? undefined : templateById(at.template);
    const declared = template?.rows.find((r) => r.key === at.row);
    const total = template?.totalRow?.key === at.row ? template?.totalRow : undefined;
    const ofForm = declared?.label || total?.label || '';
    // A figure of the province belongs to no sheet: the form's own wording.
    return {
      number: declared?.number ?? '',
      label: tidy((at.file === undefined ? ofForm || onSheet?.label : onSheet?.label || ofForm) ?? ''),
    };
  };
  const words: Words = {
    template(id) {
      const template = templateById(id);
      if (!template) return `Biểu mẫu “${id}”`;
      return template.appendixNumber === null ? `Bảng “${template.name}”` : `Phụ lục ${template.appendixNumber}`;
    },
    row(at) {
      const { number, label } = rowWords(at);
      if (number) return `dòng ${number}`;
      return label ? `dòng “${shorten(label, ROW_WIDTH)}”` : `dòng “${at.row ?? ''}”`;
    },
    rowLabel(at) {
      const { label } = rowWords(at);
      return label ? shorten(label, ROW_WIDTH) : null;
    },
    column: (at) => `cột ${columnAt(at) || at.column || ''}`,
    place: (at) => placeWords(at, words),
    other: (to, from, bare) => otherWords(to, from, words, bare === 'bare'),
    figure(value, at) {
      if (value === null || value === undefined) return 'không có số';
      if (typeof value === 'string') return formatDate(value);
      const column =
        at?.template === undefined ? undefined : templateById(at.template)?.columns.find((c) => c.key === at.column);
      return column?.role === 'percent' ? formatPercent(value) : formatCount(value);
    },
    sender: (at) => (at.file === undefined ? null : (groupOfFile.get(at.file)?.name ?? null)),
  };
  return words;
}

/** `find`, asked once for each place that differs in what `parts` names. */
function onceFor<T>(parts: (at: Place) => (string | undefined)[], find: (at: Place) => T): (at: Place) => T {
  const known = new Map<string, T>();
  return (at) => {
    const key = JSON.stringify(parts(at));
    if (!known.has(key)) known.set(key, find(at));
    return known.get(key)!;
  };
}

function otherWords(to: Place, from: Place, words: Words, bare: boolean): string {
  const sameTemplate = (to.template ?? from.template) === from.template;
  const at: Place = {
    ...to,
    template: to.template ?? from.template,
    file: to.file ?? from.file,
    ...(sameTemplate ? { sheet: from.sheet } : {}),
  };
  const parts: string[] = [];
  if (!sameTemplate && at.template) parts.push(words.template(at.template));
  if (to.row !== undefined && (to.row !== from.row || !sameTemplate)) {
    const label = words.rowLabel(at);
    const row = words.row(at);
    parts.push(!bare && label && !row.includes('“') ? `${row} “${label}”` : row);
  }
  if (to.column !== undefined && to.column !== from.column) parts.push(words.column(at));
  return parts.join(', ');
}

function placeWords(at: Place, words: Words): string {
  if (at.template === undefined) {
    const parts: string[] = [];
    if (at.file) parts.push(`tệp “${at.file}”`);
    if (at.sheet) parts.push(`trang “${at.sheet}”`);
    if (at.cell) parts.push(`ô ${at.cell}`);
    return parts.join(', ');
  }
  const parts = [words.template(at.template)];
  if (at.row !== undefined) parts.push(words.row(at));
  if (at.column !== undefined) parts.push(words.column(at));
  if (at.row === undefined && at.cell) parts.push(`ô ${at.cell}`);
  return parts.join(', ');
}

/** One line, single blanks. */
function tidy(text: string): string {
  return text.replace(/\s+/gu, ' ').trim().normalize('NFC');
}

/**
 * The lowest header cell as the sheet words it, without its brackets: "Chia ra theo cấp hành chính / Cấp tỉnh" is "Cấp
 * tỉnh".
 */
function columnName(onSheet: string, declared: TemplateColumn | undefined): string {
  const known = declared ? [declared.header.at(-1) ?? '', ...declared.variants] : [];
  const folded = onSheet.toLocaleLowerCase('vi');
  const ending = known
    .filter((k) => k && folded.endsWith(k.toLocaleLowerCase('vi')))
    .sort((a, b) => b.length - a.length)[0];
  const name = ending ? onSheet.slice(-ending.length) : onSheet.split(/ [/|›>] /u).at(-1) || known[0] || '';
  const bare = name.replace(/\([^()]*\)$/u, '').trimEnd();
  return shorten(bare || name, COLUMN_WIDTH);
}
