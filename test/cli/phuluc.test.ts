import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { reportSchema } from '../../src/app/results/report-schema';

const ROOT = path.join(__dirname, '../..');
const SAMPLE = path.join(ROOT, 'samples/khanh-hoa-2020');

function phuluc(cwd: string, ...args: string[]): { code: number | null; out: string; err: string } {
  const run = spawnSync(
    process.execPath,
    [path.join(ROOT, 'node_modules/tsx/dist/cli.mjs'), path.join(ROOT, 'src/cli/main.ts'), ...args],
    { cwd, encoding: 'utf8' },
  );
  return { code: run.status, out: run.stdout, err: run.stderr };
}

describe('phuluc', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'phuluc-'));
    mkdirSync(path.join(folder, 'nhan'));
    for (const f of ['So Tu phap.xlsx', 'SYT.xlsx', 'UBND TP Nha Trang.xlsx'])
      cpSync(path.join(SAMPLE, 'received', f), path.join(folder, 'nhan', f));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('consolidate writes workbook and report, leaves nothing else, and is the same twice', () => {
    const go = (out: string): ReturnType<typeof phuluc> =>
      phuluc(
        folder,
        'consolidate',
        'nhan',
        '--out',
        out,
        '--json',
        `${out}.json`,
        '--agencies',
        path.join(SAMPLE, 'agencies.json'),
        '--period',
        '2020',
      );
    const first = go('a.xlsx');
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toContain('Đối soát: KHỚP');
    expect(go('b.xlsx').code).toBe(0);
    expect(readdirSync(folder).sort()).toEqual(['a.xlsx', 'a.xlsx.json', 'b.xlsx', 'b.xlsx.json', 'nhan']);
    expect(readFileSync(path.join(folder, 'a.xlsx')).equals(readFileSync(path.join(folder, 'b.xlsx')))).toBe(true);
    const report = reportSchema.parse(JSON.parse(readFileSync(path.join(folder, 'a.xlsx.json'), 'utf8')));
    expect(report.files.map((f) => f.agency?.code)).toEqual(['STP', 'SYT', expect.stringContaining('NHATRANG')]);
    expect(report.files.map((f) => f.file)).toEqual(['So Tu phap.xlsx', 'SYT.xlsx', 'UBND TP Nha Trang.xlsx']);
  });

  test('check prints by file, the worst first, and its exit code tells of errors', () => {
    const bad = phuluc(folder, 'check', 'nhan', '--agencies', path.join(SAMPLE, 'agencies.json'));
    expect(bad.code).toBe(1);
    expect(bad.out.indexOf('SYT.xlsx')).toBeLessThan(bad.out.indexOf('UBND TP Nha Trang.xlsx'));
    expect(bad.out).toContain('PL2!D27');
    expect(phuluc(folder, 'check', 'nhan/So Tu phap.xlsx').code).toBe(0);
  });

  test('nothing to consolidate: exit 3, no result, an existing one as it was', () => {
    mkdirSync(path.join(folder, 'rong'));
    writeFileSync(path.join(folder, 'rong', 'hong.xlsx'), 'PK\u0003\u0004 hỏng');
    writeFileSync(path.join(folder, 'cu.xlsx'), 'bản cũ');
    expect(phuluc(folder, 'consolidate', 'rong', '--out', 'cu.xlsx').code).toBe(3);
    expect(readFileSync(path.join(folder, 'cu.xlsx'), 'utf8')).toBe('bản cũ');
    expect(phuluc(folder, 'consolidate', 'rong', '--out', 'moi.xlsx').code).toBe(3);
    expect(existsSync(path.join(folder, 'moi.xlsx'))).toBe(false);
  });

  test('wrong usage: exit 2 and the words for it', () => {
    for (const args of [
      ['consolidate', 'nhan'],
      ['consolidate', 'nhan', '--out', 'a.xls'],
      ['check'],
      ['check', 'khong-co'],
      ['lam-gi'],
      ['check', 'nhan', '--period', 'hôm qua'],
      ['check', 'nhan', '--agencies', 'nhan/SYT.xlsx'],
    ]) {
      const run = phuluc(folder, ...args);
      expect([args, run.code]).toEqual([args, 2]);
      expect(run.err.length).toBeGreaterThan(10);
    }
    expect(phuluc(folder, 'templates').out).toContain('phu-luc-2');
    expect(phuluc(folder, 'rules').out).toContain('sum-levels');
  });
});
