import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { receiveFile } from '../../../src/app/receive/receive-file';
import { runConsolidation } from '../../../src/app/consolidate/run-consolidation';
import type { SourceFile } from '../../../src/app/ports';
import type { ReceivedFile } from '../../../src/core/model/submission';
import { templates } from '../../../src/core/templates/registry';
import { readPeriod } from '../../../src/core/text/period';
import { createReader } from '../../../src/files/readers/read-workbook';
import { webHasher } from '../../../src/files/hash/web-hasher';
import { tryFile } from '../../fuzz/try-file';
import { FUZZ_FORMATS, seedsOf } from '../../fuzz/seeds';
import { sampleRegister } from '../../support/received-sample';
import { HOSTILE } from './cases';
import type { Measured } from './measure';

/** What one file may take; processor time, since the tests share their machine. */
const LONGEST_MS = 5_000;
const MOST_MB = 300;

const names = Object.keys(HOSTILE);
const measured = new Map<string, Measured>();

/** The hostile files in the order of their names, made and measured in processes of their own. */
const folder = mkdtempSync(path.join(os.tmpdir(), 'hiem-'));

function run(program: string): string {
  const done = spawnSync(process.execPath, ['--expose-gc', '--import', 'tsx', path.join(__dirname, program), folder], {
    encoding: 'utf8',
    timeout: 150_000,
    cwd: path.join(__dirname, '../../..'),
  });
  if (done.status !== 0)
    process.stderr.write(`${program} ended with ${done.signal ?? done.status}: ${done.stderr.slice(-500)}\n`);
  return done.stdout;
}

beforeAll(() => {
  run('make-all.ts');
  for (const line of run('measure.ts')
    .split('\n')
    .filter((l) => l.startsWith('{'))) {
    const one = JSON.parse(line) as Measured;
    measured.set(names[parseInt(one.name, 10)]!, one);
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a file made to hurt ends soon, in little memory, with a result', () => {
  it.each(names)('%s', (name) => {
    const one = measured.get(name);
    expect(one?.problem).toBeNull();
    expect(one!.ms).toBeLessThan(LONGEST_MS);
    expect(one!.mb).toBeLessThan(MOST_MB);
    const { allowed } = HOSTILE[name]!;
    if (allowed === 'rejected') expect(one!.outcome).toBe('rejected');
    if (allowed === 'read') expect(['read', 'ignored']).toContain(one!.outcome);
  });
});

describe('every format cut at every tenth', () => {
  it.each(FUZZ_FORMATS)('%s: a result', async (format) => {
    for (const bytes of seedsOf(format).slice(0, 2)) {
      for (let tenth = 0; tenth < 10; tenth++) {
        const { outcome, problem } = await tryFile(bytes.slice(0, Math.floor((bytes.length * tenth) / 10)));
        expect(problem).toBeNull();
        // Text has no end mark; whatever is a container must not be taken for whole.
        if (format !== 'csv' && format !== 'html') expect(outcome).toBe('rejected');
      }
    }
  });
});

test('good files between hostile ones: their figures stand as if they had come alone', async () => {
  const received = path.join(__dirname, '../../../samples/khanh-hoa-2020/received');
  const good: SourceFile[] = readdirSync(received)
    .sort()
    .slice(0, 8)
    .map((file) => ({ file, bytes: new Uint8Array(readFileSync(path.join(received, file))) }));
  const quick = names.filter((n) => (measured.get(n)?.ms ?? Infinity) < 100 && !n.startsWith('zip'));
  const made = (name: string): string => path.join(folder, `${String(names.indexOf(name)).padStart(3, '0')}.bin`);
  const mixed: SourceFile[] = quick.map((n, i) => ({
    file: `la-${i}.bin`,
    bytes: new Uint8Array(readFileSync(made(n))),
  }));
  good.forEach((f, i) => mixed.splice(i * 4, 0, f));
  const options = { templates: templates(), register: sampleRegister(), period: readPeriod('2020') };
  const receive = async (files: SourceFile[]): Promise<ReceivedFile[]> => {
    const list: ReceivedFile[] = [];
    for (const f of files) list.push(await receiveFile(f, { reader: createReader(), hasher: webHasher }, options));
    return list;
  };
  const [alone, among] = [
    runConsolidation(await receive(good), options),
    runConsolidation(await receive(mixed), options),
  ];
  expect(quick.length).toBeGreaterThan(25);
  expect(among.consolidation.proof.closes).toBe(true);
  expect(among.consolidation.proof.files.in).toBe(mixed.length);
  expect(among.consolidation.tables).toEqual(alone.consolidation.tables);
  expect(among.files.filter((f) => f.status === 'read').map((f) => f.file)).toEqual(good.map((f) => f.file));
  for (const f of among.files.filter((g) => g.status !== 'read')) expect(f.reason).not.toMatch(/mã lỗi|undefined|null/);
});
