import { describe as receive } from '../../src/app/receive/receive-file';
import { runConsolidation } from '../../src/app/consolidate/run-consolidation';
import { parseRegister } from '../../src/core/agencies/parse-register';
import type { Finding } from '../../src/core/model/finding';
import { templates } from '../../src/core/templates/registry';
import { readPeriod } from '../../src/core/text/period';
import { levelEnded } from '../../src/core/text/level-ended';
import sample from '../../samples/hai-cap-2026/agencies.json';
import { PL2_HEAD, pl2Rows } from '../support/document-tables';
import { makeGrid } from '../support/make-grid';

const parsed = parseRegister(sample);
if (!parsed.ok) throw new Error(parsed.message);
const { register } = parsed;
const TITLE = 'THỐNG KÊ SỐ LƯỢNG CƠ QUAN, ĐƠN VỊ THEO CÁC TIÊU CHÍ THỰC HIỆN CCHC';

/** Phụ lục 2 of Sở Tư pháp; `district` as typed in row 1, null: there is no such column. */
function findings(period: string, district: string | number | null): Finding[] {
  const rows: (string | number)[][] = [
    ['SỞ TƯ PHÁP'],
    ['Phụ lục 2'],
    [TITLE],
    [`Kỳ báo cáo: ${period}`],
    ...PL2_HEAD,
    ...pl2Rows((row) => (row === '1' ? [3, 3, district ?? '', '', ''] : ['-', '', '', '', ''])),
  ];
  const cut = district === null ? rows.map((r) => (r.length > 4 ? [...r.slice(0, 4), ...r.slice(5)] : r)) : rows;
  const options = { templates: templates(), register, period: null };
  const file = receive('Sở Tư pháp.xlsx', 'a'.repeat(64), { grids: [makeGrid(cut)], issues: [] }, options);
  return runConsolidation([file], { ...options, period: readPeriod(period) }).findings;
}
const of = (list: Finding[], rule: string, column: string): Finding[] =>
  list.filter((f) => f.rule === rule && f.column === column);

test('a report for 2026 without Cấp huyện misses nothing; one for 2020 does', () => {
  expect(of(findings('6 tháng đầu năm 2026', null), 'missing-column', 'district')).toEqual([]);
  expect(of(findings('năm 2020', null), 'missing-column', 'district')).toHaveLength(1);
});

test('a figure in a level that is no more is told with its cell; a zero and the year that still had it are not', () => {
  expect(of(findings('6 tháng đầu năm 2026', 4), 'not-applicable', 'district')).toEqual([
    expect.objectContaining({ severity: 'warning', row: '1', actual: 4, cell: expect.stringMatching(/^E\d+$/) }),
  ]);
  expect(of(findings('6 tháng đầu năm 2026', 0), 'not-applicable', 'district')).toEqual([]);
  expect(of(findings('năm 2025', 4), 'not-applicable', 'district')).toEqual([]);
  expect([
    levelEnded('district', readPeriod('Quý I/2026')),
    levelEnded('commune', readPeriod('Quý I/2026')),
    levelEnded('district', null),
  ]).toEqual([true, false, false]);
});

test('where nobody named a period, that of the file tells a thị xã of 2025 from the phường of the same name', () => {
  const read = (period: string): string | undefined => {
    const rows = [
      ['UBND THỊ XÃ NINH HÒA'],
      ['Phụ lục 2'],
      [TITLE],
      [`Kỳ báo cáo: ${period}`],
      ['(Kèm theo Báo cáo số 57/BC-UBND ngày 16/6/2025)'],
      ...PL2_HEAD,
      ...pl2Rows(() => ['-', '', '', '', '']),
    ];
    return receive(
      'UBND-NINHHOA.xlsx',
      'b'.repeat(64),
      { grids: [makeGrid(rows)], issues: [] },
      { templates: templates(), register, period: null },
    ).agency.state;
  };
  expect(read('6 tháng đầu năm 2025')).toBe('agreed');
  expect(read('')).not.toBe('agreed');
});
