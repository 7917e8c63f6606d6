import fc from 'fast-check';
import { readOds } from '../../../../src/files/readers/ods/read-ods';
import { outcome, survivesDamage } from '../../hostile';
import { makeOds, odsContent, odsRows, odsWith } from '../../make-ods';

const row = (cells: string, attributes = ''): string => `<table:table-row ${attributes}>${cells}</table:table-row>`;
const cell = (attributes = ''): string =>
  `<table:table-cell office:value-type="float" office:value="1" ${attributes}/>`;

describe('hostile OpenDocument files', () => {
  it('a row with content repeated over the whole sheet', async () => {
    expect(await outcome(odsRows(row(cell(), 'table:number-rows-repeated="1048576"')))).toBe('file-too-large');
    expect(
      await outcome(
        odsRows(row(cell('table:number-columns-repeated="16384"'), 'table:number-rows-repeated="1048576"')),
      ),
    ).toBe('file-too-large');
    expect(await outcome(odsRows(row(cell('table:number-columns-repeated="16384"')).repeat(62)))).toBe(
      'file-too-large',
    );
  });

  it('blank rows and cells repeated without end cost nothing', async () => {
    const blank = '<table:table-cell table:number-columns-repeated="999999999"/>';
    expect(
      await outcome(
        odsRows(row(blank, 'table:number-rows-repeated="999999999" table:visibility="collapse"').repeat(1_000)),
      ),
    ).toBe('read');
    expect(await outcome(odsRows(row('<table:table-cell table:number-columns-repeated="1e999"/>')))).toBe(
      'file-unreadable',
    );
  });

  it('more columns, merged areas and sheets than there can be', async () => {
    expect(await outcome(odsRows('<table:table-column table:visibility="collapse"/>'.repeat(20_000)))).toBe(
      'file-too-large',
    );
    const merged = '<table:table-cell table:number-columns-spanned="16384" table:number-rows-spanned="1048576"/>';
    expect(await outcome(odsRows(row(merged.repeat(1_000)).repeat(101)))).toBe('file-too-large');
    expect(await outcome(odsWith(odsContent('<table:table table:name="a"/>'.repeat(501))))).toBe('file-too-large');
  });

  it('elements inside each other, and tables inside cells', async () => {
    expect(
      await outcome(
        odsRows(
          row(
            `<table:table-cell><text:p>${'<text:span>'.repeat(100_000)}x${'</text:span>'.repeat(100_000)}</text:p></table:table-cell>`,
          ),
        ),
      ),
    ).toBe('file-too-large');
    expect(
      await outcome(odsRows(row(`<table:table-cell><table:table>${row(cell())}</table:table></table:table-cell>`))),
    ).toBe('read');
  });

  it('texts without end', async () => {
    const words = (xml: string): Uint8Array =>
      odsRows(row(`<table:table-cell office:value-type="string"><text:p>${xml}</text:p></table:table-cell>`));
    expect(await outcome(words('a'.repeat(200_000)))).toBe('file-too-large');
    expect(await outcome(words('<text:s text:c="999999999"/>'.repeat(1_000)))).toBe('file-too-large');
    expect(await outcome(odsRows(row(`<table:table-cell table:formula="${'a'.repeat(200_000)}"/>`)))).toBe(
      'file-too-large',
    );
  });

  it('styles that are each other’s parents', async () => {
    const styles =
      '<style:style style:name="a" style:family="table-cell" style:parent-style-name="b"/><style:style ' +
      'style:name="b" style:family="table-cell" style:parent-style-name="a"/>' +
      ('<number:number-style style:name="n"><style:map style:condition="value()&gt;=0" ' +
        'style:apply-style-name="n"/></number:number-style>');
    expect(await outcome(odsRows(row(cell('table:style-name="a"')), styles))).toBe('read');
  });

  it('any bytes changed or cut: a result, and never a figure that differs', async () => {
    const bytes = makeOds({
      sheets: [
        {
          name: 'PL',
          merges: ['A1:B1'],
          cells: [
            { at: 'A1', value: 'x' },
            { at: 'A2', value: 12, format: '#,##0', comment: 'y' },
            { at: 'B2', formula: 'SUM(A1:A2)', value: 3 },
          ],
        },
      ],
    });
    const truth = readOds(bytes);
    await survivesDamage(bytes, 1_000, (result) => expect(result).toEqual(truth));
  });

  it('any piece of content in any order: a result', () => {
    const piece = fc.constantFrom(
      '<table:table-row>',
      '</table:table-row>',
      '<table:table-row table:number-rows-repeated="9">',
      '<table:table-cell>',
      '</table:table-cell>',
      '<table:covered-table-cell/>',
      cell(),
      '<text:p>',
      '</text:p>',
      'x',
      '&#0;',
      '<text:s/>',
      '<table:table-cell office:value-type="date" office:date-value="x"/>',
      '<table:table-cell office:value-type="time" office:time-value="PT"/>',
      '<table:table-cell table:formula="of:=[.A1"/>',
      '<office:annotation>',
      '</office:annotation>',
      '<![CDATA[',
      ']]>',
      '<table:table-column/>',
      '<table:table-row-group>',
      '</table:table-row-group>',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const result = readOds(odsRows(pieces.join('')));
        if (!result.ok) expect(result.message).toMatch(/đề nghị/);
      }),
      { seed: 20201214, numRuns: 500 },
    );
  });
});
