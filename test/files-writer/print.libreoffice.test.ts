import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { OutputPlan } from '../../src/core/model/output-plan';
import { buildPlan, buildSignedSet } from '../../src/core/plan/build-plan';
import { createDocumentWriter } from '../../src/files/docx-writer/create-document-writer';
import { createXlsxWriter } from '../../src/files/xlsx-writer/create-xlsx-writer';
import { fixture } from '../core/plan/fixture';

/**
 * Why nothing is printed, or null. It takes several seconds, so only on demand: LIBREOFFICE=1 npx jest
 * test/files-writer.
 */
function whyNot(): string | null {
  if (process.env.LIBREOFFICE !== '1') return 'LIBREOFFICE=1 is not set';
  for (const [tool, option] of [
    ['soffice', '--version'],
    ['pdftotext', '-v'],
  ] as const) {
    try {
      execFileSync(tool, [option], { stdio: 'ignore' });
    } catch {
      return `${tool} is not installed`;
    }
  }
  return null;
}

const reason = whyNot();
const folder = mkdtempSync(path.join(os.tmpdir(), 'phu-luc-in-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
if (reason) process.stdout.write(`Print test skipped: ${reason}\n`);
const inPrint = reason ? test.skip : test;

/** Texts of the printed pages, and their sizes in points. */
function print(name: string, bytes: Uint8Array): { pages: string[]; sizes: string[] } {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  execFileSync(
    'soffice',
    [
      `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      file,
    ],
    { stdio: 'ignore' },
  );
  const pdf = file.replace(/\.\w+$/, '.pdf');
  const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
  const info = execFileSync('pdfinfo', ['-l', '-1', pdf], { encoding: 'utf8' });
  return {
    pages: text.split('\f').slice(0, -1),
    sizes: [...info.matchAll(/Page\s+\d+ size:\s+([\d.]+) x ([\d.]+)/g)].map(
      (m) => `${Math.round(Number(m[1]))}x${Math.round(Number(m[2]))}`,
    ),
  };
}

const options = {
  numerals: 'roman' as const,
  place: 'Khánh Hòa',
  issuer: 'UBND tỉnh Khánh Hòa',
  signers: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
  signerName: 'Nguyễn Văn A',
  preparer: 'Trần Thị B',
};
const signed = (): OutputPlan => buildSignedSet({ ...fixture(), options });
/** Without blanks: pdftotext sees some where a letter comes from another font ("c ủa"). */
const flat = (text: string): string => text.replace(/\s+/g, '');

/** Pages of each appendix, by its heading. */
function byAppendix(pages: readonly string[]): string[][] {
  const out: string[][] = [];
  for (const page of pages) {
    if (/^\s*Phụ lục [IVX]+\s*$/m.test(page)) out.push([]);
    out.at(-1)!.push(page);
  }
  return out;
}

/** `counts`: how many pages each appendix takes; Phụ lục II has 30 rows. */
function expectPrinted({ pages, sizes }: { pages: string[]; sizes: string[] }, counts: number[]): void {
  expect(new Set(sizes)).toEqual(new Set(['842x595']));
  const sets = byAppendix(pages);
  expect(sets.map((s) => /Phụ lục ([IVX]+)/.exec(s[0]!)![1])).toEqual(['I', 'II', 'III', 'IV', 'V']);
  expect(sets.map((s) => s.length)).toEqual(counts);
  for (const set of sets) {
    expect(flat(set[0]!)).toContain(flat('(Kèm theo Báo cáo số /BC-UBND ngày tháng năm 2020 của UBND tỉnh Khánh Hòa)'));
    // No number on the first page, then 2, 3 … on top of each.
    expect(set[0]!.trim().startsWith('Phụ lục')).toBe(true);
    set.slice(1).forEach((page, i) => expect(page.trim().split('\n')[0]!.trim()).toBe(String(i + 2)));
    // The header on every page, the signature whole on the last, below at least one row.
    for (const page of set)
      for (const word of ['STT|Số TT|TT', 'Tổng số|nhiệm vụ|Tổng hồ sơ']) expect(page).toMatch(new RegExp(word));
    const last = set.at(-1)!;
    for (const text of ['Khánh Hòa, ngày', ...options.signers, 'NGƯỜI LẬP BIỂU', 'Trần Thị B', 'Nguyễn Văn A'])
      expect(flat(last)).toContain(flat(text));
    const lines = last.split('\n').map(flat);
    const place = lines.findIndex((l) => l.includes(flat('Khánh Hòa, ngày')));
    expect(lines.slice(1, place).join('\n')).toMatch(/^(\d+(\D|$)|Tổngcộng)/m);
    expect(lines.find((l) => l.includes(flat('Nguyễn Văn A')))).toContain(flat('Trần Thị B'));
    for (const page of set) expect(page).not.toContain('###');
  }
}

inPrint('the set to sign as a workbook: pages, headings, repeated headers, numbers, signatures', async () => {
  expectPrinted(print('trinh-ky.xlsx', await createXlsxWriter().write(signed())), [2, 4, 1, 1, 1]);
});

inPrint('the set to sign as a Word document: the same', async () => {
  expectPrinted(print('trinh-ky-word.docx', await createDocumentWriter().writeAppendices(signed())), [2, 3, 1, 1, 1]);
});

inPrint(
  '"Theo đơn vị" of many agencies: the first columns and the header on every page, every agency once',
  async () => {
    const many = fixture();
    const [one] = many.consolidation.submissions;
    many.consolidation.submissions = [
      ...many.consolidation.submissions,
      ...Array.from({ length: 36 }, (_, i) => ({
        ...one!,
        key: `X${i}`,
        name: `UBND xã Số${String(i).padStart(2, '0')}`,
      })),
    ];
    const plan = buildPlan(many);
    const { pages } = print(
      'theo-don-vi.xlsx',
      await createXlsxWriter().write({ ...plan, sheets: plan.sheets.filter((s) => s.role === 'by-agency') }),
    );
    const across = pages.filter((p) => p.includes('SỐ LIỆU THEO TỪNG ĐƠN VỊ'));
    expect(across.length).toBe(5);
    for (const page of pages)
      for (const text of ['Biểu', 'Nội dung', 'Toàn tỉnh', 'Phụ lục|Một cửa']) expect(page).toMatch(new RegExp(text));
    for (let i = 0; i < 36; i++)
      expect(across.filter((p) => p.includes(`Số${String(i).padStart(2, '0')}`))).toHaveLength(1);
  },
);

inPrint('figures are printed as they are: a sign is not lost, thousands have their full stops', async () => {
  const other = fixture();
  other.consolidation.controlTotals = [-1_234_567, -1234, -3, 0, 999, 1000, 12_500, 1_234_567].map((difference, i) => ({
    ...other.consolidation.controlTotals[0]!,
    cell: `D${i}`,
    control: 0,
    sum: difference,
    difference,
  }));
  const plan = buildPlan(other);
  const { pages } = print(
    'so-kiem-soat.xlsx',
    await createXlsxWriter().write({ ...plan, sheets: plan.sheets.filter((s) => s.role === 'control') }),
  );
  const printed = pages
    .join('\n')
    .split('\n')
    .flatMap((line) => /\s(-?[\d.,]+)\s+0\s+(-?[\d.,]+)\s+(Khớp|Khác)/.exec(line) ?? [])
    .filter((_, i) => i % 4 === 2);
  expect(printed).toEqual(['-1234567', '-1234', '-3', '0', '999', '1.000', '12.500', '1.234.567']);
});
