import { cellName, columnName } from '../model/address';
import type { ConsolidatedFigure, ConsolidatedRow, Contribution } from '../model/consolidation';
import type { CellPlan, StyleName } from '../model/output-plan';
import type { Template, TemplateColumn } from '../templates/schema';
import { formatCount } from '../text/format-number';
import { FINDINGS_SHEET, SOURCES_SHEET } from './sheet-names';
import { lineCount } from './measure';
import { STYLES } from './styles';

/** What is drawn for one figure. */
export interface FigureCell {
  value: CellPlan['value'];
  style: StyleName;
  formula?: string;
  note?: string;
}

/** Where the rows and columns of a form stand on its sheet; indexes from 0, undefined where not shown. */
export interface FigurePlaces {
  rowAt(key: string): number | undefined;
  colAt(column: string): number | undefined;
  /** Width of a column in characters. */
  widthAt(column: string): number;
  figure(row: string, column: string): ConsolidatedFigure | undefined;
  /** The sheet goes without the others of the result, so nothing may point to them. */
  alone: boolean;
}

/** A joined note longer than this is shortened on the sheet; a page of A4 landscape has room for about 30 lines. */
const NOTE_LINES = 12;
/** Senders named in a cell's comment before "và … đơn vị khác". */
const NAMED = 10;
/** Two computed shares are the same figure within this. */
const SAME = 1e-9;

/**
 * The cell of one figure of the province: number with live formula, joined text, or empty with the reason as its
 * comment.
 */
export function figureCell(
  template: Template,
  column: TemplateColumn,
  row: ConsolidatedRow,
  places: FigurePlaces,
): FigureCell {
  const figure = row.figures[column.key];
  const style = styleOf(column);
  if (!figure) return { value: null, style };
  if (column.role === 'note') return { value: joinedNotes(figure, places.widthAt(column.key), places.alone), style };
  if (column.role === 'date') return { value: figure.remark ?? figure.value, style };
  if (typeof figure.value === 'string') return { value: figure.value, style: 'text', ...noteOf([figure.remark]) };
  if (figure.value === null) return { value: null, style, ...noteOf([whyEmpty(figure)]) };
  const formula = formulaOf(template, column, row, figure, figure.value, places);
  const broken =
    figure.method === 'sum-of-levels' && !formula
      ? 'Tổng số không bằng tổng các cấp: đã ghi số, không ghi công thức.'
      : undefined;
  return {
    value: figure.value,
    style,
    ...(formula ? { formula } : {}),
    ...noteOf([figure.remark ?? unsplitNote(figure), broken]),
  };
}

function styleOf(column: TemplateColumn): StyleName {
  switch (column.role) {
    case 'total':
      return 'countTotal';
    case 'percent':
      return 'percent';
    case 'date':
      return 'text';
    case 'note':
      return 'note';
    case 'label':
      return 'label';
    case 'index':
      return 'index';
    default:
      return 'count';
  }
}

/** Only a formula whose result is the figure is written; anything else is written as a plain number. */
function formulaOf(
  template: Template,
  column: TemplateColumn,
  row: ConsolidatedRow,
  figure: ConsolidatedFigure,
  value: number,
  places: FigurePlaces,
): string | undefined {
  const at = places.rowAt(row.row);
  if (at === undefined) return undefined;
  if (figure.method === 'sum-of-levels') return levelsFormula(template, row, figure, value, at, places);
  if (column.role === 'percent' && column.ratio) {
    const wholeRow = column.ratio.whole.row ?? row.row;
    const part = places.figure(row.row, column.ratio.part)?.value;
    const whole = places.figure(wholeRow, column.ratio.whole.column)?.value;
    const [partCol, wholeCol, wholeAt] = [
      places.colAt(column.ratio.part),
      places.colAt(column.ratio.whole.column),
      places.rowAt(wholeRow),
    ];
    if (typeof part !== 'number' || typeof whole !== 'number' || whole === 0 || Math.abs(part / whole - value) > SAME)
      return undefined;
    if (partCol === undefined || wholeCol === undefined || wholeAt === undefined) return undefined;
    return `${cellName(at, partCol)}/${cellName(wholeAt, wholeCol)}`;
  }
  return undefined;
}

function levelsFormula(
  template: Template,
  row: ConsolidatedRow,
  figure: ConsolidatedFigure,
  value: number,
  at: number,
  places: FigurePlaces,
): string | undefined {
  const cols: number[] = [];
  let sum = figure.unsplit ?? 0;
  for (const column of template.columns) {
    const col = places.colAt(column.key);
    if (column.role !== 'level' || col === undefined) continue;
    const level = row.figures[column.key]?.value;
    if (typeof level === 'number') sum += level;
    cols.push(col);
  }
  if (cols.length === 0 || Math.abs(sum - value) > SAME) return undefined;
  const unsplit = figure.unsplit ? `+${figure.unsplit}` : '';
  return `SUM(${sumArguments(cols, at)})${unsplit}`;
}

/** "D7:F7" where the columns stand side by side, else "D7,F7". `row` and columns from 0. */
export function sumArguments(cols: readonly number[], row: number): string {
  const [first = 0, last = 0] = [cols[0], cols[cols.length - 1]];
  const together = last - first === cols.length - 1;
  return together
    ? `${columnName(first)}${row + 1}:${columnName(last)}${row + 1}`
    : cols.map((c) => cellName(row, c)).join(',');
}

/** "Sở Tư pháp (4), Sở Tài chính (2) và 3 đơn vị khác". */
function named(list: readonly Contribution[], show: (c: Contribution) => string): string {
  const shown = list.slice(0, NAMED).map(show).join('; ');
  return list.length > NAMED ? `${shown}; và ${list.length - NAMED} đơn vị khác` : shown;
}

function unsplitNote(figure: ConsolidatedFigure): string | undefined {
  if (!figure.unsplit) return undefined;
  const from = figure.contributions.filter((c) => c.part === 'unsplit');
  const who = from.length > 0 ? `: ${named(from, (c) => `${c.agencyName} (${formatCount(c.value)})`)}` : '';
  return `Trong đó ${formatCount(figure.unsplit)} là tổng số mà đơn vị báo không chia theo cấp${who}.`;
}

function whyEmpty(figure: ConsolidatedFigure): string | undefined {
  if (figure.contributions.length === 0 && figure.remark === undefined) return undefined;
  const who =
    figure.remark === undefined && figure.contributions.length > 0
      ? `Số các đơn vị báo: ${named(figure.contributions, (c) => `${c.agencyName}: ${c.text || c.value}`)}.`
      : undefined;
  return [
    figure.remark ?? 'Để trống vì số liệu của các đơn vị không thống nhất.',
    who,
    `Xem sheet "${FINDINGS_SHEET}".`,
  ]
    .filter(Boolean)
    .join('\n');
}

function noteOf(parts: readonly (string | undefined)[]): { note?: string } {
  const text = parts.filter(Boolean).join('\n');
  return text ? { note: text } : {};
}

/**
 * Notes of all senders, one a line as the consolidation joined them; where they would fill half a page, the first ones
 * and how many are left, which "Nguồn" has in full.
 */
function joinedNotes(figure: ConsolidatedFigure, chars: number, alone: boolean): string | null {
  if (typeof figure.value !== 'string' || figure.value === '') return null;
  const fits = (text: string): boolean => lineCount(text, chars, STYLES.note.font) <= NOTE_LINES;
  if (fits(figure.value)) return figure.value;
  const parts = figure.value.split('\n');
  for (let keep = parts.length - 1; keep > 0; keep--) {
    const text =
      `${parts.slice(0, keep).join('\n')}\n… còn ${parts.length - keep} ghi chú ` +
      `khác${alone ? '' : ` (xem sheet "${SOURCES_SHEET}")`}`;
    if (fits(text)) return text;
  }
  const words = (parts[0] ?? '').split(' ');
  const tail = alone ? '…' : `… (xem đủ ở sheet "${SOURCES_SHEET}")`;
  while (words.length > 1 && !fits(`${words.join(' ')} ${tail}`)) words.pop();
  return `${words.join(' ')} ${tail}`;
}
