import { runConsolidation } from '../../src/app/consolidate/run-consolidation';
import { describe as receive } from '../../src/app/receive/receive-file';
import type { ReceivedFile } from '../../src/core/model/submission';
import { templates } from '../../src/core/templates/registry';
import { PL2_HEAD, pl2Rows } from '../support/document-tables';
import { makeGrid } from '../support/make-grid';

const OPTIONS = { templates: templates(), register: null, period: null };
const TITLE = [['Phụ lục 2'], ['THỐNG KÊ SỐ LƯỢNG CƠ QUAN, ĐƠN VỊ THEO CÁC TIÊU CHÍ THỰC HIỆN CCHC']];
const rows = pl2Rows(() => [5, 3, 2, '', '']);
const sheet = (name: string, part: typeof rows) => makeGrid([...TITLE, ...PL2_HEAD, ...part], { sheet: name });

function file(...grids: ReturnType<typeof makeGrid>[]): ReceivedFile {
  return receive('a.xlsx', 'a'.repeat(64), { grids, issues: [] }, OPTIONS);
}

test('a form that goes on on a second sheet counts whole, and no row of it is missing', () => {
  const received = file(sheet('PL2', rows.slice(0, 18)), sheet('PL2 (tiếp)', rows.slice(18)));
  const run = runConsolidation([received], OPTIONS);
  const table = run.consolidation.tables.find((t) => t.template === 'phu-luc-2')!;
  for (const row of ['1', '18', '19', '25'])
    expect(table.rows.find((r) => r.row === row)!.figures['province']!.value).toBe(3);
  expect(run.findings.map((f) => f.rule)).not.toContain('missing-row');
  expect(run.findings.map((f) => f.rule)).not.toContain('duplicate-submission');
  expect(run.consolidation.tableLines!.map((l) => l.state)).toEqual(['taken', 'taken']);
  expect(run.consolidation.proof.closes).toBe(true);
});

test('the same rows on two sheets are two copies: one counts', () => {
  const changed = pl2Rows(() => [6, 4, 2, '', '']);
  const run = runConsolidation([file(sheet('PL2', rows), sheet('PL2 (2)', changed))], OPTIONS);
  expect(run.findings.map((f) => f.rule)).toContain('duplicate-submission');
});
