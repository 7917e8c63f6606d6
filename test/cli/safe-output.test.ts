import { createHash } from 'node:crypto';
import {
  copyFileSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { cliInFolder } from '../support/cli-in-folder';

const SAMPLE = path.join(__dirname, '../../samples/khanh-hoa-2020/received');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'ghi-'));
  mkdirSync(path.join(folder, 'nhan'));
  for (const [f, to] of [
    ['So Tu phap.xlsx', 'tuphap.xlsx'],
    ['SYT.xlsx', 'yte.xlsx'],
  ] as const)
    copyFileSync(path.join(SAMPLE, f), path.join(folder, 'nhan', to));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const hashes = (): string[] =>
  readdirSync(path.join(folder, 'nhan'))
    .sort()
    .map(
      (f) =>
        `${f} ${createHash('sha256')
          .update(readFileSync(path.join(folder, 'nhan', f)))
          .digest('hex')}`,
    );

test('no command writes on a file that it reads, by whatever name or link', async () => {
  const at = (name: string): string => path.join(folder, name);
  symlinkSync('nhan/yte.xlsx', at('lien-ket.xlsx'));
  symlinkSync('nhan', at('thu-muc'));
  linkSync(at('nhan/yte.xlsx'), at('cung.xlsx'));
  const before = hashes();
  const out = ['--out'];
  for (const argv of [
    ...['nhan/yte.xlsx', './nhan/../nhan/yte.xlsx', at('nhan/yte.xlsx'), 'nhan/YTE.xlsx', 'lien-ket.xlsx'].map((t) => [
      'consolidate',
      'nhan',
      ...out,
      t,
    ]),
    ['consolidate', 'nhan', ...out, 'thu-muc/yte.xlsx'],
    ['consolidate', 'thu-muc', ...out, 'nhan/tuphap.xlsx'],
    ['consolidate', 'nhan', ...out, 'cung.xlsx'],
    ['consolidate', 'nhan/yte.xlsx', ...out, 'nhan/yte.xlsx'],
    ['consolidate', 'nhan', ...out, 'a.xlsx', '--json', 'nhan/yte.xlsx'],
    ['consolidate', 'nhan', ...out, 'a.xlsx', '--json', 'A.xlsx'],
    ['check', 'nhan', '--json', 'nhan/yte.xlsx'],
    ['check', 'nhan', '--json', 'lien-ket.xlsx'],
    ['compare', 'nhan/tuphap.xlsx', 'nhan', '--json', 'nhan/yte.xlsx'],
    ['sign', 'nhan', ...out, 'nhan'],
    ['sign', 'nhan', ...out, 'thu-muc'],
    ['sign', 'nhan', ...out, 'thu-muc/ky'],
    ['return', 'nhan', ...out, 'nhan/tra'],
    ['return', 'nhan', ...out, 'thu-muc/tra'],
    ['return', 'nhan', ...out, 'lien-ket.xlsx'],
  ]) {
    const run = await cliInFolder(folder, ...argv);
    expect([argv, run.code]).toEqual([argv, 2]);
    expect(run.err).toMatch(/Không ghi lên|--out phải nằm ngoài/);
  }
  expect(hashes()).toEqual(before);
  expect(readdirSync(folder).sort()).toEqual(['cung.xlsx', 'lien-ket.xlsx', 'nhan', 'thu-muc']);
});

test('a result left among the received files is told as what it is and never counted', async () => {
  expect((await cliInFolder(folder, 'consolidate', 'nhan', '--out', 'kq.xlsx', '--json', 'a.json')).code).toBe(0);
  copyFileSync(path.join(folder, 'kq.xlsx'), path.join(folder, 'nhan', 'Bao cao So Noi vu.xlsx'));
  const again = await cliInFolder(folder, 'consolidate', 'nhan', '--out', 'kq2.xlsx', '--json', 'b.json');
  expect(again.code).toBe(0);
  expect(again.out).toContain('nhận 3 = tổng hợp 2 + trả lại 0 + để riêng 1');
  expect(again.out).toContain('Đây là sổ kết quả do chương trình lập, không phải báo cáo của đơn vị');
  const [a, b] = ['a.json', 'b.json'].map((f) => JSON.parse(readFileSync(path.join(folder, f), 'utf8')));
  expect(b.tables).toEqual(a.tables);
  expect(b.files.map((f: { status: string }) => f.status)).toEqual(['ignored', 'read', 'read']);
});
