import { describe as describeFile, type ReceiveOptions } from '../../src/app/receive/receive-file';
import { runConsolidation } from '../../src/app/consolidate/run-consolidation';
import { parseCellName } from '../../src/core/model/address';
import type { Appendix, AppendixCell } from '../../src/core/model/appendix';
import type { Finding } from '../../src/core/model/finding';
import type { Grid } from '../../src/core/model/grid';
import { templates } from '../../src/core/templates/registry';
import type { MessFile, TruthCell } from './mess';

export interface Silent {
  sheet: string;
  cell: string;
  column: string;
  row: string | null;
  meant: string;
  placed: string;
}

export interface Verdict {
  cells: number;
  right: number;
  flagged: number;
  silent: Silent[];
  /**
   * Figures placed with confidence ≥ 0.9, how many of them right; below 0.9, and how many of those nobody is asked
   * about.
   */
  sure: number;
  sureRight: number;
  unsure: number;
  unsureUnasked: number;
  /** Without those between forms, whose figures are made apart from each other. */
  errors: Finding[];
  closes: boolean;
  breaks: string[];
}

const OPTIONS: ReceiveOptions = { templates: templates(), register: null, period: null };
const ASKS = new Set(['error', 'warning']);
/** Findings that speak of a whole row, column or table, wherever in it they stand. */
const OF_ROW = new Set(['unknown-row', 'duplicate-row', 'missing-row', 'sum-levels', 'missing-split', 'unit-differs']);
const OF_COLUMN = new Set(['unknown-column', 'missing-column', 'total-row', 'unit-differs']);
const OF_TABLE = new Set(['template-uncertain', 'no-appendix', 'hidden-data', 'unit-differs']);

/** Runs the product on a file and holds every figure against what was meant. */
export function judge(file: MessFile, grids: readonly Grid[] = file.grids): Verdict {
  const received = describeFile(file.name, '', { grids: [...grids], issues: [] }, OPTIONS);
  const run = runConsolidation([received], { templates: templates(), register: null, period: null });
  const asked = run.findings.filter((f) => ASKS.has(f.severity));
  const verdict: Verdict = {
    cells: 0,
    right: 0,
    flagged: 0,
    silent: [],
    sure: 0,
    sureRight: 0,
    unsure: 0,
    unsureUnasked: 0,
    errors: run.findings.filter((f) => f.severity === 'error' && f.rule !== 'cross-appendix'),
    closes: run.consolidation.proof.closes,
    breaks: run.consolidation.proof.breaks,
  };
  const placed = new Map<string, { appendix: Appendix; cell: AppendixCell }>();
  for (const appendix of received.appendices) {
    for (const cell of appendix.cells)
      if (isFigure(cell)) placed.set(`${appendix.sheet}|${cell.at.row}|${cell.at.col}`, { appendix, cell });
  }
  for (const t of file.truth) {
    const key = `${t.sheet}|${t.row}|${t.col}`;
    const hit = placed.get(key);
    placed.delete(key);
    settle(verdict, t, hit, asked);
  }
  for (const hit of placed.values()) {
    const { at } = hit.cell;
    const box = { top: at.row, left: at.col, bottom: at.row, right: at.col };
    settle(
      verdict,
      {
        sheet: hit.appendix.sheet,
        row: at.row,
        col: at.col,
        top: at.row,
        bottom: at.row,
        template: null,
        rowKey: null,
        column: hit.cell.column,
        meant: 'ask',
        table: box,
      },
      hit,
      asked,
    );
  }
  return verdict;
}

function isFigure(cell: AppendixCell): boolean {
  return cell.figure.kind === 'number' || cell.figure.kind === 'percent' || cell.figure.kind === 'pair';
}

function settle(
  verdict: Verdict,
  t: TruthCell,
  hit: { appendix: Appendix; cell: AppendixCell } | undefined,
  asked: readonly Finding[],
): void {
  verdict.cells++;
  const right = hit !== undefined && isRight(t, hit);
  const flagged = asked.some((f) => pointsAt(f, t, hit));
  if (right) verdict.right++;
  else if (flagged) verdict.flagged++;
  else
    verdict.silent.push({
      sheet: t.sheet,
      cell: `${t.row + 1}:${t.col + 1}`,
      column: t.column,
      row: t.rowKey,
      meant: String(t.meant),
      placed: hit
        ? `${hit.appendix.template}/${hit.cell.row}/${hit.cell.column}=${JSON.stringify(hit.cell.figure)}`
        : 'nothing',
    });
  if (!hit) return;
  const row = hit.appendix.rows.find((r) => r.key === hit.cell.row)!;
  const column = hit.appendix.columns.find((c) => c.key === hit.cell.column)!;
  if (Math.min(row.confidence, column.confidence, hit.appendix.confidence) >= 0.9) {
    verdict.sure++;
    if (right) verdict.sureRight++;
  } else {
    verdict.unsure++;
    if (!flagged) verdict.unsureUnasked++;
  }
}

function isRight(t: TruthCell, { appendix, cell }: { appendix: Appendix; cell: AppendixCell }): boolean {
  if (t.meant === 'ask' || appendix.template !== t.template || cell.column !== t.column) return false;
  if (t.rowKey?.startsWith('open:')) {
    if (cell.row === 'total') return false;
  } else if (cell.row !== t.rowKey) return false;
  // "12/15" counts as 12.
  if (cell.figure.kind === 'pair') return cell.figure.part === t.meant;
  return (
    (cell.figure.kind === 'number' || cell.figure.kind === 'percent') && Math.abs(cell.figure.value - t.meant) < 1e-9
  );
}

function pointsAt(f: Finding, t: TruthCell, hit: { appendix: Appendix; cell: AppendixCell } | undefined): boolean {
  if (f.sheet !== null && f.sheet !== t.sheet) return false;
  const at = f.cell === null ? null : parseCellName(f.cell);
  if (at && at.row === t.row && at.col === t.col) return true;
  if (
    at &&
    OF_ROW.has(f.rule) &&
    at.row >= t.top &&
    at.row <= t.bottom &&
    at.col >= t.table.left &&
    (at.col <= t.table.right || t.template === null)
  )
    return true;
  if (at && OF_COLUMN.has(f.rule) && at.col === t.col) return true;
  const template = hit?.appendix.template ?? t.template;
  const row = hit?.cell.row ?? t.rowKey;
  if (OF_ROW.has(f.rule) && f.row !== null && f.row === row && f.template === template) return true;
  if (f.rule === 'template-uncertain' && f.row !== null && f.row === row && f.template === template) return true;
  if (
    f.rule === 'template-uncertain' &&
    f.row === null &&
    f.column === (hit?.cell.column ?? t.column) &&
    f.template === template
  )
    return true;
  if (OF_COLUMN.has(f.rule) && f.column !== null && f.template === template && f.column === t.column) return true;
  if (!OF_TABLE.has(f.rule) || f.row !== null || f.column !== null) return false;
  // A question at the head under which the figure was read, however far above it stands.
  if (at && hit && at.row === hit.appendix.header.top && at.col === hit.appendix.header.left) return true;
  return (
    at === null ||
    (at.row >= t.table.top - 6 && at.row <= t.table.bottom && at.col >= t.table.left && at.col <= t.table.right)
  );
}
