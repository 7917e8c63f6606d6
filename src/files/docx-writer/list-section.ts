import { TableRow, type ISectionOptions } from 'docx';
import type { NoticeItem, NoticeList } from '../../core/model/notice';
import type { PagePlan } from '../../core/model/output-plan';
import { section, textWidth } from './page';
import { fixedTable, shares, tableCell } from './tables';
import { paragraph, type Look } from './words';

const PAGE: PagePlan = {
  orientation: 'landscape',
  fitWidth: true,
  margins: { top: 20, bottom: 20, left: 30, right: 15 },
  pageNumbers: true,
};
const COLUMNS: readonly [head: string, width: number, align: Look['align']][] = [
  ['STT', 6, 'center'],
  ['Việc cần làm', 10, 'center'],
  ['Phụ lục', 10, 'center'],
  ['Dòng', 7, 'center'],
  ['Cột', 17, 'left'],
  ['Vị trí', 13, 'center'],
  ['Số đã ghi', 9, 'right'],
  ['Số đối chiếu', 9, 'right'],
  ['Nội dung', 45, 'left'],
];
const KIND = { error: 'Chỉnh sửa', question: 'Giải trình' } as const;

/** The list that goes with a file on which no notes can be hung. */
export function listSection(list: NoticeList): ISectionOptions {
  const widths = shares(
    COLUMNS.map(([, w]) => w),
    textWidth(PAGE),
  );
  const row = (texts: readonly string[], head: boolean): TableRow =>
    new TableRow({
      cantSplit: true,
      ...(head ? { tableHeader: true } : {}),
      children: texts.map((text, c) =>
        tableCell(
          [paragraph(text, { size: 12, bold: head, align: head ? 'center' : (COLUMNS[c]?.[2] ?? 'left') })],
          widths[c] ?? 0,
          { top: !head },
        ),
      ),
    });
  return section(PAGE, [
    paragraph(list.title, { size: 14, bold: true, align: 'center' }),
    paragraph(list.lead, { size: 13, italic: true, align: 'center', before: 3, after: 6 }),
    fixedTable(
      widths,
      [
        row(
          COLUMNS.map(([text]) => text),
          true,
        ),
        ...list.items.map((item, i) => row(texts(item, i), false)),
      ],
      true,
    ),
    paragraph('', { size: 8 }),
  ]);
}

function texts(item: NoticeItem, i: number): string[] {
  const place = [item.sheet, item.cell ? `ô ${item.cell}` : ''].filter(Boolean).join(', ');
  return [
    String(i + 1),
    KIND[item.kind],
    item.appendix,
    item.row,
    item.column,
    place,
    item.actual,
    item.expected,
    item.text,
  ];
}
