import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { collectedFiles, COLLECTION, packageList, packageName } from './collection';
import type { Examined } from './examine';
import { judge, LONGEST_MS, MOST_MEMORY, type KnownDifference, type Lists, type MustFail } from './judge';

const ROOT = path.join(__dirname, '../..');
const list = <T>(name: string): T[] => JSON.parse(readFileSync(path.join(__dirname, name), 'utf8')) as T[];
const mustFail = list<MustFail>('must-fail.json');
const known = list<KnownDifference>('known-differences.json');

const read: Examined = {
  package: 'a',
  path: 'x/b.xlsx',
  rule: null,
  reason: '',
  format: 'xlsx',
  cells: 2,
  ms: 20,
  peak: 1_000,
  problem: null,
  second: { cells: 2, wrong: [] },
  shipped: null,
};
const refused: Examined = { ...read, rule: 'file-unreadable', reason: 'bị cụt', second: null };
const lists = (fail: Partial<MustFail>[] = [], differ: Partial<KnownDifference>[] = []): Lists => ({
  mustFail: fail.map((m) => ({ package: 'a', path: 'x/b.xlsx', rule: 'file-unreadable', why: 'cut', ...m })),
  known: differ.map((k) => ({ package: 'a', path: 'x/b.xlsx', cells: ['PL!A1'], why: 'they drop it', ...k })),
});

describe('what is told of a run', () => {
  test('nothing where every file is as it must be', () => {
    expect(judge([read], lists())).toEqual([]);
    expect(judge([refused], lists([{ path: 'x/*.xlsx' }]))).toEqual([]);
    expect(judge([{ ...read, second: { cells: 2, wrong: ['PL!A1: number 1 ≠ trống'] } }], lists([], [{}]))).toEqual([]);
    // Another package's entries say nothing where it was not collected.
    expect(judge([read], lists([{ package: 'b' }], [{ package: 'b' }]))).toEqual([]);
  });

  test.each<[string, Examined, Lists, RegExp]>([
    ['an unlisted refusal', refused, lists(), /không có trong danh sách: file-unreadable/],
    ['a listed file that is read', read, lists([{}]), /mà đọc được/],
    [
      'another reason than the listed',
      { ...refused, rule: 'file-too-large' },
      lists([{}]),
      /phải bị từ chối vì file-unreadable, không phải file-too-large/,
    ],
    ['a throw', { ...read, rule: 'thrown', reason: 'x is undefined' }, lists(), /thrown x is undefined/],
    ['a form of ours in a file of others', { ...read, problem: 'nhận nhầm' }, lists(), /nhận nhầm/],
    ['time', { ...read, ms: LONGEST_MS + 1 }, lists(), /mất 5001 ms/],
    ['memory', { ...read, peak: MOST_MEMORY + 1_048_576 }, lists(), /301 MB/],
    [
      'a value that another library reads otherwise',
      { ...read, second: { cells: 2, wrong: ['PL!A2: number 1 ≠ n 2'] } },
      lists(),
      /PL!A2/,
    ],
    [
      'a value that the package gives otherwise',
      { ...read, shipped: { cells: 2, wrong: ['PL!0/1: 1 ≠ 2'] } },
      lists(),
      /PL!0\/1/,
    ],
    ['a listed file that is not there', { ...read, path: 'other' }, lists([{}]), /gói không có tệp ấy/],
    ['a listed difference that is none any more', read, lists([], [{}]), /nay không còn khác/],
  ])('%s', (_, file, given, told) => {
    expect(judge([file], given).filter((w) => told.test(w))).toHaveLength(1);
  });
});

describe('the lists', () => {
  test('speak of packages that are collected, each with its reason', () => {
    const names = new Set(packageList().map(packageName));
    for (const entry of [...mustFail, ...known]) {
      expect(names).toContain(entry.package);
      expect(entry.why).toMatch(/^[\x20-\x7e]{15,}$/);
    }
  });

  test('packages are named once, with an exact version and a checksum', () => {
    const names = packageList().map(packageName);
    expect(new Set(names).size).toBe(names.length);
    for (const p of packageList()) {
      expect([p.npm, p.deb, p.source].filter((n) => n !== undefined)).toHaveLength(1);
      expect(p).toMatchObject({
        version: expect.stringMatching(/^\d[\w.+~-]*$/),
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        licence: expect.stringMatching(/\S/),
      });
    }
  });
});

const collected = existsSync(COLLECTION) ? collectedFiles().length : 0;
const onCollection = collected > 0 ? test : test.skip;
onCollection(
  collected > 0
    ? `all ${collected} collected files`
    : 'the collected files (none here; npm run public-files collects them)',
  () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'cong-khai-'));
    const json = path.join(folder, 'kq.json');
    const run = spawnSync(
      process.execPath,
      [path.join(ROOT, 'node_modules/tsx/dist/cli.mjs'), 'test/public-files/run.ts', '--json', json],
      { cwd: ROOT, encoding: 'utf8' },
    );
    expect(run.stderr.split('\n').filter((l) => /error/i.test(l))).toEqual([]);
    const told = JSON.parse(readFileSync(json, 'utf8')) as { count: number; wrong: string[] };
    rmSync(folder, { recursive: true });
    expect(told.wrong).toEqual([]);
    expect(told.count).toBe(collected);
  },
  3_600_000,
);
