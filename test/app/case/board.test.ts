import { boardOf } from '../../../src/app/case/board';
import { filterBoard, reminderList } from '../../../src/app/case/board-lists';
import { decide } from '../../../src/app/case/decide';
import { type DecisionRequest } from '../../../src/app/case/decision';
import { newCase } from '../../../src/app/case/new-case';
import { runCase } from '../../../src/app/case/run-case';
import { takeDown } from '../../../src/app/case/take-down';
import type { CaseState } from '../../../src/core/model/case';
import type { Board, BoardRow } from '../../../src/core/model/board';
import type { ReceivedFile } from '../../../src/core/model/submission';
import type { RunOptions } from '../../../src/app/consolidate/run-options';
import { receivedSample } from '../../support/received-sample';

const WHO = { by: 'Nguyễn Thị Hoa', at: '2020-12-16T02:30:00.000Z', reason: 'Đã kiểm tra' };

describe('the board of the sample province', () => {
  let files: ReceivedFile[];
  let options: RunOptions;
  beforeAll(async () => {
    ({ files, options } = await receivedSample());
  });

  const board = (state: CaseState = newCase(), today: string | null = '2020-12-16', some = files): Board =>
    boardOf(runCase(some, options, state), today);
  const row = (b: Board, key: string): BoardRow => b.rows.find((r) => r.key === key)!;
  function after(state: CaseState, request: DecisionRequest): CaseState {
    const decided = decide(runCase(files, options, state), request, WHO);
    if (!decided.ok) throw new Error(decided.message);
    return decided.state;
  }

  test('one row per agency of the register, each in one state; the deadline is two working days after the cut-off', () => {
    const b = board();
    expect(b.rows).toHaveLength(options.register!.agencies.length);
    expect(Object.values(b.counts).reduce((x, y) => x + y)).toBe(b.rows.length);
    expect(b.deadline).toEqual({ day: '2020-12-16', known: true });
    expect(b.counts).toMatchObject({ 'not-sent': 1, faulty: 4, returned: 0, approved: 0 });
    expect(row(b, 'SYT')).toMatchObject({
      state: 'faulty',
      errors: 1,
      templates: { 'phu-luc-2': 'faulty', 'phu-luc-3': 'sent' },
    });
    expect(row(b, 'STP')).toMatchObject({ state: 'sent', time: 'on-time', receivedBy: 'report-date' });
  });

  test('not sent: there is time until the deadline, none after it', () => {
    const late = (today: string | null): string =>
      board(newCase(), today).rows.find((r) => r.state === 'not-sent')!.time;
    expect([late('2020-12-16'), late('2020-12-17'), late(null)]).toEqual(['waiting', 'overdue', 'waiting']);
  });

  test('the day written down goes before the date of the report', () => {
    const saved = takeDown(newCase(), runCase(files, options, newCase()), { receivedOn: '2020-12-18' });
    const b = board(saved);
    expect(row(b, 'STP')).toMatchObject({ time: 'late', receivedOn: '2020-12-18', receivedBy: 'recorded' });
    expect(b.late).toBe(b.rows.length - b.counts['not-sent']);
  });

  test('returned and approved', () => {
    const returned = after(newCase(), { kind: 'return', file: 'SYT.xlsx' });
    expect(row(board(returned), 'SYT')).toMatchObject({
      state: 'returned',
      templates: { 'phu-luc-2': 'returned' },
      missing: [],
    });
    const approved = after(returned, { kind: 'approve', agency: 'STP' });
    expect(row(board(approved), 'STP').state).toBe('approved');
    expect(row(board(after(approved, { kind: 'reopen', agency: 'STP' })), 'STP').state).toBe('sent');
    const changed = files.map((f) => (f.agency.agency?.code === 'STP' ? { ...f, sha256: 'e'.repeat(64) } : f));
    expect(row(board(approved, null, changed), 'STP').state).toBe('sent');
  });

  test('a form that most sent and one did not is missing there', () => {
    const short = files.map((f) =>
      f.agency.agency?.code === 'STP'
        ? { ...f, appendices: f.appendices.filter((a) => a.template !== 'phu-luc-4') }
        : f,
    );
    const r = row(board(newCase(), null, short), 'STP');
    expect(r).toMatchObject({ state: 'sent', missing: ['Phụ lục 4'], templates: { 'phu-luc-4': 'not-sent' } });
    expect(reminderList(board(newCase(), null, short))).toContain('Sở Tư pháp: thiếu Phụ lục 4');
  });

  test('filter by state and by a name typed without marks; the reminder names who has not sent', () => {
    const b = board();
    expect(filterBoard(b, { states: ['not-sent'] })).toHaveLength(1);
    expect(filterBoard(b, { text: 'so tu phap' }).map((r) => r.key)).toEqual(['STP']);
    expect(filterBoard(b, {})).toHaveLength(b.rows.length);
    expect(reminderList(b)).toMatch(/chưa gửi .*năm 2020 \(hạn gửi: 16\/12\/2020\): 1 đơn vị\n1\. Ban Quản lý/);
    expect(reminderList({ ...b, rows: [] })).toBe('');
  });
});
