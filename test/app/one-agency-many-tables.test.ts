import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseRegister } from '../../src/core/agencies/parse-register';
import type { Grid } from '../../src/core/model/grid';
import { templateById, templates } from '../../src/core/templates/registry';
import { describe as describeFile } from '../../src/app/receive/receive-file';
import { runConsolidation } from '../../src/app/consolidate/run-consolidation';
import { type RunResult } from '../../src/app/consolidate/run-options';
import { PL2_HEAD, pl2Rows } from '../support/document-tables';
import { makeGrid } from '../support/make-grid';

const parsed = parseRegister(
  JSON.parse(readFileSync(path.join(__dirname, '../../samples/khanh-hoa-2020/agencies.json'), 'utf8')),
);
if (!parsed.ok) throw new Error(parsed.message);
const OPTIONS = { templates: templates(), register: parsed.register, period: null };

function run(files: Record<string, Grid[]>): RunResult {
  const received = Object.entries(files).map(([file, grids]) =>
    describeFile(file, file, { grids, issues: [] }, OPTIONS),
  );
  return runConsolidation(received, OPTIONS);
}
const LETTERHEAD = [['UBND TỈNH KHÁNH HÒA'], ['SỞ TÀI CHÍNH']];
const pl2 = (figure: (row: string) => (string | number)[], sheet: string, more: string[][] = []): Grid =>
  makeGrid(
    [
      ...LETTERHEAD,
      ['Phụ lục 2'],
      ['THỐNG KÊ SỐ LƯỢNG CƠ QUAN, ĐƠN VỊ THEO CÁC TIÊU CHÍ THỰC HIỆN CCHC'],
      ...more,
      ...PL2_HEAD,
      ...pl2Rows(figure),
    ],
    { sheet },
  );
const pl3 = (n: number): Grid =>
  makeGrid(
    [
      ...LETTERHEAD,
      ['Phụ lục 3'],
      ['THỐNG KÊ SỐ LƯỢNG CƠ QUAN, TỔ CHỨC'],
      ...PL2_HEAD,
      ...templateById('phu-luc-3')!.rows.map((r) => [r.number, r.label, n, n, '', '', '']),
    ],
    { sheet: 'PL3' },
  );
const value = (r: RunResult, template: string, row: string, column: string): unknown =>
  r.consolidation.tables.find((t) => t.template === template)?.rows.find((x) => x.row === row)?.figures[column]?.value;

describe('tables of one agency', () => {
  test('a sheet that is only the blank form counts for nothing, wherever it stands', () => {
    for (const order of [0, 1]) {
      const filled = pl2(() => [3, 3, '', '', ''], 'PL2');
      const blank = pl2(() => ['', '', '', '', ''], 'Mẫu');
      const r = run({ '01 So Tai chinh.xlsx': order === 0 ? [filled, blank] : [blank, filled] });
      expect(value(r, 'phu-luc-2', '1', 'province')).toBe(3);
      expect(r.findings.filter((f) => f.severity === 'error')).toEqual([]);
      expect(r.consolidation.proof.closes).toBe(true);
      expect(r.files[0]!.appendices.map((a) => a.empty).sort()).toEqual([false, true]);
    }
  });

  test('a file with nothing but the blank form is set aside, not added as zeros', () => {
    const r = run({ '01 So Tai chinh.xlsx': [pl2(() => ['', '', '', '', ''], 'Mẫu')] });
    expect(value(r, 'phu-luc-2', '1', 'province') ?? null).toBeNull();
    expect(r.consolidation.proof.files).toMatchObject({ in: 1, merged: 0, setAside: 1 });
  });

  test('appendices of one agency split over files are one submission', () => {
    const r = run({
      '01 So Tai chinh - PL2.xlsx': [pl2(() => [3, 3, '', '', ''], 'PL2')],
      '01 So Tai chinh - PL3.xlsx': [pl3(3)],
    });
    expect(r.consolidation.submissions.filter((s) => s.code !== null)).toHaveLength(1);
    expect(r.consolidation.submissions[0]!.files).toHaveLength(2);
    expect(r.findings.filter((f) => f.rule === 'duplicate-submission')).toEqual([]);
    expect([value(r, 'phu-luc-2', '1', 'province'), value(r, 'phu-luc-3', '1', 'province')]).toEqual([3, 3]);
  });

  test('draft and final in one workbook: one counts, and it is said which', () => {
    const r = run({
      '01 So Tai chinh.xlsx': [pl2(() => [2, 2, '', '', ''], 'Nháp'), pl2(() => [3, 3, '', '', ''], 'Chính thức')],
    });
    expect(value(r, 'phu-luc-2', '1', 'province')).toBe(3);
    expect(r.consolidation.submissions[0]!.replaced).toHaveLength(1);
    expect(r.findings.filter((f) => f.rule === 'duplicate-submission' && f.severity !== 'info')).toHaveLength(1);
  });

  test('own and province-wide form: the wide one is compared, never added', () => {
    const r = run({
      '01 So Tai chinh.xlsx': [
        pl2(() => [3, 3, '', '', ''], 'Riêng'),
        pl2(() => [40, 40, '', '', ''], 'Chung', [['(Tổng hợp trên phạm vi toàn tỉnh)']]),
      ],
    });
    expect(value(r, 'phu-luc-2', '1', 'province')).toBe(3);
    expect(r.consolidation.submissions[0]!.control).toHaveLength(1);
  });
});
