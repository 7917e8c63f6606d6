import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { makeReport } from '../../src/app/results/make-report';
import { run } from '../../src/cli/run';
import { phuluc } from '../../src/cli/phuluc';
import { cliDeps } from '../support/cli-deps';

const SAMPLE = path.join(__dirname, '../../samples/khanh-hoa-2020');
const RECEIVED = path.join(SAMPLE, 'received');
const deps = cliDeps();
const AGENCIES = ['--agencies', path.join(SAMPLE, 'agencies.json')];
const request = (folder: string) => ({
  paths: [folder],
  agencies: path.join(SAMPLE, 'agencies.json'),
  period: '2020',
  except: null,
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'tep-nen-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a province sent as one archive, beside one that cannot be opened, gives the figures of its files', async () => {
  const files = Object.fromEntries(
    readdirSync(RECEIVED).map((f) => [f, new Uint8Array(readFileSync(path.join(RECEIVED, f)))]),
  );
  writeFileSync(
    path.join(folder, 'cả tỉnh.zip'),
    zipSync({ ...files, 'trong.zip': zipSync({ 'a.csv': strToU8('a;b') }), '__MACOSX/x': strToU8('x') }),
  );
  writeFileSync(path.join(folder, 'hong.zip'), zipSync(files).slice(0, 9_000));
  const [loose, packed] = [await run(request(RECEIVED), deps), await run(request(folder), deps)];
  if (!loose.ok || !packed.ok) throw new Error('not run');
  const [a, b] = [makeReport(loose.result), makeReport(packed.result)];
  expect(b.tables).toEqual(a.tables);
  expect(b.proof.closes).toBe(true);
  expect(b.files.length).toBe(a.files.length + 2);
  expect(
    b.files
      .filter((f) => f.status === 'rejected' && !a.files.some((g) => f.file.endsWith(g.file)))
      .map((f) => [f.file, f.reason!.slice(0, 14)]),
  ).toEqual([
    ['cả tỉnh.zip/trong.zip', 'Tệp nén nằm tr'],
    ['hong.zip', 'Tệp bị hỏng ho'],
  ]);
  expect(b.files.map((f) => f.file)).toContain('cả tỉnh.zip/SYT.xlsx');
});

test('a workbook inside an archive goes back with its notes', async () => {
  mkdirSync(path.join(folder, 'vao'));
  writeFileSync(
    path.join(folder, 'vao', 'goi.zip'),
    zipSync({ 'SYT.xlsx': new Uint8Array(readFileSync(path.join(RECEIVED, 'SYT.xlsx'))) }),
  );
  const deps = cliDeps();
  const code = await phuluc(
    ['return', path.join(folder, 'vao'), '--out', path.join(folder, 'ra'), '--all', ...AGENCIES, '--period', '2020'],
    deps,
  );
  expect([code, deps.said.join()]).toEqual([0, expect.stringContaining('Đã ghi')]);
  const [agency] = readdirSync(path.join(folder, 'ra'));
  expect(readdirSync(path.join(folder, 'ra', agency!))).toContain('SYT (cần sửa).xlsx');
});

test('copies are made only of what was checked: a file that changed meanwhile stops them', async () => {
  mkdirSync(path.join(folder, 'vao'), { recursive: true });
  writeFileSync(path.join(folder, 'vao', 'SYT.xlsx'), readFileSync(path.join(RECEIVED, 'SYT.xlsx')));
  const deps = cliDeps();
  let read = 0;
  const hasher = { sha256: async (): Promise<string> => String(read++).repeat(64).slice(0, 64) };
  const code = await phuluc(
    ['return', path.join(folder, 'vao'), '--out', path.join(folder, 'ra2'), '--all', ...AGENCIES, '--period', '2020'],
    { ...deps, hasher },
  );
  expect([code, deps.complaints.join()]).toEqual([2, expect.stringMatching(/“SYT\.xlsx” đã thay đổi từ lúc kiểm tra/)]);
  expect(existsSync(path.join(folder, 'ra2'))).toBe(false);
});
