import { cellName } from '../model/address';
import type { AppendixColumn } from '../model/appendix';
import type { GridView } from '../model/grid-view';
import type { Issue } from '../model/issue';
import { wordsOf } from './cell-text';
import type { ScoredDraft } from './draft-table';
import { readHeading, titleScore } from './find-title';
import { explain } from './fit';
import type { Leftover } from './leftovers';
import { likelyRow } from './match-label';
import { matchRows, type RowMatching } from './match-rows';
import type { PreparedTemplate } from './prepared-template';
import { bodyLines, numberOf } from './row-lines';
import { fitsSum, numberIn, sumIdentity } from './sum-identity';

/** A cell this like a row of a form is that row. */
const LIKE_ROW = 0.85;
/** So many rows of a form in one column are no chance; forms of three rows can show two. */
const LEAST_ROWS = 2;
/**
 * Texts of one block that are held against a form's rows: no form has more than 60, and a list of thousands is none.
 */
const MOST_TEXTS = 800;
/** Columns found by arithmetic alone are always asked about. */
const BY_SUMS = 0.8;
/**
 * Sums must hold in so many rows, and rows that the form leaves out of a level must agree, before columns without names
 * are believed.
 */
const PROVING_ROWS = 5;

/** Rows of a form that stand without the form's header. */
export interface Headless {
  prepared: PreparedTemplate;
  label: number;
  top: number;
  bottom: number;
  found: number;
}

/** The form whose rows stand in a block of figures that no header leads to, or null. */
export function headlessForm(
  view: GridView,
  box: Leftover,
  forms: readonly PreparedTemplate[],
  covered: (row: number, col: number) => boolean,
): Headless | null {
  let best: Headless | null = null;
  for (const prepared of forms) {
    if (prepared.template.rowMode !== 'fixed') continue;
    const hits = new Map<number, { keys: Set<string>; top: number }>();
    let looked = 0;
    for (const row of view.rows) {
      if (row < box.top - 1 || row > box.bottom + 1 || looked > MOST_TEXTS) continue;
      for (const cell of view.row(row)) {
        if (cell.kind !== 'text' || cell.col > box.right || covered(row, cell.col) || wordsOf(cell).length < 8)
          continue;
        looked++;
        const first = likelyRow(wordsOf(cell).replace(/^\s*\d{1,2}\s*[.)]\s+/, ''), prepared);
        if (!first || first.score < LIKE_ROW) continue;
        const at = hits.get(cell.col) ?? { keys: new Set<string>(), top: row };
        at.keys.add(first.key);
        hits.set(cell.col, at);
      }
    }
    for (const [label, { keys, top }] of hits) {
      if (keys.size >= LEAST_ROWS && (!best || keys.size > best.found))
        best = { prepared, label, top, bottom: box.bottom, found: keys.size };
    }
  }
  return best;
}

/**
 * The table of a headless form, where arithmetic proves which column is which; else null, and headlessIssue says what
 * was seen.
 */
export function headlessDraft(view: GridView, file: string, box: Leftover, form: Headless): ScoredDraft | null {
  const { prepared, label, top } = form;
  const heading = readHeading(view, { top, left: label, right: box.right }, 0, view.grid.sheet);
  const roles = prepared.template.columns;
  const numbered =
    label > 0 &&
    view.rows.filter((r) => r >= top && r <= box.bottom && numberOf(wordsOf(view.at(r, label - 1))) !== '').length >=
      LEAST_ROWS;
  const left = numbered ? label - 1 : label;
  const known: AppendixColumn[] = [
    { key: roles.find((c) => c.role === 'label')!.key, col: label, header: '', confidence: 1 },
  ];
  if (numbered)
    known.unshift({ key: roles.find((c) => c.role === 'index')!.key, col: left, header: '', confidence: 1 });
  const layout = {
    index: numbered ? left : null,
    label,
    columns: known,
    heads: new Map(),
    notes: new Set<number>(),
    left,
    right: box.right,
  };
  const { lines, skipped } = bodyLines(view, layout, top, box.bottom, prepared);
  const rows = matchRows(lines, prepared);
  const figures = provenColumns(view, box, label, prepared, rows);
  if (!figures) return null;
  const columns = [...known, ...figures].sort((a, b) => a.col - b.col);
  const missing = roles.map((c) => c.key).filter((k) => !columns.some((c) => c.key === k));
  const map = { columns, missing, unknown: [], rivals: new Map(), score: BY_SUMS };
  const title = titleScore(heading, prepared);
  const because = [
    ...explain(prepared, map, rows, title, heading),
    'Không có đầu bảng: các cột được hiểu theo thứ tự của biểu mẫu vì tổng các cấp khớp ở mọi dòng',
  ];
  const block = { top, bottom: top - 1, left, right: box.right, words: { left, right: box.right } };
  return {
    view,
    file,
    prepared,
    block,
    heading,
    title: title.score >= 0.6 ? title.title : '',
    columns: map,
    rows,
    confidence: BY_SUMS,
    because,
    fit: BY_SUMS,
    foreign: false,
    right: box.right,
    skipped,
  };
}

/**
 * Total and levels in the printed order, where every row's sum holds and rows without a level show which column that
 * is.
 */
function provenColumns(
  view: GridView,
  box: Leftover,
  label: number,
  prepared: PreparedTemplate,
  rows: RowMatching,
): AppendixColumn[] | null {
  const identity = sumIdentity(prepared.template);
  if (!identity) return null;
  const order = prepared.template.columns
    .map((c) => c.key)
    .filter((k) => k === identity.total || identity.parts.includes(k));
  const filled: number[] = [];
  for (let col = label + 1; col <= box.right; col++)
    if (rows.matches.some((m) => numberIn(view, m, col) !== null)) filled.push(col);
  if (filled.length < order.length) return null;
  const columns = order.map((key, i) => ({ key, col: filled[i]!, header: '', confidence: BY_SUMS }));
  if (columns.at(-1)!.col - columns[0]!.col !== order.length - 1) return null;
  if (rows.matches.length < PROVING_ROWS || !fitsSum(view, rows.matches, columns, identity)) return null;
  let shown = 0;
  for (const match of rows.matches) {
    const allowed = prepared.template.rows.find((r) => r.key === match.key)?.columns;
    if (!allowed) continue;
    const given = columns.filter((c) => (numberIn(view, match, c.col) ?? 0) !== 0);
    if (given.some((c) => !allowed.includes(c.key))) return null;
    if (given.length > 0) shown++;
  }
  return shown >= LEAST_ROWS ? columns : null;
}

/** What is said of rows of a form whose columns cannot be known. */
export function headlessIssue(file: string, sheet: string, form: Headless): Issue {
  return {
    rule: 'template-uncertain',
    severity: 'error',
    at: { file, sheet, cell: cellName(form.top, form.label), template: form.prepared.template.id },
    params: { refused: true, headless: true, rows: form.found },
  };
}
