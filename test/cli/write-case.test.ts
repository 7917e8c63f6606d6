import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { newCase } from '../../src/app/case/new-case';
import { parseCase } from '../../src/app/case/parse-case';
import { writeCase } from '../../src/cli/write-case';
import { writeWhole } from '../../src/cli/write-file';

const ROOT = path.join(__dirname, '../..');
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'phuluc-khoa-'));
  file = path.join(folder, 'ho-so.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a case that another command wrote meanwhile is not written over', async () => {
  expect(await writeCase(file, newCase(), null)).toBeNull();
  const known = readFileSync(file, 'utf8');
  expect(await writeCase(file, newCase(), null)).toMatchObject({
    ok: false,
    message: expect.stringMatching(/đã được/),
  });
  writeFileSync(file, `${known}\n`);
  expect(await writeCase(file, newCase(), known)).toMatchObject({ ok: false, code: 2 });
  expect(readFileSync(file, 'utf8')).toBe(`${known}\n`);
  expect(readdirSync(folder)).toEqual(['ho-so.json']);
});

test('the mark of a command that was killed does not stand in the way for ever', async () => {
  writeFileSync(`${file}.khoa`, '');
  const longAgo = new Date(Date.now() - 120_000);
  utimesSync(`${file}.khoa`, longAgo, longAgo);
  expect(await writeCase(file, newCase(), null)).toBeNull();
});

test('what a killed command left beside its target is removed, what one that runs writes is not', async () => {
  writeFileSync(`${file}.999999999.tmp`, 'x');
  writeFileSync(`${file}.${process.ppid}.tmp`, 'x');
  writeFileSync(`${file}.so.tmp`, 'x');
  await writeWhole(file, '{}');
  expect(readdirSync(folder).sort()).toEqual(
    ['ho-so.json', `ho-so.json.${process.ppid}.tmp`, 'ho-so.json.so.tmp'].sort(),
  );
});

test('four commands on one case at once: each line that is said to be written is there', async () => {
  await writeCase(file, newCase(), null);
  const rules = ['not-filled', 'missing-column', 'hidden-data', 'number-as-text'];
  const runs = rules.map(
    (rule) =>
      new Promise<{ code: number | null; out: string }>((resolve) => {
        const words = ['case', 'off', file, '--rule', rule, '--by', 'An', '--reason', 'Thử'];
        const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...words], { cwd: ROOT });
        let out = '';
        child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
        child.on('close', (code) => resolve({ code, out }));
      }),
  );
  const done = await Promise.all(runs);
  const written = done.filter((d) => d.code === 0);
  for (const d of done) expect(d.out.includes('Đã ghi')).toBe(d.code === 0);
  const parsed = parseCase(readFileSync(file, 'utf8'));
  expect(written.length).toBeGreaterThan(0);
  expect(parsed.ok && parsed.state.journal).toHaveLength(written.length);
});
