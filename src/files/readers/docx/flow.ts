import type { Grid } from '../../../core/model/grid';
import type { Issue } from '../../../core/model/issue';
import type { NarrativeCount } from '../../../core/model/table-line';
import type { ReadLimits } from '../../limits';
import { grouped, tooLarge } from '../../refusal';
import type { Block, Paragraph, WordTable } from './document';
import { hasFigure } from './has-figure';
import { appendPart, continues } from './joined-table';
import { layOut, type TableLayout } from './layout';

/** A table with what stood above it. */
interface Draft {
  layout: TableLayout;
  before: string[];
}

/** A letterhead has two columns, three with a gap between; a form has at least four (STT, label, total, level). */
const LETTERHEAD_COLUMNS = 3;
const LETTERHEAD_ROWS = 6;
/** Lines of a letterhead at the top of a document that are kept for its first table, however long the report is. */
const OPENING_LINES = 8;
/** A heading is at most this many lines long; what stands higher is the report itself. */
const HEADING_LINES = 16;
/** A title or letterhead line is shorter; longer ones are running text. */
const LONGEST_LINE = 300;
/** The list of recipients closes a document; names in it are not the sender's. */
const RECIPIENTS = /^\s*nơi nhận\b/iu;

/** Walks a document in order and gathers its tables, each with the lines above it. */
export class Flow {
  readonly drafts: Draft[] = [];
  readonly issues: Issue[] = [];
  /** Running text beside the tables, which nobody adds up. */
  readonly narrative: NarrativeCount = { paragraphs: 0, withFigures: 0 };
  private lines: string[] = [];
  private opening: string[] = [];
  private recipients = false;
  private pictures = 0;
  /** The table before, while nothing but blank paragraphs came after it. */
  private last: Draft | null = null;

  constructor(private readonly limits: ReadLimits) {}

  walk(blocks: readonly Block[]): void {
    for (const block of blocks) {
      if (block.kind === 'paragraph') this.addParagraph(block);
      else this.addTable(block);
    }
  }

  private addParagraph(paragraph: Paragraph): void {
    if (paragraph.pageBreak === 'before') this.startPage();
    this.walk(paragraph.boxes);
    this.addLines(paragraph.text.text);
    this.tellObjects(paragraph.objects);
    if (paragraph.pageBreak === 'after') this.startPage();
  }

  private addLines(text: string): void {
    if (text.trim() !== '') {
      this.narrative.paragraphs++;
      if (hasFigure(text)) this.narrative.withFigures++;
    }
    for (const piece of text.split('\n')) {
      const line = piece.trim();
      if (line === '') continue;
      this.last = null;
      if (RECIPIENTS.test(line)) {
        this.startPage();
        this.recipients = true;
        continue;
      }
      if (this.recipients && /^[-–+*•]/.test(line)) continue;
      this.recipients = false;
      if (line.length > LONGEST_LINE) continue;
      if (this.opening.length < OPENING_LINES && this.drafts.length === 0) this.opening.push(line);
      else this.lines.push(line);
    }
  }

  /** Pictures between the paragraphs are told together at the end. */
  private tellObjects(objects: Paragraph['objects']): void {
    const after = this.lines.at(-1) ?? this.opening.at(-1);
    for (const kind of objects) {
      if (kind === 'picture') this.pictures++;
      else this.issues.push({ rule: 'object-not-read', at: {}, params: { kind, ...(after ? { after } : {}) } });
    }
  }

  private startPage(): void {
    this.lines = [];
  }

  private addTable(table: WordTable): void {
    const layout = layOut(table, this.limits);
    if (this.last && continues(this.last.layout, layout)) {
      this.join(this.last, layout);
      this.addNested(layout.nested);
      return;
    }
    if (this.drafts.length >= this.limits.sheets) throw tooLarge(`hơn ${grouped(this.limits.sheets)} bảng`);
    const draft: Draft = { layout, before: [] };
    const isLetterhead = layout.width <= LETTERHEAD_COLUMNS && layout.height <= LETTERHEAD_ROWS;
    if (isLetterhead) this.passOn(table, layout, draft);
    else {
      draft.before = [...this.opening, ...this.lines.slice(-HEADING_LINES)];
      this.drafts.push(draft);
      this.lines = [];
      this.opening = [];
      this.addNested(layout.nested);
    }
    this.last = isLetterhead ? null : draft;
  }

  /** A small table is a grid too, and its words stand above the next table. */
  private passOn(table: WordTable, layout: TableLayout, draft: Draft): void {
    const isSignature = layout.cells.some((c) => RECIPIENTS.test(c.text));
    if (isSignature) this.startPage();
    else for (const row of table.rows) for (const cell of row.cells) if (!row.deleted) this.passCell(cell.blocks);
    this.drafts.push(draft);
    this.addNested(layout.nested);
  }

  /** Lines of a cell: they belong to the table in which they stand, not to the running text. */
  private passCell(blocks: readonly Block[]): void {
    const { paragraphs, withFigures } = this.narrative;
    // Its objects are told with the grid of its table.
    this.walk(blocks.filter((b) => b.kind === 'paragraph').map((b) => ({ ...b, objects: [] })));
    Object.assign(this.narrative, { paragraphs, withFigures });
  }

  private addNested(tables: readonly WordTable[]): void {
    for (const table of tables) {
      this.last = null;
      this.addTable(table);
    }
  }

  private join(first: Draft, part: TableLayout): void {
    const sheet = this.sheetName(this.drafts.indexOf(first));
    this.issues.push({
      rule: 'text-repaired',
      severity: 'info',
      at: { sheet },
      params: {
        before: `${sheet} bị tách, phần sau bắt đầu từ dòng ${first.layout.height + 1}`,
        after: 'một bảng liền',
      },
    });
    appendPart(first.layout, part);
  }

  private sheetName(index: number): string {
    return `Bảng ${index + 1}`;
  }

  /** The tables as grids; `commentOf` gives the words of a comment by its id. */
  grids(commentOf: (id: string) => string): Grid[] {
    if (this.pictures > 0) {
      const params = { kind: 'picture', count: this.pictures };
      this.issues.push({ rule: 'object-not-read', severity: 'info', at: {}, params });
    }
    return this.drafts.map(({ layout, before }, index) => {
      const sheet = this.sheetName(index);
      const wordsOf = (ids: readonly string[]): string =>
        [...new Set(ids)]
          .map(commentOf)
          .filter((t) => t !== '')
          .join('\n');
      for (const [i, ids] of layout.comments) {
        const comment = wordsOf(ids);
        if (comment !== '') layout.cells[i]!.comment = comment;
      }
      this.tellLeftOut(sheet, layout);
      const grid: Grid = {
        sheet,
        index,
        visibility: 'visible',
        cells: layout.cells,
        merges: layout.merges,
        hiddenRows: layout.hiddenRows,
        hiddenCols: [],
        document: true,
        plainText: true,
      };
      const notes = layout.blankComments
        .map(({ row, col, ids }) => ({ row, col, text: wordsOf(ids) }))
        .filter((n) => n.text !== '');
      if (notes.length > 0) grid.notes = notes;
      if (before.length > 0) grid.before = before;
      if (layout.objects.length > 0) grid.objects = layout.objects;
      return grid;
    });
  }

  private tellLeftOut(sheet: string, layout: TableLayout): void {
    for (const { cell, full, text, why } of layout.leftOut) {
      const severity = why.every((w) => w === 'deleted') ? 'info' : 'warning';
      this.issues.push({
        rule: 'text-repaired',
        severity,
        at: { sheet, cell },
        actual: full,
        params: { before: full, after: text === '' ? 'ô trống' : text, kind: `${why[0]!}-part` },
      });
    }
    if (layout.deletedRows > 0) {
      const before = `${sheet} có ${layout.deletedRows} dòng đã xóa trong chế độ theo dõi thay đổi`;
      this.issues.push({
        rule: 'text-repaired',
        severity: 'info',
        at: { sheet },
        params: { before, after: 'không có các dòng đó' },
      });
    }
  }
}
