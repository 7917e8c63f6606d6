import fc from 'fast-check';
import { canonicalJson } from '../../../src/app/case/canonical-json';
import { planCase } from '../../../src/app/case/case-plan';
import { decide } from '../../../src/app/case/decide';
import { type DecisionRequest } from '../../../src/app/case/decision';
import { newCase } from '../../../src/app/case/new-case';
import { parseCase } from '../../../src/app/case/parse-case';
import { pendingVersions } from '../../../src/app/case/pending-versions';
import { runCase, type CaseRun } from '../../../src/app/case/run-case';
import { takeDown } from '../../../src/app/case/take-down';
import { versionEffect } from '../../../src/app/case/version-effect';
import { makeReport } from '../../../src/app/results/make-report';
import type { CaseState } from '../../../src/core/model/case';
import { shownValue } from '../../../src/core/model/shown-value';
import type { ReceivedFile } from '../../../src/core/model/submission';
import { templates } from '../../../src/core/templates/registry';
import { readPeriod } from '../../../src/core/text/period';
import { pl2File } from '../../support/pl2-file';

const OPTIONS = { templates: templates(), register: null, period: readPeriod('2020') };
const WHO = { by: 'Nguyễn Thị Hoa', at: '2020-12-16T02:30:00.000Z', reason: 'Đã đối chiếu văn bản' };

const fill =
  (n: number) =>
  (row: string): (string | number)[] =>
    ['26', '27'].includes(row) ? ['', '', '', '', ''] : [n, n, '', '', ''];
const a = (n = 3): ReceivedFile => pl2File('a.xlsx', 'STP', fill(n));
const b = (n = 5): ReceivedFile => pl2File('b.xlsx', 'SYT', fill(n));
const wrong = (): ReceivedFile => pl2File('w.xlsx', 'SXD', (row) => (row === '3' ? [9, 3, '', '', ''] : fill(2)(row)));

const run = (files: ReceivedFile[], state: CaseState = newCase()): CaseRun => runCase(files, OPTIONS, state);
const figure = (r: CaseRun, row = '1', column = 'province') =>
  r.consolidation.tables[0]!.rows.find((x) => x.row === row)!.figures[column]!;

function take(r: CaseRun, request: DecisionRequest): CaseState {
  const decided = decide(r, request, WHO);
  if (!decided.ok) throw new Error(decided.message);
  return decided.state;
}

describe('accepting and switching off', () => {
  test('an accepted finding stays visible with its reason, and blocks an approval no longer', () => {
    const r = run([wrong()]);
    const at = r.findings.findIndex((f) => f.rule === 'sum-levels' && f.row === '3');
    expect(decide(r, { kind: 'approve', agency: 'SXD' }, WHO)).toMatchObject({
      ok: false,
      blocking: expect.arrayContaining([expect.objectContaining({ rule: 'sum-levels' })]),
    });
    let state = newCase();
    for (const [i, f] of r.findings.entries())
      if (f.severity === 'error') state = take(run([wrong()], state), { kind: 'accept', key: r.keys[i]! });
    const after = run([wrong()], state);
    expect(after.findings[at]).toMatchObject({
      rule: 'sum-levels',
      accepted: { reason: WHO.reason, by: WHO.by, at: WHO.at },
    });
    expect(after.findings).toHaveLength(r.findings.length);
    expect(decide(after, { kind: 'approve', agency: 'SXD' }, WHO).ok).toBe(true);
  });

  test('the acceptance lapses, with a word, when the fact has changed', () => {
    const r = run([wrong()]);
    const key = r.keys[r.findings.findIndex((f) => f.rule === 'sum-levels' && f.row === '3')]!;
    const state = take(r, { kind: 'accept', key });
    const other = pl2File('w.xlsx', 'SXD', (row) => (row === '3' ? [8, 3, '', '', ''] : fill(2)(row)));
    const after = run([other], state);
    expect(after.findings.filter((f) => f.accepted)).toEqual([]);
    expect(after.findings.find((f) => f.rule === 'decision-outdated')!.message).toContain('số 1 trong nhật ký');
  });

  test('a rule is off for the case with a reason, on again, and some are always on', () => {
    const r = run([wrong()]);
    const state = take(r, { kind: 'rule-off', rule: 'sum-levels' });
    const off = run([wrong()], state);
    expect(off.findings.filter((f) => f.rule === 'sum-levels')).toEqual([]);
    expect(off.findings.find((f) => f.rule === 'rule-not-run' && f.file === null)!.message).toContain(WHO.reason);
    expect(off.summary.rulesOff).toEqual([{ rule: 'sum-levels', reason: WHO.reason, by: WHO.by, at: WHO.at }]);
    expect(run([wrong()], take(off, { kind: 'rule-on', rule: 'sum-levels' })).findings.map((f) => f.rule)).toContain(
      'sum-levels',
    );
    for (const rule of ['file-unreadable', 'double-counting', 'no-such-rule'])
      expect(decide(r, { kind: 'rule-off', rule }, WHO).ok).toBe(false);
  });

  test('nothing is decided without a name, a reason and a time', () => {
    const r = run([a()]);
    for (const who of [
      { ...WHO, by: ' ' },
      { ...WHO, reason: '' },
      { ...WHO, at: 'hôm qua' },
    ])
      expect(decide(r, { kind: 'rule-off', rule: 'not-filled' }, who).ok).toBe(false);
  });
});

describe('adjustments', () => {
  test(
    'an adjusted figure is beside the sum, its total follows, the proof stands on the sums, and it stays on the ' +
      'next run',
    () => {
      const r = run([a(), b()]);
      const state = take(r, { kind: 'adjust', template: 'phu-luc-2', row: '1', column: 'province', value: 10 });
      for (const after of [run([a(), b()], state), run([b(), a()], state)]) {
        expect(figure(after)).toMatchObject({
          value: 8,
          adjustment: { value: 10, sum: 8, by: WHO.by, reason: WHO.reason },
        });
        expect(figure(after, '1', 'total')).toMatchObject({
          value: 8,
          adjustment: { value: 10, sum: 8, derived: true },
        });
        expect(after.consolidation.proof.closes).toBe(true);
      }
      const grown = run([a(4), b()], state);
      expect(shownValue(figure(grown))).toBe(10);
      expect(grown.findings.find((f) => f.rule === 'decision-outdated')).toMatchObject({
        severity: 'warning',
        message: expect.stringContaining('nay là 9, khi điều chỉnh là 8'),
      });
      const back = run([a(), b()], take(run([a(), b()], state), { kind: 'revoke', entry: 1 }));
      expect(figure(back).adjustment).toBeUndefined();
      expect(back.summary.journal.map((j) => j.revokedBy)).toEqual([2, null]);
    },
  );

  test("where units differ, a person's figure fills the level and the total", () => {
    const say =
      (n: number) =>
      (row: string): (string | number)[] =>
        row === '26' ? [n, '', n, '', ''] : ['', '', '', '', ''];
    const files = [pl2File('h1', 'H1', say(221), 'district'), pl2File('h2', 'H2', say(220), 'district')];
    const state = take(run(files), {
      kind: 'adjust',
      template: 'phu-luc-2',
      row: '26',
      column: 'district',
      value: 221,
    });
    expect(shownValue(figure(run(files, state), '26', 'total'))).toBe(221);
  });

  test('property: shown total = sum of shown levels + what came without a split, for any adjustment', () => {
    fc.assert(
      fc.property(
        fc.nat(50),
        fc.nat(50),
        fc.nat(99),
        fc.constantFrom('province', 'district'),
        (x, y, value, column) => {
          const files = [pl2File('x', 'X', () => [x + y, x, y, '', '']), pl2File('z', 'Z', () => [7, '', '', '', ''])];
          const decided = decide(run(files), { kind: 'adjust', template: 'phu-luc-2', row: '1', column, value }, WHO);
          if (!decided.ok) return;
          const r = run(files, decided.state);
          const n = (c: string): number => Number(shownValue(figure(r, '1', c)) ?? 0);
          expect(n('total')).toBe(n('province') + n('district') + n('commune') + 7);
        },
      ),
      { numRuns: 25 },
    );
  });

  test('words, fractions and negative counts are no adjustments', () => {
    const r = run([a()]);
    for (const [column, value] of [
      ['note', 1],
      ['province', 1.5],
      ['province', -1],
      ['province', 3],
      ['khong-co', 1],
    ] as const) {
      expect(decide(r, { kind: 'adjust', template: 'phu-luc-2', row: '1', column, value }, WHO).ok).toBe(false);
    }
  });
});

describe('versions', () => {
  const second = (): ReceivedFile =>
    pl2File('a lần 2.xlsx', 'STP', (row) => (row === '1' ? [30, 30, '', '', ''] : fill(3)(row)));

  test('a later file waits until the difference was accepted; then it counts, and nothing asks again', () => {
    const saved = takeDown(newCase(), run([a(), b()]));
    const files = [a(), b(), second()];
    const r = run(files, saved);
    expect(figure(r).value).toBe(8);
    expect(pendingVersions(r)).toEqual([
      { agency: 'STP', agencyName: 'Đơn vị STP', template: 'phu-luc-2', file: 'a lần 2.xlsx', counted: 'a.xlsx' },
    ]);
    expect(r.findings.find((f) => f.rule === 'duplicate-submission')!.message).toContain('chưa được tính');
    const effect = versionEffect(r, files, OPTIONS, 'a lần 2.xlsx');
    if (!effect.ok) throw new Error(effect.message);
    expect(effect.cells.map((c) => [c.row, c.column, c.before!.text, c.after!.text])).toEqual([
      ['1', 'total', '3', '30'],
      ['1', 'province', '3', '30'],
    ]);
    expect(effect.figures.map((f) => [f.row, f.column, f.before, f.after]).sort()).toEqual([
      ['1', 'province', 8, 35],
      ['1', 'total', 8, 35],
    ]);
    const state = take(r, { kind: 'choose-version', file: 'a lần 2.xlsx', template: null });
    for (const s of [state, takeDown(state, run(files, state))]) {
      const after = run(files, s);
      expect(figure(after).value).toBe(35);
      expect(pendingVersions(after)).toEqual([]);
      expect(after.findings.filter((f) => f.rule === 'duplicate-submission')).toEqual([]);
    }
  });

  test('the same figures sent once more ask nothing and stand in no way', () => {
    const saved = takeDown(newCase(), run([a(), b()]));
    const again = {
      ...a(),
      file: 'a gửi lại.xlsx',
      sha256: 'd'.repeat(64),
      appendices: a().appendices.map((x) => ({ ...x, id: `${x.id} lại`, file: 'a gửi lại.xlsx' })),
      tallies: a().tallies.map((t) => ({ ...t, appendix: `${t.appendix} lại` })),
    };
    const r = run([a(), b(), again], saved);
    expect(pendingVersions(r)).toEqual([]);
    expect(r.findings.find((f) => f.rule === 'duplicate-submission')).toMatchObject({ severity: 'info' });
    expect(decide(r, { kind: 'approve', agency: 'STP' }, WHO).ok).toBe(true);
  });

  test('putting the case down does not accept a waiting version', () => {
    const saved = takeDown(newCase(), run([a(), b()]));
    const again = takeDown(saved, run([a(), b(), second()], saved));
    expect(again.files.map((f) => f.round)).toEqual([2, 1, 1]);
    expect(figure(run([a(), b(), second()], again)).value).toBe(8);
    expect(pendingVersions(run([a(), b(), second()], again))).toHaveLength(1);
  });

  test('what is approved is locked until it is opened again with a reason', () => {
    const saved = takeDown(newCase(), run([a(), b()]));
    const state = take(run([a(), b()], saved), { kind: 'approve', agency: 'STP' });
    const files = [a(), b(), second()];
    const locked = run(files, state);
    expect(figure(locked).value).toBe(8);
    for (const request of [
      { kind: 'choose-version', file: 'a lần 2.xlsx', template: null },
      { kind: 'leave-out', file: 'a.xlsx', template: null },
      { kind: 'return', file: 'a.xlsx' },
    ] as const) {
      expect(decide(locked, request, WHO)).toMatchObject({ ok: false, message: expect.stringContaining('mở lại') });
    }
    const open = take(locked, { kind: 'reopen', agency: 'STP' });
    expect(decide(run(files, open), { kind: 'choose-version', file: 'a lần 2.xlsx', template: null }, WHO).ok).toBe(
      true,
    );
    expect(decide(run(files, open), { kind: 'approve', agency: 'STP' }, WHO)).toMatchObject({
      ok: false,
      message: expect.stringContaining('chưa được xem'),
    });
  });

  test('a returned file counts nowhere, and the proof counts it as returned', () => {
    const r = run([a(), b()], take(run([a(), b()]), { kind: 'return', file: 'a.xlsx' }));
    expect(figure(r).value).toBe(5);
    expect(r.consolidation.proof).toMatchObject({
      closes: true,
      files: { in: 2, merged: 1, returned: 1, setAside: 0 },
    });
    expect(r.findings.filter((f) => f.rule === 'missing-submission')).toEqual([]);
  });
});

describe('double counting', () => {
  const varied = (row: string): (string | number)[] =>
    ['26', '27'].includes(row) ? ['', '', '', '', ''] : [Number(row) * 3, Number(row) * 3, '', '', ''];

  test('one file under two names, of two senders; the same figures; a unit beside its parent', () => {
    const twice = run([pl2File('x.xlsx', 'X', varied), pl2File('y.xlsx', 'Y', varied)]);
    const told = twice.findings.filter((f) => f.rule === 'double-counting');
    expect(told).toEqual([expect.objectContaining({ severity: 'error', file: 'y.xlsx' })]);
    const retyped = { ...pl2File('y.xlsx', 'Y', varied), sha256: 'b'.repeat(64) };
    expect(run([pl2File('x.xlsx', 'X', varied), retyped]).findings.filter((f) => f.rule === 'double-counting')).toEqual(
      [expect.objectContaining({ severity: 'warning', file: 'y.xlsx', template: 'phu-luc-2' })],
    );
    const register = {
      schema: 1 as const,
      province: { name: 'Khánh Hòa', aliases: [] },
      agencies: ['X', 'Y'].map((code) => ({
        code,
        name: code,
        level: 'province' as const,
        aliases: [],
        abbreviations: [],
        symbols: [],
        ...(code === 'Y' ? { parent: 'X' } : {}),
      })),
    };
    const family = runCase(
      [pl2File('x.xlsx', 'X', fill(4)), pl2File('y.xlsx', 'Y', fill(1))],
      { ...OPTIONS, register },
      newCase(),
    );
    expect(family.findings.filter((f) => f.rule === 'double-counting')).toEqual([
      expect.objectContaining({ file: 'y.xlsx', message: expect.stringContaining('thuộc Đơn vị X') }),
    ]);
    expect(run([a(), b()]).findings.filter((f) => f.rule === 'double-counting')).toEqual([]);
  });

  test('left out by the officer: the unadjusted figure stays beside, the reason is on the result', () => {
    const files = [pl2File('x.xlsx', 'X', varied), pl2File('y.xlsx', 'Y', varied)];
    const r = run(files, take(run(files), { kind: 'leave-out', file: 'y.xlsx', template: null }));
    expect(figure(r, '5')).toMatchObject({ value: 15, withLeftOut: { value: 30 } });
    expect(r.findings.filter((f) => f.rule === 'double-counting')).toEqual([]);
    expect(r.consolidation.excluded).toEqual([
      expect.objectContaining({ file: 'y.xlsx', reason: `không tính để tránh trùng: ${WHO.reason}` }),
    ]);
    expect(r.consolidation.proof).toMatchObject({ closes: true, files: { merged: 1, setAside: 1 } });
  });
});

describe('putting down and taking up', () => {
  test('the saved text opens to the same state, and the same files give the same report', () => {
    const files = [a(), b(), wrong()];
    let state = takeDown(newCase(), run(files));
    state = take(run(files, state), { kind: 'adjust', template: 'phu-luc-2', row: '2', column: 'province', value: 99 });
    state = take(run(files, state), { kind: 'rule-off', rule: 'not-filled' });
    const text = canonicalJson(state);
    const opened = parseCase(text);
    if (!opened.ok) throw new Error(opened.message);
    expect(canonicalJson(opened.state)).toBe(text);
    expect(JSON.stringify(makeReport(run([a(), b(), wrong()], opened.state)))).toBe(
      JSON.stringify(makeReport(run(files, state))),
    );
  });

  test('property: any decisions, saved and opened again, give the same workbook plan', () => {
    const files = [a(), b(), wrong()];
    const request = fc.oneof(
      fc.constantFrom<DecisionRequest>(
        { kind: 'rule-off', rule: 'not-filled' },
        { kind: 'rule-on', rule: 'not-filled' },
        { kind: 'leave-out', file: 'b.xlsx', template: 'phu-luc-2' },
        { kind: 'return', file: 'w.xlsx' },
        { kind: 'approve', agency: 'STP' },
        { kind: 'reopen', agency: 'STP' },
      ),
      fc.record({
        kind: fc.constant('adjust' as const),
        template: fc.constant('phu-luc-2'),
        row: fc.constantFrom('1', '2', '9'),
        column: fc.constantFrom('province', 'total', 'commune'),
        value: fc.nat(200),
      }),
      fc.record({ kind: fc.constant('revoke' as const), entry: fc.integer({ min: 1, max: 4 }) }),
    );
    fc.assert(
      fc.property(fc.array(request, { maxLength: 6 }), (requests) => {
        let state = takeDown(newCase(), run(files));
        for (const q of requests) {
          const decided = decide(run(files, state), q, WHO);
          if (decided.ok) state = decided.state;
        }
        const opened = parseCase(canonicalJson(state));
        if (!opened.ok) throw new Error(opened.message);
        expect(canonicalJson(planCase(run([a(), b(), wrong()], opened.state)))).toBe(
          canonicalJson(planCase(run(files, state))),
        );
        expect(run(files, state).consolidation.proof.closes).toBe(true);
      }),
      { numRuns: 12 },
    );
  });

  test('a source that changed is noticed by its hash, one that is gone too; a renamed one is neither', () => {
    const saved = takeDown(newCase(), run([a(), b()]));
    const told = (files: ReceivedFile[]): (string | null)[] =>
      run(files, saved)
        .findings.filter((f) => f.rule === 'source-changed')
        .map((f) => f.message);
    expect(told([a(), b()])).toEqual([]);
    expect(told([{ ...a(), file: 'tên khác.xlsx' }, b()])).toEqual([]);
    expect(told([a(4), b()])).toEqual([expect.stringContaining('nội dung tệp đã thay đổi')]);
    expect(told([b()])).toEqual([expect.stringContaining('“a.xlsx” có trong hồ sơ')]);
  });

  test('a form of the first version opens through its named migration', () => {
    const old = {
      schema: 1,
      period: null,
      register: null,
      files: [{ file: 'a.xlsx', sha256: 'a'.repeat(64) }],
      journal: [{ kind: 'rule-off', rule: 'not-filled', at: WHO.at, by: 'Hoa', reason: 'Biểu cũ' }],
    };
    const opened = parseCase(JSON.stringify(old));
    expect(opened).toMatchObject({
      ok: true,
      migrated: ['rounds-and-entry-numbers'],
      state: { schema: 2, files: [{ round: 1, receivedOn: null }], journal: [{ id: 1, about: '' }] },
    });
  });

  test('what is no case, or of a later program, is refused with words', () => {
    for (const text of [
      '',
      '[]',
      '{}',
      '{"schema":3}',
      '{"schema":1,"files":[null]}',
      '{"schema":1,"files":{},"journal":[3,"x",null]}',
      JSON.stringify({
        ...newCase(),
        journal: [{ kind: 'revoke', entry: 1, id: 1, at: WHO.at, by: 'x', reason: 'y', about: '' }],
      }),
    ]) {
      expect([text, parseCase(text)]).toEqual([text, { ok: false, message: expect.stringMatching(/\p{L}.*\.$/u) }]);
    }
  });

  test('property: whatever was decided can be taken back line by line, to the report of the beginning', () => {
    const files = [a(), b(), wrong()];
    const plain = JSON.stringify(makeReport(run(files)));
    const request = fc.constantFrom<DecisionRequest>(
      { kind: 'rule-off', rule: 'not-filled' },
      { kind: 'leave-out', file: 'b.xlsx', template: null },
      { kind: 'return', file: 'w.xlsx' },
      { kind: 'adjust', template: 'phu-luc-2', row: '4', column: 'province', value: 77 },
      { kind: 'approve', agency: 'STP' },
    );
    fc.assert(
      fc.property(fc.array(request, { maxLength: 4 }), (requests) => {
        let state = newCase();
        for (const q of requests) {
          const decided = decide(run(files, state), q, WHO);
          if (decided.ok) state = decided.state;
        }
        for (const entry of state.journal.map((e) => e.id).reverse())
          state = take(run(files, state), { kind: 'revoke', entry });
        const { case: _, ...report } = JSON.parse(JSON.stringify(makeReport(run(files, state)))) as Record<
          string,
          unknown
        >;
        const { case: __, ...before } = JSON.parse(plain) as Record<string, unknown>;
        expect(report).toEqual(before);
      }),
      { numRuns: 15 },
    );
  });
});
