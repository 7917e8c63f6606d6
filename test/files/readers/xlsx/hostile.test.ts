import type { Grid } from '../../../../src/core/model/grid';
import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { createReader } from '../../../../src/files/readers/read-workbook';
import { readXlsx } from '../../../../src/files/readers/xlsx/read-xlsx';
import { makeXlsx, worksheetXml, xlsxParts, xlsxWithSheet } from '../../make-xlsx';
import { makeZip } from '../../zip/make-zip';

/** Files made to hurt. Each must end soon, in little memory, with a result and never with a throw. */
function outcome(bytes: Uint8Array): string {
  const before = process.memoryUsage();
  const result = readXlsx(bytes);
  const after = process.memoryUsage();
  expect(
    after.heapUsed + after.external + after.arrayBuffers - before.heapUsed - before.external - before.arrayBuffers,
  ).toBeLessThan(300 * 1024 * 1024);
  return result.ok ? 'read' : result.rule;
}

const entries = (book = { sheets: [{ name: 'PL', cells: [{ at: 'A1', value: 'x' }] }] }) =>
  Object.entries(xlsxParts(book)).map(([name, text]) => ({ name, data: strToU8(text) }));

const sample = makeXlsx({
  sheets: [
    {
      name: 'PL2',
      merges: ['A1:C1'],
      hiddenRows: [3],
      cells: [
        { at: 'A1', value: 'Phụ lục 2' },
        { at: 'A2', value: 'STT' },
        { at: 'B2', value: 'Tiêu chí' },
        { at: 'B3', value: 12, format: '#,##0', comment: 'ghi chú' },
        { at: 'C3', formula: 'B3*2', value: 24 },
        { at: 'D3', date: '2020-01-30' },
        { at: 'E3', runs: [{ text: 'a', font: '.VnTime' }, { text: 'b' }] },
      ],
    },
  ],
});

/** Every value with its place, without the places left out ("0:3:4": sheet, row, column from 0). */
const valuesOf = (grids: readonly Grid[], without: ReadonlySet<string>): unknown =>
  grids.flatMap((g) =>
    g.cells.filter((c) => !without.has(`${g.index}:${c.row}:${c.col}`)).map((c) => [g.index, c.row, c.col, c.value]),
  );

describe('hostile workbooks', () => {
  it('a sheet of 100 MB of blanks in a small file', () => {
    const head = strToU8(worksheetXml('').replace('</worksheet>', ''));
    const data = new Uint8Array(100 * 1024 * 1024).fill(32);
    data.set(head);
    const list = entries().map((e) => (e.name === 'xl/worksheets/sheet1.xml' ? { ...e, data } : e));
    expect(outcome(makeZip(list))).toBe('file-too-large');
  });

  it('a part that claims 4 GB, or less than it holds', () => {
    for (const size of [0xfffffffe, 10]) {
      const list = entries().map((e) => (e.name === 'xl/worksheets/sheet1.xml' ? { ...e, size } : e));
      expect(outcome(makeZip(list))).toMatch(/^file-/);
    }
  });

  it('two parts of one name', () => {
    expect(outcome(makeZip([...entries(), ...entries()]))).toBe('file-unreadable');
  });

  it('a target that climbs out of the container', () => {
    const list = entries().map((e) =>
      e.name === 'xl/_rels/workbook.xml.rels'
        ? {
            ...e,
            data: strToU8(
              '<Relationships><Relationship Id="rId1" Type="x/worksheet" ' +
                'Target="../../../../etc/passwd"/></Relationships>',
            ),
          }
        : e,
    );
    expect(outcome(makeZip(list))).toBe('file-unreadable');
  });

  it('entities that multiply', () => {
    const bomb =
      '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b ' +
      `"&a;&a;&a;&a;">]>${worksheetXml('<row><c t="inlineStr"><is><t>&b;</t></is></c></row>')}`;
    expect(outcome(xlsxWithSheet(bomb))).toBe('file-unreadable');
  });

  it('100,000 elements inside each other', () => {
    expect(outcome(xlsxWithSheet(worksheetXml('<a>'.repeat(100_000) + '</a>'.repeat(100_000))))).toBe('file-too-large');
  });

  it('50,000 column ranges over all columns', () => {
    const cols = `<cols>${'<col min="1" max="16384" hidden="1"/>'.repeat(50_000)}</cols>`;
    expect(outcome(xlsxWithSheet(worksheetXml('', '', cols)))).toBe('file-too-large');
  });

  it('16,000 overlapping column ranges', () => {
    const result = readXlsx(
      xlsxWithSheet(worksheetXml('', '', `<cols>${'<col min="1" max="16384" hidden="1"/>'.repeat(16_000)}</cols>`)),
    );
    expect(result.ok && result.grids[0]!.hiddenCols).toEqual([{ from: 0, to: 16_383 }]);
  });

  it('a shared formula of 8,000 characters in 60,000 cells', () => {
    const formula = `SUM(${Array.from({ length: 1_600 }, (_, i) => `B${i + 1}`).join(',')})`;
    const rows = Array.from(
      { length: 60_000 },
      (_, i) => `<row><c><f t="shared" si="0"${i === 0 ? ` ref="A1:A60000">${formula}</f>` : '/>'}<v>1</v></c></row>`,
    );
    expect(outcome(xlsxWithSheet(worksheetXml(rows.join(''))))).toBe('file-too-large');
  });

  it('60,000 shared formulas of usual length', () => {
    const rows = Array.from(
      { length: 60_000 },
      (_, i) => `<row><c><f t="shared" si="0"${i === 0 ? ' ref="A1:A60000">SUM(B1:D1)</f>' : '/>'}<v>1</v></c></row>`,
    );
    const result = readXlsx(xlsxWithSheet(worksheetXml(rows.join(''))));
    expect(result.ok && result.grids[0]!.cells[59_999]!.formula).toBe('SUM(B60000:D60000)');
  });

  it('more cells than any appendix has', () => {
    expect(outcome(xlsxWithSheet(worksheetXml('<row><c><v>1</v></c></row>'.repeat(1_000_001))))).toBe('file-too-large');
  });

  it('300,000 shared strings for one cell', () => {
    const strings = `<sst>${Array.from({ length: 300_000 }, (_, i) => '<si><t>Thủ tục hành chính ' + `${(i * 7_919) % 300_007}</t></si>`).join('')}</sst>`;
    expect(
      outcome(
        xlsxWithSheet(worksheetXml('<row><c t="s"><v>299999</v></c></row>'), { 'xl/sharedStrings.xml': strings }),
      ),
    ).toBe('read');
  });

  it('more sheets than a workbook of appendices has', () => {
    expect(outcome(makeXlsx({ sheets: Array.from({ length: 501 }, (_, i) => ({ name: `s${i}`, cells: [] })) }))).toBe(
      'file-too-large',
    );
  });

  it('a thousand sheets that are one part', () => {
    const parts = xlsxParts({ sheets: [{ name: 'PL', cells: [{ at: 'A1', value: 1 }] }] });
    const workbook = parts['xl/workbook.xml']!.replace(/<sheet [^>]*>/, (sheet) => sheet.repeat(1_000));
    expect(outcome(xlsxWithSheet(worksheetXml(''), { 'xl/workbook.xml': workbook }))).toBe('file-unreadable');
  });

  it('a text longer than a cell can hold', () => {
    expect(outcome(xlsxWithSheet(worksheetXml(`<row><c t="str"><v>${'a'.repeat(200_000)}</v></c></row>`)))).toBe(
      'file-too-large',
    );
  });

  it('100,000 merged areas over the whole sheet are read, one more is refused', () => {
    const merges = (n: number): string => `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(n)}</mergeCells>`;
    expect(outcome(xlsxWithSheet(worksheetXml('', merges(100_000))))).toBe('read');
    expect(outcome(xlsxWithSheet(worksheetXml('', merges(100_001))))).toBe('file-too-large');
  });

  it('any bytes changed: a result, and never a figure that differs', async () => {
    const reader = createReader();
    const truth = await reader.read({ file: 'a', bytes: sample });
    if (!truth.ok) throw new Error(truth.message);
    const dates = new Set(
      truth.grids.flatMap((g) => g.cells.filter((c) => c.kind === 'date').map((c) => `${g.index}:${c.row}:${c.col}`)),
    );
    const flips = fc.array(fc.tuple(fc.nat(sample.length - 1), fc.integer({ min: 1, max: 255 })), {
      minLength: 1,
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(flips, async (list) => {
        const bytes = sample.slice();
        for (const [at, mask] of list) bytes[at]! ^= mask;
        const result = await reader.read({ file: 'a', bytes });
        if (!result.ok) {
          expect(result.message).not.toMatch(/mã lỗi/);
          return;
        }
        // A name that no longer fits can hide the part with the styles: told, and every value stays but for a date,
        // which is a number without its format.
        if (result.issues.length > 0) expect(valuesOf(result.grids, dates)).toEqual(valuesOf(truth.grids, dates));
        else expect(result).toEqual(truth);
      }),
      { seed: 20201214, numRuns: 1_500 },
    );
  });

  it('any piece of worksheet XML in any order: a result', () => {
    const piece = fc.constantFrom(
      '<row>',
      '<row r="2">',
      '<row r="x">',
      '</row>',
      '<c>',
      '<c r="B2" t="s">',
      '<c t="e">',
      '<c s="9" t="inlineStr">',
      '</c>',
      '<v>',
      '</v>',
      '<v>1</v>',
      '<v/>',
      '1',
      '<f>',
      '</f>',
      '<f t="shared" si="0" ref="A1">A1</f>',
      '<f t="shared" si="0"/>',
      '<is><t>a</t></is>',
      '<mergeCells>',
      '<mergeCell ref="A1:B"/>',
      '<col min="a"/>',
      '&',
      '<![CDATA[',
      ']]>',
      '<!--',
      '-->',
      '</sheetData>',
      '<autoFilter/>',
      '<c r="ZZZZ1"/>',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const result = readXlsx(xlsxWithSheet(worksheetXml(pieces.join(''))));
        if (!result.ok) expect(result.message).toMatch(/đề nghị/);
      }),
      { seed: 20201214, numRuns: 400 },
    );
  });
});
