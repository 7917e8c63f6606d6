import { cellName } from '../model/address';
import type { ConsolidatedFigure, Consolidation, Contribution } from '../model/consolidation';
import type { SheetPlan } from '../model/output-plan';
import type { ReceivedFile } from '../model/submission';
import type { Template } from '../templates/schema';
import type { PlanOptions } from './options';
import { formatCount } from '../text/format-number';
import { columnWord, fileLink, PART_WORDS, REPAIR_WORDS } from './plan-words';
import { draftSheet, evidencePage, putLink } from './sheet-draft';
import { SOURCES_SHEET } from './sheet-names';

const HEAD: readonly [string, number][] = [
  ['Ô kết quả', 15],
  ['Biểu', 11],
  ['Dòng', 7],
  ['Tiêu chí', 40],
  ['Cột', 18],
  ['Đơn vị', 24],
  ['Tệp', 28],
  ['Sheet', 10],
  ['Ô', 8],
  ['Nội dung gốc', 18],
  ['Số liệu', 10],
  ['Cách đưa vào', 14],
  ['Sửa khi đọc', 24],
  ['SHA-256 của tệp', 50],
];
const HEADER_ROW = 3;
/** The last column on paper; the hash is for the screen. */
const PRINTED = 12;

/**
 * Every part of every figure: who, which file, which cell, the text as typed, what was done to read it, and where it
 * went.
 */
export function planSources(
  consolidation: Consolidation,
  templates: readonly Template[],
  appendices: readonly SheetPlan[],
  files: readonly ReceivedFile[],
  options: PlanOptions = {},
): SheetPlan {
  const draft = draftSheet(HEAD.map(([, width]) => width));
  const hashes = new Map(files.map((f) => [f.file, f.sha256]));
  HEAD.forEach(([text], c) => draft.put(HEADER_ROW, c, text, 'tableHeader'));
  let at = HEADER_ROW + 1;
  for (const [i, table] of consolidation.tables.entries()) {
    const template =
      templates.find((t) => t.id === table.template && t.version === table.version) ??
      templates.find((t) => t.id === table.template);
    const sheet = appendices[i];
    const shown = new Map(sheet?.figures?.map((f) => [`${f.rowKey}\n${f.column}`, cellName(f.row, f.col)]));
    for (const row of table.rows) {
      for (const figure of Object.values(row.figures)) {
        const cell = shown.get(`${figure.row}\n${figure.column}`);
        for (const part of ownParts(figure, row.row === template?.totalRow?.key)) {
          putLink(
            draft,
            at,
            0,
            sheet && cell ? `${sheet.name}!${cell}` : null,
            sheet && cell ? { sheet: sheet.name, cell } : undefined,
          );
          draft.put(at, 1, sheet?.name ?? table.template, 'tableText');
          draft.put(at, 2, row.number, 'tableText');
          draft.put(at, 3, row.label, 'tableText');
          draft.put(at, 4, columnWord(template, figure.column), 'tableText');
          const role = template?.columns.find((c) => c.key === figure.column)?.role;
          putOrigin(draft, at, part, figure.method, role === 'percent', options);
          draft.put(at, 13, hashes.get(part.file) ?? '', 'muted');
          at += 1;
        }
      }
    }
  }
  draft.put(0, 0, 'NGUỒN SỐ LIỆU', 'sheetTitle');
  draft.span(
    { top: 1, left: 0, bottom: 1, right: PRINTED },
    `${formatCount(at - HEADER_ROW - 1)} ô của các đơn vị đã đưa vào kết quả. Lọc theo "Ô kết quả" để thấy một ` +
      'số liệu được cộng từ đâu.',
    'sheetLead',
  );
  return {
    name: SOURCES_SHEET,
    role: 'sources',
    widths: draft.widths,
    heights: draft.heights(),
    cells: draft.cells,
    merges: draft.merges,
    freeze: { rows: HEADER_ROW + 1, cols: 1 },
    autofilter: { top: HEADER_ROW, left: 0, bottom: Math.max(HEADER_ROW, at - 1), right: HEAD.length - 1 },
    page: evidencePage({
      area: { top: 0, left: 0, bottom: Math.max(HEADER_ROW, at - 1), right: PRINTED },
      repeatRows: { from: HEADER_ROW, to: HEADER_ROW },
    }),
    tab: '7F8C8D',
  };
}

/**
 * A total stands on its levels or rows, which have their own lines here: of a total, only what came without a split is
 * listed.
 */
function ownParts(figure: ConsolidatedFigure, totalRow: boolean): readonly Contribution[] {
  return figure.method === 'sum-of-levels' || totalRow
    ? figure.contributions.filter((c) => c.part === 'unsplit')
    : figure.contributions;
}

/** Dates and notes are not added up. */
const WORDS_HOW: Partial<Record<ConsolidatedFigure['method'], string>> = {
  dates: 'Đếm, so sánh ngày',
  join: 'Ghép ghi chú',
};

function putOrigin(
  draft: ReturnType<typeof draftSheet>,
  at: number,
  part: Contribution,
  method: ConsolidatedFigure['method'],
  percent: boolean,
  options: PlanOptions,
): void {
  const how = WORDS_HOW[method];
  const link = fileLink(options.filesBase, part.file, part.sheet, part.cell);
  draft.put(at, 5, part.agencyName, 'tableText');
  draft.put(at, 6, part.file, 'tableText');
  draft.put(at, 7, part.sheet, 'tableText');
  putLink(draft, at, 8, part.cell, link);
  draft.put(at, 9, part.text, 'tableText');
  draft.put(at, 10, how ? null : part.value, percent ? 'tablePercent' : 'tableCount');
  draft.put(at, 11, how ?? PART_WORDS[part.part], 'tableText');
  draft.put(
    at,
    12,
    part.repairs.map((r) => `${REPAIR_WORDS[r.kind]}: "${r.before}" → "${r.after}"`).join('; '),
    'tableText',
  );
}
