import type { Appendix, AppendixCell } from '../model/appendix';
import { indexAppendix } from '../model/appendix-index';
import type { Place } from '../model/issue';
import { amountOf, type Amount } from '../templates/amount';
import type { Template, TemplateColumn } from '../templates/schema';

/** An appendix beside its template, as rules look at it. Rows and columns are named by their keys. */
export interface Form {
  readonly appendix: Appendix;
  readonly template: Template;
  /** Row keys on the sheet, in sheet order. */
  readonly rows: readonly string[];
  hasRow(row: string): boolean;
  /** True where the sheet has the column, whether or not a cell of it is filled. */
  hasColumn(column: string): boolean;
  column(key: string): TemplateColumn | undefined;
  /** Columns of these roles, in the template's order. */
  columnsOf(...roles: TemplateColumn['role'][]): TemplateColumn[];
  cell(row: string, column: string): AppendixCell | undefined;
  /** What the cell amounts to under the template. */
  amount(row: string, column: string): Amount;
  /** Where (row, column) is; the cell's address where the sheet has it. Without a row: the appendix as a whole. */
  place(row?: string, column?: string): Place;
}

/** The form of an appendix; costs one pass over its cells. */
export function formOf(appendix: Appendix, template: Template): Form {
  const index = indexAppendix(appendix);
  const rowSet = new Set(index.rows);
  const columnSet = new Set(appendix.columns.map((c) => c.key));
  const byKey = new Map(template.columns.map((c) => [c.key, c]));
  return {
    appendix,
    template,
    rows: index.rows,
    hasRow: (row) => rowSet.has(row),
    hasColumn: (column) => columnSet.has(column),
    column: (key) => byKey.get(key),
    columnsOf: (...roles) => template.columns.filter((c) => roles.includes(c.role)),
    cell: index.get,
    amount(row, column) {
      const declared = byKey.get(column);
      return declared ? amountOf(index.get(row, column), declared) : { state: 'not-reported' };
    },
    place(row, column) {
      const place: Place = { file: appendix.file, sheet: appendix.sheet, template: template.id };
      if (row === undefined) return place;
      place.row = row;
      if (column === undefined) return place;
      place.column = column;
      const cell = index.get(row, column);
      if (cell) place.cell = cell.cell;
      return place;
    },
  };
}
