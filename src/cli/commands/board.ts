import type { BoardState } from '../../core/model/board';
import { BOARD_STATES, BOARD_WORDS, TIME_WORDS } from '../../core/text/board-words';
import { deadlineWords } from '../../core/text/deadline-words';
import { formatDate } from '../../core/text/format-number';
import { boardOf } from '../../app/case/board';
import { filterBoard, reminderList } from '../../app/case/board-lists';
import type { WrongUsage } from '../args';
import { run } from '../run';
import { type RunDeps } from '../run-request';
import { readOptions, type Console } from './read-options';

export interface BoardArgs {
  paths: string[];
  agencies: string | null;
  confirmations: string | null;
  period: string | null;
  casePath: string | null;
  today: string | null;
  state: BoardState | null;
  text: string | null;
  remind: boolean;
}

/** Reads what follows "board" on the command line. */
export function readBoardArgs(rest: readonly string[]): BoardArgs | WrongUsage {
  const read = readOptions(rest, ['agencies', 'confirmations', 'period', 'case', 'today', 'state', 'find'], ['remind']);
  if ('wrong' in read) return read;
  const { values: v, positionals } = read;
  if (positionals.length === 0) return { wrong: 'Lệnh board cần ít nhất một tệp hoặc thư mục.' };
  if (v['today'] !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(v['today']))
    return { wrong: '--today viết dạng 2020-12-16.' };
  const state = v['state'];
  if (state !== undefined && !BOARD_STATES.includes(state as BoardState))
    return { wrong: `--state là một trong: ${BOARD_STATES.map((s) => `${s} (${BOARD_WORDS[s]})`).join(', ')}.` };
  return {
    paths: positionals,
    agencies: v['agencies'] ?? null,
    confirmations: v['confirmations'] ?? null,
    period: v['period'] ?? null,
    casePath: v['case'] ?? null,
    today: v['today'] ?? null,
    state: (state as BoardState | undefined) ?? null,
    text: v['find'] ?? null,
    remind: read.flags.has('remind'),
  };
}

const BAR = 30;

/** Prints who has sent what; with --remind only the list to copy into a message. Exit codes: 0, 2 wrong usage. */
export async function showBoard(args: BoardArgs, deps: RunDeps & Console): Promise<0 | 2> {
  const result = await run({ ...args, except: null }, deps);
  if ('wrong' in result) {
    deps.complain(result.wrong);
    return 2;
  }
  if (!result.register) deps.complain('Chưa có danh mục cơ quan (--agencies), nên không biết đơn vị nào phải gửi.');
  const board = boardOf(result, args.today);
  if (args.remind) {
    const list = reminderList(board);
    if (list) deps.say(list);
    else deps.complain('Không có đơn vị nào cần nhắc.');
    return 0;
  }
  deps.say(
    'Kỳ báo cáo: ' +
      `${board.period?.label ?? 'chưa rõ'}${board.deadline ? `; hạn gửi ${deadlineWords(board.deadline)}` : ''}`,
  );
  for (const state of BOARD_STATES) {
    const n = board.counts[state];
    deps.say(
      `  ${BOARD_WORDS[state].padEnd(10)} ${String(n).padStart(4)} ` +
        `${'█'.repeat(board.rows.length ? Math.round((n / board.rows.length) * BAR) : 0)}`,
    );
  }
  for (const r of filterBoard(board, {
    ...(args.state ? { states: [args.state] } : {}),
    ...(args.text ? { text: args.text } : {}),
  })) {
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
    deps.say(
      `${r.key.padEnd(16)} ${BOARD_WORDS[r.state].padEnd(9)} ${TIME_WORDS[r.time].padEnd(17)} ` +
        `${r.name}${more ? ` – ${more}` : ''}`,
    );
  }
  for (const file of board.unnamed) deps.say(`Chưa rõ đơn vị gửi: ${file}`);
  return 0;
}
