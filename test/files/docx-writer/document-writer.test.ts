import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import type { Letter } from '../../../src/core/model/letter';
import type { NoticeList } from '../../../src/core/model/notice';
import type { OutputPlan } from '../../../src/core/model/output-plan';
import { buildPlan, buildSignedSet } from '../../../src/core/plan/build-plan';
import { createDocumentWriter } from '../../../src/files/docx-writer/create-document-writer';
import { readDocx } from '../../../src/files/readers/docx/read-docx';
import { XmlCursor, XmlToken } from '../../../src/files/xml/xml-cursor';
import { fixture } from '../../core/plan/fixture';

const writer = createDocumentWriter();
const parts = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([n, d]) => [n, strFromU8(d)]));
const body = (bytes: Uint8Array): string => parts(bytes)['word/document.xml']!;
/** Text of the runs, without looking at anything else. */
const words = (xml: string): string =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>/g)]
    .map((m) =>
      (m[1] ?? '\n').replace(
        /&(lt|gt|quot|apos|amp);/g,
        (_, e: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[e]!,
      ),
    )
    .join('');

const LETTER: Letter = {
  superior: 'UBND TỈNH KHÁNH HÒA',
  issuer: 'SỞ NỘI VỤ',
  symbol: 'Số:      /SNV-CCHC',
  subject: 'V/v đề nghị rà soát',
  placeDate: 'Khánh Hòa, ngày     tháng     năm 2020',
  to: 'Sở Y tế',
  body: [
    { kind: 'heading', text: '1. Nội dung' },
    { kind: 'item', text: '- một' },
  ],
  receivers: ['Như trên;'],
  signers: ['GIÁM ĐỐC'],
  signerName: 'Nguyễn Văn A',
};

function expectXml(bytes: Uint8Array): void {
  for (const [name, text] of Object.entries(parts(bytes))) {
    if (!/\.(xml|rels)$/.test(name)) continue;
    const cursor = new XmlCursor(text);
    expect(() => {
      while (cursor.next() !== XmlToken.End);
    }).not.toThrow();
    expect([name, cursor.depth]).toEqual([name, 0]);
  }
}

const signed = (): OutputPlan =>
  buildSignedSet({
    ...fixture(),
    options: {
      numerals: 'roman',
      place: 'Khánh Hòa',
      issuer: 'UBND tỉnh Khánh Hòa',
      signers: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'],
      signerName: 'Nguyễn Văn A',
      preparer: 'Trần Thị B',
    },
  });

test('each appendix is a section of its own: A4, its orientation, pages from 1, no number on the first', async () => {
  const plan = signed();
  const bytes = await writer.writeAppendices(plan);
  expectXml(bytes);
  const sections = [...body(bytes).matchAll(/<w:sectPr[\s>][\s\S]*?<\/w:sectPr>/g)].map((m) => m[0]);
  expect(sections).toHaveLength(plan.sheets.length);
  for (const s of sections) {
    expect(s).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/);
    expect(s).toContain('<w:titlePg/>');
    expect(s).toMatch(/<w:pgNumType w:start="1"\/>/);
    expect(s).toMatch(/w:top="1134" w:right="850" w:bottom="1134" w:left="1701"/);
  }
  expect(Object.entries(parts(bytes)).filter(([n, t]) => /header\d+\.xml$/.test(n) && /PAGE/.test(t))).toHaveLength(
    plan.sheets.length,
  );
});

test('every figure of the plan stands in its cell of the document, header merged and repeated', async () => {
  const plan = signed();
  const read = readDocx(await writer.writeAppendices(plan));
  if (!read.ok) throw new Error(read.message);
  const tables = read.grids.filter((g) => g.cells.some((c) => /^(STT|Số TT|TT|Lĩnh vực)$/.test(c.text)));
  expect(tables).toHaveLength(plan.sheets.length);
  plan.sheets.forEach((sheet, i) => {
    const top = sheet.page.repeatRows!.from;
    for (const figure of sheet.figures ?? []) {
      const cell = sheet.cells.find((c) => c.row === figure.row && c.col === figure.col)!;
      if (typeof cell.value !== 'number' || cell.style.toLowerCase().includes('percent')) continue;
      const shown = tables[i]!.cells.find((c) => c.row === figure.row - top && c.col === figure.col);
      expect([sheet.name, figure.rowKey, figure.column, shown?.text]).toEqual([
        sheet.name,
        figure.rowKey,
        figure.column,
        cell.value.toLocaleString('de-DE'),
      ]);
    }
  });
  const xml = body(await writer.writeAppendices(plan));
  expect(xml.match(/<w:tblHeader\/>/g)!.length).toBeGreaterThanOrEqual(plan.sheets.length * 2 - 1);
  expect(xml).toContain('<w:vMerge w:val="restart"/>');
  expect(xml).toContain('<w:gridSpan w:val="3"/>');
});

test('a program that reads aloud or lists headings knows the language, the title, the headings and the header rows', async () => {
  const plan = signed();
  const bytes = await writer.writeAppendices(plan);
  expect(parts(bytes)['word/styles.xml']).toMatch(/<w:rPrDefault>.*<w:lang w:val="vi-VN"\/>.*<\/w:rPrDefault>/s);
  expect(parts(bytes)['docProps/core.xml']).toContain(
    '<dc:title>Phụ lục kèm theo báo cáo cải cách hành chính năm 2020</dc:title>',
  );
  expect(parts(bytes)['docProps/core.xml']).toContain('<dc:language>vi-VN</dc:language>');
  const outlined = [...body(bytes).matchAll(/<w:p>(?:(?!<\/w:p>).)*<w:outlineLvl w:val="(\d)"\/>.*?<\/w:p>/gs)].map(
    (m) => `${m[1]} ${words(m[0])}`,
  );
  expect(outlined).toHaveLength(plan.sheets.length * 2);
  expect(outlined.slice(2, 4)).toEqual([
    '0 Phụ lục II',
    '1 THỐNG KÊ SỐ LƯỢNG CƠ QUAN, ĐƠN VỊ THEO CÁC TIÊU CHÍ THỰC HIỆN CCHC',
  ]);
  // One header row in Phụ lục 1, two in the others; nothing else is marked, not even as "false".
  expect(body(bytes).match(/<w:tblHeader/g)).toHaveLength(1 + 2 * 4);
  expect(body(bytes)).not.toMatch(/<w:tblHeader w:val="(false|0)"/);
});

test('both names below the signatures stand on one line', async () => {
  const xml = body(await writer.writeAppendices(signed()));
  const block = [...xml.matchAll(/<w:tc>(?:(?!<\/w:tc>).)*?(?:Trần Thị B|Nguyễn Văn A)<.*?<\/w:tc>/gs)]
    .slice(0, 2)
    .map((m) =>
      [...m[0].matchAll(/<w:p>.*?<\/w:p>/gs)].map((p) => [
        /w:after="(\d+)"/.exec(p[0])?.[1],
        /<w:sz w:val="(\d+)"/.exec(p[0])?.[1] ?? '26',
      ]),
    );
  expect(block[0]).toHaveLength(block[1]!.length);
  expect(block[0]).toEqual(block[1]);
});

test('heading, reference line and signature block are those chosen; nothing points to sheets that are not there', async () => {
  const text = words(body(await writer.writeAppendices(signed())));
  for (const part of [
    'Phụ lục I',
    'Phụ lục IV',
    'Phụ lục V',
    '/BC-UBND ngày',
    'của UBND tỉnh Khánh Hòa)',
    'TM. ỦY BAN NHÂN DÂN',
    'CHỦ TỊCH',
    'Nguyễn Văn A',
    'NGƯỜI LẬP BIỂU',
    'Trần Thị B',
  ])
    expect(text).toContain(part);
  expect(text).not.toMatch(/sheet "/);
  expect(
    signed()
      .sheets.flatMap((s) => s.cells)
      .every((c) => c.note === undefined && c.link === undefined),
  ).toBe(true);
});

test('the same input gives the same bytes, whatever was written before', async () => {
  const [a, l] = [await writer.writeAppendices(signed()), await writer.writeLetter(LETTER)];
  await new Promise((done) => setTimeout(done, 1_100));
  expect(Buffer.from(await writer.writeAppendices(signed())).equals(Buffer.from(a))).toBe(true);
  expect(Buffer.from(await createDocumentWriter().writeLetter(LETTER)).equals(Buffer.from(l))).toBe(true);
});

test('evidence sheets are left out, and a plan of nothing else is a bug', async () => {
  const plan = buildPlan(fixture());
  expect(words(body(await writer.writeAppendices(plan)))).not.toContain('NGUỒN SỐ LIỆU');
  await expect(
    writer.writeAppendices({ ...plan, sheets: plan.sheets.filter((s) => s.role !== 'appendix') }),
  ).rejects.toThrow('no appendix');
});

test('a letter has its parts in the order of Nghị định 30/2020', async () => {
  const bytes = await writer.writeLetter(LETTER);
  expectXml(bytes);
  const text = words(body(bytes));
  const order = [
    'UBND TỈNH KHÁNH HÒA',
    'SỞ NỘI VỤ',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Số:      /SNV-CCHC',
    'V/v đề nghị rà soát',
    'Khánh Hòa, ngày',
    'Kính gửi: Sở Y tế',
    '1. Nội dung',
    '- một',
    'Nơi nhận:',
    '- Như trên;',
    'GIÁM ĐỐC',
    'Nguyễn Văn A',
  ];
  const places = order.map((part) => text.indexOf(part));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test('no text can break out of the XML, and none is lost', async () => {
  const nasty = fc.string({
    unit: fc.constantFrom('<', '>', '&', '"', "'", ']]>', '</w:t>', '<!--', '\n', 'ệ', '=', 'a ', '&#10;', '🙂'),
    minLength: 1,
    maxLength: 20,
  });
  await fc.assert(
    fc.asyncProperty(nasty, async (text) => {
      const list: NoticeList = {
        title: 'T',
        lead: 'L',
        items: [
          {
            kind: 'error',
            file: text,
            sheet: text,
            cell: 'A1',
            appendix: text,
            row: text,
            rowLabel: text,
            column: text,
            actual: text,
            expected: text,
            text,
          },
        ],
      };
      for (const bytes of [
        await writer.writeLetter({
          ...LETTER,
          to: text.replace(/\n/g, ' '),
          subject: text,
          body: [{ kind: 'item', text }],
        }),
        await writer.writeList(list),
      ]) {
        expectXml(bytes);
        expect(words(body(bytes))).toContain(text);
      }
    }),
    { numRuns: 25 },
  );
  const bytes = await writer.writeLetter({ ...LETTER, subject: 'a\u0000b\ud800c\uffff' });
  expectXml(bytes);
  expect(words(body(bytes))).toContain('a␀b\ufffdc\ufffd');
});
