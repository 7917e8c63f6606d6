import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parseRegister } from '../../src/core/agencies/parse-register';
import type { Finding } from '../../src/core/model/finding';
import { templates } from '../../src/core/templates/registry';
import { letterText } from '../../src/app/returns/letter-text';
import { makeReturns } from '../../src/app/returns/make-returns';
import { receiveFile } from '../../src/app/receive/receive-file';
import { returnNotices } from '../../src/app/returns/return-notice';
import { runConsolidation } from '../../src/app/consolidate/run-consolidation';
import { type RunResult } from '../../src/app/consolidate/run-options';
import { commonPeriod } from '../../src/app/receive/common-period';
import { createReader } from '../../src/files/readers/read-workbook';
import { webHasher } from '../../src/files/hash/web-hasher';

const SAMPLE = path.join(__dirname, '../../samples/khanh-hoa-2020');
const GOLDEN = path.join(__dirname, 'golden/letter-so-tai-nguyen.txt');

async function runOf(names: (file: string) => boolean): Promise<RunResult> {
  const parsed = parseRegister(JSON.parse(readFileSync(path.join(SAMPLE, 'agencies.json'), 'utf8')));
  if (!parsed.ok) throw new Error(parsed.message);
  const options = { templates: templates(), register: parsed.register, period: null };
  const received = [];
  for (const file of readdirSync(path.join(SAMPLE, 'received')).filter(names)) {
    received.push(
      await receiveFile(
        { file, bytes: new Uint8Array(readFileSync(path.join(SAMPLE, 'received', file))) },
        { reader: createReader(), hasher: webHasher },
        options,
      ),
    );
  }
  return runConsolidation(received, { ...options, period: commonPeriod(received) });
}

const OPTIONS = { superior: 'UBND tỉnh Khánh Hòa', place: 'Khánh Hòa', symbol: 'SNV-CCHC', deadline: '05/12/2020' };
let run: RunResult;
beforeAll(async () => {
  run = await runOf((f) => /\.(?:xlsx|docx|ods)$/.test(f));
});

test('the letter to one agency, word for word', () => {
  const [notice] = returnNotices(run, { agency: 'STNMT' }, OPTIONS);
  const text = letterText(notice!.letter);
  expect(text).toBe(readFileSync(GOLDEN, 'utf8'));
  expect(text).toBe(text.normalize('NFC'));
});

test('by default those with errors; with questions all who have something to answer; one by its code', () => {
  const withErrors = new Set(run.findings.filter((f) => f.severity === 'error').map((f) => f.file));
  const notices = returnNotices(run);
  expect(new Set(notices.flatMap((n) => n.files.map((f) => f.file)))).toEqual(withErrors);
  expect(notices.every((n) => n.errors.length > 0)).toBe(true);
  expect(returnNotices(run, { questions: true }).length).toBeGreaterThan(notices.length);
  expect(returnNotices(run, { agency: 'TTT' }).map((n) => [n.code, n.errors.length])).toEqual([['TTT', 0]]);
  expect(returnNotices(run, { agency: 'KHONG-CO' })).toEqual([]);
});

test('every error and warning about a file reaches its sender once, with appendix, row, column and both figures', () => {
  const notices = returnNotices(run, { questions: true });
  const told = notices.flatMap((n) => [...n.errors, ...n.questions]);
  const concerning = run.findings.filter(
    (f) =>
      f.file !== null &&
      f.severity !== 'info' &&
      !['agency-unknown', 'agency-ambiguous', 'template-uncertain'].includes(f.rule),
  );
  expect(told).toHaveLength(concerning.length);
  const sum = returnNotices(run, { agency: 'UBND-DIENKHANH' })[0]!.errors.find((i) => i.sheet === 'PL3')!;
  expect(sum).toMatchObject({
    appendix: 'Phụ lục 3',
    row: '1',
    column: 'Tổng số',
    cell: 'C7',
    actual: '30',
    expected: '27',
  });
  expect(sum.text).toMatch(/^Phụ lục 3, dòng 1 “Cơ quan hành chính”, cột Tổng số: .*30.*27/);
  const share = returnNotices(run, { agency: 'STNMT' })[0]!.errors.find((i) => i.column === 'Ghi chú')!;
  expect([share.actual, share.expected]).toEqual(['100%', '125%']);
});

test('errors come before questions, in the letter, on the list and in the message', () => {
  const notice = returnNotices(run, { agency: 'STNMT' }, OPTIONS)[0]!;
  const lines = notice.letter.body.map((p) => p.text);
  const [first, second] = [
    lines.indexOf('1. Nội dung đề nghị chỉnh sửa'),
    lines.indexOf('2. Nội dung đề nghị giải trình'),
  ];
  expect(first).toBeGreaterThan(0);
  expect(second).toBe(first + 1 + notice.errors.length);
  expect(notice.files[0]!.list.items.map((i) => i.kind)).toEqual([
    ...notice.errors.map(() => 'error'),
    ...notice.questions.map(() => 'question'),
  ]);
  expect(notice.message).toContain('(1) Phụ lục 1, dòng 2');
  expect(notice.message.length).toBeLessThan(700);
});

test('what was sent again since is not asked about any more', async () => {
  const both = await runOf((f) => f === 'SYT.xlsx');
  const [submission] = both.consolidation.submissions;
  const stale: RunResult = {
    ...both,
    consolidation: {
      ...both.consolidation,
      submissions: [
        { ...submission!, replaced: submission!.appendices.map((appendix) => ({ appendix, by: 'x' })), appendices: [] },
      ],
    },
  };
  expect(returnNotices(both)).toHaveLength(1);
  expect(returnNotices(stale, { questions: true })).toEqual([]);
});

test('a long list is cut in the letter with its true count, never on the list', () => {
  const [one] = run.findings.filter((f) => f.file === 'SYT.xlsx' && f.severity === 'error');
  const many: Finding[] = Array.from({ length: 100 }, (_, i) => ({ ...one!, cell: `D${i + 8}` }));
  const notice = returnNotices({ ...run, findings: many })[0]!;
  expect(notice.letter.body.map((p) => p.text)).toContain('- … và 60 nội dung khác nêu tại danh sách gửi kèm.');
  expect(notice.files[0]!.list.items).toHaveLength(100);
  expect(notice.letter.body[0]!.text).toContain('100 nội dung');
});

test(
  'one folder an agency: a copy where notes can be hung, else a list, with letter and message; names that any ' +
    'system takes',
  async () => {
    const notices = ['SCT', 'SLĐTBXH'].flatMap((agency) => returnNotices(run, { agency }));
    notices[0] = { ...notices[0]!, name: 'Sở: <Công> "Thương".' };
    const bytes = new Uint8Array([1]);
    const made = await makeReturns(notices, {
      annotator: { annotate: ({ file }) => (file.endsWith('.xlsx') ? bytes : null) },
      documents: { writeAppendices: async () => bytes, writeLetter: async () => bytes, writeList: async () => bytes },
      source: async (file) => ({ file, bytes }),
    });
    expect(made.map((m) => m.path)).toEqual([
      'SCT - Sở Công Thương/So Cong Thuong bao cao (cần sửa).xlsx',
      'SCT - Sở Công Thương/Công văn.docx',
      'SCT - Sở Công Thương/Công văn.txt',
      'SCT - Sở Công Thương/Tin nhắn.txt',
      'SLĐTBXH - Sở Lao động - Thương binh và Xã hội/LDTBXH (danh sách cần sửa).docx',
      'SLĐTBXH - Sở Lao động - Thương binh và Xã hội/Công văn.docx',
      'SLĐTBXH - Sở Lao động - Thương binh và Xã hội/Công văn.txt',
      'SLĐTBXH - Sở Lao động - Thương binh và Xã hội/Tin nhắn.txt',
    ]);
  },
);
