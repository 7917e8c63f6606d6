import { strToU8, zipSync, type Zippable } from 'fflate';
import { parseAreaName, parseCellName } from '../../src/core/model/address';
import type { Area } from '../../src/core/model/grid';
import type { Book, BookCell, BookSheet } from './book';
import { escapeXml } from './make-xlsx';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const TYPE = 'application/vnd.oasis.opendocument.spreadsheet';
const NAMESPACES = ['office', 'table', 'text', 'style', 'fo', 'number', 'svg', 'dc', 'calcext']
  .map((p) => `xmlns:${p}="urn:x:${p}"`)
  .join(' ');

/** Automatic styles, collected while cells are written. */
class Styles {
  readonly xml: string[] = [];
  private readonly known = new Map<string, string>();

  name(prefix: string, xml: (name: string) => string): string {
    const key = prefix + xml('?');
    let name = this.known.get(key);
    if (!name) {
      name = `${prefix}${this.known.size}`;
      this.known.set(key, name);
      this.xml.push(xml(name));
    }
    return name;
  }

  cell(cell: BookCell): string {
    const code = cell.format ?? (cell.date ? 'dd/mm/yyyy' : undefined);
    const data = code === undefined ? '' : ` style:data-style-name="${this.name('N', (n) => dataStyleXml(n, code))}"`;
    return this.name(
      'ce',
      (n) =>
        `<style:style style:name="${n}" style:family="table-cell" style:parent-style-name="Default"${data}>` +
        (cell.fill ? `<style:table-cell-properties fo:background-color="#${cell.fill}"/>` : '') +
        textStyle(cell.font ?? 'Times New Roman', cell.colour) +
        '</style:style>',
    );
  }

  span(font: string): string {
    return this.name('T', (n) => `<style:style style:name="${n}" style:family="text">${textStyle(font)}</style:style>`);
  }
}

const textStyle = (font: string, colour?: string): string =>
  `<style:text-properties style:font-name="${font}"${colour ? ` fo:color="#${colour}"` : ''}/>`;

/** The few codes that tests use. */
function dataStyleXml(name: string, code: string): string {
  const open = (kind: string, inside: string): string =>
    `<number:${kind} style:name="${name}">${inside}</number:${kind}>`;
  const date = /^(d+)\/(m+)\/yyyy$/.exec(code);
  const long = (text: string): string => (text.length > 1 ? ' number:style="long"' : '');
  if (date)
    return open(
      'date-style',
      `<number:day${long(date[1]!)}/><number:text>/</number:text><number:month${long(date[2]!)}/><number:text>/</number:text><number:year number:style="long"/>`,
    );
  const places = /\.(0+)/.exec(code)?.[1]!.length ?? 0;
  const number =
    `<number:number number:decimal-places="${places}" number:min-decimal-places="${places}" ` +
    `number:min-integer-digits="1"${code.includes(',') ? ' number:grouping="true"' : ''}/>`;
  return code.endsWith('%')
    ? open('percentage-style', `${number}<number:text>%</number:text>`)
    : open('number-style', number);
}

const blanks = (text: string): string => escapeXml(text).replace(/^ | (?= )| $/g, '<text:s/>');
const paragraphs = (text: string): string =>
  text
    .split('\n')
    .map((line) => `<text:p>${blanks(line)}</text:p>`)
    .join('');

function typeXml(cell: BookCell): string {
  if (cell.error !== undefined) return ' office:value-type="string" office:string-value="" calcext:value-type="error"';
  if (cell.date !== undefined) return ` office:value-type="date" office:date-value="${cell.date}"`;
  if (typeof cell.value === 'boolean')
    return ` office:value-type="boolean" office:boolean-value="${String(cell.value)}"`;
  if (typeof cell.value === 'number')
    return ` office:value-type="${cell.format?.endsWith('%') ? 'percentage' : 'float'}" office:value="${cell.value}"`;
  return cell.value === undefined && !cell.runs ? '' : ' office:value-type="string"';
}

function cellXml(cell: BookCell, merge: Area | undefined, styles: Styles): string {
  const spans = merge
    ? ` table:number-columns-spanned="${merge.right - merge.left + 1}" ` +
      `table:number-rows-spanned="${merge.bottom - merge.top + 1}"`
    : '';
  const formula =
    cell.formula === undefined
      ? ''
      : ` table:formula="of:=${escapeXml(
          cell.formula
            .replace(/\b([A-Z]+\d+):([A-Z]+\d+)\b/g, '[.$1:.$2]')
            .replace(/(?<![.[\w])([A-Z]+\d+)\b/g, '[.$1]')
            .replace(/,/g, ';'),
        )}"`;
  const comment =
    cell.comment === undefined
      ? ''
      : `<office:annotation><dc:creator>x</dc:creator><dc:date>2020-01-01T00:00:00</dc:date>${paragraphs(cell.comment)}</office:annotation>`;
  const text = cell.runs
    ? `<text:p>${cell.runs.map((r) => (r.font ? `<text:span text:style-name="${styles.span(r.font)}">${blanks(r.text)}</text:span>` : blanks(r.text))).join('')}</text:p>`
    : cell.error !== undefined
      ? paragraphs(cell.error)
      : cell.value === undefined
        ? ''
        : paragraphs(String(cell.value));
  return (
    '<table:table-cell ' +
    `table:style-name="${styles.cell(cell)}"${formula}${typeXml(cell)}${spans}>${comment}${text}</table:table-cell>`
  );
}

function sheetXml(sheet: BookSheet, styles: Styles): string {
  const merges = (sheet.merges ?? []).map((m) => parseAreaName(m)!);
  const cells = new Map(
    sheet.cells.map((c) => {
      const p = parseCellName(c.at)!;
      return [`${p.row},${p.col}`, c];
    }),
  );
  const places = [
    ...sheet.cells.map((c) => parseCellName(c.at)!),
    ...merges.map((m) => ({ row: m.bottom, col: m.right })),
  ];
  const height = Math.max(0, ...places.map((p) => p.row), ...(sheet.hiddenRows ?? []).map((n) => n - 1)) + 1;
  const width = Math.max(0, ...places.map((p) => p.col)) + 1;
  const hiddenCols = new Set((sheet.hiddenCols ?? []).map((c) => parseCellName(`${c}1`)!.col));
  let xml = '';
  for (let c = 0; c < Math.max(width, ...[...hiddenCols].map((n) => n + 1)); c++)
    xml += `<table:table-column${hiddenCols.has(c) ? ' table:visibility="collapse"' : ''}/>`;
  xml += '<table:table-column table:number-columns-repeated="100"/>';
  for (let r = 0; r < height; r++) {
    xml += `<table:table-row${sheet.hiddenRows?.includes(r + 1) ? ` table:visibility="${sheet.filtered ? 'filter' : 'collapse'}"` : ''}>`;
    for (let c = 0; c < width; c++) {
      const merge = merges.find((m) => r >= m.top && r <= m.bottom && c >= m.left && c <= m.right);
      const cell = cells.get(`${r},${c}`);
      if (merge && (merge.top !== r || merge.left !== c)) xml += '<table:covered-table-cell/>';
      else xml += cell ? cellXml(cell, merge, styles) : '<table:table-cell/>';
    }
    xml += '<table:table-cell table:number-columns-repeated="100"/></table:table-row>';
  }
  const style = styles.name(
    'ta',
    (n) =>
      `<style:style style:name="${n}" style:family="table"><style:table-properties ` +
      `table:display="${sheet.visibility ? 'false' : 'true'}"/></style:style>`,
  );
  return (
    `<table:table table:name="${escapeXml(sheet.name)}" table:style-name="${style}">${xml}<table:table-row ` +
    'table:number-rows-repeated="1000000"><table:table-cell/></table:table-row></table:table>'
  );
}

/** A content.xml with these automatic styles and sheets. */
export function odsContent(sheets: string, styles = ''): string {
  return (
    `${HEAD}<office:document-content ` +
    `${NAMESPACES}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${sheets}</office:spreadsheet></office:body></office:document-content>`
  );
}

/** A file with this content.xml; `more` adds or replaces parts. */
export function odsWith(content: string, more: Record<string, string> = {}): Uint8Array {
  const files: Zippable = {
    mimetype: [strToU8(TYPE), { level: 0 }],
    'content.xml': strToU8(content),
    'META-INF/manifest.xml': strToU8(`${HEAD}<manifest:manifest xmlns:manifest="x"/>`),
  };
  for (const [name, text] of Object.entries(more)) files[name] = strToU8(text);
  return zipSync(files);
}

/** A file with one sheet of these rows. */
export const odsRows = (rows: string, styles = ''): Uint8Array =>
  odsWith(odsContent(`<table:table table:name="PL">${rows}</table:table>`, styles));

export function makeOds(book: Book): Uint8Array {
  const styles = new Styles();
  const sheets = book.sheets.map((s) => sheetXml(s, styles)).join('');
  return odsWith(odsContent(sheets, styles.xml.join('')));
}

/** The same in one piece of XML. */
export function makeFods(book: Book): Uint8Array {
  const styles = new Styles();
  const sheets = book.sheets.map((s) => sheetXml(s, styles)).join('');
  const flat = odsContent(sheets, styles.xml.join(''))
    .replace('<office:document-content ', `<office:document office:mimetype="${TYPE}" `)
    .replace('</office:document-content>', '</office:document>');
  return strToU8(flat);
}
