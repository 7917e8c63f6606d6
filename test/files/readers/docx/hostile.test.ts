import fc from 'fast-check';
import { readDocx } from '../../../../src/files/readers/docx/read-docx';
import { outcome, survivesDamage } from '../../hostile';
import { cellXml, docxWith, makeDocx, paragraphXml, tableXml } from '../../make-docx';

describe('hostile Word files', () => {
  it('100,000 tables inside each other', async () => {
    const n = 100_000;
    expect(await outcome(docxWith('<w:tbl><w:tr><w:tc>'.repeat(n) + '</w:tc></w:tr></w:tbl>'.repeat(n)))).toBe(
      'file-too-large',
    );
  });

  it('more tables beside each other than any report has', async () => {
    expect(
      await outcome(docxWith(`${tableXml([['a', 'b', 'c', 'd']])}<w:p><w:r><w:t>x</w:t></w:r></w:p>`.repeat(501))),
    ).toBe('file-too-large');
  });

  it('tables broken into 5,000 parts', async () => {
    expect(await outcome(docxWith(tableXml([['a', 'b', 'c', 'd']]).repeat(5_000)))).toBe('read');
  });

  it('spans wider than any sheet, one after the other', async () => {
    const wide = (n: number): Uint8Array =>
      docxWith(tableXml([Array.from({ length: n }, () => cellXml('a', '<w:gridSpan w:val="16384"/>'))]));
    expect(await outcome(wide(1))).toBe('read');
    expect(await outcome(wide(2))).toBe('file-unreadable');
    expect(await outcome(docxWith(tableXml([[cellXml('a', '<w:gridSpan w:val="-1"/>')]])))).toBe('file-unreadable');
    expect(await outcome(docxWith(tableXml([[cellXml('a', '<w:gridSpan w:val="1e9"/>')]])))).toBe('file-unreadable');
  });

  it('5,000 rows merged down in every column', async () => {
    const row = (v: string): string => `<w:tr>${cellXml('a', v).repeat(8)}</w:tr>`;
    expect(
      await outcome(
        docxWith(
          tableXml([row('<w:vMerge w:val="restart"/>'), ...Array.from({ length: 5_000 }, () => row('<w:vMerge/>'))]),
        ),
      ),
    ).toMatch(/read|too-large/);
  });

  it('a cell, a paragraph and a field without end', async () => {
    expect(await outcome(docxWith(tableXml([['a'.repeat(200_000)]])))).toBe('file-too-large');
    expect(await outcome(docxWith(tableXml([[cellXml(paragraphXml('aaaaaaaaaa').repeat(20_000))]])))).toBe(
      'file-too-large',
    );
    expect(await outcome(docxWith(`<w:p>${'<w:r><w:fldChar w:fldCharType="begin"/></w:r>'.repeat(1_000)}</w:p>`))).toBe(
      'file-too-large',
    );
  });

  it('styles that are based on each other, lists that are not there', async () => {
    const styles =
      '<w:styles><w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn ' +
      'w:val="A"/></w:style></w:styles>';
    expect(
      await outcome(
        docxWith(
          tableXml([
            [
              cellXml(
                paragraphXml('a', '<w:pStyle w:val="A"/><w:numPr><w:ilvl w:val="999"/><w:numId w:val="x"/></w:numPr>'),
              ),
            ],
          ]),
          { 'styles.xml': styles },
        ),
      ),
    ).toBe('read');
  });

  it('entities that multiply', async () => {
    const bytes = docxWith('', {
      'document.xml':
        '<!DOCTYPE x [<!ENTITY a ' +
        '"aaaa">]><w:document><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>',
    });
    expect(await outcome(bytes)).toBe('file-unreadable');
  });

  it('any bytes changed or cut: a result, and never other words', async () => {
    const bytes = makeDocx({
      sheets: [
        {
          name: 'x',
          merges: ['A1:C1'],
          cells: [
            { at: 'A1', value: 'Phụ lục 2' },
            { at: 'A2', value: 12, comment: 'ghi chú' },
            { at: 'B2', value: 'a', font: '.VnTime' },
          ],
        },
      ],
    });
    const truth = readDocx(bytes);
    await survivesDamage(bytes, 1_000, (result) => expect(result).toEqual(truth));
  });

  it('any piece of WordprocessingML in any order: a result', () => {
    const piece = fc.constantFrom(
      '<w:tbl>',
      '</w:tbl>',
      '<w:tr>',
      '</w:tr>',
      '<w:tc>',
      '</w:tc>',
      '<w:p>',
      '</w:p>',
      '<w:r>',
      '</w:r>',
      '<w:t>x</w:t>',
      '<w:tcPr><w:gridSpan w:val="3"/><w:vMerge/></w:tcPr>',
      '<w:tcPr><w:hMerge/></w:tcPr>',
      '<w:trPr><w:gridBefore w:val="2"/><w:del/></w:trPr>',
      '<w:fldChar w:fldCharType="end"/>',
      '<w:txbxContent>',
      '</w:txbxContent>',
      '<w:del>',
      '</w:del>',
      '<w:pPr><w:numPr/></w:pPr>',
      '<w:sym w:char="zz"/>',
      '<w:sdt>',
      '</w:sdt>',
      '<w:sectPr/>',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const result = readDocx(docxWith(pieces.join('')));
        if (!result.ok) expect(result.message).toMatch(/đề nghị/);
      }),
      { seed: 20201214, numRuns: 500 },
    );
  });
});
