import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Cell } from '../../../src/core/model/grid';
import { createReader } from '../../../src/files/readers/read-workbook';
import { textMarks } from '../../../src/files/readers/text-marks';
import type { Book } from '../book';
import { cellXml, docxWith, rowXml, runXml, tableXml } from '../make-docx';
import { makeOds } from '../make-ods';
import { makeXls } from '../make-xls';
import { makeXlsx } from '../make-xlsx';

/**
 * Courier stands for what is struck through, Arial for what is raised: the makers know fonts, and their bytes are
 * changed below.
 */
const BOOK: Book = {
  sheets: [
    {
      name: 'PL',
      cells: [
        { at: 'A1', value: '52' },
        { at: 'B1', value: 7, font: 'Courier' },
        {
          at: 'A2',
          runs: [
            { text: '52', font: 'Times New Roman' },
            { text: '1', font: 'Arial' },
          ],
        },
        {
          at: 'B2',
          runs: [
            { text: '9', font: 'Courier' },
            { text: ' 8', font: 'Times New Roman' },
          ],
        },
      ],
    },
  ],
};

function rewritten(bytes: Uint8Array, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [
        name,
        name.endsWith('.xml') ? strToU8(change(strFromU8(part))) : part,
      ]),
    ),
  );
}

/** Sets bits in every FONT record with this name (MS-XLS 2.4.122): the name stands 16 bytes into it. */
function markFont(bytes: Uint8Array, name: string, at: number, bits: number): void {
  const text = strFromU8(bytes, true);
  const wide = [...name].join('\0');
  for (const form of [name, wide])
    for (let i = text.indexOf(form); i >= 0; i = text.indexOf(form, i + 1)) bytes[i - 16 + at]! |= bits;
}

const xls = (): Uint8Array => {
  const bytes = makeXls(BOOK);
  markFont(bytes, 'Courier', 2, 8);
  markFont(bytes, 'Arial', 8, 1);
  return bytes;
};

const ods = (): Uint8Array =>
  rewritten(makeOds(BOOK), (xml) =>
    xml
      .replace(/(<style:text-properties style:font-name="Courier")/g, '$1 style:text-line-through-style="solid"')
      .replace(/(<style:text-properties style:font-name="Arial")/g, '$1 style:text-position="super 58%"'),
  );

const xlsx = (): Uint8Array =>
  rewritten(makeXlsx(BOOK), (xml) =>
    xml
      .replace(/<sz val="11"\/>((?:<color[^>]*>)?<(?:name|rFont) val="Courier"\/>)/g, '<strike/><sz val="11"/>$1')
      .replace(/<sz val="11"\/>(<rFont val="Arial"\/>)/g, '<vertAlign val="superscript"/><sz val="11"/>$1'),
  );

const docx = (): Uint8Array =>
  docxWith(
    tableXml([
      rowXml(['52', cellXml(`<w:p>${runXml('7', '<w:strike/>')}</w:p>`)]),
      rowXml([
        cellXml(`<w:p>${runXml('52')}${runXml('1', '<w:vertAlign w:val="superscript"/>')}</w:p>`),
        cellXml(`<w:p>${runXml('9', '<w:dstrike/>')}${runXml(' 8', '<w:strike w:val="0"/>')}</w:p>`),
      ]),
    ]),
  );

const html = (): Uint8Array =>
  strToU8(
    '<html><body><table><tr><td>52</td><td ' +
      'style="text-decoration:line-through">7</td></tr><tr><td>52<sup>1</sup></td><td><s>9</s> ' +
      '8</td></tr></table></body></html>',
  );

describe('what is struck through or raised is told, in every format', () => {
  test.each([
    ['xlsx', xlsx],
    ['xls', xls],
    ['ods', ods],
    ['docx', docx],
    ['html', html],
  ] as const)('%s', async (name, make) => {
    const read = await createReader().read({ file: `a.${name}`, bytes: make() });
    if (!read.ok) throw new Error(read.message);
    const at = (row: number, col: number): Cell => read.grids[0]!.cells.find((c) => c.row === row && c.col === col)!;
    expect([at(0, 0).struck, at(0, 0).raised]).toEqual([undefined, undefined]);
    expect([String(at(0, 1).value), at(0, 1).struck]).toEqual(['7', 'all']);
    expect([at(1, 0).value, at(1, 0).raised, at(1, 0).struck]).toEqual(['521', '1', undefined]);
    expect([at(1, 1).value, at(1, 1).struck]).toEqual(['9 8', 'part']);
  });

  test('blanks and raised letters in the middle or throughout say nothing', () => {
    expect(textMarks([{ text: ' ', struck: true }, { text: '5' }])).toEqual({});
    expect(textMarks([{ text: 'm' }, { text: '2', raised: true }, { text: ' đất' }])).toEqual({});
    expect(textMarks([{ text: '12', raised: true }])).toEqual({});
    expect(textMarks([{ text: '12' }, { text: '(1)', raised: true }, { text: ' ' }])).toEqual({ raised: '(1) ' });
  });
});
