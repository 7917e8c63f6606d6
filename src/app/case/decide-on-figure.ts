import { templateById } from '../../core/templates/registry';
import type { Draft } from './decision';
import type { CaseRun } from './run-case';
import { figureWords, valueWords } from './journal-sentences';

const NUMBERS: ReadonlySet<string> = new Set(['total', 'level', 'figure', 'percent']);

/** Puts a person's figure in the place of what the sources give; both stay visible. */
export function decideOnFigure(
  run: CaseRun,
  { template, row, column, value }: { template: string; row: string; column: string; value: number },
): Draft {
  const figure = run.consolidation.tables.find((t) => t.template === template)?.rows.find((r) => r.row === row)
    ?.figures[column];
  const role = templateById(template)?.columns.find((c) => c.key === column)?.role;
  if (!figure || role === undefined) return { ok: false, message: 'Không có số liệu này trong kết quả.' };
  if (!NUMBERS.has(role))
    return { ok: false, message: 'Chỉ điều chỉnh được số liệu; ghi chú và ngày tháng lấy nguyên từ các đơn vị.' };
  if (!Number.isFinite(value) || value < 0 || (role !== 'percent' && !Number.isInteger(value)))
    return { ok: false, message: 'Số liệu điều chỉnh phải là số nguyên không âm.' };
  const before = typeof figure.value === 'number' ? figure.value : null;
  const shown = figure.adjustment && !figure.adjustment.derived ? figure.adjustment.value : before;
  if (shown === value) return { ok: false, message: 'Số liệu điều chỉnh trùng với số liệu hiện có.' };
  const at = { template, row, column };
  return {
    ok: true,
    entries: [
      {
        decision: { kind: 'adjust', ...at, before, after: value },
        about: `${figureWords(at)}: ${valueWords(before, at)} → ${valueWords(value, at)}`,
      },
    ],
  };
}
