import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { reportSchema } from '../../src/app/results/report-schema';
import { parseCase } from '../../src/app/case/parse-case';
import { smallPlan } from '../files-writer/small-plan';
import { createXlsxWriter } from '../../src/files/xlsx-writer/create-xlsx-writer';
import { cliInFolder, type Answer } from '../support/cli-in-folder';

const ROOT = path.join(__dirname, '../..');
const SAMPLE = path.join(ROOT, 'samples/khanh-hoa-2020');
const AGENCIES = ['--agencies', path.join(SAMPLE, 'agencies.json')];
const WHO = ['--by', 'Nguyễn Thị Hoa', '--reason', 'Đã đối chiếu', '--at', '2020-12-16T02:30:00Z'];

describe('phuluc board, trace, diff, compare and case', () => {
  let folder: string;
  const phuluc = (...args: string[]): Promise<Answer> => cliInFolder(folder, ...args);
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'phuluc-'));
    mkdirSync(path.join(folder, 'nhan'));
    for (const f of ['So Tu phap.xlsx', 'SYT.xlsx', 'UBND TP Nha Trang.xlsx'])
      cpSync(path.join(SAMPLE, 'received', f), path.join(folder, 'nhan', f));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('board: counts, deadline, filter and reminder', async () => {
    const board = await phuluc('board', 'nhan', '--period', '2020', '--today', '2020-12-20', ...AGENCIES);
    expect(board).toMatchObject({ code: 0, err: '' });
    expect(board.out).toContain('hạn gửi 16/12/2020');
    expect(board.out).toMatch(/Chưa gửi\s+26/);
    expect(board.out).toMatch(/SYT\s+Có lỗi/);
    expect(
      (await phuluc('board', 'nhan', '--find', 'so tu phap', ...AGENCIES)).out
        .split('\n')
        .filter((l) => l.startsWith('S')),
    ).toHaveLength(1);
    expect((await phuluc('board', 'nhan', '--remind', ...AGENCIES)).out).toContain('chưa gửi');
    expect((await phuluc('board', 'nhan', '--state', 'gi-do')).code).toBe(2);
  });

  test('trace and diff', async () => {
    expect(await phuluc('trace', 'nhan', '--figure', 'phu-luc-2/1/total', ...AGENCIES)).toMatchObject({
      code: 0,
      out: expect.stringContaining('So Tu phap.xlsx, '),
    });
    expect((await phuluc('trace', 'nhan', '--figure', 'phu-luc-9/1/total', ...AGENCIES)).code).toBe(3);
    expect((await phuluc('diff', 'nhan/SYT.xlsx', 'nhan/SYT.xlsx', ...AGENCIES)).code).toBe(0);
    const diff = await phuluc('diff', 'nhan/So Tu phap.xlsx', 'nhan/SYT.xlsx', '--with', 'nhan', ...AGENCIES);
    expect(diff.code).toBe(1);
    expect(diff.out).toContain('Số liệu toàn tỉnh thay đổi');
    expect(diff.err).toContain('hai đơn vị khác nhau');
    expect((await phuluc('diff', 'nhan')).code).toBe(2);
  });

  test('a case: decided, consolidated to the same bytes from the file and from the workbook, a changed source noticed', async () => {
    expect((await phuluc('case', 'new', 'hs.json', 'nhan', '--period', '2020', ...AGENCIES)).code).toBe(0);
    expect((await phuluc('case', 'new', 'hs.json', 'nhan')).code).toBe(2);
    const blocked = await phuluc('case', 'approve', 'hs.json', 'nhan', '--agency', 'SYT', ...AGENCIES, ...WHO);
    expect(blocked.code).toBe(3);
    const id = /^ {2}([0-9a-f]{8}) /m.exec(blocked.err)![1]!;
    expect((await phuluc('case', 'accept', 'hs.json', 'nhan', '--finding', id, ...AGENCIES, ...WHO)).code).toBe(0);
    expect((await phuluc('case', 'approve', 'hs.json', 'nhan', '--agency', 'SYT', ...AGENCIES, ...WHO)).code).toBe(0);
    expect(
      (
        await phuluc(
          'case',
          'adjust',
          'hs.json',
          'nhan',
          '--figure',
          'phu-luc-2/2/province',
          '--value',
          '99',
          ...AGENCIES,
          ...WHO,
        )
      ).code,
    ).toBe(0);
    expect(
      (
        await phuluc(
          'case',
          'adjust',
          'hs.json',
          'nhan',
          '--figure',
          'phu-luc-2/2/province',
          '--value',
          '98',
          ...AGENCIES,
        )
      ).code,
    ).toBe(2);
    const state = parseCase(readFileSync(path.join(folder, 'hs.json'), 'utf8'));
    expect(state).toMatchObject({
      ok: true,
      state: { journal: [{ kind: 'accept' }, { kind: 'approve', agency: 'SYT' }, { kind: 'adjust', after: 99 }] },
    });

    expect(
      (await phuluc('consolidate', 'nhan', '--out', 'a.xlsx', '--json', 'a.json', '--case', 'hs.json', ...AGENCIES))
        .code,
    ).toBe(0);
    expect((await phuluc('consolidate', 'nhan', '--out', 'b.xlsx', '--case', 'a.xlsx', ...AGENCIES)).code).toBe(0);
    expect(readFileSync(path.join(folder, 'a.xlsx')).equals(readFileSync(path.join(folder, 'b.xlsx')))).toBe(true);
    const report = reportSchema.parse(JSON.parse(readFileSync(path.join(folder, 'a.json'), 'utf8')));
    expect(
      report.tables.find((t) => t.template === 'phu-luc-2')!.rows.find((r) => r.row === '2')!.values['province'],
    ).toBe(99);
    expect(report.adjustments).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ row: '2', column: 'province', value: 99, reason: 'Đã đối chiếu' }),
      ]),
    );
    expect(report.findings.filter((f) => f.accepted)).toHaveLength(1);
    expect((await phuluc('check', 'nhan', '--case', 'hs.json', ...AGENCIES)).code).toBe(0);
    expect(await phuluc('compare', 'a.xlsx', 'nhan', ...AGENCIES)).toMatchObject({
      code: 0,
      out: expect.stringContaining('số liệu toàn tỉnh thay đổi'),
    });

    // Another workbook under a known name.
    writeFileSync(path.join(folder, 'nhan', 'So Tu phap.xlsx'), await createXlsxWriter().write(smallPlan()));
    expect((await phuluc('check', 'nhan', '--case', 'hs.json', ...AGENCIES)).out).toContain('[source-changed]');
    appendFileSync(path.join(folder, 'hs.json'), 'x');
    expect((await phuluc('check', 'nhan', '--case', 'hs.json', ...AGENCIES)).code).toBe(2);
  });
});
