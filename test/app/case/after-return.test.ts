import { boardOf } from '../../../src/app/case/board';
import { reminderList } from '../../../src/app/case/board-lists';
import { decide } from '../../../src/app/case/decide';
import { type DecisionRequest } from '../../../src/app/case/decision';
import { newCase } from '../../../src/app/case/new-case';
import { runCase, type CaseRun } from '../../../src/app/case/run-case';
import { takeDown } from '../../../src/app/case/take-down';
import { versionEffect } from '../../../src/app/case/version-effect';
import { returnNotices } from '../../../src/app/returns/return-notice';
import type { RunOptions } from '../../../src/app/consolidate/run-options';
import type { CaseState } from '../../../src/core/model/case';
import type { ReceivedFile } from '../../../src/core/model/submission';
import { templates } from '../../../src/core/templates/registry';
import { pl2File } from '../../support/pl2-file';

const WHO = { by: 'Nguyễn Thị Hoa', at: '2020-12-16T02:30:00.000Z', reason: 'Đã kiểm tra' };
const options: RunOptions = { templates: templates(), register: null, period: null };
/** Row 1 says `one`; the total of row 2 is wrong by `off`. */
const file = (name: string, one: number, off = 0): ReceivedFile =>
  pl2File(name, 'STP', (row) =>
    row === '1' ? [one, one, '', '', ''] : row === '2' ? [3 + off, 3, '', '', ''] : ['-', '', '', '', ''],
  );

function after(files: readonly ReceivedFile[], state: CaseState, ...requests: DecisionRequest[]): CaseState {
  return requests.reduce((s, request) => {
    const decided = decide(runCase(files, options, s), request, WHO);
    if (!decided.ok) throw new Error(decided.message);
    return decided.state;
  }, state);
}
const run = (files: readonly ReceivedFile[], state: CaseState): CaseRun => runCase(files, options, state);
const saved = (files: readonly ReceivedFile[], state: CaseState, receivedOn: string): CaseState =>
  takeDown(state, run(files, state), { receivedOn });

describe('a submission that was returned and came again', () => {
  const first = file('lan 1.xlsx', 6, 5);
  const second = file('lan 2.xlsx', 60);
  const returned = after([first], saved([first], newCase(), '2020-12-15'), { kind: 'return', file: 'lan 1.xlsx' });

  test('until it comes again it is asked about; then the error of the first stays visible and asks nothing', () => {
    const waiting = run([first], returned);
    expect(returnNotices(waiting).map((n) => n.errors.length)).toEqual([1]);
    expect(boardOf(waiting, null).rows[0]).toMatchObject({ state: 'returned', errors: 1 });
    expect(reminderList(boardOf(waiting, null))).toContain('cần gửi lại: 1 đơn vị\n1. Đơn vị STP');
    const now = run([first, second], saved([first, second], returned, '2020-12-18'));
    const error = now.findings.find((f) => f.rule === 'sum-levels');
    expect(error).toMatchObject({ file: 'lan 1.xlsx', setAside: { how: 'returned', by: WHO.by } });
    expect(returnNotices(now)).toEqual([]);
    expect(boardOf(now, null).rows[0]).toMatchObject({
      state: 'sent',
      errors: 0,
      receivedOn: '2020-12-15',
      resentOn: '2020-12-18',
    });
    expect(decide(now, { kind: 'approve', agency: 'STP' }, WHO).ok).toBe(true);
  });

  test('what the new file says otherwise than the returned one, and what it does to the province', () => {
    const now = run([first, second], saved([first, second], returned, '2020-12-18'));
    const effect = versionEffect(now, [first, second], options, 'lan 2.xlsx');
    if (!effect.ok) throw new Error(effect.message);
    expect(effect).toMatchObject({ returned: true, counted: ['lan 1.xlsx'] });
    expect(effect.cells.map((c) => [c.row, c.column, c.before?.text, c.after?.text])).toEqual([
      ['1', 'total', '6', '60'],
      ['1', 'province', '6', '60'],
      ['2', 'total', '8', '3'],
    ]);
    expect(effect.figures.map((f) => [f.row, f.column, f.before, f.after])).toContainEqual(['1', 'province', 6, 60]);
  });
});

test('a later file of an approved sender can be looked at before the submission is opened again', () => {
  const [first, late] = [file('a.xlsx', 6), file('b.xlsx', 7)];
  const state = after([first], saved([first], newCase(), '2020-12-15'), { kind: 'approve', agency: 'STP' });
  const now = run([first, late], saved([first, late], state, '2020-12-20'));
  expect(decide(now, { kind: 'choose-version', file: 'b.xlsx', template: null }, WHO).ok).toBe(false);
  const effect = versionEffect(now, [first, late], options, 'b.xlsx');
  if (!effect.ok) throw new Error(effect.message);
  expect(effect).toMatchObject({ locked: true, counted: ['a.xlsx'] });
  expect(effect.figures.map((f) => [f.row, f.column, f.before, f.after])).toEqual([
    ['1', 'province', 6, 7],
    ['1', 'total', 6, 7],
  ]);
});

test('an approved file that changed under its name can be approved anew, and then nothing is said to be outdated', () => {
  const [before, changed] = [file('a.xlsx', 6), file('a.xlsx', 7)];
  const state = after([before], saved([before], newCase(), '2020-12-15'), { kind: 'approve', agency: 'STP' });
  expect(run([changed], state).findings.map((f) => f.rule)).toEqual(
    expect.arrayContaining(['source-changed', 'decision-outdated']),
  );
  const again = after([changed], saved([changed], state, '2020-12-20'), { kind: 'approve', agency: 'STP' });
  expect(run([changed], again).findings.map((f) => f.rule)).not.toContain('decision-outdated');
  expect(boardOf(run([changed], again), null).counts.approved).toBe(1);
});
