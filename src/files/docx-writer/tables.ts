import {
  BorderStyle,
  Table,
  TableCell,
  TableLayoutType,
  VerticalAlign,
  WidthType,
  type ITableCellOptions,
  type Paragraph,
  type TableRow,
} from 'docx';

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const NO_BORDERS = {
  top: NONE,
  bottom: NONE,
  left: NONE,
  right: NONE,
  insideHorizontal: NONE,
  insideVertical: NONE,
} as const;
const BORDERS = {
  top: LINE,
  bottom: LINE,
  left: LINE,
  right: LINE,
  insideHorizontal: LINE,
  insideVertical: LINE,
} as const;
/** Room at the sides of a cell, in dxa: 1.4 mm. */
const SIDE = 80;

/** A table of fixed column widths in dxa, with or without lines. */
export function fixedTable(widths: readonly number[], rows: readonly TableRow[], lines: boolean): Table {
  return new Table({
    rows,
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: lines ? BORDERS : NO_BORDERS,
    width: { size: widths.reduce((a, b) => a + b, 0), type: WidthType.DXA },
    margins: { marginUnitType: WidthType.DXA, left: SIDE, right: SIDE, top: 20, bottom: 20 },
  });
}

/** A cell; `width` in dxa over all the columns it spans. */
export function tableCell(
  children: Paragraph[],
  width: number,
  more: Partial<ITableCellOptions> & { top?: boolean } = {},
): TableCell {
  const { top, ...options } = more;
  return new TableCell({
    children,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: top ? VerticalAlign.TOP : VerticalAlign.CENTER,
    ...options,
  });
}

/** Shares of a width in whole dxa that add up to it exactly. */
export function shares(parts: readonly number[], width: number): number[] {
  const total = parts.reduce((a, b) => a + b, 0) || 1;
  const out = parts.map((p) => Math.floor((p / total) * width));
  const rest = width - out.reduce((a, b) => a + b, 0);
  if (out.length > 0) out[out.length - 1] = (out[out.length - 1] ?? 0) + rest;
  return out;
}
