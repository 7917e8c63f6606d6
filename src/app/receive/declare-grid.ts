import { cellName } from '../../core/model/address';
import type { Appendix } from '../../core/model/appendix';
import type { Grid } from '../../core/model/grid';
import type { Issue, Place } from '../../core/model/issue';
import { pointsElsewhere } from './points-elsewhere';

/** Longest comment in a sentence, in characters. */
const LONGEST = 200;

/** Whether a formula takes figures from another file. */
export function looksElsewhere(formula: string): boolean {
  return pointsElsewhere(formula.replace(/"(?:[^"]|"")*"/g, '""'));
}

/**
 * What a person should know of a table beside its cells: figures taken from other files, comments on blank cells. Also
 * puts these comments into the blank cells of the appendix.
 */
export function declareGrid(grid: Grid, appendix: Appendix): Issue[] {
  const place: Place = { file: appendix.file, sheet: appendix.sheet, template: appendix.template };
  const issues: Issue[] = [];
  const linked = appendix.cells.filter((c) => c.formula !== undefined && looksElsewhere(c.formula));
  if (linked.length > 0) {
    issues.push({
      rule: 'external-link',
      at: { ...place, cell: linked[0]!.cell, row: linked[0]!.row, column: linked[0]!.column },
      params: { list: linked.map((c) => c.cell), count: linked.length, formula: linked[0]!.formula! },
    });
  }
  const { area } = appendix;
  for (const note of grid.notes ?? []) {
    if (note.row < area.top || note.row > area.bottom || note.col < area.left || note.col > area.right) continue;
    const cell = appendix.cells.find((c) => c.at.row === note.row && c.at.col === note.col);
    if (cell) cell.comment ??= note.text;
    issues.push({
      rule: 'cell-comment',
      at: { ...place, cell: cellName(note.row, note.col), ...(cell ? { row: cell.row, column: cell.column } : {}) },
      params: { text: note.text.slice(0, LONGEST).replace(/\s+/g, ' ').trim() },
    });
  }
  return issues;
}

/**
 * A workbook that refers to other files where no figure was seen to: told once, because not every format shows its
 * formulas.
 */
export function declareFile(file: string, grids: readonly Grid[], issues: readonly Issue[]): Issue[] {
  if (!grids.some((g) => g.externalLinks) || issues.some((i) => i.rule === 'external-link')) return [];
  return [{ rule: 'external-link', severity: 'info', at: { file }, params: { count: 0 } }];
}
