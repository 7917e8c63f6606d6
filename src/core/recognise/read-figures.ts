import type { Cell } from '../model/grid';
import type { GridView } from '../model/grid-view';
import type { Figure, Repair } from '../model/figure';
import { columnEvidence, percentScale } from '../text/column-evidence';
import { readTypedDate, spanWords } from '../text/typed-date';
import { formatCount, formatDate, formatPercent } from '../text/format-number';
import { readNumber } from '../text/number';
import { serialDay } from '../text/serial-day';
import { readStoredNumber } from '../text/stored-number';
import type { TemplateColumn } from '../templates/schema';
import { sumOfFormula } from './sum-formula';

/** What a cell says in its column, with what was done to read it. `problem` is an issue to tell, with its words. */
export interface CellReading {
  figure: Figure;
  repairs: Repair[];
  problem?: { rule: string; reason: string };
}

/** What the other cells of the column show about how numbers are written there. */
export interface ColumnHabits {
  decimal: 'comma' | 'dot' | 'unknown';
  scale?: 'fraction' | 'hundred';
  /** Every figure is of a hundred, also under a % format. */
  formatIgnored?: true;
  /** "10000%" throughout: a page shows hundreds under a % format. */
  overstated?: boolean;
}

/** Most cells are blank or plain: one shared value each instead of thousands. Nobody changes a reading. */
const NO_REPAIRS: Repair[] = [];
const BLANK: CellReading = { figure: { kind: 'blank' }, repairs: NO_REPAIRS };

/** Evidence for one column, from its cells. */
export function habitsOf(cells: readonly Cell[], column: TemplateColumn): ColumnHabits {
  const texts = cells.filter((c) => c.kind === 'text').map((c) => String(c.value));
  const evidence = texts.length > 0 ? columnEvidence(texts).decimal : 'unknown';
  if (column.role !== 'percent') return { decimal: evidence };
  const numbers = cells.filter((c) => c.kind === 'number');
  // 100 under a % format shows 10000%: a program wrote hundreds there. Only where the whole column does so.
  const all = percentScale(numbers.map((c) => Number(c.value)));
  const scale =
    all === 'hundred' ? all : percentScale(numbers.filter((c) => !c.format?.includes('%')).map((c) => Number(c.value)));
  if (isOverstated(texts)) return { decimal: evidence, overstated: true };
  return scale === 'unknown'
    ? { decimal: evidence }
    : { decimal: evidence, scale, ...(all === 'hundred' ? { formatIgnored: true } : {}) };
}

/** Every share that is not 0 is ten times the whole or more: no work is done so far beyond its plan in every row. */
function isOverstated(texts: readonly string[]): boolean {
  const known = texts
    .map((t) => /^\s*(\d+)(?:[.,]\d{1,2})?\s*%\s*$/.exec(t.replace(/(?<=\d)[.,](?=\d{3}(?!\d))/g, '')))
    .filter((m) => m !== null)
    .map((m) => Number(m[1]))
    .filter((n) => n > 0);
  return known.length > 1 && known.every((n) => n >= 1_000 && n <= 10_000);
}

/** Reads one cell as its column asks. Blank for a missing cell. Never throws. */
export function readFigure(
  cell: Cell | undefined,
  column: TemplateColumn,
  habits: ColumnHabits,
  view: GridView,
): CellReading {
  if (!cell || String(cell.value).trim() === '') {
    return cell?.noCachedValue ? readFormulaWithoutValue(cell, view) : BLANK;
  }
  if (cell.kind === 'error') return refused('formula-error', `ô báo lỗi ${String(cell.value)}`);
  if (column.role === 'note') return { figure: { kind: 'text', text: cell.text }, repairs: NO_REPAIRS };
  if (cell.struck)
    return refused(
      'not-a-number',
      cell.struck === 'all'
        ? 'nội dung ô bị gạch ngang, không rõ còn tính hay đã bỏ'
        : 'trong ô có phần bị gạch ngang, không rõ số nào còn tính',
    );
  if (column.role === 'date') return readDateCell(cell);
  const kind = column.role === 'percent' ? 'percent' : 'count';
  if (cell.kind === 'boolean') return refused('not-a-number', 'là giá trị đúng/sai, không phải số');
  if (cell.kind === 'date')
    return refused('not-a-number', `ô đang là ngày ${cell.text}; có thể Excel đã tự đổi số gõ vào thành ngày`);
  if (cell.kind === 'number') return readNumberCell(cell, kind, habits, view);
  if (cell.raised) return withoutRaised(cell, cell.raised, column, habits, view);
  const reading = readNumber(String(cell.value), {
    kind,
    decimal: habits.decimal,
    ...(habits.scale ? { scale: habits.scale } : {}),
  });
  if (reading.kind === 'refused') return refused(reading.rule, reading.reason);
  if (reading.kind === 'pair') return readPairCell(String(cell.value), reading.part, reading.whole, kind);
  const repairs = 'repairs' in reading ? [...reading.repairs] : [];
  if (reading.kind === 'percent' && habits.overstated) {
    const value = Number((reading.value / 100).toPrecision(15));
    return {
      figure: { kind: 'percent', value },
      repairs: [...repairs, { kind: 'percent-scaled', before: String(cell.value), after: formatPercent(value) }],
    };
  }
  if (reading.kind === 'number' && repairs.length === 0 && !view.grid.plainText) {
    repairs.push({ kind: 'number-as-text', before: String(cell.value), after: formatCount(reading.value) });
  }
  return { figure: withoutRepairs(reading), repairs };
}

/** "521" with a raised "1" is 52 with a footnote, as anybody who looks at it reads it. */
function withoutRaised(
  cell: Cell,
  raised: string,
  column: TemplateColumn,
  habits: ColumnHabits,
  view: GridView,
): CellReading {
  const { raised: _, ...plain } = cell;
  const before = String(cell.value);
  const text = before.trimEnd();
  if (!text.endsWith(raised.trim()))
    return refused('not-a-number', 'trong ô có chữ số nâng cao, không rõ số nào là số liệu');
  const after = text.slice(0, text.length - raised.trim().length).trimEnd();
  const reading = readFigure({ ...plain, value: after, text: after }, column, habits, view);
  return reading.problem
    ? reading
    : {
        ...reading,
        repairs: [{ kind: 'note-mark', before, after }, ...reading.repairs.filter((r) => r.kind !== 'number-as-text')],
      };
}

function readNumberCell(cell: Cell, kind: 'count' | 'percent', habits: ColumnHabits, view: GridView): CellReading {
  const format = kind === 'percent' && habits.formatIgnored ? undefined : cell.format;
  const reading = readStoredNumber(Number(cell.value), {
    kind,
    ...(format ? { format } : {}),
    ...(habits.scale ? { scale: habits.scale } : {}),
  });
  if (reading.kind === 'refused') return refused(reading.rule, reading.reason);
  const shown = kind === 'count' && reading.kind === 'number' ? shownOtherwise(cell, reading.value) : null;
  if (shown !== null) return refused('not-a-number', shown);
  const result: CellReading = {
    figure: withoutRepairs(reading),
    repairs: 'repairs' in reading && reading.repairs.length > 0 ? reading.repairs : NO_REPAIRS,
  };
  if (!cell.formula || kind === 'percent' || result.figure.kind !== 'number') return result;
  const computed = sumOfFormula(cell.formula, view);
  if (computed === null || computed === result.figure.value) return result;
  if (computed < 0 || !Number.isSafeInteger(computed))
    return refused(
      'formula-error',
      `công thức =${cell.formula} phải ra ${formatCount(computed)} nhưng tệp đang lưu ${cell.text}; số này không ` +
        'thể là số lượng',
    );
  const after = formatCount(computed);
  return {
    figure: { kind: 'number', value: computed },
    repairs: [{ kind: 'formula-computed', before: cell.text, after }],
    problem: {
      rule: 'formula-error',
      reason: `công thức =${cell.formula} phải ra ${after} nhưng tệp đang lưu ${cell.text}; đã tính lại`,
    },
  };
}

/** "12/15": twelve of fifteen counts as 12, and a person is told; in a percent column it is their share. */
function readPairCell(before: string, part: number, whole: number, kind: 'count' | 'percent'): CellReading {
  if (part > whole)
    return refused('not-a-number', 'số đứng trước dấu gạch chéo lớn hơn số đứng sau, không rõ số nào là số liệu');
  if (kind === 'count')
    return {
      figure: { kind: 'pair', part, whole },
      repairs: [{ kind: 'pair-part', before, after: formatCount(part) }],
    };
  if (whole === 0) return refused('not-a-number', 'không tính được tỷ lệ trên tổng số bằng 0');
  const share = Number((part / whole).toPrecision(15));
  return {
    figure: { kind: 'percent', value: share },
    repairs: [{ kind: 'percent-scaled', before, after: formatPercent(share) }],
  };
}

/**
 * A format may show another figure than is stored: 15461 as "15" in thousands. A person means what is seen, Excel adds
 * what is stored.
 */
function shownOtherwise(cell: Cell, value: number): string | null {
  if (!cell.format) return null;
  const digits = cell.text.replace(/[^\d]/g, '');
  if (digits === '' || Number(digits) === value || /[eE]/.test(cell.text)) return null;
  // Decimals after a whole number show nothing else: "12,00".
  if (/^[^\d]*(?:\d[\d.,\s]*)?[.,]0+[^\d]*$/.test(cell.text) && Number(digits) % value === 0) return null;
  return `ô hiển thị “${cell.text.trim()}” nhưng giá trị lưu trong ô là ${formatCount(value)}, không rõ số nào đúng`;
}

function readFormulaWithoutValue(cell: Cell, view: GridView): CellReading {
  const computed = cell.formula ? sumOfFormula(cell.formula, view) : null;
  if (computed === null || computed < 0 || !Number.isSafeInteger(computed)) {
    return refused(
      'formula-error',
      `công thức =${cell.formula ?? ''} chưa được tính khi lưu tệp; đề nghị mở tệp bằng Excel, lưu lại rồi gửi`,
    );
  }
  return {
    figure: { kind: 'number', value: computed },
    repairs: [{ kind: 'formula-computed', before: `=${cell.formula ?? ''}`, after: formatCount(computed) }],
  };
}

function readDateCell(cell: Cell): CellReading {
  if (cell.kind === 'date') {
    const day = String(cell.value).slice(0, 10);
    return { figure: { kind: 'date', from: day, to: day }, repairs: NO_REPAIRS };
  }
  const typed = (cell.kind === 'number' ? cell.text : String(cell.value)).trim();
  const { reading, read } = readTypedDate(typed);
  if (reading.kind === 'date')
    return {
      figure: reading,
      repairs: read === typed ? NO_REPAIRS : [{ kind: 'date-typed', before: typed, after: spanWords(reading) }],
    };
  if (reading.kind !== 'refused') return { figure: reading, repairs: NO_REPAIRS };
  const day = serialDay(Number(cell.value));
  if (day !== null)
    return {
      figure: { kind: 'date', from: day, to: day },
      repairs: [{ kind: 'date-typed', before: cell.text.trim(), after: formatDate(day) }],
    };
  // A date that cannot be read is shown as typed; no sum is touched by it.
  return {
    figure: { kind: 'text', text: cell.text },
    repairs: [],
    problem: { rule: 'date-unreadable', reason: reading.reason },
  };
}

function refused(rule: string, reason: string): CellReading {
  return { figure: { kind: 'refused', rule, reason }, repairs: [], problem: { rule, reason } };
}

function withoutRepairs<T extends { kind: string }>(reading: T): Figure {
  const { repairs: _, ...figure } = reading as T & { repairs?: Repair[] };
  return figure as unknown as Figure;
}
