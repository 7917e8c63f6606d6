import { strToU8, zipSync, type Zippable } from 'fflate';
import { parseCellName } from '../../src/core/model/address';
import type { Book, BookCell, BookSheet } from './book';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';

export const escapeXml = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]!);

/** Parts of a workbook by name; tests that need a broken or odd one change them before zipping. */
export type Parts = Record<string, string>;

/** Shared strings and styles are collected while sheets are written. */
class Tables {
  readonly strings: string[] = [];
  readonly fonts = ['<font><sz val="11"/><color theme="1"/><name val="Times New Roman"/></font>'];
  readonly fills = [
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  ];
  readonly codes: string[] = [];
  readonly formats = ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'];

  string(xml: string): number {
    return indexIn(this.strings, xml);
  }

  style(cell: BookCell): number {
    const code = cell.format ?? (cell.date ? 'dd/mm/yyyy' : undefined);
    const colour = cell.colour ? `<color rgb="FF${cell.colour}"/>` : '<color theme="1"/>';
    const font = indexIn(
      this.fonts,
      `<font>${cell.struck ? '<strike/>' : ''}<sz val="11"/>${colour}<name ` +
        `val="${escapeXml(cell.font ?? 'Times New Roman')}"/></font>`,
    );
    const fill = cell.fill
      ? indexIn(
          this.fills,
          `<fill><patternFill patternType="solid"><fgColor rgb="FF${cell.fill}"/></patternFill></fill>`,
        )
      : 0;
    const id = code === undefined ? 0 : 164 + indexIn(this.codes, code);
    return indexIn(this.formats, `<xf numFmtId="${id}" fontId="${font}" fillId="${fill}" borderId="0" xfId="0"/>`);
  }

  stylesXml(): string {
    const codes = this.codes.map((c, i) => `<numFmt numFmtId="${164 + i}" formatCode="${escapeXml(c)}"/>`).join('');
    return (
      `${HEAD}<styleSheet ` +
      `xmlns="${MAIN}"><numFmts>${codes}</numFmts><fonts>${this.fonts.join('')}</fonts><fills>${this.fills.join('')}</fills>` +
      `<borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs><cellXfs>${this.formats.join('')}</cellXfs></styleSheet>`
    );
  }
}

function indexIn(list: string[], item: string): number {
  const at = list.indexOf(item);
  return at < 0 ? list.push(item) - 1 : at;
}

const serial = (iso: string, date1904: boolean): number =>
  Date.parse(`${iso}T00:00:00Z`) / 86_400_000 + 25_569 - (date1904 ? 1_462 : 0);

function cellXml(cell: BookCell, tables: Tables, date1904: boolean): string {
  const formula = cell.formula === undefined ? '' : `<f>${escapeXml(cell.formula)}</f>`;
  const open = `<c r="${cell.at}" s="${tables.style(cell)}"`;
  if (cell.runs) {
    const runs = cell.runs.map(
      (r) =>
        `<r>${r.font || r.struck || r.raised ? `<rPr>${r.struck ? '<strike/>' : ''}<sz val="11"/><rFont ` + `val="${escapeXml(r.font ?? 'Times New Roman')}"/>${r.raised ? '<vertAlign val="superscript"/>' : ''}</rPr>` : ''}<t xml:space="preserve">${escapeXml(r.text)}</t></r>`,
    );
    return `${open} t="s"><v>${tables.string(runs.join(''))}</v></c>`;
  }
  if (cell.error !== undefined) return `${open} t="e">${formula}<v>${cell.error}</v></c>`;
  if (cell.date !== undefined) return `${open}>${formula}<v>${serial(cell.date, date1904)}</v></c>`;
  if (cell.value === undefined) return `${open}>${formula}</c>`;
  if (typeof cell.value === 'boolean') return `${open} t="b">${formula}<v>${cell.value ? 1 : 0}</v></c>`;
  if (typeof cell.value === 'number') return `${open}>${formula}<v>${cell.value}</v></c>`;
  if (formula) return `${open} t="str">${formula}<v>${escapeXml(cell.value)}</v></c>`;
  return `${open} t="s"><v>${tables.string(`<t xml:space="preserve">${escapeXml(cell.value)}</t>`)}</v></c>`;
}

function sheetXml(sheet: BookSheet, tables: Tables, date1904: boolean): string {
  const rows = new Map<number, string>();
  const hidden = new Set(sheet.hiddenRows ?? []);
  for (const n of hidden) rows.set(n, '');
  const place = (c: BookCell): number => {
    const p = parseCellName(c.at)!;
    return p.row * 16_384 + p.col;
  };
  for (const cell of [...sheet.cells].sort((a, b) => place(a) - place(b))) {
    const n = parseCellName(cell.at)!.row + 1;
    rows.set(n, (rows.get(n) ?? '') + cellXml(cell, tables, date1904));
  }
  const cols = (sheet.hiddenCols ?? [])
    .map((c) => parseCellName(`${c}1`)!.col + 1)
    .map((n) => `<col min="${n}" max="${n}" width="9" hidden="1" customWidth="1"/>`);
  const data = [...rows]
    .sort(([a], [b]) => a - b)
    .map(([n, cells]) => `<row r="${n}" spans="1:10"${hidden.has(n) ? ' hidden="1"' : ''}>${cells}</row>`);
  return (
    `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheetViews><sheetView ` +
    'workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/>' +
    (cols.length ? `<cols>${cols.join('')}</cols>` : '') +
    `<sheetData>${data.join('')}</sheetData>` +
    (sheet.filtered
      ? '<autoFilter ref="A1:Z99"><filterColumn colId="0"><filters><filter ' +
        'val="x"/></filters></filterColumn></autoFilter>'
      : '') +
    (sheet.merges?.length
      ? '<mergeCells ' +
        `count="${sheet.merges.length}">${sheet.merges.map((m) => `<mergeCell ref="${m}"/>`).join('')}</mergeCells>`
      : '') +
    '</worksheet>'
  );
}

function commentsXml(cells: BookCell[]): string {
  const list = cells.map(
    (c) =>
      `<comment ref="${c.at}" authorId="0"><text><r><rPr><b/></rPr><t ` +
      `xml:space="preserve">${escapeXml(c.comment!)}</t></r></text></comment>`,
  );
  return (
    `${HEAD}<comments ` +
    `xmlns="${MAIN}"><authors><author>a</author></authors><commentList>${list.join('')}</commentList></comments>`
  );
}

const relation = (id: string, type: string, target: string, more = ''): string =>
  `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"${more}/>`;
const relations = (list: string[]): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}">${list.join('')}</Relationships>`;

/** The parts of an .xlsx workbook as Excel lays them out. */
export function xlsxParts(book: Book): Parts {
  const tables = new Tables();
  const parts: Parts = {
    '[Content_Types].xml':
      `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ` +
      'ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ' +
      'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    '_rels/.rels': relations([relation('rId1', 'officeDocument', 'xl/workbook.xml')]),
  };
  const list: string[] = [];
  const links = [relation('rIdS', 'sharedStrings', 'sharedStrings.xml'), relation('rIdT', 'styles', 'styles.xml')];
  book.sheets.forEach((sheet, i) => {
    const n = i + 1;
    list.push(
      `<sheet name="${escapeXml(sheet.name)}" ` +
        `sheetId="${n}"${sheet.visibility ? ` state="${sheet.visibility}"` : ''} r:id="rId${n}"/>`,
    );
    links.push(relation(`rId${n}`, 'worksheet', `worksheets/sheet${n}.xml`));
    parts[`xl/worksheets/sheet${n}.xml`] = sheetXml(sheet, tables, book.date1904 ?? false);
    const commented = sheet.cells.filter((c) => c.comment !== undefined);
    if (!commented.length) return;
    parts[`xl/comments${n}.xml`] = commentsXml(commented);
    parts[`xl/worksheets/_rels/sheet${n}.xml.rels`] = relations([relation('rId1', 'comments', `../comments${n}.xml`)]);
  });
  if (book.externalLinks) links.push(relation('rIdX', 'externalLink', 'externalLinks/externalLink1.xml'));
  parts['xl/workbook.xml'] =
    `${HEAD}<workbook xmlns="${MAIN}" ` +
    `xmlns:r="${RELATIONS}"><workbookPr${book.date1904 ? ' date1904="1"' : ''}/><sheets>${list.join('')}</sheets></workbook>`;
  parts['xl/_rels/workbook.xml.rels'] = relations(links);
  parts['xl/sharedStrings.xml'] =
    `${HEAD}<sst xmlns="${MAIN}">${tables.strings.map((s) => `<si>${s}</si>`).join('')}</sst>`;
  parts['xl/styles.xml'] = tables.stylesXml();
  return parts;
}

/** Parts as bytes of a container. */
export function zipParts(parts: Parts): Uint8Array {
  const files: Zippable = {};
  for (const [name, text] of Object.entries(parts)) files[name] = strToU8(text);
  return zipSync(files);
}

export function makeXlsx(book: Book): Uint8Array {
  return zipParts(xlsxParts(book));
}

/** A workbook whose first sheet part is the given XML; for what `Book` cannot say. */
export function xlsxWithSheet(sheet: string, more: Parts = {}): Uint8Array {
  return zipParts({
    ...xlsxParts({ sheets: [{ name: 'PL', cells: [] }] }),
    'xl/worksheets/sheet1.xml': sheet,
    ...more,
  });
}

/** A worksheet part with these rows. */
export function worksheetXml(sheetData: string, after = '', before = ''): string {
  return (
    `${HEAD}<worksheet xmlns="${MAIN}" ` +
    `xmlns:r="${RELATIONS}">${before}<sheetData>${sheetData}</sheetData>${after}</worksheet>`
  );
}
