import type { Consolidation } from '../model/consolidation';
import type { StyleName } from '../model/output-plan';
import type { ReceivedFile } from '../model/submission';
import type { OutsideTables, TableLine, TableState } from '../model/table-line';
import type { Template } from '../templates/schema';
import { formatCount } from '../text/format-number';
import { TABLE_WORDS } from '../text/table-words';
import type { PlanOptions } from './options';
import { fileLink } from './plan-words';
import { putLink, type SheetDraft } from './sheet-draft';
import { sheetNameOf } from './sheet-names';

const STYLES: Record<TableState, StyleName> = {
  taken: 'good',
  control: 'info',
  older: 'warning',
  blank: 'waiting',
  'other-period': 'info',
  undecided: 'error',
  returned: 'warning',
  'left-out': 'waiting',
  'set-aside': 'error',
  unknown: 'warning',
  text: 'info',
};

interface Input {
  consolidation: Consolidation;
  templates: readonly Template[];
  files: readonly ReceivedFile[];
  options: PlanOptions;
}

/** A line per table received; below them what stands beside tables and in running text, where numbers stand there. */
export function putTables(
  draft: SheetDraft,
  { consolidation, templates, files, options }: Input,
  top: number,
  number: () => string,
): number {
  const lines = consolidation.tableLines ?? [];
  if (lines.length === 0) return top - 1;
  draft.put(top, 0, `${number()}Các bảng trong tệp nhận được`, 'sheetTitle');
  const heads = ['STT', 'Tệp', 'Trang, vùng ô', 'Kết quả', 'Ô có nội dung', 'Ô số liệu', 'Đơn vị, kỳ', 'Biểu, ghi chú'];
  heads.forEach((text, c) => draft.put(top + 1, c, text, 'tableHeader'));
  let row = top + 2;
  lines.forEach((line, i) => {
    draft.put(row, 0, i + 1, 'tableCount');
    putLink(draft, row, 1, line.file, fileLink(options.filesBase, line.file, line.sheet, line.range.split(':')[0]!));
    draft.put(row, 2, `${line.sheet}, ${line.range}`, 'tableText');
    draft.put(row, 3, TABLE_WORDS[line.state], STYLES[line.state]);
    draft.put(row, 4, line.cells, 'tableCount');
    draft.put(row, 5, line.figures, 'tableCount');
    draft.put(row, 6, [line.agency ?? 'Chưa xác định', line.period].filter(Boolean).join(', '), 'tableText');
    draft.put(row, 7, wordsOf(line, templates), 'tableText');
    row += 1;
  });
  for (const [file, text, cells, figures] of besides(files)) {
    draft.put(row, 0, null, 'tableText');
    putLink(draft, row, 1, file, fileLink(options.filesBase, file));
    draft.span({ top: row, left: 2, bottom: row, right: 3 }, text, 'tableText');
    draft.put(row, 4, cells, 'tableCount');
    draft.put(row, 5, figures, 'tableCount');
    draft.span({ top: row, left: 6, bottom: row, right: 7 }, 'Không được tổng hợp', 'tableText');
    row += 1;
  }
  draft.put(row, 0, null, 'tableText');
  draft.span({ top: row, left: 1, bottom: row, right: 3 }, 'Cộng', 'tableText');
  for (const col of [4, 5]) {
    const values = draft.cells.filter((c) => c.col === col && c.row >= top + 2 && c.row < row);
    draft.put(
      row,
      col,
      values.reduce((sum, c) => sum + (typeof c.value === 'number' ? c.value : 0), 0),
      'tableCount',
    );
  }
  draft.span({ top: row, left: 6, bottom: row, right: 7 }, null, 'tableText');
  return row + 1;
}

/** "Phụ lục 2", or the title of a table that no form took, with the reason why it does not count. */
function wordsOf(line: TableLine, templates: readonly Template[]): string {
  const form = templates.find((t) => t.id === line.template);
  const name = form ? sheetNameOf(form) : line.title;
  return [name, line.reason].filter(Boolean).join('; ');
}

/** " (số ở B3, C9)": where numbers stand beside the tables. */
const placesOf = ({ figures, at }: OutsideTables): string =>
  figures > 0 ? ` (số ở ${at.join(', ')}${figures > at.length ? ', …' : ''})` : '';

/** Cells and numbers beside the tables of each sheet, and paragraphs with figures of each file. */
function besides(files: readonly ReceivedFile[]): [file: string, what: string, cells: number, figures: number][] {
  return files.flatMap((f): [string, string, number, number][] => [
    ...(f.tables?.outside ?? [])
      .filter((o) => o.cells > 0)
      .map((o): [string, string, number, number] => [
        f.file,
        `${o.sheet}: ngoài các bảng${placesOf(o)}`,
        o.cells,
        o.figures,
      ]),
    ...(f.narrative && f.narrative.withFigures > 0
      ? [
          [
            f.file,
            `Văn bản: ${formatCount(f.narrative.withFigures)} đoạn văn có số liệu, không được tổng hợp`,
            0,
            0,
          ] as [string, string, number, number],
        ]
      : []),
  ]);
}
