import { parseAreaName, parseCellName } from '../../src/core/model/address';
import type { Book, BookCell, BookSheet } from './book';
import { escapeXml } from './make-xlsx';

/** Styles by what they say, in the order they are first used. */
class Styles {
  private readonly known = new Map<string, string>();
  xml =
    '<Style ss:ID="Default" ss:Name="Normal"><Font ss:FontName="Times New Roman"/><Interior/><NumberFormat/></Style>';

  id(cell: BookCell): string {
    const code = cell.format ?? (cell.date ? 'Short Date' : undefined);
    const inside =
      `<Font ss:FontName="${cell.font ?? 'Times New Roman'}"${cell.colour ? ` ss:Color="#${cell.colour}"` : ''}/>` +
      (cell.fill ? `<Interior ss:Color="#${cell.fill}" ss:Pattern="Solid"/>` : '') +
      (code === undefined ? '' : `<NumberFormat ss:Format="${escapeXml(code)}"/>`);
    let id = this.known.get(inside);
    if (!id) {
      this.known.set(inside, (id = `s${20 + this.known.size}`));
      this.xml += `<Style ss:ID="${id}">${inside}</Style>`;
    }
    return id;
  }
}

/** A1 references as Excel writes them into this format, relative to the cell. */
function toR1c1(formula: string, row: number, col: number): string {
  return formula.replace(/"[^"]*"|\b([A-Z]+)(\d+)\b/g, (piece, letters?: string) => {
    if (letters === undefined) return piece;
    const at = parseCellName(piece)!;
    const by = (mark: string, n: number): string => (n === 0 ? mark : `${mark}[${n}]`);
    return by('R', at.row - row) + by('C', at.col - col);
  });
}

const lines = (text: string): string => escapeXml(text).replace(/\n/g, '&#10;');

function dataXml(cell: BookCell): string {
  const data = (type: string, text: string): string => `<Data ss:Type="${type}">${text}</Data>`;
  if (cell.error !== undefined) return data('Error', cell.error);
  if (cell.date !== undefined) return data('DateTime', `${cell.date}T00:00:00.000`);
  if (cell.runs)
    return (
      '<ss:Data ss:Type="String" ' +
      `xmlns="http://www.w3.org/TR/REC-html40">${cell.runs.map((r) => (r.font ? `<B><Font html:Face="${r.font}">${lines(r.text)}</Font></B>` : lines(r.text))).join('')}</ss:Data>`
    );
  if (cell.value === undefined) return '';
  return typeof cell.value === 'number'
    ? data('Number', String(cell.value))
    : typeof cell.value === 'boolean'
      ? data('Boolean', cell.value ? '1' : '0')
      : data('String', lines(cell.value));
}

function cellXml(cell: BookCell, merge: string, styles: Styles): string {
  const { row, col } = parseCellName(cell.at)!;
  const formula = cell.formula === undefined ? '' : ` ss:Formula="=${escapeXml(toR1c1(cell.formula, row, col))}"`;
  const comment =
    cell.comment === undefined
      ? ''
      : '<Comment ss:Author="x"><ss:Data xmlns="http://www.w3.org/TR/REC-html40"><Font ' +
        `html:Face="Tahoma">${lines(cell.comment)}</Font></ss:Data></Comment>`;
  return (
    `<Cell ss:Index="${col + 1}" ` +
    `ss:StyleID="${styles.id(cell)}"${merge}${formula}>${dataXml(cell)}${comment}</Cell>`
  );
}

function sheetXml(sheet: BookSheet, styles: Styles): string {
  const merges = new Map(
    (sheet.merges ?? []).map((m) => {
      const a = parseAreaName(m)!;
      return [`${a.top},${a.left}`, ` ss:MergeAcross="${a.right - a.left}" ss:MergeDown="${a.bottom - a.top}"`];
    }),
  );
  const rows = new Map<number, BookCell[]>();
  for (const cell of sheet.cells) {
    const { row } = parseCellName(cell.at)!;
    rows.set(row, [...(rows.get(row) ?? []), cell]);
  }
  for (const n of sheet.hiddenRows ?? []) if (!rows.has(n - 1)) rows.set(n - 1, []);
  const columns = (sheet.hiddenCols ?? [])
    .map((c) => `<Column ss:Index="${parseCellName(`${c}1`)!.col + 1}" ss:Hidden="1"/>`)
    .join('');
  const body = [...rows]
    .sort(([a], [b]) => a - b)
    .map(([r, cells]) => {
      const sorted = cells.sort((a, b) => parseCellName(a.at)!.col - parseCellName(b.at)!.col);
      return `<Row ss:Index="${r + 1}"${sheet.hiddenRows?.includes(r + 1) ? ' ss:Hidden="1"' : ''}>${sorted
        .map((c) => {
          const p = parseCellName(c.at)!;
          return cellXml(c, merges.get(`${p.row},${p.col}`) ?? '', styles);
        })
        .join('')}</Row>`;
    })
    .join('');
  const visible = sheet.visibility
    ? `<Visible>${sheet.visibility === 'hidden' ? 'SheetHidden' : 'SheetVeryHidden'}</Visible>`
    : '';
  const filter = sheet.filtered
    ? '<AutoFilter x:Range="R1C1:R9C1" xmlns="urn:schemas-microsoft-com:office:excel"><AutoFilterColumn ' +
      'x:Type="NonBlanks"/></AutoFilter>'
    : '';
  return (
    `<Worksheet ss:Name="${escapeXml(sheet.name)}"><Table>${columns}${body}</Table><WorksheetOptions ` +
    `xmlns="urn:schemas-microsoft-com:office:excel">${visible}</WorksheetOptions>${filter}</Worksheet>`
  );
}

/** A workbook with these settings and sheets. */
export function xml2003(sheets: string, styles = '', settings = ''): Uint8Array {
  return new TextEncoder().encode(
    '<?xml version="1.0"?>\r\n<?mso-application progid="Excel.Sheet"?>\r\n<Workbook ' +
      'xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"' +
      (` xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:html="http://www.w3.org/TR/REC-html40">\r\n ` +
        '<ExcelWorkbook ' +
        `xmlns="urn:schemas-microsoft-com:office:excel">${settings}</ExcelWorkbook><Styles>${styles}</Styles>${sheets}</Workbook>`),
  );
}

/** The XML of Excel 2003. */
export function makeXml2003(book: Book): Uint8Array {
  const styles = new Styles();
  const sheets = book.sheets.map((s) => sheetXml(s, styles)).join('');
  return xml2003(
    sheets,
    styles.xml,
    (book.date1904 ? '<Date1904/>' : '') + (book.externalLinks ? '<SupBook><Path>C:\\a.xls</Path></SupBook>' : ''),
  );
}
