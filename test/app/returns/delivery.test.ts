import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import type { NoticeRow } from '../../../src/app/returns/notice-views';
import { packReturns } from '../../../src/app/returns/pack-returns';
import type { InputFile } from '../../../src/app/ports';
import { readXlsx } from '../../../src/files/readers/xlsx/read-xlsx';
import type { Session } from '../../../src/app/session/session';
import type { SessionDeps } from '../../../src/app/session/session-deps';
import { createSession } from '../../../src/worker/create-session';
import { khanhSonWithQuestion } from '../../support/khanh-son-question';

const SAMPLE = path.join(__dirname, '../../../samples/khanh-hoa-2020');
const WHO = { by: 'Nguyễn Thị Hoa', at: '2020-12-16T02:30:00.000Z', reason: 'Sai số liệu, đã gửi công văn' };
const bytesOf = (file: string): Uint8Array =>
  file === 'UBND huyen Khanh Son.docx'
    ? khanhSonWithQuestion()
    : new Uint8Array(readFileSync(path.join(SAMPLE, 'received', file)));

async function session(files: readonly string[], others: Partial<SessionDeps> = {}): Promise<Session> {
  const made = createSession({ registers: {}, ...others });
  await made.work.settle({
    register: { kind: 'own', name: 'agencies.json', json: readFileSync(path.join(SAMPLE, 'agencies.json'), 'utf8') },
    period: '2020',
  });
  for (const file of files) await made.files.receive({ file, bytes: bytesOf(file) });
  await made.work.run(null);
  return made;
}

const input = (file: string, change: (bytes: Uint8Array) => Uint8Array = (b) => b): InputFile => ({
  file,
  size: 1,
  bytes: async () => change(bytesOf(file)).slice().buffer as ArrayBuffer,
});

describe('what goes back', () => {
  let s: Session;
  let rows: NoticeRow[];
  beforeAll(async () => {
    s = await session(['So Tu phap.xlsx', 'SYT.xlsx', 'UBND huyen Khanh Son.docx']);
    ({ rows } = await s.delivery.notices(null));
  });

  test('agencies with something to mend or explain, and how letters are headed', async () => {
    expect(rows.find((r) => r.key === 'SYT')).toMatchObject({
      name: 'Sở Y tế',
      files: ['SYT.xlsx'],
      sources: ['SYT.xlsx'],
      returned: [],
    });
    expect(rows.find((r) => r.key === 'SYT')!.errors).toBeGreaterThan(0);
    expect((await s.delivery.notices(null)).defaults).toEqual({ superior: 'UBND tỉnh Khánh Hòa', place: 'Khánh Hòa' });
  });

  test('the letter, the message and the cells of one agency; nothing for one that is not there', async () => {
    const view = (await s.delivery.notice({
      key: 'SYT',
      letter: { superior: 'UBND tỉnh Khánh Hòa', deadline: '20/12/2020' },
    }))!;
    expect(view.letter).toMatchObject({ to: 'Sở Y tế', superior: 'UBND TỈNH KHÁNH HÒA' });
    expect(view.message).toContain('20/12/2020');
    expect(view.text).toContain('Kính gửi: Sở Y tế');
    expect(view.items.some((i) => i.sheet === 'PL2' && i.cell === 'D27')).toBe(true);
    expect(await s.delivery.notice({ key: 'KHONG-CO', letter: {} })).toBeNull();
  });

  test(
    'one after the other, with progress; the copy carries the notes, a Word file gets its list and the letter says ' +
      'so',
    async () => {
      const told: string[] = [];
      const packed = await packReturns(rows, {
        delivery: s.delivery,
        letter: {},
        input,
        progress: (done, total, name) => told.push(`${done}/${total} ${name}`),
      }).done;
      if (packed === 'cancelled') throw new Error('not cancelled');
      expect(told).toEqual(rows.map((r, i) => `${i}/${rows.length} ${r.name}`));
      expect(packed).toMatchObject({ left: [], made: rows.map((r) => r.name), listed: ['UBND huyen Khanh Son.docx'] });
      const at = (end: string): Uint8Array => packed.files.find((f) => f.path.endsWith(end))!.content as Uint8Array;
      const copy = readXlsx(at('SYT (cần sửa).xlsx'));
      expect(
        copy.ok && copy.grids.find((g) => g.sheet === 'PL2')?.cells.find((c) => c.row === 26 && c.col === 3)?.comment,
      ).toContain('1 (VP Sở)');
      const letter = packed.files.find((f) => f.path.includes('Khánh Sơn') && f.path.endsWith('Công văn.txt'))!.content;
      expect(letter).toContain('gửi kèm danh sách nội dung cần rà soát, chỉnh sửa.');
    },
  );

  test('a workbook that can carry no notes gets a list, and its letter promises no copy', async () => {
    const noNotes = await session(['SYT.xlsx'], { annotator: async () => ({ annotate: () => null }) });
    const set = await noNotes.delivery.returnSet({
      key: 'SYT',
      letter: {},
      sources: [{ file: 'SYT.xlsx', bytes: bytesOf('SYT.xlsx') }],
    });
    if (!set.ok) throw new Error('changed');
    expect(set.listed).toEqual(['SYT.xlsx']);
    expect(set.files.map((f) => f.path)).toContain('SYT - Sở Y tế/SYT (danh sách cần sửa).docx');
    expect(set.files.find((f) => f.path.endsWith('Công văn.txt'))!.content).not.toContain('bản sao tệp');
  });

  test('a file that changed, cannot be opened or is gone is told, and nothing is made for its agency', async () => {
    const [syt] = rows.filter((r) => r.key === 'SYT');
    const changed = (b: Uint8Array): Uint8Array => {
      const c = b.slice();
      c[c.length - 1] = (c[c.length - 1]! + 1) % 256;
      return c;
    };
    const cases: [string, (file: string) => InputFile | undefined][] = [
      ['changed', (f) => input(f, changed)],
      [
        'unreadable',
        (f) => ({ ...input(f), bytes: () => Promise.reject(new DOMException('gone', 'NotReadableError')) }),
      ],
      ['absent', () => undefined],
    ];
    for (const [why, given] of cases) {
      const packed = await packReturns([syt!], {
        delivery: s.delivery,
        letter: {},
        input: given,
        progress: () => undefined,
      }).done;
      expect(packed).toEqual({ files: [], made: [], listed: [], left: [{ name: 'Sở Y tế', file: 'SYT.xlsx', why }] });
    }
  });

  test('stopped, it makes no more', async () => {
    let begun = 0;
    const job = packReturns(rows, {
      delivery: s.delivery,
      letter: {},
      input,
      progress: () => {
        begun += 1;
        job.cancel();
      },
    });
    await expect(job.done).resolves.toBe('cancelled');
    expect(begun).toBe(1);
  });

  test('returned at once for several files, or for none where one cannot be', async () => {
    const files = rows.flatMap((r) => r.files);
    const requests = files.map((file) => ({ kind: 'return' as const, file }));
    expect(
      await s.cases.decide({ request: [...requests, { kind: 'return', file: 'khong co.xlsx' }], who: WHO }),
    ).toMatchObject({ ok: false });
    expect((await s.work.run(null)).case.summary.journal).toEqual([]);
    expect(await s.cases.decide({ request: requests, who: WHO })).toMatchObject({ ok: true });
    const run = await s.work.run(null);
    expect(run.case.summary.journal.map((j) => [j.entry.id, j.entry.kind])).toEqual(
      files.map((_, i) => [i + 1, 'return']),
    );
    expect((await s.delivery.notices(null)).rows.filter((r) => r.errors > 0).every((r) => r.returned.length > 0)).toBe(
      true,
    );
  });
});

describe('the set to sign', () => {
  const options = {
    numerals: 'roman',
    place: 'Khánh Hòa',
    issuer: 'UBND tỉnh Khánh Hòa',
    reportNumber: '312',
    reportDate: '2020-12-05',
  } as const;
  let s: Session;
  beforeAll(async () => {
    s = await session(
      readdirSync(path.join(SAMPLE, 'received'))
        .filter((f) => f.endsWith('.xlsx'))
        .slice(0, 6),
    );
  });

  test('begins with what the register and the case say, and with what is to be said before it is signed', async () => {
    const start = await s.delivery.signStart(null);
    expect(start).toMatchObject({
      blocked: null,
      settings: {},
      defaults: { numerals: 'roman', issuer: 'UBND tỉnh Khánh Hòa', place: 'Khánh Hòa' },
    });
    expect(Object.fromEntries(start.notes.map((n) => [n.kind, n.count]))).toMatchObject({
      missing: 23,
      'not-approved': 6,
    });
    const text = await s.cases.settle({ ...options, signers: ['CHỦ TỊCH'] });
    expect(JSON.parse(text).settings).toMatchObject({ signers: ['CHỦ TỊCH'], reportNumber: '312' });
    expect((await s.delivery.signStart(null)).settings).toMatchObject({ reportDate: '2020-12-05' });
  });

  test('the pages hold every figure of the workbook once, in its order, the header on each page', async () => {
    const { sheets } = await s.delivery.signPreview(options);
    const made = await s.delivery.sign({ kind: 'xlsx', options });
    if (!made.ok) throw new Error(made.reason);
    expect(made.name).toBe('Phụ lục báo cáo CCHC năm 2020.xlsx');
    const book = readXlsx(made.bytes);
    if (!book.ok) throw new Error(book.message);
    expect(sheets.map((x) => x.name)).toEqual(book.grids.map((g) => g.sheet));
    for (const [i, sheet] of sheets.entries()) {
      const header = (row: { cells: { style: string }[] }): boolean => row.cells.some((c) => c.style === 'header');
      expect(sheet.pages.every((p) => p.rows.some(header))).toBe(true);
      const shown = sheet.pages
        .flatMap((p, n) => (n === 0 ? p.rows : p.rows.filter((r) => !header(r))))
        .flatMap((r) => r.cells.map((c) => c.text))
        .filter((x) => x !== '');
      expect(shown).toHaveLength(book.grids[i]!.cells.filter((c) => c.text !== '').length);
      expect(sheet.pages.every((p) => p.rows.reduce((n, r) => n + r.height, 0) <= 482)).toBe(true);
    }
    const all = sheets.flatMap((x) => x.pages.flatMap((p) => p.rows.flatMap((r) => r.cells.map((c) => c.text))));
    expect(all).toContain('(Kèm theo Báo cáo số 312/BC-UBND ngày 05 tháng 12 năm 2020 của UBND tỉnh Khánh Hòa)');
    expect(all).toContain('Khánh Hòa, ngày 05 tháng 12 năm 2020');
    expect(all).toContain('Phụ lục II');
  });

  test('as a document too', async () => {
    const made = await s.delivery.sign({ kind: 'docx', options });
    expect(made.ok && [made.name, Object.keys(unzipSync(made.bytes)).includes('word/document.xml')]).toEqual([
      'Phụ lục báo cáo CCHC năm 2020.docx',
      true,
    ]);
  });

  test('without anything to add up there is none, and why', async () => {
    const empty = createSession({ registers: {} });
    await empty.files.receive({ file: 'a.txt', bytes: new Uint8Array(3) });
    await empty.work.run(null);
    expect((await empty.delivery.signStart(null)).blocked).toBe('nothing');
    expect((await empty.delivery.signPreview({})).sheets).toEqual([]);
    expect(await empty.delivery.sign({ kind: 'xlsx', options: {} })).toEqual({
      ok: false,
      reason: 'nothing',
      message: expect.stringContaining('Không có phụ lục nào'),
    });
  });
});
