import { cellName } from '../../core/model/address';
import type { NoticeItem, NoticeList } from '../../core/model/notice';
import { keepUnderscores, safeText } from '../xlsx-writer/safe-text';
import { quoted } from '../xlsx-writer/sheet-names';
import { escapeXml } from '../xml/escape-xml';
import { attributeOf } from '../xml/insert-xml';
import { MAIN, RELATIONS, XML_HEAD } from './parts';

const COLUMNS: readonly [string, number][] = [
  ['STT', 6],
  ['Việc cần làm', 14],
  ['Phụ lục', 13],
  ['Dòng', 9],
  ['Cột', 22],
  ['Ô', 16],
  ['Số đã ghi', 12],
  ['Số đối chiếu', 13],
  ['Nội dung', 90],
];
const KIND = { error: 'Chỉnh sửa', question: 'Giải trình' } as const;
const HEADER_ROW = 3;
/** The column with the address, which leads to the cell. */
const LINK_COLUMN = 5;
/** Characters of Times New Roman 12 that a unit of column width holds. */
const PER_WIDTH = 1.05;
/** Excel's highest row, in points. */
const HIGHEST = 409;
/** Characters that fit across the columns. */
const LEAD_WIDTH = 180;
/** Points per line of size 12. */
const LINE = 16;

type Look = 'bold' | 'title' | 'link' | 'plain';
const LOOKS: Record<Look, string> = {
  title: '<b/><sz val="14"/>',
  bold: '<b/><sz val="12"/>',
  link: '<u/><sz val="12"/><color rgb="FF1F4E9E"/>',
  plain: '<sz val="12"/>',
};

/**
 * The sheet that lists what to mend, as XML. It brings its fonts along in its texts, because the styles of the workbook
 * are the sender's and stay as they are; `wrap` is a format of theirs that breaks lines, and without one long texts go
 * over several rows.
 */
export function listSheet(list: NoticeList, sheets: ReadonlySet<string>, wrap: number | null, views: boolean): string {
  const rows: string[] = [
    row(0, [cell(0, 0, list.title, 'title', null)]),
    ...leadLines(list.lead).map((line, i) => row(1 + i, [cell(1 + i, 0, line, 'plain', null)])),
  ];
  rows.push(
    row(
      HEADER_ROW,
      COLUMNS.map(([text], c) => cell(HEADER_ROW, c, text, 'bold', wrap)),
    ),
  );
  const links: string[] = [];
  let at = HEADER_ROW + 1;
  list.items.forEach((item, i) => {
    const linked = item.cell !== '' && sheets.has(item.sheet);
    const texts = [
      String(i + 1),
      KIND[item.kind],
      item.appendix,
      item.row,
      item.column,
      place(item),
      item.actual,
      item.expected,
      item.text,
    ];
    const lines = texts.map((text, c) => broken(text, Math.floor((COLUMNS[c]?.[1] ?? 10) * PER_WIDTH)));
    const most = Math.max(...lines.map((l) => l.length));
    const look = (c: number): Look => (c === LINK_COLUMN && linked ? 'link' : 'plain');
    if (linked)
      links.push(
        `<hyperlink ref="${cellName(at, LINK_COLUMN)}" location="${escapeXml(`${quoted(item.sheet)}!${item.cell}`)}"/>`,
      );
    if (wrap !== null)
      rows.push(
        row(
          at,
          texts.map((text, c) => cell(at, c, text, look(c), wrap)),
          Math.min(most * LINE + 4, HIGHEST),
        ),
      );
    else
      for (let n = 0; n < most; n++)
        rows.push(
          row(
            at + n,
            lines.flatMap((l, c) => {
              const text = l[n];
              return text ? [cell(at + n, c, text, look(c), null)] : [];
            }),
          ),
        );
    at += wrap === null ? most : 1;
  });
  const cols = COLUMNS.map(
    ([, width], c) => `<col min="${c + 1}" max="${c + 1}" width="${width}" customWidth="1"/>`,
  ).join('');
  const pane =
    `<pane ySplit="${HEADER_ROW + 1}" topLeftCell="A${HEADER_ROW + 2}" activePane="bottomLeft" ` + 'state="frozen"/>';
  return (
    `${XML_HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheetPr><tabColor ` +
    'rgb="FFC0392B"/><pageSetUpPr fitToPage="1"/></sheetPr>' +
    `<dimension ref="A1:${cellName(at - 1, COLUMNS.length - 1)}"/>` +
    (views ? `<sheetViews><sheetView showGridLines="0" workbookViewId="0">${pane}</sheetView></sheetViews>` : '') +
    `<sheetFormatPr defaultRowHeight="${LINE}"/><cols>${cols}</cols><sheetData>${rows.join('')}</sheetData>` +
    (links.length > 0 ? `<hyperlinks>${links.join('')}</hyperlinks>` : '') +
    ('<pageMargins left="0.6" right="0.6" top="0.8" bottom="0.8" header="0.4" footer="0.4"/><pageSetup ' +
      'paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>')
  );
}

/** Two lines stand between title and table; what is longer runs on in the second, past the columns. */
function leadLines(lead: string): string[] {
  const [first = '', ...rest] = broken(lead, LEAD_WIDTH);
  return rest.length > 0 ? [first, rest.join(' ')] : [first];
}

const place = (item: NoticeItem): string => (item.cell === '' ? item.sheet : `${item.sheet}!${item.cell}`);

function row(index: number, cells: readonly string[], height?: number): string {
  return `<row r="${index + 1}"${height ? ` ht="${height}" customHeight="1"` : ''}>${cells.join('')}</row>`;
}

function cell(r: number, c: number, raw: string, look: Look, format: number | null): string {
  const style = format === null ? '' : ` s="${format}"`;
  if (raw === '') return `<c r="${cellName(r, c)}"${style}/>`;
  const text = escapeXml(keepUnderscores(safeText(raw).text));
  return (
    `<c r="${cellName(r, c)}"${style} t="inlineStr"><is><r><rPr>${LOOKS[look]}<rFont val="Times New ` +
    'Roman"/><family val="1"/></rPr>' +
    `<t xml:space="preserve">${text}</t></r></is></c>`
  );
}

/** The text in lines of at most so many characters, broken between words. */
function broken(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.split(' ')) {
      if (line !== '' && line.length + 1 + word.length > width) {
        lines.push(line);
        line = word;
      } else line = line === '' ? word : `${line} ${word}`;
    }
    lines.push(line);
  }
  return lines;
}

/** A cell format of the workbook that breaks lines, shows plain values and paints nothing; null where there is none. */
export function wrappingFormat(stylesXml: string | null): number | null {
  const formats = cellFormats(stylesXml ?? '');
  const candidates: { id: number; score: number }[] = [];
  formats.forEach(({ tag, alignment }, id) => {
    const wraps = /\swrapText="(?:1|true)"/.test(alignment);
    const turned = /\s(?:textRotation|indent)="[1-9]/.test(alignment) || /\sshrinkToFit="(?:1|true)"/.test(alignment);
    if (
      !wraps ||
      turned ||
      !/^(0|49)$/.test(attributeOf(tag, 'numFmtId') ?? '0') ||
      (attributeOf(tag, 'fillId') ?? '0') !== '0'
    )
      return;
    const side = attributeOf(alignment, 'horizontal') ?? 'general';
    const score =
      (side === 'left' || side === 'general' || side === 'justify' ? 4 : 0) +
      ((attributeOf(tag, 'borderId') ?? '0') !== '0' ? 2 : 0) +
      (['top', 'center'].includes(attributeOf(alignment, 'vertical') ?? '') ? 1 : 0);
    candidates.push({ id, score });
  });
  return candidates.sort((a, b) => b.score - a.score || a.id - b.id)[0]?.id ?? null;
}

/** The start tags of the cell formats in their order, each with that of its alignment ("" where it has none). */
function cellFormats(stylesXml: string): { tag: string; alignment: string }[] {
  const formats: { tag: string; alignment: string }[] = [];
  let inside = false;
  for (const [tag, slash, name] of stylesXml.matchAll(/<(\/?)(?:[\w.-]+:)?(cellXfs|xf|alignment)(?=[\s/>])[^<>]*>/g)) {
    if (name === 'cellXfs') {
      if (slash) break;
      inside = true;
    } else if (!inside || slash) continue;
    else if (name === 'xf') formats.push({ tag, alignment: '' });
    else if (formats.length > 0) formats[formats.length - 1]!.alignment ||= tag;
  }
  return formats;
}
