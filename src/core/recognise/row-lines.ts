import type { AppendixColumn } from '../model/appendix';
import type { Cell } from '../model/grid';
import type { GridView } from '../model/grid-view';
import { foldText } from '../text/fold';
import { wordsOf } from './cell-text';
import { isNumberRowAt, type HeaderBlock } from './find-headers';
import type { PreparedTemplate } from './prepared-template';

/** One sheet row of a table's body. */
export interface RowLine {
  row: number;
  /** STT as typed, without closing dot or brackets. */
  number: string;
  label: string;
  /** The label cell is the lower part of one merged over several rows: row of its top. */
  labelTop: number;
  /** Non-blank cells in the table's figure and note columns. */
  figures: Cell[];
  /** The label is struck through: the row was taken back. */
  struck?: boolean;
  /** Nobody who looks at the sheet sees it. */
  hidden?: boolean;
  /** Of those, the ones that are not notes. */
  counts: number;
}

/** Where the body of a table has what: sheet columns from 0; `index` is null where there is no STT. */
export interface BodyLayout {
  index: number | null;
  label: number;
  columns: readonly AppendixColumn[];
  /** Folded header texts by column, of known and unknown columns: a repeated header says them again. */
  heads: ReadonlyMap<number, ReadonlySet<string>>;
  notes: ReadonlySet<number>;
  left: number;
  right: number;
}

/** Two blank rows may be a page break; a longer gap ends a table unless a known row follows. */
const LIST_NUMBER = /^[[(]?\s*([0-9]{1,3}(?:\.[0-9]{1,3})*|[ivxIVX]{1,5}|[a-zA-Z])\s*[.)\]]*$/;

/** "1." → "1"; "(12)" → "12"; "" where there is none. */
export function numberOf(text: string): string {
  const m = LIST_NUMBER.exec(text.trim());
  return m ? m[1]! : '';
}

/**
 * Rows of a table's body from `from` to `to` (inclusive, from 0), blank ones, repeated headers and rows of column
 * numbers left out. A label that carries its number ("12. Số cơ quan …") with no number column is split.
 */
export function bodyLines(
  view: GridView,
  layout: BodyLayout,
  from: number,
  to: number,
  prepared: PreparedTemplate,
): { lines: RowLine[]; skipped: number[] } {
  const lines: RowLine[] = [];
  const skipped: number[] = [];
  for (const row of view.rows) {
    if (row < from || row > to) continue;
    const cells = view.row(row);
    if (isNumberRowAt(cells, layout.label) || isRepeatedHeader(cells, layout, prepared)) {
      skipped.push(row);
      continue;
    }
    const labelArea = view.merge(row, layout.label);
    let label = wordsOf(view.shown(row, layout.label));
    let number = layout.index === null ? '' : numberOf(wordsOf(view.shown(row, layout.index)));
    const labelIsWide = labelArea !== undefined && labelArea.right > layout.label;
    if (labelIsWide && labelArea.left < layout.label && labelArea.right >= layout.right) {
      label = '';
      number = '';
    }
    if (number === '') {
      const m = /^[\s\-–+*•]*(\d{1,2})\s*[.)]\s+(\S.*)$/s.exec(label);
      if (m) {
        number = m[1]!;
        label = m[2]!;
      }
    }
    const figures = cells.filter(
      (c) =>
        c.col !== layout.label &&
        c.col !== layout.index &&
        c.col >= layout.left &&
        c.col <= layout.right &&
        (wordsOf(c) !== '' || Boolean(c.noCachedValue)),
    );
    const counts = figures.filter((c) => !layout.notes.has(c.col)).length;
    if (label === '' && figures.length === 0 && number === '') continue;
    const line: RowLine = { row, number, label, labelTop: labelArea ? labelArea.top : row, figures, counts };
    if (view.shown(row, layout.label)?.struck === 'all') line.struck = true;
    if (view.hiddenRow(row)) line.hidden = true;
    lines.push(line);
  }
  return { lines, skipped };
}

/** Every filled cell repeats a header wording, and there are at least two. */
function isRepeatedHeader(cells: readonly Cell[], layout: BodyLayout, prepared: PreparedTemplate): boolean {
  if (cells.length < 2) return false;
  return cells.every((cell) => {
    if (cell.kind !== 'text') return false;
    const folded = foldText(wordsOf(cell));
    return (
      (layout.heads.get(cell.col)?.has(folded) ?? false) ||
      prepared.parents.some((p) => p.folded === folded) ||
      (folded.length > 3 && prepared.columns.some((c) => c.leaf.some((w) => w.folded === folded)))
    );
  });
}

const headsByBlock = new WeakMap<HeaderBlock, Map<number, Set<string>>>();

/** Folded texts of a header block by column. */
export function headsOf(view: GridView, block: HeaderBlock): ReadonlyMap<number, ReadonlySet<string>> {
  const known = headsByBlock.get(block);
  if (known) return known;
  const heads = new Map<number, Set<string>>();
  headsByBlock.set(block, heads);
  for (let row = block.top; row <= block.bottom; row++) {
    for (const cell of view.row(row)) {
      const set = heads.get(cell.col) ?? new Set<string>();
      set.add(foldText(wordsOf(cell)));
      heads.set(cell.col, set);
    }
  }
  return heads;
}
