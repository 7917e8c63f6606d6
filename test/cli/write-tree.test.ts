import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { writeTree } from '../../src/cli/write-tree';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'phuluc-ghi-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const zip = (): Uint8Array => Uint8Array.from([1, 2]);
const at = (name: string): string => path.join(folder, 'SYT', name);
const text = (name: string): string => readFileSync(at(name), 'utf8');
const write = (content: string): ReturnType<typeof writeTree> =>
  writeTree(folder, [{ path: 'SYT/Công văn.docx', content }], zip);

test('a letter that somebody edited stays; the new one stands beside it, and only once', async () => {
  expect(await write('một')).toEqual([]);
  expect(await write('một')).toEqual([]);
  writeFileSync(at('Công văn.docx'), 'đã sửa tay');
  for (let i = 0; i < 2; i++)
    expect(await write('hai')).toEqual([{ kept: at('Công văn.docx'), written: at('Công văn (2).docx') }]);
  expect([text('Công văn.docx'), text('Công văn (2).docx')]).toEqual(['đã sửa tay', 'hai']);
  expect(readdirSync(path.join(folder, 'SYT')).sort()).toEqual(['Công văn (2).docx', 'Công văn.docx']);
});

test('a zip that is there and is another stays too', async () => {
  const out = path.join(folder, 'tra.zip');
  writeFileSync(out, 'của người khác');
  expect(await writeTree(out, [], zip)).toEqual([{ kept: out, written: path.join(folder, 'tra (2).zip') }]);
  expect(readFileSync(out, 'utf8')).toBe('của người khác');
});
