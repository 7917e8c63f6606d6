import * as XLSX from '@e965/xlsx';
import { unzipSync } from 'fflate';

/** A sheet as rows of plain values, read by another library than the one that wrote it. */
export interface ReadSheet {
  name: string;
  rows: (string | number | null)[][];
  formula(row: number, col: number): string | null;
}

export function readBook(bytes: Uint8Array): ReadSheet[] {
  const book = XLSX.read(bytes, { type: 'buffer', cellFormula: true });
  return book.SheetNames.map((name) => {
    const sheet = book.Sheets[name]!;
    const rows = XLSX.utils.sheet_to_json<(string | number | null)[]>(sheet, {
      header: 1,
      raw: true,
      defval: null,
      blankrows: true,
    });
    return {
      name,
      rows,
      formula: (r, c) => (sheet[XLSX.utils.encode_cell({ r, c })] as XLSX.CellObject | undefined)?.f ?? null,
    };
  });
}

export interface ReadTable {
  /** Row label → column heading → value. */
  cells: Record<string, Record<string, string | number | null>>;
  formulas: number;
  wrong: string[];
}

/**
 * The table of a printed appendix: headings by wording, rows by their label; every formula is worked out anew from what
 * is on the sheet.
 */
export function readTable(sheet: Pick<ReadSheet, 'rows' | 'formula'>): ReadTable {
  const top = sheet.rows.findIndex((r) => r[0] === 'STT' || r[0] === 'Số TT');
  const below = sheet.rows[top + 1]!;
  const two = below[0] === null || below[0] === '';
  const heads = sheet.rows[top]!.map((h, c) => String((two ? below[c] : null) || h || ''));
  const table: ReadTable = { cells: {}, formulas: 0, wrong: [] };
  for (let r = top + (two ? 2 : 1); r < sheet.rows.length; r++) {
    const row = sheet.rows[r]!;
    const label = typeof row[0] === 'number' ? String(row[1]) : row[0] === 'Tổng cộng' ? 'Tổng cộng' : null;
    if (label === null) break;
    table.cells[label] = Object.fromEntries(heads.map((h, c) => [h, row[c] ?? null]));
    row.forEach((value, c) => {
      const formula = sheet.formula(r, c);
      if (formula === null) return;
      table.formulas += 1;
      const now = workOut(formula, sheet.rows);
      if (now !== value) table.wrong.push(`${label}, ${heads[c]}: ${formula} = ${now}, ghi ${value}`);
    });
  }
  return table;
}

/** SUM over places and spans, and plus between them: all that the forms use. */
function workOut(formula: string, rows: ReadSheet['rows']): number {
  const at = (name: string): number => {
    const { r, c } = XLSX.utils.decode_cell(name);
    const v = rows[r]?.[c];
    return typeof v === 'number' ? v : 0;
  };
  const span = (text: string): number => {
    const { s, e } = XLSX.utils.decode_range(text);
    let sum = 0;
    for (let r = s.r; r <= e.r; r++) for (let c = s.c; c <= e.c; c++) sum += at(XLSX.utils.encode_cell({ r, c }));
    return sum;
  };
  const plain = formula
    .replace(/\$/g, '')
    .replace(/SUM\(([^)]*)\)/g, (_, list: string) =>
      String(
        list
          .split(',')
          .map(span)
          .reduce((a, b) => a + b, 0),
      ),
    )
    .replace(/[A-Z]+\d+/g, (name) => String(at(name)));
  if (!/^[\d+]+$/.test(plain)) throw new Error(`a formula the test does not know: ${formula}`);
  return plain.split('+').reduce((n, part) => n + Number(part), 0);
}

/** The tables of a Word file: texts of their cells, spanned ones repeated, so that every row has as many. */
export function readWord(bytes: Uint8Array): string[][][] {
  const xml = new TextDecoder().decode(unzipSync(bytes)['word/document.xml']);
  const inner = (text: string, tag: string): string[] =>
    [...text.matchAll(new RegExp(`<w:${tag}(?: [^>]*)?>(.*?)</w:${tag}>`, 'gs'))].map((m) => m[1]!);
  const unescape = (t: string): string =>
    t
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&apos;/g, "'")
      .replace(/&amp;/g, '&');
  return inner(xml, 'tbl').map((table) =>
    inner(table, 'tr').map((row) =>
      inner(row, 'tc').flatMap((cell) => {
        const text = unescape(
          inner(cell, 'p')
            .map((p) => inner(p, 't').join(''))
            .join('\n'),
        );
        return Array<string>(Number(/<w:gridSpan w:val="(\d+)"/.exec(cell)?.[1] ?? 1)).fill(text);
      }),
    ),
  );
}
