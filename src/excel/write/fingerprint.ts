/** Two 32-bit FNV-1a hashes with different seeds: enough to notice an edit, not meant to withstand forgery. */
export class Fingerprint {
  private a = 0x811c9dc5;
  private b = 0x1b873593;

  add(text: string): this {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      this.a = Math.imul(this.a ^ code, 0x01000193);
      this.b = Math.imul(this.b ^ code ^ 0x5bd1, 0x01000193);
    }
    this.a = Math.imul(this.a ^ 0xff, 0x01000193);
    this.b = Math.imul(this.b ^ 0xfe, 0x01000193);
    return this;
  }

  /**
   * Filled cells of a block of rows that begins at row `top`; blocks follow one another downwards, cut anywhere.
   * `named` gives formulas the sheet names they will have; quotes round names are left out, as Excel sets them as it
   * likes.
   */
  addRows(top: number, formulas: readonly (readonly unknown[])[], named: (formula: string) => string = (f) => f): this {
    formulas.forEach((row, r) =>
      row.forEach((value, c) => {
        if (value === '' || value === null || value === undefined) return;
        const text = String(value);
        const plain = text.startsWith('=') && text.includes('!') ? named(text).replace(/'/g, '') : text;
        this.add(`${top + r},${c},${typeof value},${plain}`);
      }),
    );
    return this;
  }

  get text(): string {
    return [this.a, this.b].map((n) => (n >>> 0).toString(16).padStart(8, '0')).join('');
  }
}

/** Rows whose look is compared one by one; below, columns as a whole must do. */
export const LOOK_ROWS = 400;

const LOOK = { fill: { color: true }, font: { name: true, size: true, bold: true, italic: true, color: true } };

/** What is read of a sheet's look: each row and each column as far as it is alike, and the comments. */
export interface Look {
  rows: OfficeExtension.ClientResult<Excel.RowProperties[]>;
  cols: OfficeExtension.ClientResult<Excel.ColumnProperties[]>;
  comments: Excel.CommentCollection;
}

/** Queues the reading of a sheet's look. */
export function askLook(sheet: Excel.Worksheet, rows: number, cols: number): Look {
  const top = sheet.getRangeByIndexes(0, 0, Math.min(Math.max(rows, 1), LOOK_ROWS), Math.max(cols, 1));
  const all = sheet.getRangeByIndexes(0, 0, Math.max(rows, 1), Math.max(cols, 1));
  sheet.comments.load('items/content');
  return {
    rows: top.getRowProperties({ format: LOOK, rowHidden: true }),
    cols: all.getColumnProperties({ format: LOOK, columnHidden: true }),
    comments: sheet.comments,
  };
}

/** Short text that changes with the look. */
export function lookText({ rows, cols, comments }: Look): string {
  const print = new Fingerprint();
  const of = (item: Excel.RowProperties & Excel.ColumnProperties): string => {
    const { fill, font } = item.format ?? {};
    return JSON.stringify(
      [
        fill?.color,
        font?.name,
        font?.size,
        font?.bold,
        font?.italic,
        font?.color,
        item.rowHidden,
        item.columnHidden,
      ].map((v) => v ?? null),
    );
  };
  for (const item of [...rows.value, ...cols.value]) print.add(of(item));
  for (const text of comments.items.map((c) => c.content).sort()) print.add(text);
  return print.text.slice(0, 8);
}
