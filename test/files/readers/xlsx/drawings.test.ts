import { readXlsx } from '../../../../src/files/readers/xlsx/read-xlsx';
import { strToU8, zipSync } from 'fflate';
import { xlsxParts } from '../../make-xlsx';

const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const anchor = (col: number, row: number, inside: string): string =>
  `<xdr:twoCellAnchor><xdr:from><xdr:col>${col}</xdr:col><xdr:row>${row}</xdr:row></xdr:from>` +
  `<xdr:to><xdr:col>9</xdr:col><xdr:row>9</xdr:row></xdr:to>${inside}<xdr:clientData/></xdr:twoCellAnchor>`;
const words = (...lines: string[]): string =>
  `<xdr:sp><xdr:nvSpPr/><xdr:txBody><a:bodyPr/>${lines
    .map((l) => `<a:p><a:r><a:t>${l}</a:t></a:r></a:p>`)
    .join('')}</xdr:txBody></xdr:sp>`;

function objectsOf(drawing: string, relations = ''): unknown {
  const parts = {
    ...xlsxParts({ sheets: [{ name: 'PL', cells: [{ at: 'A1', value: 'x' }] }] }),
    'xl/worksheets/_rels/sheet1.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
      `<Relationship Id="d" Type="${RELATION}/drawing" Target="../drawings/drawing1.xml"/>${relations}</Relationships>`,
    'xl/drawings/drawing1.xml':
      '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" ' +
      `xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">${drawing}</xdr:wsDr>`,
  };
  const result = readXlsx(zipSync(Object.fromEntries(Object.entries(parts).map(([n, t]) => [n, strToU8(t)]))));
  if (!result.ok) throw new Error(result.message);
  return result.grids[0]!.objects;
}

test('text boxes with their words, pictures, also in groups; shapes without words and charts are nothing', () => {
  expect(
    objectsOf(
      anchor(1, 4, words('Tổng số: 12', 'hồ sơ')) +
        anchor(2, 0, '<xdr:pic/>') +
        anchor(3, 1, '<xdr:grpSp><xdr:pic/><xdr:grpSp><xdr:pic/></xdr:grpSp></xdr:grpSp>') +
        anchor(0, 0, words('')) +
        anchor(0, 0, '<xdr:graphicFrame/>'),
    ),
  ).toEqual([
    { kind: 'text-box', at: { row: 4, col: 1 }, text: 'Tổng số: 12\nhồ sơ' },
    { kind: 'picture', at: { row: 0, col: 2 } },
    { kind: 'picture', at: { row: 1, col: 3 } },
    { kind: 'picture', at: { row: 1, col: 3 } },
  ]);
});

test('embedded objects by what they are', () => {
  expect(
    objectsOf(
      '',
      `<Relationship Id="p" Type="${RELATION}/package" Target="../embeddings/Sheet1.xlsx"/>` +
        `<Relationship Id="o" Type="${RELATION}/oleObject" Target="../embeddings/oleObject1.bin"/>`,
    ),
  ).toEqual([{ kind: 'workbook' }, { kind: 'object' }]);
});

test('a drawing that names cells beyond the sheet stays inside it', () => {
  expect(objectsOf(anchor(1e9, 1e12, '<xdr:pic/>'))).toEqual([
    { kind: 'picture', at: { row: 1_048_575, col: 16_383 } },
  ]);
});
