import { readFileSync } from 'node:fs';
import path from 'node:path';
import { commonPeriod } from '../../src/app/receive/common-period';
import { describe as describeFile } from '../../src/app/receive/receive-file';
import { runConsolidation } from '../../src/app/consolidate/run-consolidation';
import type { RunResult } from '../../src/app/consolidate/run-options';
import { returnNotices } from '../../src/app/returns/return-notice';
import { parseRegister } from '../../src/core/agencies/parse-register';
import type { Grid } from '../../src/core/model/grid';
import { senderOf } from '../../src/core/model/sender-of';
import { templates } from '../../src/core/templates/registry';
import { readPeriod } from '../../src/core/text/period';
import { PL2_HEAD, pl2Rows } from '../support/document-tables';
import { makeGrid } from '../support/make-grid';

const parsed = parseRegister(
  JSON.parse(readFileSync(path.join(__dirname, '../../samples/hai-cap-2026/agencies.json'), 'utf8')),
);
if (!parsed.ok) throw new Error(parsed.message);
const register = parsed.register;
const MOTTO = ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'];

interface Sheet {
  head?: (string | null)[][];
  sheet?: string;
  title?: string[][];
  n: number;
}

const pl2 = ({ head = [], sheet = 'PL2', title = [], n }: Sheet): Grid =>
  makeGrid(
    [
      ...head,
      ['Phụ lục 2'],
      ['THỐNG KÊ SỐ LƯỢNG CƠ QUAN, ĐƠN VỊ THEO CÁC TIÊU CHÍ THỰC HIỆN CCHC'],
      ...title,
      ...PL2_HEAD,
      ...pl2Rows(() => [n, '', '', n, '']),
    ],
    { sheet },
  );

function run(files: Record<string, Grid[]>, options: { register?: boolean; period?: string | null } = {}): RunResult {
  const period = options.period === null ? null : readPeriod(options.period ?? '2026');
  const base = { templates: templates(), register: options.register === false ? null : register, period };
  const received = Object.entries(files).map(([file, grids]) => describeFile(file, file, { grids, issues: [] }, base));
  return runConsolidation(received, { ...base, period: period ?? commonPeriod(received) });
}

const communes = (r: RunResult): unknown =>
  r.consolidation.tables.find((t) => t.template === 'phu-luc-2')?.rows[0]?.figures['commune']?.value;
const senders = (r: RunResult): (string | null)[] =>
  r.files.flatMap((f) => f.appendices.map((a) => senderOf(f, a).agency?.name ?? null));
const rules = (r: RunResult): string[] => r.findings.map((f) => f.rule);

describe('a workbook with a sheet per commune', () => {
  const three = (make: (name: string) => Omit<Sheet, 'n'>): Grid[] =>
    ['XÃ CAM HIỆP', 'XÃ KHÁNH VĨNH', 'PHƯỜNG BẮC NHA TRANG'].map((name, i) => pl2({ ...make(name), n: (i + 1) * 6 }));
  const named = ['UBND xã Cam Hiệp', 'UBND xã Khánh Vĩnh', 'UBND phường Bắc Nha Trang'];

  test.each([
    ['UBND and name in one line', (name: string) => [[`UBND ${name}`]]],
    [
      'the standard letterhead',
      (name: string) => [
        ['ỦY BAN NHÂN DÂN', null, null, MOTTO[0]!],
        [name, null, null, MOTTO[1]!],
      ],
    ],
    ['UBND over the name', (name: string) => [['UBND'], [name]]],
    [
      'the province over the name',
      (name: string) => [
        ['UBND TỈNH KHÁNH HÒA', null, null, MOTTO[0]!],
        [name, null, null, MOTTO[1]!],
      ],
    ],
    ['both lines in one cell', (name: string) => [[`ỦY BAN NHÂN DÂN\n${name}`, null, null, MOTTO.join('\n')]]],
    [
      'one line with both blocks',
      (name: string) => [[`ỦY BAN NHÂN DÂN          ${MOTTO[0]!}`], [`${name}          ${MOTTO[1]!}`]],
    ],
    ['"Phụ lục 2" on the right above', (name: string) => [['', null, null, 'Phụ lục 2'], ['ỦY BAN NHÂN DÂN'], [name]]],
    ['a line that says who reports', (name: string) => [[`Đơn vị báo cáo: UBND ${name.toLowerCase()}`]]],
  ])('gives each its figures: %s', (_, head) => {
    const r = run({ 'Tong hop cac xa.xlsx': three((name) => ({ head: head(name), sheet: name.slice(0, 20) })) });
    expect(senders(r)).toEqual(named);
    expect(communes(r)).toBe(36);
    expect(r.consolidation.proof.closes).toBe(true);
    expect(rules(r)).not.toContain('duplicate-submission');
  });

  test('also where only the sheets say who', () => {
    for (const short of [
      (n: string) => n,
      (n: string) => n.replace('PHƯỜNG', 'P.').replace('XÃ', 'X.'),
      (n: string) => n.replace(/^(XÃ|PHƯỜNG) /, ''),
    ]) {
      const r = run({ 'bieu.xlsx': three((name) => ({ sheet: short(name) })) });
      expect(senders(r)).toEqual(named);
      expect(communes(r)).toBe(36);
    }
  });

  test('without a register, by the names that stand there, each asked about', () => {
    const r = run({ 'bieu.xlsx': three((name) => ({ head: [[`UBND ${name}`]], sheet: name })) }, { register: false });
    expect(senders(r)).toEqual(['UBND xã Cam Hiệp', 'UBND xã Khánh Vĩnh', 'UBND phường Bắc Nha Trang']);
    expect(communes(r)).toBe(36);
    expect(r.findings.filter((f) => f.rule === 'agency-ambiguous').map((f) => f.sheet)).toHaveLength(3);
  });

  test('a sheet of which letterhead and name differ is asked about and not added', () => {
    const sheets = three((name) => ({ head: [[`UBND ${name}`]], sheet: name }));
    sheets[1] = pl2({ head: [['UBND XÃ CAM HIỆP']], sheet: 'XÃ KHÁNH VĨNH', n: 12 });
    const r = run({ 'bieu.xlsx': sheets });
    expect(senders(r)).toEqual(['UBND xã Cam Hiệp', null, 'UBND phường Bắc Nha Trang']);
    expect(r.findings.find((f) => f.rule === 'agency-ambiguous')).toMatchObject({ sheet: 'XÃ KHÁNH VĨNH' });
  });

  test('each agency gets a notice on its own sheets', () => {
    const sheets = three((name) => ({ head: [[`UBND ${name}`]], sheet: name }));
    sheets[2] = makeGrid(
      [
        ['UBND PHƯỜNG BẮC NHA TRANG'],
        ['Phụ lục 2'],
        ['THỐNG KÊ SỐ LƯỢNG CƠ QUAN, ĐƠN VỊ THEO CÁC TIÊU CHÍ THỰC HIỆN CCHC'],
        ...PL2_HEAD,
        ...pl2Rows((row) => [row === '3' ? 9 : 2, '', '', 2, '']),
      ],
      { sheet: 'P BNT' },
    );
    const r = run({ 'bieu.xlsx': sheets });
    const notices = returnNotices(r);
    expect(notices.map((n) => n.name)).toEqual(['UBND phường Bắc Nha Trang']);
    expect(new Set(notices[0]!.files.flatMap((f) => f.notes.map((n) => n.sheet)))).toEqual(new Set(['P BNT']));
  });
});

test('a reference line left over from a neighbour is outweighed by the letterhead and the name of the file', () => {
  const r = run({
    'UBND xa Khanh Vinh.xlsx': [
      pl2({
        head: [
          ['ỦY BAN NHÂN DÂN', null, null, MOTTO[0]!],
          ['XÃ KHÁNH VĨNH', null, null, MOTTO[1]!],
        ],
        title: [['(Kèm theo Báo cáo số 9/BC-UBND ngày 25/11/2026 của UBND xã Cam Hiệp)']],
        n: 2,
      }),
    ],
  });
  expect(senders(r)).toEqual(['UBND xã Khánh Vĩnh']);
  expect(rules(r)).not.toContain('agency-ambiguous');
});

describe('periods', () => {
  const two = (title: string, sheet?: string): Grid[] => [
    pl2({ head: [['UBND XÃ CAM HIỆP']], n: 2 }),
    pl2({ title: [[title]], n: 7, sheet: sheet ?? 'PL2 so sánh' }),
  ];

  test('a table of another period beside the asked one is a comparison and is not added', () => {
    for (const grids of [two('(Số liệu năm 2025 để so sánh)'), two('', 'PL2 2025')]) {
      const r = run({ 'UBND xa Cam Hiep.xlsx': grids });
      expect(communes(r)).toBe(2);
      expect(r.files[0]!.period).toBeNull();
      expect(r.findings.find((f) => f.rule === 'period-mismatch')).toMatchObject({
        severity: 'info',
        actual: 'năm 2025',
      });
    }
  });

  test('a file of another period is not added, and its own period is what is shown', () => {
    const r = run({
      'UBND xa Cam Hiep.xlsx': [pl2({ title: [['Năm 2026']], n: 2 })],
      'UBND xa Khanh Vinh.xlsx': [pl2({ title: [['Năm 2021']], n: 7 })],
    });
    expect(communes(r)).toBe(2);
    expect(r.files[1]!.period?.label).toBe('năm 2021');
    expect(r.findings.find((f) => f.rule === 'period-mismatch')).toMatchObject({ severity: 'error' });
    expect(r.consolidation.proof.files).toEqual({ in: 2, merged: 1, returned: 0, setAside: 1 });
  });

  test('the period of the run is what nearly all files name; a calendar year is that year', () => {
    const files = Object.fromEntries(
      ['Cam Hiep', 'Khanh Vinh', 'Cam Lam'].map((name, i) => [
        `UBND xa ${name}.xlsx`,
        [pl2({ title: [[i === 2 ? 'Từ ngày 01/01/2026 đến ngày 31/12/2026' : 'Năm 2026']], n: 1 })],
      ]),
    );
    const r = run(files, { period: null });
    expect(r.period?.label).toBe('năm 2026');
    expect(communes(r)).toBe(3);
  });
});

test.each(['PL2 (Bản cũ)', 'PL2 (2)', 'PL2_nháp', 'PL2 old', 'Copy of PL2', 'PL2 backup'])(
  'a sheet called "%s" yields to the other, wherever it stands',
  (old) => {
    for (const order of [0, 1]) {
      const sheets = [
        pl2({ head: [['UBND XÃ CAM HIỆP']], n: 2 }),
        pl2({ head: [['UBND XÃ CAM HIỆP']], n: 7, sheet: old }),
      ];
      const r = run({ 'UBND xa Cam Hiep.xlsx': order === 0 ? sheets : sheets.reverse() });
      expect(communes(r)).toBe(2);
      expect(r.findings.filter((f) => f.rule === 'duplicate-submission').map((f) => f.sheet)).toEqual([old]);
    }
  },
);
