import type { Area } from './grid';

/** Host-independent description of the sheets to write; excel and xlsx-writer both draw exactly this. */
export interface OutputPlan {
  title: string;
  /** What each style looks like. */
  styles: Record<StyleName, Style>;
  sheets: SheetPlan[];
  /** Texts kept inside the workbook, out of sight: the saved case ("case.json"). */
  attachments?: { name: string; text: string }[];
}

/** What a sheet is for. Only sheets with a role (our mark) are ever replaced. */
export type SheetRole =
  'appendix' | 'by-agency' | 'findings' | 'proof' | 'sources' | 'control' | 'board' | 'journal' | 'charts';

/** One sheet to write. Rows and columns count from 0; widths are in characters, heights in points. */
export interface SheetPlan {
  /** At most 31 characters, none of \ / ? * [ ] : */
  name: string;
  role: SheetRole;
  /** Template id for role appendix. */
  template?: string;
  /** Width of each column in characters of the default font. */
  widths: number[];
  /** Row heights in points, by row index from 0, where not automatic. */
  heights?: Record<number, number>;
  cells: CellPlan[];
  merges: Area[];
  freeze?: { rows: number; cols: number };
  autofilter?: Area;
  page: PagePlan;
  /** Tab colour "RRGGBB". */
  tab?: string;
  /** Which figure of the template each cell shows, so that a result cell can be traced; indexes from 0. */
  figures?: { row: number; col: number; rowKey: string; column: string }[];
  /** Charts over cells of this sheet; a host that draws none shows the same figures as a table. */
  charts?: ChartPlan[];
}

/** One chart of a sheet. */
export interface ChartPlan {
  /** bar: lying bars, the first category at the top; column: standing ones. */
  kind: 'bar' | 'column' | 'pie';
  title: string;
  /** Cells that hold the names of the categories: one column. */
  categories: Area;
  /** Cells beside them that hold the figures, the name in the legend, colour "RRGGBB". */
  series: { name: string; values: Area; color: string }[];
  /** Series on top of each other instead of side by side. */
  stacked?: boolean;
  /** The axis shows shares of 1. */
  percent?: boolean;
  /** End of the axis, where several charts are to be compared. */
  max?: number;
  /** What the figures count, beside the axis: "Số nhiệm vụ". */
  unit?: string;
  /** The cells that the chart covers. */
  over: Area;
}

/** How a sheet is printed on A4. Rows and columns count from 0; the scale is in percent. */
export interface PagePlan {
  orientation: 'landscape' | 'portrait';
  /** Rows repeated at the top of every printed page, from 0. */
  repeatRows?: { from: number; to: number };
  /** Columns repeated at the left of every printed page, from 0; for sheets wider than a page. */
  repeatCols?: { from: number; to: number };
  /** Fit to one page wide; as many pages high as needed. */
  fitWidth: boolean;
  /** Size in print, in percent, where it is not fitted to the width; 100 where absent. */
  scale?: number;
  /** Millimetres (NĐ 30/2020: top, bottom 20–25, left 30–35, right 15–20). */
  margins: { top: number; bottom: number; left: number; right: number };
  /** Number pages at the top centre, not on the first. */
  pageNumbers: boolean;
  /** Print area; the used cells where absent. */
  area?: Area;
  /** Rows, from 0, that begin a new page. */
  breaks?: number[];
}

/** One cell to write; row and column from 0. */
export interface CellPlan {
  /** From 0. */
  row: number;
  /** From 0. */
  col: number;
  /** Text is always written as text, whatever it begins with. Null draws only the style. */
  value: string | number | null;
  /** Without "="; then `value` is its result. */
  formula?: string;
  style: StyleName;
  /** Shown as a comment on the cell. */
  note?: string;
  /** Inside the workbook ("'Phụ lục 2'!C13") or to a file. */
  link?: { sheet: string; cell: string } | { file: string; sheet?: string; cell?: string };
}

/** Names of looks; what each looks like is told once, in core/plan/styles.ts, and travels with the plan. */
export type StyleName =
  | 'heading'
  | 'title'
  | 'reference'
  | 'header'
  | 'columnNumber'
  | 'index'
  | 'label'
  | 'count'
  | 'countTotal'
  | 'percent'
  | 'text'
  | 'note'
  | 'total'
  | 'totalLabel'
  | 'totalPercent'
  | 'empty'
  | 'footnote'
  | 'signature'
  | 'signatureNote'
  | 'sheetTitle'
  | 'sheetLead'
  | 'tableHeader'
  | 'tableText'
  | 'tableCount'
  | 'tablePercent'
  | 'tableLink'
  | 'error'
  | 'warning'
  | 'info'
  | 'good'
  | 'muted'
  | 'waiting'
  | 'done';

/** The look of one style. Colours "RRGGBB". */
export interface Style {
  font: { size: number; bold?: boolean; italic?: boolean; underline?: boolean; color?: string };
  align: { h: 'left' | 'center' | 'right'; v: 'top' | 'center' | 'bottom'; wrap?: boolean; indent?: number };
  border?: 'thin' | 'hair';
  fill?: string;
  numberFormat?: string;
}
