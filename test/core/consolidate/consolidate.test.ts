import fc from 'fast-check';
import { describe as receive } from '../../../src/app/receive/receive-file';
import { runConsolidation } from '../../../src/app/consolidate/run-consolidation';
import { type RunResult } from '../../../src/app/consolidate/run-options';
import { tallyAppendix } from '../../../src/core/consolidate/tally';
import type { ReceivedFile } from '../../../src/core/model/submission';
import { templateById, templates } from '../../../src/core/templates/registry';
import { MOT_CUA, PL2_HEAD, pl2Rows } from '../../support/document-tables';
import { makeGrid } from '../../support/make-grid';

const OPTIONS = { templates: templates(), register: null, period: null };
const TITLE = [['Phụ lục 2'], ['THỐNG KÊ SỐ LƯỢNG CƠ QUAN, ĐƠN VỊ THEO CÁC TIÊU CHÍ THỰC HIỆN CCHC']];

function file(name: string, rows: (string | number)[][], level: 'province' | 'district' | null = null): ReceivedFile {
  const received = receive(name, 'a'.repeat(64), { grids: [makeGrid(rows)], issues: [] }, OPTIONS);
  if (level) received.agency = { ...received.agency, agency: { code: name, name, level }, state: 'agreed', score: 1 };
  return received;
}
const pl2 = (
  name: string,
  figure: (row: string) => (string | number)[],
  level: 'province' | 'district' | null = null,
): ReceivedFile => file(name, [...TITLE, ...PL2_HEAD, ...pl2Rows(figure)], level);
const run = (...files: ReceivedFile[]): RunResult => runConsolidation(files, OPTIONS);
const figure = (r: RunResult, row: string, column: string, table = 'phu-luc-2') =>
  r.consolidation.tables.find((t) => t.template === table)!.rows.find((x) => x.row === row)!.figures[column]!;

describe('consolidate', () => {
  test('levels add over agencies; Tổng số is the sum of the levels plus totals without a split, and says so', () => {
    const r = run(
      pl2('a', () => [5, 3, 2, '', ''], 'province'),
      pl2('b', () => [4, 4, '', '', ''], 'province'),
      pl2('c', () => [7, '', '', '', ''], 'province'),
    );
    expect(figure(r, '1', 'province').value).toBe(7);
    expect(figure(r, '1', 'district').value).toBe(2);
    expect(figure(r, '1', 'commune').value).toBeNull();
    expect(figure(r, '1', 'total')).toMatchObject({ value: 16, unsplit: 7, remark: 'Gồm 7 không phân theo cấp của c' });
    expect(r.consolidation.proof.closes).toBe(true);
  });

  test('every contribution leads to file, sheet and cell, with the text as typed', () => {
    const r = run(pl2('a', () => ['04', '04', '', '', ''], 'province'));
    expect(figure(r, '3', 'province').contributions).toEqual([
      expect.objectContaining({
        agencyName: 'a',
        file: 'a',
        sheet: 'PL',
        cell: 'D7',
        text: '04',
        value: 4,
        part: 'added',
        repairs: [{ kind: 'number-as-text', before: '04', after: '4' }],
      }),
    ]);
  });

  test('procedures of a level are one set: the common value is taken once, a sở that fills blanks with 0 says nothing', () => {
    const district = (row: string): (string | number)[] => (row === '26' ? [320, '', 221, 99, ''] : [1, '', 1, '', '']);
    const r = run(
      pl2('h1', district, 'district'),
      pl2('h2', district, 'district'),
      pl2('so', () => [10, 10, 0, 0, ''], 'province'),
    );
    expect(figure(r, '26', 'district')).toMatchObject({ value: 221, method: 'common' });
    expect(figure(r, '26', 'total').value).toBe(10 + 221 + 99);
    expect(figure(r, '1', 'district').value).toBe(2);
  });

  test('where units differ the figure stays empty, with who says what; the total is not understated', () => {
    const say =
      (n: number) =>
      (row: string): (string | number)[] =>
        row === '26' ? [n, '', n, '', ''] : ['', '', '', '', ''];
    const r = run(pl2('h1', say(221), 'district'), pl2('h2', say(220), 'district'), pl2('h3', say(221), 'district'));
    expect(figure(r, '26', 'district').value).toBeNull();
    expect(figure(r, '26', 'total').value).toBeNull();
    const finding = r.findings.find((f) => f.rule === 'differs-between-units')!;
    expect(finding).toMatchObject({ template: 'phu-luc-2', row: '26', column: 'district' });
    expect(finding.message).toContain('h2');
  });

  test('a refused figure is in no sum, and is listed as left out', () => {
    const r = run(
      pl2('a', (row) => (row === '5' ? ['6 phòng', '6 phòng', '', '', ''] : [1, 1, '', '', '']), 'province'),
      pl2('b', () => [2, 2, '', '', ''], 'province'),
    );
    expect(figure(r, '5', 'province').value).toBe(2);
    expect(r.consolidation.excluded.map((e) => e.cell)).toEqual(['C9', 'D9']);
    expect(r.consolidation.proof).toMatchObject({ closes: true, cells: { read: 120, placed: 118, refused: 2 } });
  });

  test(
    'what binary arithmetic leaves behind the comma, and numbers beyond counting, do not keep the proof from ' +
      'closing',
    () => {
      const r = run(
        pl2(
          'a',
          (row) =>
            row === '5'
              ? ['', 1.000000000007276, '', '', '']
              : row === '6'
                ? ['', 1e20, -1e-12, 3, '']
                : ['', 1, 1, 3, ''],
          'province',
        ),
      );
      expect(r.consolidation.proof.breaks).toEqual([]);
      expect(figure(r, '5', 'province').value).toBe(1);
    },
  );

  test('of two appendices of one form the later report counts, the earlier is kept and told', () => {
    const dated = (day: string, n: number): ReceivedFile =>
      file(
        'x',
        [...TITLE, [`(Đính kèm Báo cáo số 1/BC-STP ngày ${day})`], ...PL2_HEAD, ...pl2Rows(() => [n, n, '', '', ''])],
        'province',
      );
    const late = { ...dated('20/12/2020', 9), file: 'late' };
    const early = { ...dated('01/12/2020', 4), file: 'early' };
    late.appendices = late.appendices.map((a) => ({ ...a, id: 'late' }));
    late.tallies = late.tallies.map((t) => ({ ...t, appendix: 'late' }));
    const r = run(late, early);
    expect(figure(r, '1', 'province').value).toBe(9);
    expect(r.consolidation.submissions[0]!.replaced).toHaveLength(1);
    expect(r.findings.some((f) => f.rule === 'duplicate-submission')).toBe(true);
  });

  test('two tables of one form on one sheet are told with both places', () => {
    const table = (n: number): (string | number)[][] => [...TITLE, ...PL2_HEAD, ...pl2Rows(() => [n, n, '', '', ''])];
    const twice = file('x', [...table(4), [], [], [], ...table(9)], 'province');
    const r = run(twice);
    const told = r.findings.filter((f) => f.rule === 'duplicate-submission');
    const [first, second] = twice.appendices.map((a) => `A${a.area.top + 1}`);
    expect(told).toMatchObject([{ cell: first, message: expect.stringContaining(`từ ô ${second}`) }]);
  });

  test('a province-wide form is compared, never added', () => {
    const wide = file(
      'snv',
      [
        ['Phụ lục 2'],
        ['THỐNG KÊ SỐ LƯỢNG CƠ QUAN, ĐƠN VỊ THEO CÁC TIÊU CHÍ THỰC HIỆN CCHC'],
        ['(Tổng hợp trên phạm vi toàn tỉnh)'],
        ...PL2_HEAD,
        ...pl2Rows(() => [50, 50, '', '', '']),
      ],
      'province',
    );
    const r = run(
      pl2('a', () => [5, 5, '', '', ''], 'province'),
      wide,
    );
    expect(figure(r, '1', 'province').value).toBe(5);
    expect(r.consolidation.controlTotals[0]).toMatchObject({ control: 50, sum: 5, difference: -45 });
    expect(r.findings.some((f) => f.rule === 'control-total-differs')).toBe(true);
  });

  test('document 000: totals 545/467/74/0/46/4 and no finding that asks anything', () => {
    const r = run(file('vpub', MOT_CUA));
    const totals = ['received', 'early', 'onTime', 'overdue', 'returned', 'pending'].map(
      (c) => figure(r, 'total', c, 'mot-cua').value,
    );
    expect(totals).toEqual([545, 467, 74, 0, 46, 4]);
    expect(r.findings.filter((f) => f.severity !== 'info')).toEqual([]);
  });

  test('document 000 with one figure changed: the right cell is named', () => {
    const changed = MOT_CUA.map((r) => [...r]);
    changed[9]![2] = '33';
    const errors = run(file('vpub', changed)).findings.filter((f) => f.severity === 'error');
    expect(errors.length).toBeGreaterThan(0);
    expect(new Set(errors.map((e) => e.cell))).toEqual(new Set(['C10']));
  });

  test('property: sums equal an independent addition, whatever the figures, and the proof closes', () => {
    const cell = fc.oneof(fc.nat(9999), fc.constantFrom('', '-', 'Không', '0', '1.234', '04', '12,5', 'một'));
    const sender = fc.array(fc.tuple(cell, cell, cell), { minLength: 30, maxLength: 30 });
    fc.assert(
      fc.property(fc.array(sender, { minLength: 1, maxLength: 4 }), (senders) => {
        const files = senders.map((rows, i) =>
          pl2(
            `s${i}`,
            (row) => {
              const [p, d, c] = rows[Number(row) - 1]!;
              return ['', p, d, c, ''];
            },
            'province',
          ),
        );
        const r = run(...files);
        expect(r.consolidation.proof.breaks).toEqual([]);
        for (let n = 1; n <= 25; n++) {
          (['province', 'district', 'commune'] as const).forEach((column, i) => {
            const numbers = senders.map((rows) => plain(rows[n - 1]![i]!)).filter((x): x is number => x !== null);
            expect(figure(r, String(n), column).value).toBe(
              numbers.length === 0 ? null : numbers.reduce((a, b) => a + b, 0),
            );
          });
        }
      }),
      { numRuns: 40, seed: 932 },
    );
  });
});

/** What the texts of the property above mean, told apart by hand. */
function plain(x: string | number): number | null {
  if (typeof x === 'number') return x;
  return { '0': 0, '1.234': 1234, '04': 4 }[x] ?? null;
}

describe('the proof', () => {
  test('the other route counts without the recognised cells', () => {
    const rows = [...TITLE, ...PL2_HEAD, ...pl2Rows(() => ['1.234', 2, '', '-', 'ghi chú'])];
    const grid = makeGrid(rows);
    const appendix = receive('a', 'a'.repeat(64), { grids: [grid], issues: [] }, OPTIONS).appendices[0]!;
    const tally = tallyAppendix(grid, { ...appendix, cells: [] }, new Set([0, 1]));
    expect(tally.cells).toBe(30 * 4);
    expect(tally.sums).toEqual({ 2: 30 * 1234, 3: 60 });
    expect(templateById('phu-luc-2')!.rows).toHaveLength(30);
  });
});
