import type { Appendix, AppendixCell } from '../model/appendix';
import type { ConsolidatedFigure, ConsolidatedRow, ConsolidatedTable, Contribution } from '../model/consolidation';
import type { Submission } from '../model/submission';
import type { Template, TemplateColumn } from '../templates/schema';

/** Where two counts differ. `file` is null where no single file is at fault. */
export interface Break {
  file: string | null;
  /** In Vietnamese, with sheet and cell or column. */
  text: string;
}

/**
 * Holds every figure that was placed against what the province took of it, cell by cell and in both directions, and
 * every figure of the province against what it says it was made of. Reads the figures themselves, not what a template
 * makes of them, so that a value which an adding step passes over is seen here.
 */
export function proveTables(
  submissions: readonly Submission[],
  tables: readonly ConsolidatedTable[],
  templates: readonly Template[],
): Break[] {
  const breaks: Break[] = [];
  for (const table of tables) {
    const template = templates.find((t) => t.id === table.template)!;
    const taken = takenBy(table, template);
    for (const appendix of submissions.flatMap((s) => s.appendices))
      if (appendix.template === table.template) provePlaced(appendix, template, taken, breaks);
    for (const { figure, item } of taken.values()) {
      breaks.push({
        file: item.file,
        text:
          `${item.file}, ${item.sheet}, ô ${item.cell}: kết quả toàn tỉnh lấy ${item.value} ở dòng ${figure.row}, ` +
          'nhưng ô này không có số đó',
      });
    }
    for (const row of table.rows) {
      if (row.row === template.totalRow?.key) continue;
      for (const figure of Object.values(row.figures)) proveFigure(figure, template, breaks);
      proveLevels(row, template, breaks);
    }
  }
  return breaks;
}

type Taken = Map<string, { figure: ConsolidatedFigure; item: Contribution }>;
const keyOf = (row: string, column: string, at: { file: string; sheet: string; cell: string }): string =>
  [row, column, at.file, at.sheet, at.cell].join('\n');

/** Every figure taken from a cell, by row, column and cell; a total's are those of its levels and are left out. */
function takenBy(table: ConsolidatedTable, template: Template): Taken {
  const taken: Taken = new Map();
  for (const row of table.rows) {
    if (row.row === template.totalRow?.key) continue;
    for (const figure of Object.values(row.figures)) {
      if (!NUMERIC.has(figure.method)) continue;
      for (const item of figure.contributions) {
        if (figure.method === 'sum-of-levels' && item.part !== 'unsplit') continue;
        taken.set(keyOf(figure.row, figure.column, item), { figure, item });
      }
    }
  }
  return taken;
}

const NUMERIC: ReadonlySet<string> = new Set(['sum', 'common', 'sum-of-levels']);

/** What the cell says as a number; null where it says none. */
function numberOf(cell: AppendixCell): number | null {
  if (cell.figure.kind === 'number' || cell.figure.kind === 'percent') return cell.figure.value;
  return cell.figure.kind === 'pair' ? cell.figure.part : null;
}

/** Takes out of `taken` what agrees; what is left there afterwards was taken from nowhere. */
function provePlaced(appendix: Appendix, template: Template, taken: Taken, breaks: Break[]): void {
  const split = new Set<string>();
  const levels = new Set(template.columns.filter((c) => c.role === 'level').map((c) => c.key));
  for (const cell of appendix.cells) if (levels.has(cell.column) && saysSomething(cell, template)) split.add(cell.row);
  for (const cell of appendix.cells) {
    const column = template.columns.find((c) => c.key === cell.column);
    if (!column || cell.row === template.totalRow?.key) continue;
    const method = template.rows.find((r) => r.key === cell.row)?.consolidate?.[column.key] ?? column.consolidate;
    if (!NUMERIC.has(method)) continue;
    const key = keyOf(cell.row, column.key, { file: appendix.file, sheet: appendix.sheet, cell: cell.cell });
    const entry = taken.get(key);
    taken.delete(key);
    const value = numberOf(cell);
    if ((value ?? 0) === (entry?.item.value ?? 0)) continue;
    if (!entry && method === 'sum-of-levels' && split.has(cell.row)) continue;
    breaks.push({ file: appendix.file, text: lost(appendix, cell, column, value, entry?.item.value ?? null) });
  }
}

/** A level that is filled in, also with a word for none or with what cannot be read, splits its row's total. */
function saysSomething(cell: AppendixCell, template: Template): boolean {
  const means = template.columns.find((c) => c.key === cell.column)?.empty;
  switch (cell.figure.kind) {
    case 'blank':
      return means?.blank === 'zero';
    case 'dash':
      return means?.dash === 'zero';
    case 'word':
      return means?.word === 'zero';
    default:
      return true;
  }
}

function lost(
  appendix: Appendix,
  cell: AppendixCell,
  column: TemplateColumn,
  placed: number | null,
  taken: number | null,
): string {
  return (
    `${appendix.file}, ${appendix.sheet}, ô ${cell.cell} (cột ${column.header.at(-1)!}): đọc được ` +
    `${placed ?? 'không có số'} nhưng kết quả toàn tỉnh ${taken === null ? 'không lấy số này' : `lấy ${taken}`}`
  );
}

/** A figure of the province is the sum, or the one common value, of what it was made of. */
function proveFigure(figure: ConsolidatedFigure, template: Template, breaks: Break[]): void {
  const values = figure.contributions.map((c) => c.value);
  const value = typeof figure.value === 'number' ? figure.value : null;
  const where = (): string => {
    const column = template.columns.find((c) => c.key === figure.column)?.header.at(-1) ?? figure.column;
    return `${template.name}, dòng ${figure.row}, cột ${column}`;
  };
  if (figure.method === 'common') {
    const distinct = new Set(values);
    const right = distinct.size === 1 ? value === values[0] : value === null;
    if (!right)
      breaks.push({
        file: null,
        text:
          `${where()}: giá trị chung là ${value ?? 'trống'}, ` +
          `các đơn vị ghi ${[...distinct].join(', ') || 'không có'}`,
      });
    return;
  }
  if (figure.method !== 'sum') return;
  const sum = values.reduce((a, b) => a + b, 0);
  if ((value ?? 0) !== sum)
    breaks.push({
      file: null,
      text: `${where()}: kết quả cộng được ${value ?? 'trống'}, cộng lại từ các báo cáo được ${sum}`,
    });
}

/** A row's total is the sum of its levels and of the totals that came without a split, unless it was left empty. */
function proveLevels(row: ConsolidatedRow, template: Template, breaks: Break[]): void {
  const levels = template.columns.filter((c) => c.role === 'level').map((c) => row.figures[c.key]?.value);
  const ofLevels = levels.reduce<number>((n, v) => n + (typeof v === 'number' ? v : 0), 0);
  for (const figure of Object.values(row.figures)) {
    if (figure.method !== 'sum-of-levels' || typeof figure.value !== 'number') continue;
    const unsplit = figure.contributions.reduce((n, c) => n + (c.part === 'unsplit' ? c.value : 0), 0);
    if (figure.value !== ofLevels + unsplit)
      breaks.push({
        file: null,
        text:
          `${template.name}, dòng ${figure.row}: tổng số là ${figure.value}, các cấp cộng lại được ${ofLevels}` +
          `${unsplit === 0 ? '' : `, số không chia theo cấp ${unsplit}`}`,
      });
  }
}
