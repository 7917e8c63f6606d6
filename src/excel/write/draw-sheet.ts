import { areaName } from '../../core/model/address';
import type { Area } from '../../core/model/grid';
import type { CellPlan, OutputPlan, SheetPlan, StyleName } from '../../core/model/output-plan';
import { refuse } from '../failure';
import { applyPage } from './apply-page';
import { applyStyle, STYLE_BYTES } from './apply-style';
import { addresses, areasOf } from './areas-of';
import { drawCharts } from './draw-charts';
import { cellEntry, keptAsWritten } from './cell-entry';
import { askLook, Fingerprint, LOOK_ROWS, lookText, type Look } from './fingerprint';
import { linkTarget, LINK_LIMIT } from './link-target';
import { CALL_BYTES, RANGE_BYTES, utf8Length, type Packer } from './packer';

/** Bytes of values in one property set; small enough to fill a request well, large enough to need few. */
const BLOCK_BYTES = 700_000;
/** setCellProperties fails with an internal error somewhere above 80,000 cells (office-js issue 2564). */
const LINK_ROWS = 5_000;
/** Points of one unit of column width: a digit of Times New Roman 12 is 8 pixels wide, as in the exported file. */
const POINTS_PER_UNIT = 6;
/** Excel's widest column, 255 characters, and highest row, in points. */
const WIDEST = 1_342;
const HIGHEST = 409.5;

/** Extent and fingerprint of a sheet that was drawn; complete once the packer has sent everything. */
export interface Drawn {
  rows: number;
  cols: number;
  bytes: number;
  print(): string;
}

interface Matrix {
  rows: number;
  cols: number;
  at: (CellPlan | undefined)[][];
  style(row: number, col: number): StyleName | undefined;
}

function matrixOf(plan: SheetPlan): Matrix {
  let [rows, cols] = [0, 0];
  for (const { row, col } of plan.cells) {
    rows = Math.max(rows, row + 1);
    cols = Math.max(cols, col + 1);
  }
  for (const { bottom, right } of plan.merges) {
    rows = Math.max(rows, bottom + 1);
    cols = Math.max(cols, right + 1);
  }
  const at: (CellPlan | undefined)[][] = Array.from({ length: rows }, () => []);
  for (const cell of plan.cells) at[cell.row]![cell.col] = cell;
  // Borders of a merged area belong to all its cells, also to those that the plan leaves out.
  const inherited = new Map<number, StyleName>();
  for (const { top, left, bottom, right } of plan.merges) {
    const anchor = at[top]?.[left];
    if (anchor)
      for (let r = top; r <= bottom; r++) for (let c = left; c <= right; c++) inherited.set(r * cols + c, anchor.style);
  }
  return { rows, cols, at, style: (row, col) => at[row]?.[col]?.style ?? inherited.get(row * cols + col) };
}

const rangeOf = (sheet: Excel.Worksheet, a: Area): Excel.Range =>
  sheet.getRangeByIndexes(a.top, a.left, a.bottom - a.top + 1, a.right - a.left + 1);

/** Formulas speak of sheets by the names they have while being written, and later by their own. */
export interface SheetNames {
  toTemp(formula: string): string;
  toFinal(formula: string): string;
}

/** What a result can do without: paper and margins, which Excel refuses where there is no printer, and charts. */
export interface Extras {
  page: boolean;
  charts: boolean;
}

/** How a plan is drawn: names its sheets will have, and which extras are drawn. */
export interface Drawing {
  styles: OutputPlan['styles'];
  names: ReadonlyMap<string, string>;
  during: SheetNames;
  extras: Extras;
}

/** Draws one sheet of a plan on an empty sheet. */
export async function drawSheet(
  packer: Packer,
  sheet: Excel.Worksheet,
  plan: SheetPlan,
  { styles, names, during, extras }: Drawing,
): Promise<Drawn> {
  const matrix = matrixOf(plan);
  const content = new Fingerprint();
  const drawn = { rows: matrix.rows, cols: matrix.cols, bytes: 0, look: null as Look | null };
  await drawLinks(packer, sheet, plan, names);
  await drawNumberFormats(packer, sheet, matrix, styles);
  await drawValues(packer, sheet, plan, matrix, during.toTemp, (top, back, bytes) => {
    content.addRows(top, back, during.toFinal);
    drawn.bytes += bytes;
  });
  await drawStyles(packer, sheet, matrix, styles);
  await drawSizes(packer, sheet, plan);
  for (const area of plan.merges) await packer.add(RANGE_BYTES + CALL_BYTES, () => rangeOf(sheet, area).merge(false));
  for (const cell of plan.cells) {
    if (cell.note)
      await packer.add(RANGE_BYTES + CALL_BYTES + utf8Length(cell.note), () => {
        sheet.comments.add(areaName({ top: cell.row, left: cell.col, bottom: cell.row, right: cell.col }), cell.note!);
      });
  }
  await packer.add(30 * CALL_BYTES, () => {
    if (plan.autofilter) sheet.autoFilter.apply(rangeOf(sheet, plan.autofilter));
    if (plan.tab) sheet.tabColor = `#${plan.tab}`;
    if (extras.page) applyPage(sheet, plan.page);
  });
  if (extras.charts) await drawCharts(packer, sheet, plan);
  // The answer to this grows with the rows looked at: about 150 bytes each.
  const lookBytes = (Math.min(matrix.rows, LOOK_ROWS) + matrix.cols) * 200;
  await packer.add(lookBytes, () => {
    drawn.look = askLook(sheet, matrix.rows, matrix.cols);
  });
  return {
    rows: drawn.rows,
    cols: drawn.cols,
    get bytes() {
      return drawn.bytes;
    },
    print: () => content.text + (drawn.look ? lookText(drawn.look) : ''),
  };
}

/** Before the values: Excel may put the address into an empty cell, and paints it blue. */
async function drawLinks(
  packer: Packer,
  sheet: Excel.Worksheet,
  plan: SheetPlan,
  names: ReadonlyMap<string, string>,
): Promise<void> {
  const byColumn = new Map<number, Map<number, Excel.RangeHyperlink>>();
  let count = 0;
  for (const cell of plan.cells) {
    const target = cell.link && count < LINK_LIMIT ? linkTarget(cell.link, names) : null;
    if (!target) continue;
    count += 1;
    const column = byColumn.get(cell.col) ?? new Map<number, Excel.RangeHyperlink>();
    byColumn.set(cell.col, column.set(cell.row, target));
  }
  for (const [col, links] of byColumn) {
    const rows = [...links.keys()].sort((a, b) => a - b);
    for (let i = 0; i < rows.length;) {
      const top = rows[i]!;
      // Cells between two links are given an empty object each: cheap, unless they are many.
      let j = i;
      while (j + 1 < rows.length && rows[j + 1]! - rows[j]! < 20 && rows[j + 1]! - top < LINK_ROWS) j += 1;
      const table = Array.from({ length: rows[j]! - top + 1 }, (_, k): Excel.SettableCellProperties[] => {
        const link = links.get(top + k);
        return [link ? { hyperlink: link } : {}];
      });
      await packer.add(RANGE_BYTES + CALL_BYTES + utf8Length(JSON.stringify(table)), () =>
        sheet.getRangeByIndexes(top, col, table.length, 1).setCellProperties(table),
      );
      i = j + 1;
    }
  }
}

async function drawNumberFormats(
  packer: Packer,
  sheet: Excel.Worksheet,
  matrix: Matrix,
  styles: OutputPlan['styles'],
): Promise<void> {
  const formats = areasOf(matrix.rows, matrix.cols, (r, c) => {
    const name = matrix.style(r, c);
    return name && styles[name].numberFormat;
  });
  for (const [code, areas] of formats) {
    // One text for the whole range; the type asks for a table, Excel takes both.
    for (const area of areas)
      await packer.add(RANGE_BYTES + CALL_BYTES + code.length, () => {
        (rangeOf(sheet, area) as { numberFormat: unknown }).numberFormat = code;
      });
  }
}

/**
 * Values in blocks of whole rows. Each block is read back in the same request: what Excel kept differently stops the
 * write.
 */
async function drawValues(
  packer: Packer,
  sheet: Excel.Worksheet,
  plan: SheetPlan,
  { rows, cols, at }: Matrix,
  local: (formula: string) => string,
  kept: (top: number, back: unknown[][], bytes: number) => void,
): Promise<void> {
  for (let top = 0; top < rows;) {
    const block: (string | number)[][] = [];
    let bytes = 0;
    while (top + block.length < rows && bytes < BLOCK_BYTES) {
      const row = at[top + block.length]!;
      const entries = Array.from({ length: cols }, (_, c) => {
        const cell = row[c];
        return cell ? (cell.formula === undefined ? cellEntry(cell) : `=${local(cell.formula)}`) : '';
      });
      bytes += utf8Length(JSON.stringify(entries)) + 1;
      block.push(entries);
    }
    const from = top;
    let back: Excel.Range | undefined;
    // The library cuts a block into pieces of 1,500 cells, about 900 bytes of words each.
    await packer.add(
      bytes + RANGE_BYTES * 2 + Math.ceil((block.length * cols) / 1_500) * 900,
      () => {
        sheet.getRangeByIndexes(from, 0, block.length, cols).formulas = block;
        back = sheet.getRangeByIndexes(from, 0, block.length, cols);
        back.load('formulas');
      },
      () => {
        const formulas = back!.formulas as unknown[][];
        check(plan, at, from, formulas);
        kept(from, formulas, bytes);
      },
    );
    top += block.length;
  }
}

function check(plan: SheetPlan, at: (CellPlan | undefined)[][], top: number, back: unknown[][]): void {
  back.forEach((row, r) =>
    row.forEach((value, c) => {
      const cell = at[top + r]?.[c];
      if (cell ? keptAsWritten(cell, value) : value === '') return;
      const place = areaName({ top: top + r, left: c, bottom: top + r, right: c });
      refuse(
        'other',
        `Excel đã giữ nội dung khác với nội dung được ghi ở ô ${place}, trang "${plan.name}", nên kết quả chưa ` +
          'được ghi. Bảng tính vẫn như trước; có thể xuất kết quả ra tệp Excel.',
      );
    }),
  );
}

async function drawStyles(
  packer: Packer,
  sheet: Excel.Worksheet,
  matrix: Matrix,
  styles: OutputPlan['styles'],
): Promise<void> {
  for (const [name, areas] of areasOf(matrix.rows, matrix.cols, matrix.style)) {
    for (const address of addresses(areas))
      await packer.add(STYLE_BYTES + address.length, () => applyStyle(sheet.getRanges(address).format, styles[name]));
  }
}

/** Frozen panes are set when the sheet is made: they need a visible one. */
async function drawSizes(packer: Packer, sheet: Excel.Worksheet, plan: SheetPlan): Promise<void> {
  for (const [width, areas] of areasOf(1, plan.widths.length, (_, c) => plan.widths[c])) {
    for (const a of areas)
      await packer.add(RANGE_BYTES + CALL_BYTES, () => {
        rangeOf(sheet, a).getEntireColumn().format.columnWidth = Math.min(width * POINTS_PER_UNIT, WIDEST);
      });
  }
  const heights = new Map<number, Area[]>();
  for (const [row, height] of Object.entries(plan.heights ?? {})) {
    const at = Number(row);
    const list = heights.get(height) ?? [];
    const last = list.at(-1);
    if (last && last.bottom === at - 1) last.bottom = at;
    else list.push({ top: at, bottom: at, left: 0, right: 0 });
    heights.set(height, list);
  }
  for (const [height, areas] of heights) {
    for (const address of addresses(areas, (a) => `${a.top + 1}:${a.bottom + 1}`)) {
      await packer.add(RANGE_BYTES + CALL_BYTES + address.length, () => {
        sheet.getRanges(address).format.rowHeight = Math.min(height, HIGHEST);
      });
    }
  }
}
