import {
  AlignmentType,
  Document,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
} from 'docx';
import * as XLSX from '@e965/xlsx';
import { columnsOf, rowsOf, titleOf, type Filled, type Form } from './forms';

/** One table as a clerk lays it out: lines above, two heading lines, the rows. */
export interface Laid {
  name: string;
  rows: (string | number)[][];
  merges: { top: number; left: number; bottom: number; right: number }[];
  head: number;
}

export interface Letterhead {
  superior: string;
  name: string;
  reference?: string;
  period?: string;
  note?: string;
}

export function layOut(
  form: Form,
  filled: Filled,
  { superior, name, reference, period, note }: Letterhead,
  district = false,
): Laid {
  const columns = columnsOf(form, district);
  const above: string[] = [
    superior,
    name,
    form === 'mot-cua' ? '' : `Phụ lục ${form.at(-1)!}`,
    titleOf(form),
    note ?? '',
    reference ?? '',
    period ? `Kỳ báo cáo: ${period}` : '',
  ];
  const head = above.length;
  const rows: (string | number)[][] = [
    ...above.map((t) => [t]),
    columns.map((c, i) => (columns[i - 1]?.head[0] === c.head[0] ? '' : c.head[0])),
    columns.map((c) => c.head[1]),
  ];
  const merges: Laid['merges'] = [];
  columns.forEach((c, i) => {
    if (c.head[1] === '') merges.push({ top: head, bottom: head + 1, left: i, right: i });
    else if (columns[i - 1]?.head[0] !== c.head[0])
      merges.push({ top: head, bottom: head, left: i, right: columns.findLastIndex((d) => d.head[0] === c.head[0]) });
  });
  const keys = form === 'mot-cua' ? Object.keys(filled).map((key) => ({ key, label: key })) : rowsOf(form);
  for (const { key, label } of keys) {
    rows.push(
      columns.map((c) => (c.key === 'stt' ? Number(key) : c.key === 'label' ? label : (filled[key]?.[c.key] ?? ''))),
    );
  }
  if (form === 'mot-cua') {
    const sum = (column: string): number =>
      Object.values(filled).reduce((n, r) => n + (typeof r[column] === 'number' ? (r[column] as number) : 0), 0);
    rows.push(columns.map((c) => (c.key === 'label' ? 'Tổng cộng' : sum(c.key))));
  }
  return { name: form === 'mot-cua' ? 'Mot cua' : `PL${form.at(-1)!}`, rows, merges, head };
}

/** The bytes of a file, by its ending: .xlsx, .xls, .ods, .csv through SheetJS, .docx through docx. */
export async function bytesOf(file: string, tables: readonly Laid[]): Promise<Uint8Array> {
  const ending = file.slice(file.lastIndexOf('.') + 1).toLowerCase();
  if (ending === 'docx') return word(tables);
  const book = XLSX.utils.book_new();
  for (const t of tables) {
    const sheet = XLSX.utils.aoa_to_sheet(t.rows.map((r) => r.map((v) => (v === '' ? null : v))));
    sheet['!merges'] = t.merges.map((m) => ({ s: { r: m.top, c: m.left }, e: { r: m.bottom, c: m.right } }));
    sheet['!cols'] = t.rows[t.head]!.map((_, i) => ({ wch: i === 1 ? 60 : 14 }));
    XLSX.utils.book_append_sheet(book, sheet, t.name);
  }
  if (ending === 'csv')
    return new TextEncoder().encode(`\uFEFF${XLSX.utils.sheet_to_csv(book.Sheets[tables[0]!.name]!, { FS: ';' })}`);
  return new Uint8Array(
    XLSX.write(book, {
      type: 'buffer',
      bookType: ending === 'xls' ? 'biff8' : (ending as 'xlsx' | 'ods'),
      compression: true,
    }) as Buffer,
  );
}

async function word(tables: readonly Laid[]): Promise<Uint8Array> {
  const children = tables.flatMap((t) => [
    ...t.rows
      .slice(0, t.head)
      .map((r) => new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun(String(r[0] ?? ''))] })),
    new Table({ rows: t.rows.slice(t.head).map((r, i) => new TableRow({ children: cellsOf(t, r, i) })) }),
    new Paragraph(''),
  ]);
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
}

function cellsOf(t: Laid, row: (string | number)[], i: number): TableCell[] {
  const cells: TableCell[] = [];
  for (let c = 0; c < t.rows[t.head]!.length; c++) {
    const merge = t.merges.find((m) => m.top - t.head <= i && i <= m.bottom - t.head && m.left <= c && c <= m.right);
    const children = [new Paragraph(String(row[c] ?? ''))];
    if (merge && merge.right > merge.left) {
      cells.push(new TableCell({ children, columnSpan: merge.right - merge.left + 1 }));
      c = merge.right;
    } else if (merge)
      cells.push(
        new TableCell({ children, verticalMerge: i === 0 ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE }),
      );
    else cells.push(new TableCell({ children }));
  }
  return cells;
}
