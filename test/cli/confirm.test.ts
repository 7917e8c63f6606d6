import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { confirm as command } from '../../src/cli/commands/confirm';
import { phuluc } from '../../src/cli/phuluc';
import { run } from '../../src/cli/run';
import { cliDeps } from '../support/cli-deps';

const SAMPLE = path.join(__dirname, '../../samples/khanh-hoa-2020');
const AGENCIES = path.join(SAMPLE, 'agencies.json');

describe('phuluc confirm', () => {
  let folder: string;
  const deps = cliDeps();
  const at = (...names: string[]): string => path.join(folder, ...names);
  const confirm = (file: string, code: string): Promise<number> =>
    phuluc(['confirm', at('x.json'), file, code, '--agencies', AGENCIES], deps);
  const check = (confirmations: string | null): ReturnType<typeof run> =>
    run({ paths: [at('nhan')], agencies: AGENCIES, confirmations, period: '2020', except: null }, deps);
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'phuluc-xacnhan-'));
    mkdirSync(at('nhan'));
    cpSync(path.join(SAMPLE, 'received', 'UBND TP Nha Trang.xlsx'), at('nhan', 'NT thanh pho bien - Q1.xlsx'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('a sender confirmed once is named from then on, without a question', async () => {
    const asked = async (file: string | null): Promise<unknown[]> => {
      const result = await check(file);
      if (!result.ok) throw new Error(result.message);
      return [
        result.result.files[0]!.agency.agency?.code ?? null,
        result.result.findings.filter((f) => f.rule.startsWith('agency-')).length,
      ];
    };
    expect(await asked(null)).toEqual([null, 1]);
    expect(await confirm('NT thanh pho bien - Q4.xlsx', 'UBND-NHATRANG')).toBe(0);
    expect(await asked(at('x.json'))).toEqual(['UBND-NHATRANG', 0]);
    expect(JSON.parse(readFileSync(at('x.json'), 'utf8')).confirmations).toEqual([
      { agency: 'UBND-NHATRANG', at: '2020-12-16T02:00:00.000Z', fileName: 'nt tp bien' },
    ]);
  });

  test('a code that is not in the register, a broken file and wrong usage write nothing', async () => {
    expect(await confirm('CR.xlsx', 'KHONGCO')).toBe(2);
    expect(await confirm('Book1.xlsx', 'STP')).toBe(3);
    expect(existsSync(at('x.json'))).toBe(false);
    writeFileSync(at('x.json'), '{"schema": 1}');
    expect(await confirm('CR.xlsx', 'STP')).toBe(2);
    expect(readFileSync(at('x.json'), 'utf8')).toBe('{"schema": 1}');
    expect(await check(at('x.json'))).toHaveProperty('ok', false);
    expect(await check(at('khong-co.json'))).toHaveProperty('ok', false);
    for (const args of [[], ['a.json', 'b.xlsx'], ['a.txt', 'b.xlsx', 'STP'], ['a.json', 'b', 'c', '--la']])
      expect(command.read(args)).toHaveProperty('ok', false);
  });
});
