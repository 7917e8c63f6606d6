import { cellName } from '../model/address';
import type { CaseSummary } from '../model/case';
import type { ConsolidatedTable } from '../model/consolidation';
import type { SheetPlan } from '../model/output-plan';
import type { Template } from '../templates/schema';
import { JOURNAL_WORDS } from '../text/journal-words';
import { vietnamTime } from '../text/vietnam-time';
import { columnWord } from './plan-words';
import { draftSheet, evidencePage, type SheetDraft } from './sheet-draft';
import { JOURNAL_SHEET, sheetNameOf } from './sheet-names';

const HEAD: readonly [string, number][] = [
  ['Số', 6],
  ['Thời điểm', 20],
  ['Người quyết định', 22],
  ['Việc', 20],
  ['Nội dung', 60],
  ['Lý do', 44],
  ['Hiệu lực', 16],
];
const RIGHT = HEAD.length - 1;

/**
 * Nhật ký: every decision with who, when and why, none ever removed; below them the figures that differ from the sum of
 * the sources.
 */
export function planJournal(
  summary: CaseSummary,
  tables: readonly ConsolidatedTable[],
  templates: readonly Template[],
): SheetPlan {
  const draft = draftSheet(HEAD.map(([, width]) => width));
  draft.put(0, 0, 'NHẬT KÝ', 'sheetTitle');
  draft.span({ top: 1, left: 0, bottom: 1, right: RIGHT }, lead(summary), 'sheetLead');
  const header = 3;
  HEAD.forEach(([text], c) => draft.put(header, c, text, 'tableHeader'));
  summary.journal.forEach(({ entry, revokedBy }, i) => {
    const row = header + 1 + i;
    draft.put(row, 0, entry.id, 'tableCount');
    draft.put(row, 1, vietnamTime(entry.at), 'tableText');
    draft.put(row, 2, entry.by, 'tableText');
    draft.put(row, 3, JOURNAL_WORDS[entry.kind], 'tableText');
    draft.put(row, 4, entry.about, 'tableText');
    draft.put(row, 5, entry.reason, 'tableText');
    draft.put(
      row,
      6,
      revokedBy === null ? (entry.kind === 'revoke' ? '' : 'Đang áp dụng') : `Đã hủy (số ${revokedBy})`,
      revokedBy === null ? 'tableText' : 'waiting',
    );
  });
  const bottom = header + summary.journal.length;
  putFigures(draft, tables, templates, bottom + 2);
  return {
    name: JOURNAL_SHEET,
    role: 'journal',
    widths: draft.widths,
    heights: draft.heights(),
    cells: draft.cells,
    merges: draft.merges,
    autofilter: { top: header, left: 0, bottom: Math.max(header, bottom), right: RIGHT },
    freeze: { rows: header + 1, cols: 0 },
    page: evidencePage({ repeatRows: { from: header, to: header } }),
    tab: '6C5B7B',
  };
}

function lead({ journal, rulesOff }: CaseSummary): string {
  const aboutOf = new Map(
    journal.flatMap(({ entry }) => (entry.kind === 'rule-off' ? [[entry.rule, entry.about] as const] : [])),
  );
  const off =
    rulesOff.length === 0
      ? ''
      : ' Quy tắc đang tắt: ' +
        `${rulesOff.map((r) => `${(aboutOf.get(r.rule) ?? r.rule).replace(/\.$/, '')} (${r.reason})`).join('; ')}.`;
  return journal.length === 0
    ? 'Chưa có quyết định nào.'
    : `${journal.length} dòng; không dòng nào bị xóa, dòng bị hủy vẫn còn ở đây.${off}`;
}

/** Adjusted figures and those that lack what was left out, beside what the sources give. */
function putFigures(
  draft: SheetDraft,
  tables: readonly ConsolidatedTable[],
  templates: readonly Template[],
  top: number,
): void {
  const lines = tables.flatMap((table) =>
    table.rows.flatMap((row) =>
      Object.values(row.figures)
        .filter((f) => f.adjustment || f.withLeftOut)
        .map((figure) => ({ table, row, figure })),
    ),
  );
  if (lines.length === 0) return;
  draft.put(top, 0, 'Số liệu khác với tổng từ các đơn vị', 'sheetTitle');
  ['STT', 'Tổng từ các đơn vị', 'Số trên kết quả', 'Chênh lệch', 'Số liệu', 'Lý do', 'Chưa loại trùng'].forEach(
    (text, c) => draft.put(top + 1, c, text, 'tableHeader'),
  );
  lines.forEach(({ table, row, figure }, i) => {
    const at = top + 2 + i;
    const template = templates.find((t) => t.id === table.template);
    const sum = typeof figure.value === 'number' ? figure.value : null;
    const shown = figure.adjustment?.value ?? sum;
    draft.put(at, 0, i + 1, 'tableCount');
    draft.put(at, 1, sum, 'tableCount');
    draft.put(at, 2, shown, 'tableCount');
    if (shown === null) draft.put(at, 3, null, 'tableCount');
    else draft.put(at, 3, shown - (sum ?? 0), 'tableCount', { formula: `${cellName(at, 2)}-${cellName(at, 1)}` });
    draft.put(
      at,
      4,
      `${template ? sheetNameOf(template) : table.template}, dòng ${row.number || row.label}, ` +
        `${columnWord(template, figure.column)}`,
      'tableText',
    );
    draft.put(
      at,
      5,
      figure.adjustment
        ? `${figure.adjustment.reason} (${figure.adjustment.by}, ${vietnamTime(figure.adjustment.at)})`
        : 'Loại trừ bài nộp trùng',
      'tableText',
    );
    draft.put(at, 6, typeof figure.withLeftOut?.value === 'number' ? figure.withLeftOut.value : null, 'tableCount');
  });
}
