import { BOARD_STATES, BOARD_WORDS, TIME_WORDS } from '../../core/text/board-words';
import type { Board, BoardRow } from '../../core/model/board';
import { deadlineWords } from '../../core/text/deadline-words';
import { formatDate } from '../../core/text/format-number';
import { boardOf } from '../../app/case/board';
import { filterBoard, reminderList } from '../../app/case/board-lists';
import { run } from '../run';
import { command } from '../table/command';
import { DONE } from '../table/outcome';
import { CASE_RUN_OPTIONS, isoDay, PATHS, runRequest } from '../table/shared-options';

/** Letters of the longest bar. */
const BAR = 30;

/** Prints who has sent what; with --remind only the list to copy into a message. */
export const board = command({
  name: 'board',
  summary:
    'Tình hình nộp theo danh mục: chưa gửi, đã gửi, có lỗi, trả lại, đã duyệt; --remind chỉ in danh sách để nhắc.',
  words: [PATHS],
  options: {
    ...CASE_RUN_OPTIONS,
    today: { kind: 'text', value: '2020-12-16', help: 'ngày để tính hạn gửi', check: isoDay('today') },
    state: {
      kind: 'text',
      value: 'not-sent',
      help: 'chỉ in các đơn vị ở tình trạng này',
      check: (text) =>
        BOARD_STATES.some((s) => s === text)
          ? null
          : `--state là một trong: ${BOARD_STATES.map((s) => `${s} (${BOARD_WORDS[s]})`).join(', ')}.`,
    },
    find: { kind: 'text', value: '"tên"', help: 'chỉ in các đơn vị có chữ này trong tên hoặc mã' },
    remind: { kind: 'flag', help: 'chỉ in danh sách đơn vị cần nhắc, để chép vào tin nhắn' },
  },
  async run({ words, options }, deps) {
    const done = await run(runRequest(words, options), deps);
    if (!done.ok) return done;
    const { result } = done;
    if (!result.register) deps.complain('Chưa có danh mục cơ quan (--agencies), nên không biết đơn vị nào phải gửi.');
    const shown = boardOf(result, options.today);
    if (options.remind) {
      const list = reminderList(shown);
      if (list) list.split('\n').forEach(deps.say);
      else deps.complain('Không có đơn vị nào cần nhắc.');
      return DONE;
    }
    countLines(shown).forEach(deps.say);
    const state = BOARD_STATES.find((s) => s === options.state);
    for (const r of filterBoard(shown, {
      ...(state ? { states: [state] } : {}),
      ...(options.find ? { text: options.find } : {}),
    }))
      deps.say(rowLine(r));
    for (const file of shown.unnamed) deps.say(`Chưa rõ đơn vị gửi: ${file}`);
    return DONE;
  },
});

function countLines({ period, deadline, counts, rows }: Board): string[] {
  return [
    `Kỳ báo cáo: ${period?.label ?? 'chưa rõ'}${deadline ? `; hạn gửi ${deadlineWords(deadline)}` : ''}`,
    ...BOARD_STATES.map((state) => {
      const n = counts[state];
      const bar = '█'.repeat(rows.length ? Math.round((n / rows.length) * BAR) : 0);
      return `  ${BOARD_WORDS[state].padEnd(10)} ${String(n).padStart(4)} ${bar}`;
    }),
  ];
}

function rowLine(r: BoardRow): string {
  const more = [
    r.receivedOn ? `${formatDate(r.receivedOn)}${r.receivedBy === 'report-date' ? ' (ngày báo cáo)' : ''}` : '',
    r.resentOn ? `gửi lại ${formatDate(r.resentOn)}` : '',
    r.errors > 0 ? `${r.errors} lỗi` : '',
    r.warnings > 0 ? `${r.warnings} cảnh báo` : '',
    r.missing.length > 0 ? `thiếu ${r.missing.join(', ')}` : '',
    r.pending > 0 ? `${r.pending} phụ lục có bản mới chờ chấp nhận` : '',
    r.expected ? '' : 'không có trong danh mục của kỳ này',
  ]
    .filter(Boolean)
    .join('; ');
  return (
    `${r.key.padEnd(16)} ${BOARD_WORDS[r.state].padEnd(9)} ${TIME_WORDS[r.time].padEnd(17)} ` +
    `${r.name}${more ? ` – ${more}` : ''}`
  );
}
