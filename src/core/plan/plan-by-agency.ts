import { columnName } from '../model/address';
import type { ConsolidatedFigure, ConsolidatedRow, Consolidation } from '../model/consolidation';
import type { CellPlan, SheetPlan, StyleName } from '../model/output-plan';
import type { Submission } from '../model/submission';
import type { Template, TemplateColumn } from '../templates/schema';
import { adjustmentWords, leftOutWords } from './shown-table';
import { draftSheet, evidencePage, EVIDENCE_CHARS, type SheetDraft } from './sheet-draft';
import { BY_AGENCY_SHEET, sheetNameOf } from './sheet-names';

/** Biểu, STT, Nội dung, Cột, Toàn tỉnh: what stays in sight while one scrolls over the agencies. */
const LEAD = [10, 6, 44, 20, 16];
const AGENCY_WIDTH = 12;
const [PROVINCE, FIRST_AGENCY] = [4, 5];
const HEADER_ROW = 3;
/** Smallest size in print, in percent: 11 points come out as 7. */
const SMALLEST = 62;
const SAME = 1e-9;

/** One line of the sheet: a column of a row of a form. */
interface Line {
  template: Template;
  row: ConsolidatedRow;
  column: TemplateColumn;
  figure: ConsolidatedFigure;
  at: number;
  levels: number[];
}

/** Every agency's figures side by side; "Toàn tỉnh" is a live sum over the agencies wherever figures add. */
export function planByAgency(
  consolidation: Consolidation,
  templates: readonly Template[],
  order: readonly string[] = [],
): SheetPlan {
  const place = new Map(order.map((code, i) => [code, i]));
  const placeOf = (a: Submission): number => place.get(a.code ?? '') ?? order.length;
  const agencies = [...consolidation.submissions].sort((a, b) => placeOf(a) - placeOf(b));
  const draft = draftSheet([...LEAD, ...agencies.map(() => AGENCY_WIDTH)]);
  const last = FIRST_AGENCY + agencies.length - 1;
  draft.put(0, 0, 'SỐ LIỆU THEO TỪNG ĐƠN VỊ', 'sheetTitle');
  draft.span(
    { top: 1, left: 0, bottom: 1, right: PROVINCE },
    `${agencies.length} đơn vị. Cột "Toàn tỉnh" cộng trực tiếp các đơn vị; dòng không cộng được thì lấy giá trị ` +
      'chung hoặc để trống, có ghi chú.',
    'sheetLead',
  );
  ['Biểu', 'STT', 'Nội dung', 'Cột', 'Toàn tỉnh', ...agencies.map((a) => a.name)].forEach((text, c) =>
    draft.put(HEADER_ROW, c, text, 'tableHeader'),
  );
  const lines = linesOf(consolidation, templates);
  const columnOf = new Map(agencies.map((a, i) => [a.key, FIRST_AGENCY + i]));
  for (const line of lines) putLine(draft, line, columnOf, last);
  const heights = draft.heights();
  return {
    name: BY_AGENCY_SHEET,
    role: 'by-agency',
    widths: draft.widths,
    heights,
    cells: draft.cells,
    merges: draft.merges,
    freeze: { rows: HEADER_ROW + 1, cols: FIRST_AGENCY },
    autofilter: {
      top: HEADER_ROW,
      left: 0,
      bottom: Math.max(HEADER_ROW, HEADER_ROW + lines.length),
      right: Math.max(PROVINCE, last),
    },
    page: evidencePage({
      repeatRows: { from: HEADER_ROW, to: HEADER_ROW },
      repeatCols: { from: 0, to: PROVINCE },
      fitWidth: false,
      scale: scaleOf(agencies.length),
    }),
    tab: '4F7CAC',
  };
}

/**
 * Size in print at which every page holds the same number of agencies beside the repeated columns; the sheet goes on
 * over as many pages as it needs.
 */
function scaleOf(agencies: number): number {
  const lead = LEAD.reduce((a, b) => a + b, 0);
  const most = Math.max(1, Math.floor(((EVIDENCE_CHARS * 100) / SMALLEST - lead) / AGENCY_WIDTH));
  const pages = Math.max(1, Math.ceil(agencies / most));
  return Math.min(100, Math.floor((EVIDENCE_CHARS * 100) / (lead + Math.ceil(agencies / pages) * AGENCY_WIDTH)));
}

function linesOf(consolidation: Consolidation, templates: readonly Template[]): Line[] {
  const lines: Line[] = [];
  let at = HEADER_ROW + 1;
  for (const table of consolidation.tables) {
    const template =
      templates.find((t) => t.id === table.template && t.version === table.version) ??
      templates.find((t) => t.id === table.template);
    if (!template) continue;
    const columns = template.columns.filter((c) => ['total', 'level', 'figure', 'percent', 'date'].includes(c.role));
    for (const row of table.rows) {
      const ofRow: Line[] = [];
      for (const column of columns) {
        const figure = row.figures[column.key];
        if (figure && (figure.value !== null || figure.contributions.length > 0))
          ofRow.push({ template, row, column, figure, at: at++, levels: [] });
      }
      const levels = ofRow.filter((l) => l.column.role === 'level').map((l) => l.at);
      for (const line of ofRow) if (line.figure.method === 'sum-of-levels') line.levels = levels;
      lines.push(...ofRow);
    }
  }
  return lines;
}

function putLine(draft: SheetDraft, line: Line, columnOf: ReadonlyMap<string, number>, last: number): void {
  const { at, template, row, column, figure } = line;
  const style: StyleName =
    column.role === 'percent' ? 'tablePercent' : column.role === 'date' ? 'tableText' : 'tableCount';
  draft.put(at, 0, sheetNameOf(template), 'tableText');
  draft.put(at, 1, row.number, 'tableText');
  draft.put(at, 2, row.label, 'tableText');
  draft.put(at, 3, column.header[column.header.length - 1] ?? column.key, 'tableText');
  const agencies = column.role === 'date' ? datesByAgency(figure, columnOf) : countsByAgency(line, columnOf);
  const [value, look, extra] = province(line, agencies, last, style);
  const note = [adjustmentWords(figure), leftOutWords(figure), extra.note].filter(Boolean).join('\n');
  draft.put(at, PROVINCE, value, look, { ...extra, ...(note ? { note } : {}) });
  for (let c = FIRST_AGENCY; c <= last; c++) {
    const cell = agencies.get(c);
    draft.put(at, c, cell?.value ?? null, style, cell?.formula ? { formula: cell.formula } : {});
  }
}

type AgencyCell = { value: CellPlan['value']; formula?: string };

function datesByAgency(figure: ConsolidatedFigure, columnOf: ReadonlyMap<string, number>): Map<number, AgencyCell> {
  const out = new Map<number, AgencyCell>();
  for (const part of figure.contributions) {
    const c = columnOf.get(part.agency);
    if (c !== undefined) out.set(c, { value: part.text });
  }
  return out;
}

/** Figures of each agency by column; a total is made from the agency's own levels and what it gave without a split. */
function countsByAgency(line: Line, columnOf: ReadonlyMap<string, number>): Map<number, AgencyCell> {
  const out = new Map<number, AgencyCell>();
  const add = (list: readonly { agency: string; value: number }[]): void => {
    for (const part of list) {
      const c = columnOf.get(part.agency);
      if (c === undefined) continue;
      out.set(c, { value: Number(out.get(c)?.value ?? 0) + part.value });
    }
  };
  if (line.levels.length === 0) {
    add(line.figure.contributions);
    return out;
  }
  const unsplit = line.figure.contributions.filter((p) => p.part === 'unsplit');
  const extra = new Map<number, number>();
  for (const part of unsplit) {
    const c = columnOf.get(part.agency);
    if (c !== undefined) extra.set(c, (extra.get(c) ?? 0) + part.value);
  }
  for (const column of line.template.columns)
    if (column.role === 'level') add(line.row.figures[column.key]?.contributions ?? []);
  add(unsplit);
  for (const [c, cell] of out) cell.formula = verticalSum(line.levels, c, extra.get(c));
  return out;
}

function verticalSum(rows: readonly number[], col: number, unsplit: number | undefined): string {
  const name = columnName(col);
  const [first = 0, last = 0] = [rows[0], rows[rows.length - 1]];
  return `SUM(${name}${first + 1}:${name}${last + 1})${unsplit ? `+${unsplit}` : ''}`;
}

/**
 * The province's figure: a live sum across where that is the figure, else down its levels, else the plain figure and
 * why.
 */
function province(
  line: Line,
  agencies: ReadonlyMap<number, AgencyCell>,
  last: number,
  style: StyleName,
): [CellPlan['value'], StyleName, { formula?: string; note?: string }] {
  const { figure, at, row, levels, template } = line;
  if (line.column.role === 'date') return [figure.remark ?? figure.value, style, {}];
  if (figure.value === null)
    return [null, style, { note: figure.remark ?? 'Không lấy được giá trị chung: các đơn vị báo khác nhau.' }];
  if (typeof figure.value === 'string') return [figure.value, 'tableText', {}];
  if (figure.method === 'sum' || figure.method === 'sum-of-levels') {
    const across = [...agencies.values()].reduce((n, cell) => n + Number(cell.value), 0);
    if (agencies.size > 0 && Math.abs(across - figure.value) < SAME) {
      return [
        figure.value,
        style,
        { formula: `SUM(${columnName(FIRST_AGENCY)}${at + 1}:${columnName(last)}${at + 1})` },
      ];
    }
    const down = template.columns.filter((c) => c.role === 'level').map((c) => row.figures[c.key]?.value);
    const sum = down.reduce<number>((n, v) => n + (typeof v === 'number' ? v : 0), figure.unsplit ?? 0);
    if (levels.length > 0 && Math.abs(sum - figure.value) < SAME) {
      return [
        figure.value,
        style,
        {
          formula: verticalSum(levels, PROVINCE, figure.unsplit),
          note: 'Cộng theo cấp; không cộng các đơn vị vì có cấp lấy giá trị chung.',
        },
      ];
    }
  }
  return [figure.value, style, { note: METHOD_NOTES[figure.method] ?? figure.remark }];
}

const METHOD_NOTES: Partial<Record<ConsolidatedFigure['method'], string>> = {
  common: 'Giá trị chung của các đơn vị, không cộng.',
  ratio: 'Tính lại từ số tổng hợp, không cộng tỷ lệ.',
  sum: 'Không bằng tổng các đơn vị ở dòng này: xem sheet "Đối soát".',
  'sum-of-levels': 'Không bằng tổng các đơn vị ở dòng này: xem sheet "Đối soát".',
};
