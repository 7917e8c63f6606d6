import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { readDocx } from '../../src/files/readers/docx/read-docx';
import { readXlsx } from '../../src/files/readers/xlsx/read-xlsx';
import { cliInFolder, type Answer } from '../support/cli-in-folder';
import { khanhSonWithQuestion } from '../support/khanh-son-question';

const ROOT = path.join(__dirname, '../..');
const SAMPLE = path.join(ROOT, 'samples/khanh-hoa-2020');

describe('phuluc return and sign', () => {
  let folder: string;
  const phuluc = (...args: string[]): Promise<Answer> => cliInFolder(folder, ...args);
  const register = path.join(SAMPLE, 'agencies.json');
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'phuluc-'));
    mkdirSync(path.join(folder, 'nhan'));
    for (const f of ['So Tu phap.xlsx', 'SYT.xlsx', 'UBND huyen Khanh Son.docx'])
      cpSync(path.join(SAMPLE, 'received', f), path.join(folder, 'nhan', f));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('return writes a folder for each agency with errors; what was received stays as it was; a zip holds the same', async () => {
    const received = readFileSync(path.join(folder, 'nhan/SYT.xlsx'));
    expect(await phuluc('return', 'nhan', '--out', 'tra', '--agencies', register)).toMatchObject({ code: 0, err: '' });
    expect(readdirSync(path.join(folder, 'tra'))).toEqual(['SYT - Sở Y tế']);
    expect(readdirSync(path.join(folder, 'tra/SYT - Sở Y tế')).sort()).toEqual(
      ['Công văn.docx', 'Công văn.txt', 'SYT (cần sửa).xlsx', 'Tin nhắn.txt'].sort(),
    );
    expect(readFileSync(path.join(folder, 'nhan/SYT.xlsx')).equals(received)).toBe(true);
    const copy = readXlsx(new Uint8Array(readFileSync(path.join(folder, 'tra/SYT - Sở Y tế/SYT (cần sửa).xlsx'))));
    expect(
      copy.ok && copy.grids.find((g) => g.sheet === 'PL2')?.cells.find((c) => c.row === 26 && c.col === 3)?.comment,
    ).toContain('1 (VP Sở)');
    expect((await phuluc('return', 'nhan', '--out', 'tra.zip', '--agencies', register)).code).toBe(0);
    const zip = unzipSync(new Uint8Array(readFileSync(path.join(folder, 'tra.zip'))));
    for (const [name, data] of Object.entries(zip))
      expect(readFileSync(path.join(folder, 'tra', name)).equals(Buffer.from(data))).toBe(true);
    expect(Object.keys(zip)).toHaveLength(4);
  });

  test('return for one agency also asks its questions, and a Word file gets a list; nothing to return is exit 3', async () => {
    writeFileSync(path.join(folder, 'nhan', 'UBND huyen Khanh Son.docx'), khanhSonWithQuestion());
    expect(
      (await phuluc('return', 'nhan', '--out', 'tra', '--agencies', register, '--agency', 'UBND-KHANHSON')).code,
    ).toBe(0);
    const own = path.join(folder, 'tra', readdirSync(path.join(folder, 'tra'))[0]!);
    const list = readDocx(
      new Uint8Array(readFileSync(path.join(own, 'UBND huyen Khanh Son (danh sách cần sửa).docx'))),
    );
    expect(list.ok && list.grids[0]!.cells.some((c) => c.text === 'Bảng 1, ô E4')).toBe(true);
    const none = await phuluc('return', 'nhan', '--out', 'khong', '--agencies', register, '--agency', 'SNV');
    expect([none.code, existsSync(path.join(folder, 'khong'))]).toEqual([3, false]);
    expect((await phuluc('return', 'nhan/So Tu phap.xlsx', '--out', 'khong')).code).toBe(3);
  });

  test('sign writes the set as workbook and document, appendices only, the same twice', async () => {
    const args = [
      '--numerals',
      'roman',
      '--place',
      'Khánh Hòa',
      '--issuer',
      'UBND tỉnh Khánh Hòa',
      '--signer',
      'TM. ỦY BAN NHÂN DÂN',
      '--signer',
      'CHỦ TỊCH',
      '--agencies',
      register,
      '--period',
      '2020',
    ];
    expect((await phuluc('sign', 'nhan', '--out', 'ky', ...args)).code).toBe(0);
    expect((await phuluc('sign', 'nhan', '--out', 'ky2', ...args)).code).toBe(0);
    const names = readdirSync(path.join(folder, 'ky')).sort();
    expect(names.map((n) => path.extname(n))).toEqual(['.docx', '.xlsx']);
    for (const n of names)
      expect(readFileSync(path.join(folder, 'ky', n)).equals(readFileSync(path.join(folder, 'ky2', n)))).toBe(true);
    const book = readXlsx(new Uint8Array(readFileSync(path.join(folder, 'ky', names[1]!))));
    expect(book.ok && book.grids.map((g) => g.sheet)).toEqual(['Phụ lục 1', 'Phụ lục 2', 'Phụ lục 3', 'Phụ lục 4']);
    const texts = book.ok ? book.grids[1]!.cells.map((c) => c.text) : [];
    for (const t of ['Phụ lục II', 'TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH']) expect(texts).toContain(t);
  });

  test('wrong usage: exit 2 and the words for it', async () => {
    for (const args of [
      ['return', 'nhan'],
      ['return', '--out', 'x'],
      ['return', 'nhan', '--out', 'nhan/tra'],
      ['return', 'khong-co', '--out', 'x'],
      ['sign', 'nhan'],
      ['sign', 'nhan', '--out', 'nhan'],
      ['sign', 'nhan', '--out', 'x', '--numerals', 'chữ'],
    ]) {
      const run = await phuluc(...args);
      expect([args, run.code]).toEqual([args, 2]);
      expect(run.err.length).toBeGreaterThan(10);
    }
  });
});
