import { strToU8, zipSync } from 'fflate';
import { parseAreaName, parseCellName } from '../../src/core/model/address';
import type { Book, BookCell, BookSheet } from './book';
import { escapeXml } from './make-xlsx';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** A run; line feeds become breaks. */
export function runXml(text: string, properties = ''): string {
  const pieces = text.split('\n').map((t) => `<w:t xml:space="preserve">${escapeXml(t)}</w:t>`);
  return `<w:r>${properties ? `<w:rPr>${properties}</w:rPr>` : ''}${pieces.join('<w:br/>')}</w:r>`;
}

export const paragraphXml = (text: string, properties = ''): string =>
  `<w:p>${properties ? `<w:pPr>${properties}</w:pPr>` : ''}${text === '' ? '' : runXml(text)}</w:p>`;

export const cellXml = (content: string, properties = ''): string =>
  '<w:tc><w:tcPr><w:tcW w:w="1000" ' +
  `w:type="dxa"/>${properties}</w:tcPr>${content.startsWith('<') ? content : paragraphXml(content)}</w:tc>`;

export const rowXml = (cells: string[], properties = ''): string =>
  `<w:tr>${properties ? `<w:trPr>${properties}</w:trPr>` : ''}${cells.map((c) => (c.startsWith('<w:tc>') ? c : cellXml(c))).join('')}</w:tr>`;

/** Rows are lists of texts, or of whole `<w:tc>` elements. */
export function tableXml(rows: (string | string[])[]): string {
  return `<w:tbl><w:tblPr/><w:tblGrid/>${rows.map((r) => (typeof r === 'string' ? r : rowXml(r))).join('')}</w:tbl>`;
}

/** A document with this body; `parts` adds or replaces parts by their name under word/. */
export function docxWith(body: string, parts: Record<string, string> = {}): Uint8Array {
  const names = Object.keys(parts).filter((n) => /^\w+\.xml$/.test(n));
  const links = names
    .map((n, i) => `<Relationship Id="rId${i}" Type="${RELATIONS}/${n.replace('.xml', '')}" Target="${n}"/>`)
    .join('');
  const files: Record<string, string> = {
    '[Content_Types].xml':
      `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ` +
      'ContentType="application/xml"/></Types>',
    '_rels/.rels':
      `${HEAD}<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" ` +
      'Target="word/document.xml"/></Relationships>',
    'word/document.xml': `${HEAD}<w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}">${links}</Relationships>`,
  };
  for (const [name, text] of Object.entries(parts)) files[`word/${name}`] = text;
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

const font = (name: string | undefined): string => (name ? `<w:rFonts w:ascii="${name}" w:hAnsi="${name}"/>` : '');

/** One table per sheet of the book. */
export function makeDocx(book: Book): Uint8Array {
  const comments: string[] = [];
  const tables = book.sheets.map((sheet) => sheetXml(sheet, comments));
  const parts: Record<string, string> = {};
  if (comments.length) {
    parts['comments.xml'] = `${HEAD}<w:comments xmlns:w="${W}">${comments
      .map(
        (c, i) =>
          `<w:comment w:id="${i}">${c
            .split('\n')
            .map((l) => paragraphXml(l))
            .join('')}</w:comment>`,
      )
      .join('')}</w:comments>`;
  }
  return docxWith(tables.join(paragraphXml('Bảng tiếp theo')), parts);
}

function sheetXml(sheet: BookSheet, comments: string[]): string {
  const merges = (sheet.merges ?? []).map((m) => parseAreaName(m)!);
  const cells = new Map(
    sheet.cells.map((c) => {
      const p = parseCellName(c.at)!;
      return [`${p.row},${p.col}`, c];
    }),
  );
  const places = sheet.cells.map((c) => parseCellName(c.at)!);
  const height = Math.max(0, ...places.map((p) => p.row), ...merges.map((m) => m.bottom)) + 1;
  const width = Math.max(0, ...places.map((p) => p.col), ...merges.map((m) => m.right)) + 1;
  const rows: string[] = [];
  for (let r = 0; r < height; r++) {
    const row: string[] = [];
    for (let c = 0; c < width; c++) {
      const merge = merges.find((m) => r >= m.top && r <= m.bottom && c >= m.left && c <= m.right);
      const span = merge && merge.right > merge.left ? `<w:gridSpan w:val="${merge.right - merge.left + 1}"/>` : '';
      const vertical =
        !merge || merge.top === merge.bottom ? '' : r === merge.top ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>';
      row.push(bookCellXml(cells.get(`${r},${c}`), span + vertical, comments));
      if (merge) c = merge.right;
    }
    rows.push(rowXml(row));
  }
  return tableXml(rows);
}

function bookCellXml(cell: BookCell | undefined, properties: string, comments: string[]): string {
  if (!cell) return cellXml('', properties);
  const colour = cell.colour ? `<w:color w:val="${cell.colour}"/>` : '';
  const runs = cell.runs ?? (cell.value === undefined || cell.value === '' ? [] : [{ text: String(cell.value) }]);
  const xml = runs.map((r) => runXml(r.text, font('font' in r ? (r.font ?? cell.font) : cell.font) + colour)).join('');
  const comment =
    cell.comment === undefined ? '' : `<w:r><w:commentReference w:id="${comments.push(cell.comment) - 1}"/></w:r>`;
  return cellXml(
    `<w:p>${xml}${comment}</w:p>`,
    properties + (cell.fill ? `<w:shd w:val="clear" w:fill="${cell.fill}"/>` : ''),
  );
}
