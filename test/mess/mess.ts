import type { Grid } from '../../src/core/model/grid';
import type { Template } from '../../src/core/templates/schema';
import type { Rng } from './rng';

/** A cell as it will stand in the file. */
export interface MessCell {
  value: string | number;
  format?: string;
  formula?: string;
  noCachedValue?: boolean;
  struck?: 'all' | 'part';
  raised?: string;
}

/** What a figure cell means: a number, or 'ask': nobody can know, so it must not be placed without a word. */
export type Meant = number | 'ask';

export interface MessColumn {
  id: string;
  key: string | null;
  path: string[];
}

export interface MessRow {
  /** data: a row of the form or a stranger (key null); header: the head again; numbers: (1) (2) (3). */
  kind: 'data' | 'header' | 'numbers' | 'blank' | 'text';
  key: string | null;
  number: string | number;
  /** One entry per sheet row that the label is broken over. */
  label: string[];
  /** Which of them carries the figures. */
  figuresAt: number;
  cells: Record<string, MessCell>;
  meant: Record<string, Meant>;
}

export interface MessTable {
  template: Template | null;
  /** Lines above the header, each in one cell; `col` counts from the table's left. */
  above: { col: number; text: string; wide?: boolean }[];
  columns: MessColumn[];
  /** Rows of the printed header that are not written. */
  lostHeaderRows: number[];
  merged: boolean;
  rows: MessRow[];
  /** Lines below; texts by column from the table's left. */
  below: { col: number; text: string }[];
  /** Merges over figure cells, by row index and column id. */
  figureMerges: { row: number; column: string; down: number }[];
  hiddenRows: number[];
  hiddenColumns: string[];
}

export interface MessSheet {
  name: string;
  side: boolean;
  top: number;
  left: number;
  gap: number;
  tables: MessTable[];
  visibility: Grid['visibility'];
}

export interface MessDoc {
  name: string;
  sheets: MessSheet[];
}

/** What stands at one figure cell, and where the table lies. */
export interface TruthCell {
  sheet: string;
  row: number;
  col: number;
  /** Sheet rows of the form's row. */
  top: number;
  bottom: number;
  template: string | null;
  rowKey: string | null;
  column: string;
  meant: Meant;
  table: { top: number; left: number; bottom: number; right: number };
}

export interface MessFile {
  name: string;
  template: string;
  seed: number;
  distortions: string[];
  grids: Grid[];
  truth: TruthCell[];
}

/** One way in which a file goes wrong. */
export interface Distortion {
  id: string;
  /** Vietnamese, for the report. */
  name: string;
  /** At most one of a slot in a file. */
  slot: string;
  /** harmless: everything must still be read; asks: some cells cannot be known; unknowable: looks right, is not. */
  effect: 'harmless' | 'asks' | 'unknowable';
  fits?: (doc: MessDoc) => boolean;
  apply: (doc: MessDoc, rng: Rng) => void;
}

/** The table that a file is about: the first one. */
export function mainTable(doc: MessDoc): MessTable {
  return doc.sheets.find((s) => s.tables.some((t) => t.template))!.tables.find((t) => t.template)!;
}
export function mainSheet(doc: MessDoc): MessSheet {
  return doc.sheets.find((s) => s.tables.some((t) => t.template))!;
}
export const dataRows = (table: MessTable): MessRow[] => table.rows.filter((r) => r.kind === 'data' && r.key !== null);
export const roleOf = (table: MessTable, key: string | null): string =>
  table.template?.columns.find((c) => c.key === key)?.role ?? '';
export const figureColumns = (table: MessTable): MessColumn[] =>
  table.columns.filter((c) => ['total', 'level', 'figure', 'percent'].includes(roleOf(table, c.key)));
export const countColumns = (table: MessTable): MessColumn[] =>
  table.columns.filter((c) => ['total', 'level', 'figure'].includes(roleOf(table, c.key)));
export const labelColumn = (table: MessTable): MessColumn =>
  table.columns.find((c) => roleOf(table, c.key) === 'label')!;
export const indexColumn = (table: MessTable): MessColumn | undefined =>
  table.columns.find((c) => roleOf(table, c.key) === 'index');
/** Count cells that hold a number, as [row, column id]. */
export function numberCells(table: MessTable): [MessRow, string][] {
  return dataRows(table).flatMap((r) =>
    countColumns(table)
      .filter((c) => typeof r.cells[c.id]?.value === 'number')
      .map((c) => [r, c.id] as [MessRow, string]),
  );
}
