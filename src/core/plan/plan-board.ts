import type { Board, BoardRow, BoardState } from '../model/board';
import type { SheetPlan, StyleName } from '../model/output-plan';
import { BOARD_STATES, BOARD_WORDS, TIME_WORDS } from '../text/board-words';
import { deadlineWords } from '../text/deadline-words';
import { formatDate, formatPercent } from '../text/format-number';
import { draftSheet, evidencePage, type SheetDraft } from './sheet-draft';
import { BOARD_SHEET } from './sheet-names';

/** Grey: not sent; green: sent; red: faulty; yellow: returned; dark green: approved. */
const STATE_STYLES: Record<BoardState, StyleName> = {
  'not-sent': 'waiting',
  sent: 'good',
  faulty: 'error',
  returned: 'warning',
  approved: 'done',
};
const LEVEL_WORDS = { province: 'Cấp tỉnh', district: 'Cấp huyện', commune: 'Cấp xã' } as const;

const FIRST: readonly [string, number][] = [
  ['STT', 6],
  ['Đơn vị', 36],
  ['Cấp', 11],
  ['Tình trạng', 12],
  ['Thời hạn', 15],
  ['Ngày gửi', 13],
];
const LAST: readonly [string, number][] = [
  ['Lỗi', 7],
  ['Cảnh báo', 10],
  ['Ghi chú', 30],
  ['Tệp', 36],
];
const FORM_WIDTH = 12;
/** Signs of a whole bar: with its share beside it, it fits the column. */
const BAR = 18;

/**
 * Tình hình nộp: counts with bars, a row per expected sender, and the reminder list below. `reminder` is one text, line
 * by line.
 */
export function planBoard(board: Board, reminder: string): SheetPlan {
  const head = [...FIRST, ...board.templates.map((t): [string, number] => [t.short, FORM_WIDTH]), ...LAST];
  const draft = draftSheet(head.map(([, width]) => width));
  const right = head.length - 1;
  draft.put(0, 0, 'TÌNH HÌNH NỘP', 'sheetTitle');
  draft.span({ top: 1, left: 0, bottom: 1, right }, lead(board), 'sheetLead');
  const header = putCounts(draft, board) + 1;
  head.forEach(([text], c) => draft.put(header, c, text, 'tableHeader'));
  board.rows.forEach((r, i) => putRow(draft, board, r, header + 1 + i, i + 1));
  const bottom = header + board.rows.length;
  let row = bottom + 2;
  if (reminder) {
    draft.put(row++, 0, 'DANH SÁCH NHẮC', 'sheetTitle');
    for (const line of reminder.split('\n')) draft.span({ top: row, left: 0, bottom: row++, right }, line, 'sheetLead');
  }
  return {
    name: BOARD_SHEET,
    role: 'board',
    widths: draft.widths,
    heights: draft.heights(),
    cells: draft.cells,
    merges: draft.merges,
    freeze: { rows: header + 1, cols: 2 },
    autofilter: { top: header, left: 0, bottom: Math.max(header, bottom), right },
    // The reminder list is there to be copied; on paper the table says the same.
    page: evidencePage({ repeatRows: { from: header, to: header }, area: { top: 0, left: 0, bottom, right } }),
    tab: board.counts['not-sent'] + board.counts.faulty + board.counts.returned > 0 ? 'D9A400' : '2E8B57',
  };
}

function lead({ period, deadline, today, rows, late, overdue, unnamed }: Board): string {
  const parts = [`Kỳ báo cáo: ${period?.label ?? 'chưa rõ'}; ${rows.length} đơn vị.`];
  if (deadline) parts.push(`Hạn gửi: ${deadlineWords(deadline)}, 02 ngày làm việc sau ngày chốt số liệu.`);
  if (late > 0) parts.push(`${late} đơn vị gửi quá hạn.`);
  if (overdue > 0)
    parts.push(`${overdue} đơn vị chưa gửi, đã quá hạn${today ? ` tính đến ${formatDate(today)}` : ''}.`);
  if (unnamed.length > 0) parts.push(`${unnamed.length} tệp chưa rõ đơn vị gửi: ${unnamed.join('; ')}.`);
  return parts.join(' ');
}

/** One line per state with a bar of signs; returns the row after them. */
function putCounts(draft: SheetDraft, { counts, rows }: Board): number {
  let row = 3;
  for (const state of BOARD_STATES) {
    const share = rows.length === 0 ? 0 : counts[state] / rows.length;
    draft.put(row, 0, counts[state], 'tableCount');
    draft.put(
      row,
      1,
      `${'█'.repeat(Math.round(share * BAR))} ${formatPercent(Math.round(share * 1000) / 1000)}`.trim(),
      'tableText',
    );
    draft.put(row, 2, null, 'tableText');
    draft.put(row, 3, BOARD_WORDS[state], STATE_STYLES[state]);
    row += 1;
  }
  return row;
}

function putRow(draft: SheetDraft, board: Board, r: BoardRow, row: number, index: number): void {
  draft.put(row, 0, index, 'tableCount');
  draft.put(row, 1, r.name, 'tableText');
  draft.put(row, 2, r.level ? LEVEL_WORDS[r.level] : '', 'tableText');
  draft.put(row, 3, BOARD_WORDS[r.state], STATE_STYLES[r.state]);
  draft.put(row, 4, TIME_WORDS[r.time], r.time === 'late' || r.time === 'overdue' ? 'warning' : 'tableText');
  draft.put(
    row,
    5,
    r.receivedOn ? formatDate(r.receivedOn) : '',
    'tableText',
    r.receivedBy === 'report-date' ? { note: 'Theo ngày ghi trên báo cáo; ngày nhận chưa được ghi.' } : {},
  );
  board.templates.forEach((t, i) => {
    const state = r.templates[t.id] ?? null;
    draft.put(
      row,
      FIRST.length + i,
      state === null ? '' : BOARD_WORDS[state],
      state === null ? 'tableText' : STATE_STYLES[state],
    );
  });
  const at = FIRST.length + board.templates.length;
  draft.put(row, at, r.errors, 'tableCount');
  draft.put(row, at + 1, r.warnings, 'tableCount');
  draft.put(row, at + 2, notes(r), 'tableText');
  draft.put(row, at + 3, r.files.join('\n'), 'tableText');
}

function notes(r: BoardRow): string {
  return [
    r.resentOn ? `Gửi lại ngày ${formatDate(r.resentOn)}` : '',
    r.missing.length > 0 ? `Thiếu ${r.missing.join(', ')}` : '',
    r.pending > 0 ? `${r.pending} phụ lục có bản mới chờ chấp nhận` : '',
    r.expected ? '' : 'Không có trong danh mục của kỳ này',
  ]
    .filter(Boolean)
    .join('. ');
}
