import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { makeReport } from '../../src/app/results/make-report';
import { collectFiles } from '../../src/cli/collect-files';
import { run } from '../../src/cli/run';
import { createExpander } from '../../src/files/archives/expand-archive';
import { createReader } from '../../src/files/readers/read-workbook';
import { openRefusal, sizeRefusal } from '../../src/files/unopened';
import { webHasher } from '../../src/files/hash/web-hasher';

const GOOD = path.join(__dirname, '../../samples/khanh-hoa-2020/received/SXD.xlsx');
const deps = {
  reader: createReader(),
  archives: createExpander(),
  hasher: webHasher,
  attachment: () => null,
  progress: () => undefined,
  unopened: (size: number | null) => (size === null ? openRefusal() : sizeRefusal(size)),
};

let folder: string;
const at = (name: string): string => path.join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'thu-muc-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const names = async (): Promise<string[]> => {
  const found = await collectFiles([folder]);
  if (!found.ok) throw new Error(found.message);
  return found.files.map((f) => f.file).sort();
};

test('a file that cannot be opened is told, and the others are read', async () => {
  copyFileSync(GOOD, at('SXD.xlsx'));
  symlinkSync(at('khong co'), at('mat.xlsx'));
  writeFileSync(at('lon.xlsx'), 'PK');
  truncateSync(at('lon.xlsx'), 3 * 1024 ** 3);
  const result = await run({ paths: [folder], agencies: null, period: '2020', except: null }, deps);
  if (!result.ok) throw new Error(result.message);
  expect(makeReport(result.result).files.map((f) => [f.file, f.status, f.reason?.slice(0, 24) ?? null])).toEqual([
    ['lon.xlsx', 'rejected', 'Tệp vượt quá mức cho phé'],
    ['mat.xlsx', 'rejected', 'Máy không cho mở tệp: tệ'],
    ['SXD.xlsx', 'read', null],
  ]);
  expect(result.result.findings.find((f) => f.file === 'lon.xlsx')?.message).toContain('3.072 MB');
});

test('links are followed once around; pipes and what systems leave behind are no files', async () => {
  mkdirSync(at('a/b'), { recursive: true });
  copyFileSync(GOOD, at('a/b/SXD.xlsx'));
  symlinkSync('..', at('a/b/len'));
  symlinkSync(at('a/b/SXD.xlsx'), at('lien-ket.xlsx'));
  execFileSync('mkfifo', [at('ong.xlsx')]);
  writeFileSync(at('~$SXD.xlsx'), 'x');
  expect(await names()).toEqual(['a/b/SXD.xlsx', 'lien-ket.xlsx']);
});

const asRoot = process.getuid?.() === 0;
(asRoot ? test.skip : test)('a folder that may not be looked into is told like a file', async () => {
  mkdirSync(at('khoa'));
  chmodSync(at('khoa'), 0);
  expect(await names()).toEqual(['khoa']);
  chmodSync(at('khoa'), 0o700);
});
