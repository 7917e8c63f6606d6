import type { TableLayout } from './layout';

/** A form has at least this many columns; smaller tables stand beside each other for other reasons. */
const LEAST_COLUMNS = 3;
/** First cell of a header, or a title inside a table: what follows is a table of its own. */
const BEGINS_ANEW = /^(?:s\s*t\s*t|tt|số\s*(?:tt|thứ tự)|phụ\s*lục|biểu)(?:\P{L}|$)/iu;

/**
 * Whether `part` is the rest of `first`, broken off by hand at the end of a page: as many columns, and either no header
 * of its own or the same one again. Asked only where nothing but blank paragraphs stands between the two.
 */
export function continues(first: TableLayout, part: TableLayout): boolean {
  if (first.width !== part.width || part.width < LEAST_COLUMNS || part.height === 0) return false;
  const top = textOf(part, 0);
  if (top !== '' && top === textOf(first, 0)) return true;
  const firstText = part.rowTexts.find((texts) => texts.length > 0)?.[0];
  if (firstText === undefined) return false;
  const titled =
    part.rowTexts[0]!.length === 1 &&
    part.merges.some((m) => m.top === 0 && m.left === 0 && m.right === part.width - 1);
  return part.headerRows === 0 && !titled && !BEGINS_ANEW.test(firstText.trim());
}

function textOf(layout: TableLayout, row: number): string {
  return layout.rowTexts[row]!.join('|').replace(/\s+/g, ' ').trim().toLowerCase();
}

/** Puts the rows of `part` under those of `first`. */
export function appendPart(first: TableLayout, part: TableLayout): void {
  const down = first.height;
  for (const [i, ids] of part.comments) first.comments.set(first.cells.length + i, ids);
  for (const note of part.blankComments) first.blankComments.push({ ...note, row: note.row + down });
  for (const cell of part.cells) first.cells.push({ ...cell, row: cell.row + down });
  for (const m of part.merges) first.merges.push({ ...m, top: m.top + down, bottom: m.bottom + down });
  for (const s of part.hiddenRows) first.hiddenRows.push({ from: s.from + down, to: s.to + down });
  for (const left of part.leftOut)
    first.leftOut.push({ ...left, cell: left.cell.replace(/\d+$/, (n) => String(Number(n) + down)) });
  for (const o of part.objects) first.objects.push(o.at ? { ...o, at: { ...o.at, row: o.at.row + down } } : o);
  for (const texts of part.rowTexts) first.rowTexts.push(texts);
  first.deletedRows += part.deletedRows;
  first.height += part.height;
}
