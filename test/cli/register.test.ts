import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { register } from '../../src/cli/commands/register';
import { loadRegister } from '../../src/cli/load-register';
import { phuluc } from '../../src/cli/phuluc';
import { cliDeps } from '../support/cli-deps';
import { makeXlsx } from '../files/make-xlsx';

describe('phuluc register', () => {
  let folder: string;
  let deps: ReturnType<typeof cliDeps>;
  const at = (name: string): string => path.join(folder, name);
  const make = (list: string, ...more: string[]): Promise<number> =>
    phuluc(['register', ...[at(list), '--province', 'Khánh Hòa', '--out', at('agencies.json'), ...more]], deps);
  beforeEach(() => {
    deps = cliDeps();
    folder = mkdtempSync(path.join(os.tmpdir(), 'phuluc-danhmuc-'));
    const names = ['Tên cơ quan, đơn vị', 'Sở Tư pháp', 'UBND xã Hòa Trí', 'UBND xã Hòa Tri', 'Họp giao ban'];
    writeFileSync(
      at('ds.xlsx'),
      makeXlsx({ sheets: [{ name: 'DS', cells: names.map((value, i) => ({ at: `B${i + 2}`, value })) }] }),
    );
    writeFileSync(at('khac.xlsx'), makeXlsx({ sheets: [{ name: 'DS', cells: [{ at: 'A1', value: 5 }] }] }));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('writes a register that check and consolidate load, and tells what to look at', async () => {
    expect(await make('ds.xlsx')).toBe(0);
    const loaded = await loadRegister(at('agencies.json'), []);
    if (!loaded.ok) throw new Error(loaded.message);
    expect(loaded.register?.agencies.map((a) => a.name)).toEqual(['Sở Tư pháp', 'UBND xã Hòa Trí', 'UBND xã Hòa Tri']);
    expect(deps.complaints.join('\n')).toMatch(/Dòng 6: không hiểu "Họp giao ban"[^]*chỉ khác dấu/);
  });

  test('never over a register that is there, unless asked; nothing from a file without a list', async () => {
    writeFileSync(at('agencies.json'), 'đã sửa tay');
    expect(await make('ds.xlsx')).toBe(2);
    expect(readFileSync(at('agencies.json'), 'utf8')).toBe('đã sửa tay');
    expect(await make('ds.xlsx', '--force')).toBe(0);
    rmSync(at('agencies.json'));
    expect(await make('khac.xlsx')).toBe(3);
    expect(await make('khong-co.xlsx')).toBe(2);
    expect(existsSync(at('agencies.json'))).toBe(false);
    for (const args of [
      [],
      ['a.xlsx'],
      ['a.xlsx', '--province', 'X'],
      ['a.xlsx', '--province', 'X', '--out', 'b.txt'],
      ['a', 'b', '--province', 'X', '--out', 'b.json'],
    ])
      expect(register.read(args)).toHaveProperty('ok', false);
  });
});
