import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { cliInFolder } from '../support/cli-in-folder';

const SAMPLE = path.join(__dirname, '../../samples/khanh-hoa-2020');

test('a register is the one named, or the one where the person stands; never one among what is read', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'danh-muc-'));
  const nhan = path.join(folder, 'nhan');
  mkdirSync(path.join(nhan, 'con'), { recursive: true });
  for (const place of [nhan, path.join(nhan, 'con')])
    copyFileSync(path.join(SAMPLE, 'received/SYT.xlsx'), path.join(place, 'SYT.xlsx'));
  writeFileSync(path.join(nhan, 'agencies.json'), 'hỏng');
  for (const [cwd, read] of [
    [folder, 'nhan'],
    [folder, 'nhan/con'],
    [nhan, '.'],
    [nhan, 'SYT.xlsx'],
  ] as const) {
    const run = await cliInFolder(cwd, 'board', read);
    expect([read, run.code]).toEqual([read, 0]);
    expect(run.err).toMatch(/Không dùng danh mục .*agencies\.json vì không được nêu tên/);
  }
  copyFileSync(path.join(SAMPLE, 'agencies.json'), path.join(folder, 'agencies.json'));
  const here = await cliInFolder(folder, 'board', 'nhan');
  expect(here.err).toMatch(/Danh mục cơ quan: .*agencies\.json \(ở thư mục đang đứng\)/);
  expect(here.out).toMatch(/SYT\s/);
  rmSync(folder, { recursive: true, force: true });
});
