import path from 'node:path';
import { poolReader } from '../../src/cli/reading/thread-pool';
import type { ReadFiles } from '../../src/cli/reading/read-files';
import { brokenRefusal, lateRefusal, memoryRefusal } from '../../src/files/stopped';
import { webHasher } from '../../src/files/hash/web-hasher';

const MB = 1_048_576;
const deps = {
  reader: { read: async () => Promise.reject(new Error('A refused file is not read again')) },
  hasher: webHasher,
  archives: { expand: () => Promise.reject(new Error('An archive is not opened here')) as never },
  unopened: () => ({ ok: false as const, rule: 'file-unreadable' as const, message: 'không mở được' }),
};
const options = { templates: [], register: null, period: null };

const pool = (threads: number, ms = 300): ReadFiles =>
  poolReader(deps, {
    entry: path.join(__dirname, 'odd-thread.cjs'),
    threads,
    limits: { ms, bytes: 120 * MB },
    late: lateRefusal,
    tooMuch: memoryRefusal,
    broken: brokenRefusal,
  });

const found = (...names: string[]): { path: string; file: string }[] =>
  names.map((file) => ({ path: path.join(__dirname, file), file }));

async function read(reader: ReadFiles, ...names: string[]): Promise<string[]> {
  const all = await reader(found(...names), options, () => undefined);
  return all.flat().map((r) => `${r.received.file}: ${r.received.reason ?? r.received.status}`);
}

describe.each([1, 2, 3])('%d threads', (threads) => {
  test('results stand in the order of the files, whoever is done first', async () => {
    const names = Array.from({ length: 12 }, (_, i) => `${i}.xlsx`);
    expect(await read(pool(threads), ...names)).toEqual(names.map((n) => `${n}: read`));
  });

  test('what hangs, eats memory or ends its thread is refused with the reason; the others are read', async () => {
    const told = await read(pool(threads), 'a', 'hang', 'b', 'eat', 'die', 'c', 'throw', 'broken', 'd');
    expect(told.map((t) => t.split(':')[0])).toEqual(['a', 'hang', 'b', 'eat', 'die', 'c', 'throw', 'broken', 'd']);
    for (const good of [0, 2, 5, 8]) expect(told[good]).toMatch(/: read$/);
    expect(told[1]).toContain('Đọc quá 0,3 giây');
    expect(told[3]).toMatch(/bộ nhớ|Đọc quá/);
    expect(told[4]).toContain('exit 3');
    expect(told[6]).toContain('thrown');
    expect(told[7]).toContain('lỗi đọc');
  });

  test('files of an archive come in its place, each with a deadline of its own', async () => {
    const told = await read(pool(threads), 'x', 'y.zip', 'z');
    expect(told.map((t) => t.split(':')[0])).toEqual(['x', 'y.zip/a.xlsx', 'y.zip/hang.xlsx', 'y.zip/b.xlsx', 'z']);
    expect(told[2]).toContain('Đọc quá');
    expect(told.filter((t) => t.endsWith(': read'))).toHaveLength(4);
  });
});

test('memory outside the heap counts too; files beside it are read all the same', async () => {
  const told = await read(pool(2, 30_000), 'a', 'fill', 'b', 'c');
  expect(told[1]).toContain('MB bộ nhớ');
  expect(told.filter((t) => t.endsWith(': read'))).toHaveLength(3);
});

test('progress counts every file once', async () => {
  const seen: number[] = [];
  await pool(2)(found('a', 'hang', 'b'), options, (done, total) => {
    expect(total).toBe(3);
    seen.push(done);
  });
  expect(seen).toEqual([0, 1, 2, 3]);
});
