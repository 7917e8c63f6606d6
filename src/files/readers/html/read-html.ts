import type { Grid } from '../../../core/model/grid';
import type { Issue } from '../../../core/model/issue';
import type { ReadFile, ReadResult } from '../../../app/ports';
import { READ_LIMITS, type ReadLimits } from '../../limits';
import { damaged, grouped, refusalToResult, tooLarge, unsupported } from '../../refusal';
import { decodeText } from '../../text/decode-text';
import { decodeWestern } from '../../text/decode-western';
import { encodingIssue } from '../../text/encoding-issue';
import type { ReaderOptions } from '../format-reader';
import { CellText } from './cell-text';
import { cssColour } from './css-colour';
import { readDeclarations, readStyleSheet, type CssLook } from './css';
import { inputText, Select } from './form-controls';
import { HtmlTable, PLACING_STEPS, type HtmlBudget } from './html-table';
import { htmlTokens, type HtmlToken } from './html-tokens';

/** Tables inside each other; layouts of tables in tables reach ten. */
const DEEPEST_TABLE = 64;
/** Elements that may name a font, open at once. */
const DEEPEST_FONT = 1_000;
/** Lines kept of what stands above a table, and their length. */
const HEADING_LINES = 24;
const LONGEST_LINE = 300;
const BLOCKS = new Set([
  'p',
  'div',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'li',
  'ul',
  'ol',
  'center',
  'hr',
  'blockquote',
  'pre',
  'body',
  'section',
  'dd',
  'dt',
]);
const FONTS = new Set([
  'font',
  'span',
  'b',
  'i',
  'u',
  'strong',
  'em',
  'p',
  'div',
  's',
  'strike',
  'del',
  'sup',
  'a',
  'small',
  'big',
  'label',
  'ins',
  'comment',
]);

/** How text inside an open element is drawn. */
interface OpenLook {
  name: string;
  font: string | undefined;
  struck?: boolean;
  raised?: boolean;
  colour?: string;
  /** It is not shown, or is no part of the cell: the mark of a comment. */
  unseen?: 'hidden' | 'comment' | 'mark';
}
const NO_CLOSE = new Set(['br', 'hr', 'img', 'input', 'meta', 'link', 'col', 'wbr']);

/** Excel's "Web Page" of several sheets: the file itself has only the frames. */
const FRAMES = /<(?:frameset|frame|iframe)[\s>]/i;
const FRAMES_ONLY =
  'Tệp chỉ là khung của một trang web do Excel lưu ra, số liệu nằm trong thư mục đi kèm (tên kết thúc bằng ' +
  '“_files” hoặc “.files”) mà tệp này không mang theo; đề nghị đơn vị mở bằng Excel, lưu thành Excel Workbook ' +
  '(.xlsx) rồi gửi lại.';
const NO_TABLE = 'Tệp là trang web không có bảng nào; đề nghị đơn vị mở bằng Excel, lưu thành .xlsx rồi gửi lại.';

/** Reads the tables of a web page, also one that was saved as .xls: bytes → one grid per table, or why not. */
export function readHtml(bytes: Uint8Array, options: ReaderOptions = {}): ReadResult {
  return refusalToResult<ReadResult>(() => read(bytes, options.limits ?? READ_LIMITS));
}

function read(bytes: Uint8Array, limits: ReadLimits): ReadFile {
  const decoded = decodeText(bytes, declaredEncoding(bytes));
  const { grids, issues } = readPage(decoded.text, limits);
  if (grids.length === 0) throw unsupported(FRAMES.test(decoded.text) ? FRAMES_ONLY : NO_TABLE);
  return { ok: true, format: 'html', grids, issues: [...encodingIssue(decoded), ...issues] };
}

/** Tables of one page, one grid each, and what of them is not shown. Throws Refusal where one is cut off. */
export function readPage(
  source: string,
  limits: ReadLimits,
  looks: ReadonlyMap<string, CssLook> = new Map(),
): { grids: Grid[]; issues: Issue[] } {
  if (countCells(source) > limits.cells) throw tooLarge(`hơn ${grouped(limits.cells)} ô`);
  const page = new Page(limits, new Map(looks));
  for (const token of htmlTokens(source, (css) => readStyleSheet(css, page.looks))) page.take(token);
  return { grids: page.finish(), issues: page.issues };
}

/** Letters as codes, small ones, and the bit that makes a capital one small. */
const [A, D, H, T, Z, SMALL] = [0x61, 0x64, 0x68, 0x74, 0x7a, 0x20] as const;

/** Cells that a page opens, counted before any is read: a page of millions is refused at once. */
function countCells(source: string): number {
  let count = 0;
  for (let at = source.indexOf('<'); at >= 0; at = source.indexOf('<', at + 1)) {
    if ((source.charCodeAt(at + 1) | SMALL) !== T) continue;
    const kind = source.charCodeAt(at + 2) | SMALL;
    if (kind !== D && kind !== H) continue;
    const next = source.charCodeAt(at + 3) | SMALL;
    if (next < A || next > Z) count++;
  }
  return count;
}

/** The encoding that a page names, or null: `<meta charset=…>` stands in the first kilobyte (HTML 4.2.5.4). */
export function declaredEncoding(bytes: Uint8Array): string | null {
  return (
    /<meta[^<>]{0,400}?charset\s{0,9}=\s{0,9}["']?([\w-]+)/i.exec(decodeWestern(bytes.subarray(0, 2_048)))?.[1] ?? null
  );
}

/** Builds grids from the tags of a page. */
class Page {
  readonly issues: Issue[] = [];
  private readonly grids: (Grid | null)[] = [];
  private readonly open: { table: HtmlTable; index: number; fonts: OpenLook[] }[] = [];
  private fonts: OpenLook[] = [];
  private lines: string[] = [];
  private outside: CellText;
  /** The list that is open: its options are no text of the page. */
  private select: Select | null = null;
  private readonly budget: HtmlBudget;

  constructor(
    private readonly limits: ReadLimits,
    readonly looks: Map<string, CssLook>,
  ) {
    this.budget = { cells: limits.cells, steps: PLACING_STEPS };
    this.outside = new CellText(undefined, limits);
  }

  take(token: HtmlToken): void {
    if (token.kind === 'text') this.text(token.text);
    else if (token.kind === 'open') this.start(token.name, token.attributes);
    else this.end(token.name);
  }

  finish(): Grid[] {
    if (this.open.length > 0) throw damaged('bảng trong trang web bị cụt, thiếu phần cuối');
    return this.grids.filter((g) => g !== null);
  }

  private get table(): HtmlTable | undefined {
    return this.open[this.open.length - 1]?.table;
  }

  private text(text: string): void {
    if (this.select) this.select.add(text.slice(0, this.limits.textLength));
    else this.addText(text);
  }

  private addText(text: string): void {
    const { font, struck, raised, colour, unseen }: Partial<OpenLook> = this.fonts[this.fonts.length - 1] ?? {};
    if (!this.table) this.outside.add(text.slice(0, this.limits.textLength), undefined);
    else if (unseen) {
      if (unseen !== 'mark') this.table.cell?.text.leave(text, unseen);
    } else
      this.table.cell?.text.add(
        text,
        font,
        { ...(struck === undefined ? {} : { struck }), ...(raised ? { raised } : {}) },
        colour,
      );
    if (!this.table && this.outside.shown.length > LONGEST_LINE) this.flushLine();
  }

  private start(name: string, attributes: ReadonlyMap<string, string>): void {
    const { table } = this;
    switch (name) {
      case 'table':
        this.openTable();
        return;
      case 'tr':
        this.closeSelect();
        table?.openRow(this.look(name, attributes), attributes);
        this.fonts = [];
        return;
      case 'td':
      case 'th':
        this.closeSelect();
        table?.openCell(attributes, this.look(name, attributes));
        this.fonts = [];
        return;
      case 'col':
        table?.addColumns(attributes, this.look(name, attributes));
        return;
      case 'br':
        if (table) table.cell?.text.breakLine();
        else this.flushLine();
        return;
      case 'select':
        this.select = new Select(attributes);
        return;
      case 'option':
        this.select?.openOption(attributes);
        return;
      case 'input':
        this.addInput(attributes);
        return;
      default:
    }
    if (BLOCKS.has(name)) this.breakBlock();
    if (FONTS.has(name) && !NO_CLOSE.has(name)) {
      if (this.fonts.length >= DEEPEST_FONT) throw tooLarge('nội dung lồng nhau quá sâu');
      const above = this.fonts[this.fonts.length - 1];
      const look = this.look(name, attributes);
      const font = look.font ?? attributes.get('face')?.split(',')[0]?.trim();
      const colour = look.colour ?? cssColour(attributes.get('color') ?? '') ?? above?.colour;
      // Excel marks a cell with a comment by a link, and puts the comment elsewhere; LibreOffice puts it into the cell.
      const unseen =
        above?.unseen ??
        (name === 'comment'
          ? 'comment'
          : /^msocom/i.test(attributes.get('class') ?? '')
            ? 'mark'
            : look.hidden
              ? 'hidden'
              : undefined);
      const struck = /^(?:s|strike|del)$/.test(name) || look.struck || above?.struck;
      this.fonts.push({
        name,
        font: font || above?.font,
        ...(struck ? { struck } : {}),
        ...(colour ? { colour } : {}),
        ...(unseen ? { unseen } : {}),
        ...(name === 'sup' || look.raised || above?.raised ? { raised: true } : {}),
      });
    }
  }

  private addInput(attributes: ReadonlyMap<string, string>): void {
    const { text, hidden } = inputText(attributes);
    if (text === '') return;
    if (hidden) this.table?.cell?.text.leave(text, 'hidden');
    // Boxes side by side are no one word.
    else this.addText(` ${text} `);
  }

  private closeSelect(): void {
    const { select } = this;
    this.select = null;
    if (select) this.addText(` ${select.shown} `);
  }

  private end(name: string): void {
    switch (name) {
      case 'select':
        this.closeSelect();
        return;
      case 'table':
        this.closeSelect();
        this.closeTable();
        return;
      case 'tr':
      case 'td':
      case 'th':
        this.closeSelect();
        this.table?.closeCell();
        return;
      default:
    }
    if (BLOCKS.has(name)) this.breakBlock();
    const at = this.fonts.map((f) => f.name).lastIndexOf(name);
    if (at >= 0) this.fonts.length = at;
  }

  private look(name: string, attributes: ReadonlyMap<string, string>): CssLook {
    let look: CssLook = { ...this.looks.get(name) };
    for (const c of (attributes.get('class') ?? '').split(/\s+/, 10))
      look = { ...look, ...this.looks.get(`.${c.toLowerCase()}`) };
    const style = attributes.get('style');
    return style ? { ...look, ...readDeclarations(style) } : look;
  }

  private openTable(): void {
    if (this.open.length >= DEEPEST_TABLE) throw tooLarge(`bảng lồng nhau quá ${DEEPEST_TABLE} lớp`);
    if (this.grids.length >= this.limits.sheets) throw tooLarge(`hơn ${grouped(this.limits.sheets)} bảng`);
    this.flushLine();
    const before = this.open.length === 0 ? this.lines.slice(-HEADING_LINES) : [];
    if (this.open.length === 0) this.lines = [];
    this.open.push({
      table: new HtmlTable(before, this.budget, this.limits),
      index: this.grids.push(null) - 1,
      fonts: this.fonts,
    });
    this.fonts = [];
  }

  private closeTable(): void {
    const last = this.open.pop();
    if (!last) return;
    this.grids[last.index] = last.table.finish(last.index);
    this.issues.push(...last.table.issues);
    this.fonts = last.fonts;
  }

  private breakBlock(): void {
    if (this.table) this.table.cell?.text.breakBlock();
    else this.flushLine();
  }

  private flushLine(): void {
    const line = this.outside.shown.trim();
    if (line !== '' && line.length <= LONGEST_LINE) this.lines.push(line);
    if (this.lines.length > 4 * HEADING_LINES) this.lines = this.lines.slice(-HEADING_LINES);
    this.outside = new CellText(undefined, this.limits);
  }
}
