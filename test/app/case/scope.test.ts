import { decide } from '../../../src/app/case/decide';
import { newCase } from '../../../src/app/case/new-case';
import { parseCase } from '../../../src/app/case/parse-case';
import { canonicalJson } from '../../../src/app/case/canonical-json';
import { runCase } from '../../../src/app/case/run-case';
import { templates } from '../../../src/core/templates/registry';
import { readPeriod } from '../../../src/core/text/period';
import { pl2File } from '../../support/pl2-file';

const OPTIONS = { templates: templates(), register: null, period: readPeriod('2020') };
const WHO = { by: 'Nguyễn Thị Hoa', at: '2020-12-16T02:30:00.000Z', reason: 'Sở xác nhận là số toàn tỉnh' };
const fill =
  (n: number) =>
  (row: string): (string | number)[] =>
    ['26', '27'].includes(row) ? ['', '', '', '', ''] : [n, n, '', '', ''];
const files = [
  pl2File('a.xlsx', 'STP', fill(3)),
  pl2File('b.xlsx', 'SYT', fill(5)),
  pl2File('tong.xlsx', 'SNV', fill(9)),
];
const total = (run: ReturnType<typeof runCase>): unknown =>
  run.consolidation.tables[0]!.rows.find((r) => r.row === '1')!.figures['total']!.value;

test('a form that the officer marks is compared and never added; the word is kept, replayed, and can be taken back', () => {
  const before = runCase(files, OPTIONS, newCase());
  expect(total(before)).toBe(17);
  const marked = decide(
    before,
    { kind: 'scope', file: 'tong.xlsx', template: 'phu-luc-2', scope: 'province-wide' },
    WHO,
  );
  if (!marked.ok) throw new Error(marked.message);
  const saved = parseCase(canonicalJson(marked.state));
  if (!saved.ok) throw new Error(saved.message);
  const after = runCase(files, OPTIONS, saved.state);
  expect(total(after)).toBe(8);
  expect(after.consolidation.proof.closes).toBe(true);
  expect(after.consolidation.controlTotals.find((c) => c.row === '1' && c.column === 'total')).toMatchObject({
    control: 9,
    sum: 8,
    difference: -1,
    file: 'tong.xlsx',
  });
  expect(after.findings.some((f) => f.rule === 'control-total-differs' && f.file === 'tong.xlsx')).toBe(true);
  expect(
    decide(after, { kind: 'scope', file: 'tong.xlsx', template: 'phu-luc-2', scope: 'province-wide' }, WHO),
  ).toMatchObject({ ok: false });
  const back = decide(after, { kind: 'scope', file: 'tong.xlsx', template: 'phu-luc-2', scope: 'own' }, WHO);
  if (!back.ok) throw new Error(back.message);
  expect(total(runCase(files, OPTIONS, back.state))).toBe(17);
  const undone = decide(after, { kind: 'revoke', entry: 1 }, WHO);
  if (!undone.ok) throw new Error(undone.message);
  expect(total(runCase(files, OPTIONS, undone.state))).toBe(17);
});

test('what is approved stays as it is, and a file without the form is refused', () => {
  const run = runCase([files[0]!], OPTIONS, newCase());
  const approved = decide(run, { kind: 'approve', agency: 'STP' }, WHO);
  if (!approved.ok) throw new Error(approved.message);
  const locked = runCase([files[0]!], OPTIONS, approved.state);
  expect(decide(locked, { kind: 'scope', file: 'a.xlsx', template: null, scope: 'province-wide' }, WHO)).toMatchObject({
    ok: false,
    message: expect.stringContaining('khóa'),
  });
  expect(
    decide(run, { kind: 'scope', file: 'a.xlsx', template: 'phu-luc-4', scope: 'province-wide' }, WHO),
  ).toMatchObject({ ok: false });
});
