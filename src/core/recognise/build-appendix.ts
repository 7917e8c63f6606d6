import { areaName, cellName } from '../model/address';
import type { Appendix, AppendixCell, AppendixColumn } from '../model/appendix';
import type { Cell } from '../model/grid';
import type { Issue, Place } from '../model/issue';
import { remember } from '../text/remember';
import type { TemplateColumn } from '../templates/schema';
import { wordsOf } from './cell-text';
import { isHidden, type RowMatch, type RowMatching } from './match-rows';
import { habitsOf, readFigure, type ColumnHabits } from './read-figures';
import { reportShape } from './report-shape';
import { statedUnits, type StatedUnits } from './stated-units';
import type { TableDraft } from './table-draft';

/** Readings that leave something out of what was typed. */
const ASKED_REPAIRS: ReadonlySet<string> = new Set(['note-mark', 'pair-part']);

/** One string for equal texts of many files. */
const share = remember((text: string) => text);

/** Reads the cells of a drafted table and lists what was found on the way. */
export function buildAppendix(draft: TableDraft): Appendix {
  const { view, prepared, rows } = draft;
  const template = prepared.template;
  const sheet = view.grid.sheet;
  const bottom = Math.max(
    draft.block.bottom,
    ...[...rows.matches, ...rows.unknown].flatMap((m) => m.lines.map((l) => l.row)),
    ...rows.duplicates.flatMap((d) => d.match.lines.map((l) => l.row)),
  );
  const area = {
    top: Math.min(draft.heading.top, draft.block.top),
    left: draft.block.left,
    bottom,
    right: draft.right,
  };
  const appendix: Appendix = {
    id: `${draft.file}|${sheet}|${areaName(area)}`,
    file: draft.file,
    sheet,
    template: template.id,
    version: template.version,
    area,
    header: { top: draft.block.top, left: draft.block.left, bottom: draft.block.bottom, right: draft.block.right },
    confidence: draft.confidence,
    because: draft.because,
    title: draft.title,
    reference: draft.heading.reference,
    columns: draft.columns.columns,
    rows: [],
    cells: [],
    refused: [],
    issues: [],
    scope: draft.heading.scope,
    empty: false,
  };
  const skipped = draft.skipped.filter((r) => r <= bottom);
  if (skipped.length > 0) appendix.skipped = skipped;
  readCells(draft, appendix);
  reportShape(draft, appendix);
  const figureKeys = new Set(
    template.columns.filter((c) => c.role !== 'note' && c.role !== 'label' && c.role !== 'index').map((c) => c.key),
  );
  appendix.empty =
    appendix.cells.every((c) => c.figure.kind === 'blank' || !figureKeys.has(c.column)) &&
    appendix.refused.length === 0;
  return appendix;
}

function readCells(draft: TableDraft, appendix: Appendix): void {
  const { prepared, rows, columns } = draft;
  const figureColumns = columns.columns
    .map((c) => ({ at: c, column: prepared.template.columns.find((t) => t.key === c.key)! }))
    .filter((c) => c.column.role !== 'index' && c.column.role !== 'label');
  const habits = new Map<string, ColumnHabits>();
  const byCol = new Map<number, Cell[]>(figureColumns.map(({ at }) => [at.col, []]));
  for (const match of rows.matches)
    for (const line of match.lines) for (const cell of line.figures) byCol.get(cell.col)?.push(cell);
  for (const { at, column } of figureColumns) habits.set(column.key, habitsOf(byCol.get(at.col)!, column));
  // A conflicting duplicate leaves nobody to believe: neither row is used.
  const conflicted = conflictedKeys(rows);
  const units = statedUnits(draft, { file: appendix.file, sheet: appendix.sheet, template: appendix.template });
  appendix.issues.push(...units.issues);
  for (const match of rows.matches) {
    const gridRow = (match.lines.find((l) => l.counts > 0) ?? match.lines[0]!).row;
    appendix.rows.push({
      key: match.key,
      number: match.number,
      label: share(match.label),
      gridRow,
      confidence: match.confidence,
      matchedBy: match.matchedBy,
    });
    for (const { at, column } of figureColumns) {
      const cell = readOne(draft, appendix, match, gridRow, at, column, habits.get(column.key)!, units);
      if (
        conflicted.has(match.key) &&
        cell.figure.kind !== 'blank' &&
        cell.figure.kind !== 'refused' &&
        column.role !== 'note'
      ) {
        appendix.refused.push({
          at: cell.at,
          cell: cell.cell,
          text: cell.text,
          stored: cell.stored,
          reason: 'dòng này có hai lần với số liệu khác nhau',
        });
        cell.figure = { kind: 'refused', rule: 'duplicate-row', reason: 'dòng này có hai lần với số liệu khác nhau' };
      }
      appendix.cells.push(cell);
    }
  }
  for (const { match } of rows.duplicates) {
    if (prepared.template.rowMode === 'open') continue;
    refuseLines(appendix, match.lines, 'dòng này đã có ở trên');
  }
  for (const row of rows.unknown)
    refuseLines(appendix, row.lines, row.lines[0]!.struck ? 'dòng bị gạch ngang' : 'không nhận ra dòng');
  const known = new Set(columns.columns.map((c) => c.col));
  for (const match of rows.matches) {
    for (const line of match.lines) {
      for (const cell of line.figures) {
        if (known.has(cell.col)) continue;
        appendix.refused.push({
          at: { row: cell.row, col: cell.col },
          cell: cellName(cell.row, cell.col),
          text: cell.text,
          stored: cell.value,
          reason: 'không nhận ra cột',
        });
      }
    }
  }
}

function conflictedKeys(rows: RowMatching): Set<string> {
  const keys = new Set<string>();
  for (const { match, first } of rows.duplicates) {
    if (match.matchedBy === 'open' || (isHidden(match) && !isHidden(first))) continue;
    if (figuresText(match) !== figuresText(first)) keys.add(first.key);
  }
  return keys;
}

function figuresText(match: RowMatch): string {
  return match.lines.flatMap((l) => l.figures.map((c) => `${c.col}=${wordsOf(c)}`)).join('|');
}

function refuseLines(appendix: Appendix, lines: RowMatch['lines'], reason: string): void {
  for (const line of lines) {
    for (const cell of line.figures) {
      appendix.refused.push({
        at: { row: cell.row, col: cell.col },
        cell: cellName(cell.row, cell.col),
        text: cell.text,
        stored: cell.value,
        reason,
      });
    }
  }
}

function readOne(
  draft: TableDraft,
  appendix: Appendix,
  match: RowMatch,
  gridRow: number,
  at: AppendixColumn,
  column: TemplateColumn,
  habits: ColumnHabits,
  units: StatedUnits,
): AppendixCell {
  const { view } = draft;
  const found = match.lines
    .map((l) => view.at(l.row, at.col))
    .filter((c): c is Cell => c !== undefined && (wordsOf(c) !== '' || Boolean(c.noCachedValue)));
  const cell = column.role === 'note' ? found[0] : (found.find((c) => c.row === gridRow) ?? found[0]);
  const reading = readFigure(cell, column, habits, view);
  const row = cell?.row ?? gridRow;
  const result: AppendixCell = {
    row: match.key,
    column: column.key,
    at: { row, col: at.col },
    cell: cellName(row, at.col),
    text: cell ? share(typedText(cell)) : '',
    stored: typeof cell?.value === 'string' ? share(cell.value) : (cell?.value ?? null),
    figure: reading.figure,
    repairs: reading.repairs,
  };
  if (cell?.formula) result.formula = cell.formula;
  if (cell?.comment) result.comment = cell.comment;
  if (view.hidden(row, at.col)) result.hidden = true;
  if (column.role === 'note' && found.length > 1) {
    result.text = found.map(wordsOf).join(' ');
    result.joined = found.length;
    result.figure = { kind: 'text', text: result.text };
  } else if (found.length > 1) refuseOthers(appendix, found, cell);
  if (!cell) return result;
  const place: Place = {
    file: appendix.file,
    sheet: appendix.sheet,
    cell: result.cell,
    template: appendix.template,
    row: match.key,
    column: column.key,
  };
  const unit =
    ['total', 'level', 'figure'].includes(column.role) && isUsable(result.figure)
      ? units.of(match.key, column.key)
      : null;
  if (unit) result.figure = { kind: 'refused', rule: 'unit-differs', reason: `đơn vị tính ghi là “${unit.unit}”` };
  if (column.role !== 'note') guardAgainstSharedCells(draft, match, at, cell, found, result, appendix.issues, place);
  if (reading.problem) appendix.issues.push(problemIssue(reading.problem, place, result));
  const asText = result.repairs.find((r) => r.kind === 'number-as-text');
  if (asText)
    appendix.issues.push({
      rule: 'number-as-text',
      at: place,
      actual: asText.before,
      params: { text: asText.before, value: asText.after },
    });
  for (const r of result.repairs) {
    if (r.kind === 'number-as-text' || (r.kind === 'formula-computed' && reading.problem)) continue;
    appendix.issues.push({
      rule: 'text-repaired',
      at: place,
      severity: ASKED_REPAIRS.has(r.kind) ? 'warning' : 'info',
      actual: r.before,
      params: { before: r.before, after: r.after, kind: r.kind },
    });
  }
  if (result.figure.kind === 'refused' && !appendix.refused.some((x) => x.cell === result.cell)) {
    appendix.refused.push({
      at: result.at,
      cell: result.cell,
      text: result.text,
      stored: result.stored,
      reason: result.figure.reason,
    });
  }
  return result;
}

/** What stands in the cell: for a formula without a stored result, the formula. */
function typedText(cell: Cell): string {
  const text = cell.kind === 'text' || cell.text.trim() === '' ? String(cell.value) : cell.text;
  return text === '' && cell.noCachedValue ? `=${cell.formula ?? ''}` : text;
}

/**
 * A broken row with several figures in one column: only one cell is looked at, and the guard below refuses that one
 * too.
 */
function refuseOthers(appendix: Appendix, found: readonly Cell[], kept: Cell | undefined): void {
  for (const other of found) {
    if (other === kept) continue;
    appendix.refused.push({
      at: { row: other.row, col: other.col },
      cell: cellName(other.row, other.col),
      text: other.text,
      stored: other.value,
      reason: 'dòng bị ngắt có nhiều số trong cùng một cột',
    });
  }
}

function problemIssue(problem: { rule: string; reason: string }, at: Place, cell: AppendixCell): Issue {
  const repaired = cell.figure.kind !== 'refused' && problem.rule === 'formula-error';
  return {
    rule: problem.rule,
    at,
    ...(repaired ? { severity: 'warning' as const } : {}),
    actual: cell.text,
    params: { text: cell.text, reason: problem.reason },
  };
}

const isUsable = (figure: AppendixCell['figure']): boolean =>
  figure.kind === 'number' || figure.kind === 'percent' || figure.kind === 'pair';

/** A figure that stands for two rows or two columns, or two figures that stand for one row, cannot be placed. */
function guardAgainstSharedCells(
  draft: TableDraft,
  match: RowMatch,
  at: AppendixColumn,
  cell: Cell | undefined,
  found: readonly Cell[],
  result: AppendixCell,
  issues: Issue[],
  place: Place,
): void {
  if (!cell || !isUsable(result.figure)) return;
  let reason: string | null = null;
  const area = draft.view.merge(cell.row, cell.col);
  if (area) {
    const label = draft.columns.columns.find(
      (c) => draft.prepared.template.columns.find((t) => t.key === c.key)?.role === 'label',
    )?.col;
    const own = new Set(match.lines.map((l) => l.row));
    let otherRow = draft.rows.matches.some(
      (m) => m !== match && m.lines.some((l) => l.row >= area.top && l.row <= area.bottom),
    );
    for (let row = area.top; row <= area.bottom && label !== undefined; row++)
      otherRow ||= !own.has(row) && wordsOf(draft.view.at(row, label)) !== '';
    const otherColumn = draft.columns.columns.some(
      (c) => c.col !== at.col && c.col >= area.left && c.col <= area.right,
    );
    if (otherRow || otherColumn)
      reason = `ô gộp ${areaName(area)} nên không rõ số thuộc ${otherRow ? 'dòng' : 'cột'} nào`;
  }
  if (found.length > 1)
    reason = `dòng này bị ngắt làm ${match.lines.length} dòng và có ${found.length} số trong cùng một cột`;
  if (!reason) return;
  result.figure = { kind: 'refused', rule: 'not-a-number', reason };
  issues.push({ rule: 'not-a-number', at: place, actual: result.text, params: { text: result.text, reason } });
}
