import { buildPlan } from '../../src/core/plan/build-plan';
import type { OutputPlan, SheetPlan } from '../../src/core/model/output-plan';
import { createXlsxWriter } from '../../src/files/xlsx-writer/create-xlsx-writer';
import { fixture } from '../core/plan/fixture';
import { partsOf } from './read-parts';

const plan = buildPlan({ ...fixture(), options: { numerals: 'roman', issuer: 'UBND tỉnh Khánh Hòa' } });

/** What each sheet says about paper, as Excel reads it. */
async function paperOf(of: OutputPlan): Promise<Record<string, { xml: string; names: Record<string, string> }>> {
  const parts = partsOf(await createXlsxWriter().write(of));
  const out: Record<string, { xml: string; names: Record<string, string> }> = {};
  of.sheets.forEach((sheet, i) => {
    const names = Object.fromEntries(
      [...parts['xl/workbook.xml']!.matchAll(/<definedName name="_xlnm\.(\w+)" localSheetId="(\d+)"[^>]*>([^<]*)</g)]
        .filter(([, , at]) => Number(at) === i)
        .map(([, name, , range]) => [name!, range!.replace(/&apos;/g, "'")]),
    );
    out[sheet.name] = {
      xml: /<printOptions.*<\/worksheet>/s.exec(parts[`xl/worksheets/sheet${i + 1}.xml`]!)![0],
      names,
    };
  });
  return out;
}

const mm = (xml: string, side: string): number =>
  Math.round(Number(new RegExp(` ${side}="([\\d.]+)"`).exec(xml)![1]) * 25.4);

test(
  'official sheets: A4 landscape, margins of Nghị định 30/2020, one page wide, numbers at the top centre from page ' +
    '2, header rows repeated',
  async () => {
    const paper = await paperOf(plan);
    const official = plan.sheets.filter((s) => s.role === 'appendix');
    expect(official).toHaveLength(5);
    for (const sheet of official) {
      const { xml, names } = paper[sheet.name]!;
      expect(xml).toMatch(
        /<pageSetup [^>]*paperSize="9"[^>]*orientation="landscape"[^>]*fitToWidth="1"[^>]*fitToHeight="0"/,
      );
      expect(xml).toContain('useFirstPageNumber="1"');
      for (const [side, from, to] of [
        ['top', 20, 25],
        ['bottom', 20, 25],
        ['left', 30, 35],
        ['right', 15, 20],
      ] as const) {
        expect(mm(xml, side)).toBeGreaterThanOrEqual(from);
        expect(mm(xml, side)).toBeLessThanOrEqual(to);
      }
      expect(xml).toContain(
        '<headerFooter differentFirst="1"><oddHeader>&amp;C&amp;"Times New ' +
          'Roman,Regular"&amp;13&amp;P</oddHeader></headerFooter>',
      );
      const header = sheet.cells.filter((c) => c.style === 'header').map((c) => c.row + 1);
      expect(names.Print_Titles).toBe(`'${sheet.name}'!$${Math.min(...header)}:$${Math.max(...header)}`);
      expect(names.Print_Area).toMatch(/^'[^']+'!\$A\$1:\$[F-H]\$\d+$/);
    }
  },
);

test('evidence sheets: every one that can go over several pages repeats the header of its table', async () => {
  const paper = await paperOf(plan);
  const header = (s: SheetPlan): number =>
    Math.max(...s.cells.filter((c) => c.style === 'tableHeader').map((c) => c.row)) + 1;
  for (const role of ['by-agency', 'findings', 'sources', 'control', 'proof'] as const) {
    const sheet = plan.sheets.find((s) => s.role === role)!;
    expect([role, paper[sheet.name]!.names.Print_Titles]).toEqual([
      role,
      `${role === 'by-agency' ? `'${sheet.name}'!$A:$E,` : ''}'${sheet.name}'!$${header(sheet)}:$${header(sheet)}`,
    ]);
  }
});

test('"Theo đơn vị" of a whole province: as many agencies a page as can be read, the first five columns on each', async () => {
  const many = fixture();
  const [one] = many.consolidation.submissions;
  many.consolidation.submissions = Array.from({ length: 190 }, (_, i) => ({
    ...one!,
    key: `X${i}`,
    name: `UBND xã số ${i}`,
  }));
  const sheet = buildPlan(many).sheets.find((s) => s.role === 'by-agency')!;
  const { xml } = (await paperOf({ ...plan, sheets: [sheet] }))[sheet.name]!;
  const scale = Number(/<pageSetup [^>]*scale="(\d+)"/.exec(xml)![1]);
  expect(scale).toBeGreaterThanOrEqual(62);
  expect(xml).not.toContain('fitToWidth');
  const lead = sheet.widths.slice(0, 5).reduce((a, b) => a + b, 0);
  const perPage = Math.floor((((267 / 25.4) * 72 * (100 / scale)) / 6 - lead) / sheet.widths[5]!);
  expect(perPage).toBeGreaterThanOrEqual(7);
  expect(sheet.page.repeatCols).toEqual({ from: 0, to: 4 });
});

test('who wrote it, in which language, and what it is, stands in the properties', async () => {
  const core = partsOf(await createXlsxWriter().write(plan))['docProps/core.xml']!;
  expect(core).toContain('<dc:title>Tổng hợp phụ lục cải cách hành chính, năm 2020</dc:title>');
  expect(core).toContain('<dc:language>vi-VN</dc:language>');
  expect(core).toMatch(/<dc:creator>[^<]+<\/dc:creator>/);
});
