import type { Board, BoardRow, BoardState, Timeliness } from '../../core/model/board';
import { stripMarks } from '../../core/text/strip-marks';
import { formatDate } from '../../core/text/format-number';

export interface BoardFilter {
  states?: readonly BoardState[];
  times?: readonly Timeliness[];
  /** Part of a name, with or without diacritics. */
  text?: string;
}

/** Rows that a person asks for; an absent condition lets everything through. */
export function filterBoard(board: Board, { states, times, text }: BoardFilter): BoardRow[] {
  const wanted = stripMarks(text ?? '');
  return board.rows.filter(
    (r) =>
      (!states || states.includes(r.state)) &&
      (!times || times.includes(r.time)) &&
      stripMarks(r.name).includes(wanted),
  );
}

/**
 * The list to be copied into a message: who has not sent, who must send again, who left out a form. Empty where nobody
 * is to be reminded.
 */
export function reminderList(board: Board): string {
  const due = board.deadline ? ` (hạn gửi: ${formatDate(board.deadline.day)})` : '';
  const period = board.period ? ` ${board.period.label}` : '';
  const groups: [string, string[]][] = [
    [
      `Các cơ quan, đơn vị chưa gửi phụ lục báo cáo cải cách hành chính${period}${due}`,
      board.rows.filter((r) => r.state === 'not-sent').map((r) => r.name),
    ],
    [
      'Các cơ quan, đơn vị đã được trả lại, cần gửi lại',
      board.rows.filter((r) => r.state === 'returned').map((r) => withForms(r, board)),
    ],
    [
      'Các cơ quan, đơn vị có số liệu cần sửa',
      board.rows.filter((r) => r.state === 'faulty').map((r) => (r.errors > 0 ? `${r.name}: ${r.errors} lỗi` : r.name)),
    ],
    [
      'Các cơ quan, đơn vị gửi chưa đủ',
      board.rows
        .filter((r) => r.missing.length > 0 && r.state !== 'returned')
        .map((r) => `${r.name}: thiếu ${r.missing.join(', ')}`),
    ],
  ];
  return groups
    .filter(([, names]) => names.length > 0)
    .map(([title, names]) => [`${title}: ${names.length} đơn vị`, ...names.map((n, i) => `${i + 1}. ${n}`)].join('\n'))
    .join('\n\n');
}

/** "UBND xã Cam Hiệp: Phụ lục 2" where only some forms were returned. */
function withForms(row: BoardRow, board: Board): string {
  const waiting = board.templates.filter((t) => row.templates[t.id] === 'returned').map((t) => t.short);
  const some = Object.values(row.templates).some(
    (state) => state === 'sent' || state === 'faulty' || state === 'approved',
  );
  const also = row.missing.length > 0 ? `; thiếu ${row.missing.join(', ')}` : '';
  return some && waiting.length > 0 ? `${row.name}: ${waiting.join(', ')}${also}` : `${row.name}${also}`;
}
