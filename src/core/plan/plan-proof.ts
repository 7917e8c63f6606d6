import { senderNames } from '../model/sender-of';
import { cellName } from '../model/address';
import type { Consolidation } from '../model/consolidation';
import type { SheetPlan, StyleName } from '../model/output-plan';
import type { ReceivedFile } from '../model/submission';
import type { Template } from '../templates/schema';
import { formatCount } from '../text/format-number';
import { tableStatements } from '../text/table-statements';
import { vietnamTime } from '../text/vietnam-time';
import { fileStanding } from './file-standing';
import type { PlanOptions } from './options';
import { columnWord, fileLink } from './plan-words';
import { putTables } from './put-tables';
import { draftSheet, evidencePage, putLink, type SheetDraft } from './sheet-draft';
import { CONTROLS_SHEET, PROOF_SHEET, sheetNameOf } from './sheet-names';

const WIDTHS = [6, 46, 28, 17, 17, 17, 27, 38];
const LAST = WIDTHS.length - 1;
const ROUNDING = 1e-9;

/**
 * The proof: in words what was held against what and whether it closes; then the counts, totals by two routes, figures
 * that are not the sum of the sources, every cell left out with its reason, and last, with its header on every page,
 * every file with its fate.
 */
export function planProof(
  consolidation: Consolidation,
  templates: readonly Template[],
  files: readonly ReceivedFile[],
  options: PlanOptions = {},
): SheetPlan {
  const draft = draftSheet(WIDTHS);
  const { proof } = consolidation;
  draft.put(0, 0, 'ĐỐI SOÁT', 'sheetTitle');
  draft.span(
    { top: 1, left: 0, bottom: 1, right: LAST },
    proof.closes ? 'ĐỐI SOÁT KHỚP' : 'ĐỐI SOÁT KHÔNG KHỚP: KHÔNG DÙNG KẾT QUẢ NÀY',
    proof.closes ? 'good' : 'error',
  );
  let row = 2;
  for (const text of proof.breaks) draft.span({ top: row, left: 0, bottom: row++, right: LAST }, text, 'error');
  for (const text of statements(consolidation, files))
    draft.span({ top: row, left: 0, bottom: row++, right: LAST }, text, 'sheetLead');
  const number = numbered();
  row = putCounts(draft, consolidation, templates, row + 1, number);
  row = putTotals(draft, consolidation, templates, row + 1, number);
  row = putAdjusted(draft, consolidation, templates, row + 1, number);
  row = putExcluded(draft, consolidation, options, row + 1, number);
  row = putTables(draft, { consolidation, templates, files, options }, row + 1, number);
  const files_ = row + 2;
  putFiles(draft, consolidation, files, options, row + 1, number);
  return {
    name: PROOF_SHEET,
    role: 'proof',
    widths: WIDTHS,
    heights: draft.heights(),
    cells: draft.cells,
    merges: draft.merges,
    // Repeated on the pages after the one that it stands on.
    page: evidencePage({ repeatRows: { from: files_, to: files_ } }),
    tab: proof.closes ? '2E8B57' : 'C0392B',
  };
}

/** What was held against what, in sentences: "Tệp: nhận 28 = tổng hợp 28 + trả lại 0 + để riêng 0." */
function statements(consolidation: Consolidation, files: readonly ReceivedFile[]): string[] {
  const { proof, controlTotals, tables } = consolidation;
  const { cells, totals } = proof;
  const received = proof.files;
  const n = formatCount;
  const forms = new Set(totals.map((t) => t.template)).size;
  const off = totals.filter((t) => Math.abs(difference(t)) >= ROUNDING).length;
  const adjusted = tables
    .flatMap((t) => t.rows)
    .flatMap((r) => Object.values(r.figures))
    .filter((f) => f.adjustment).length;
  const differ = controlTotals.filter((t) => t.difference !== 0).length;
  return [
    `Tệp: nhận ${n(received.in)} = tổng hợp ${n(received.merged)} + trả lại ${n(received.returned)} + để riêng ` +
      `${n(received.setAside)}.`,
    `Ô có nội dung trong các bảng nhận được: ${n(cells.read)} = đã xếp chỗ ${n(cells.placed)} + không đưa vào ` +
      `tổng ${n(cells.refused)} (liệt kê ở dưới).`,
    `Tổng từng cột: ${n(forms)} biểu, ${n(totals.length)} cột, mỗi cột tính bằng hai cách độc lập: (1) cộng các ` +
      'ô đã nhận ra và xếp vào biểu; (2) cộng thẳng mọi số trong vùng bảng của tệp gốc, không dùng kết quả nhận ' +
      `ra. ${off === 0 ? 'Tất cả các cột khớp.' : `${n(off)} cột KHÔNG khớp.`}`,
    ...tableStatements(consolidation, files),
    ...(controlTotals.length > 0
      ? [
          `Số kiểm soát toàn tỉnh (chỉ để so sánh, không cộng): ${n(controlTotals.length)} số, ` +
            `${n(controlTotals.length - differ)} khớp, ${n(differ)} khác hoặc chưa so được; xem trang ` +
            `"${CONTROLS_SHEET}".`,
        ]
      : []),
    ...(adjusted > 0
      ? [`${n(adjusted)} số liệu trên kết quả đã điều chỉnh; đối soát tính trên tổng từ các đơn vị.`]
      : []),
  ];
}

/** "1. ", "2. " …, one more each time. */
function numbered(): () => string {
  let n = 0;
  return () => `${++n}. `;
}

function heading(draft: SheetDraft, row: number, title: string, columns: readonly string[]): number {
  draft.put(row, 0, title, 'sheetTitle');
  columns.forEach((text, c) => draft.put(row + 1, c, text, 'tableHeader'));
  return row + 2;
}

/**
 * Files in = merged + returned + set aside; cells read = placed + refused, together and per form. The difference is a
 * live formula.
 */
function putCounts(
  draft: SheetDraft,
  { proof }: Consolidation,
  templates: readonly Template[],
  top: number,
  number: () => string,
): number {
  const { files, cells } = proof;
  let row = heading(draft, top, `${number()}Tệp và ô`, [
    'STT',
    'Đếm',
    'Vào',
    'Tổng hợp / đã xếp chỗ',
    'Trả lại / không đưa vào tổng',
    'Để riêng',
    'Chênh lệch (phải bằng 0)',
  ]);
  const lines: [string, number, number, number, number | null][] = [
    ['Tệp nhận được', files.in, files.merged, files.returned, files.setAside],
    ['Ô có nội dung trong các bảng', cells.read, cells.placed, cells.refused, null],
    ...(proof.forms ?? []).map((f): [string, number, number, number, null] => [
      `Trong đó ${shortName(templates, f.template)}: ${formatCount(f.tables)} bảng`,
      f.read,
      f.placed,
      f.refused,
      null,
    ]),
  ];
  lines.forEach(([label, into, ...out], i) => {
    draft.put(row, 0, i + 1, 'tableCount');
    draft.put(row, 1, label, 'tableText');
    [into, ...out].forEach((n, k) => draft.put(row, 2 + k, n, 'tableCount'));
    const left = into - out.reduce<number>((a, b) => a + (b ?? 0), 0);
    draft.put(row, 6, left, left === 0 ? 'good' : 'error', {
      formula: `${cellName(row, 2)}-SUM(${cellName(row, 3)}:${cellName(row, 5)})`,
    });
    row += 1;
  });
  return row;
}

const shortName = (templates: readonly Template[], id: string): string => {
  const template = templates.find((t) => t.id === id);
  return template ? sheetNameOf(template) : id;
};

const difference = (t: Consolidation['proof']['totals'][number]): number => t.raw - t.placed - t.refused;

function putTotals(
  draft: SheetDraft,
  { proof }: Consolidation,
  templates: readonly Template[],
  top: number,
  number: () => string,
): number {
  let row = heading(draft, top, `${number()}Tổng từng cột theo hai cách tính độc lập (mọi bảng nhận được)`, [
    'STT',
    'Biểu',
    'Cột',
    '(1) Cộng các ô đã xếp chỗ',
    'Số ở các ô không đưa vào tổng',
    '(2) Cộng thẳng từ tệp gốc',
    'Chênh lệch (phải bằng 0)',
  ]);
  const order = (id: string): number => templates.findIndex((t) => t.id === id);
  [...proof.totals]
    .sort((a, b) => order(a.template) - order(b.template))
    .forEach((t, i) => {
      const template = templates.find((x) => x.id === t.template);
      draft.put(row, 0, i + 1, 'tableCount');
      draft.put(row, 1, template ? `${sheetNameOf(template)}: ${template.name}` : t.template, 'tableText');
      draft.put(row, 2, columnWord(template, t.column), 'tableText');
      draft.put(row, 3, t.placed, 'tableCount');
      draft.put(row, 4, t.refused, 'tableCount');
      draft.put(row, 5, t.raw, 'tableCount');
      const same = Math.abs(difference(t)) < ROUNDING;
      draft.put(row, 6, same ? 0 : difference(t), same ? 'good' : 'error', {
        formula: `ROUND(${cellName(row, 5)}-${cellName(row, 3)}-${cellName(row, 4)},9)`,
      });
      row += 1;
    });
  return row;
}

/** The proof stands on the sums of the sources; whatever the result shows instead is named here. */
function putAdjusted(
  draft: SheetDraft,
  consolidation: Consolidation,
  templates: readonly Template[],
  top: number,
  number: () => string,
): number {
  const lines = consolidation.tables.flatMap((t) =>
    t.rows.flatMap((r) =>
      Object.values(r.figures).flatMap((f) => (f.adjustment ? [{ t, r, f, a: f.adjustment }] : [])),
    ),
  );
  if (lines.length === 0) return top - 1;
  let row = heading(draft, top, `${number()}Số liệu đã điều chỉnh (đối soát tính trên tổng từ các đơn vị)`, [
    'STT',
    'Biểu, dòng',
    'Cột',
    'Tổng từ các đơn vị',
    'Số trên kết quả',
    'Chênh lệch',
    'Người, thời điểm',
    'Lý do',
  ]);
  lines.forEach(({ t, r, f, a }, i) => {
    draft.put(row, 0, i + 1, 'tableCount');
    draft.put(row, 1, `${shortName(templates, t.template)}, dòng ${r.number || r.label}`, 'tableText');
    draft.put(
      row,
      2,
      columnWord(
        templates.find((x) => x.id === t.template),
        f.column,
      ),
      'tableText',
    );
    draft.put(row, 3, a.sum, 'tableCount');
    draft.put(row, 4, a.value, 'tableCount');
    draft.put(row, 5, a.value - (a.sum ?? 0), 'warning', { formula: `${cellName(row, 4)}-${cellName(row, 3)}` });
    draft.put(row, 6, `${a.by}, ${vietnamTime(a.at)}`, 'tableText');
    draft.put(row, 7, a.derived ? 'Tính lại theo số liệu đã điều chỉnh' : a.reason, 'tableText');
    row += 1;
  });
  return row;
}

function putExcluded(
  draft: SheetDraft,
  { excluded, submissions }: Consolidation,
  options: PlanOptions,
  top: number,
  number: () => string,
): number {
  if (excluded.length === 0) {
    draft.put(top, 0, `${number()}Các ô không đưa vào tổng: không có`, 'sheetTitle');
    return top + 1;
  }
  let row = heading(draft, top, `${number()}Các ô không đưa vào tổng`, [
    'STT',
    'Tệp',
    'Đơn vị',
    'Sheet',
    'Ô',
    'Nội dung gốc',
  ]);
  draft.span({ top: row - 1, left: 6, bottom: row - 1, right: LAST }, 'Lý do', 'tableHeader');
  const names = new Map(submissions.map((s) => [s.key, s.name]));
  excluded.forEach((e, i) => {
    const link = fileLink(options.filesBase, e.file, e.sheet, e.cell);
    draft.put(row, 0, i + 1, 'tableCount');
    putLink(draft, row, 1, e.file, link);
    draft.put(row, 2, names.get(e.agency) ?? e.agency, 'tableText');
    draft.put(row, 3, e.sheet, 'tableText');
    draft.put(row, 4, e.cell, 'tableText');
    draft.put(row, 5, e.text, 'tableText');
    draft.span({ top: row, left: 6, bottom: row, right: LAST }, e.reason, 'tableText');
    row += 1;
  });
  return row;
}

function putFiles(
  draft: SheetDraft,
  consolidation: Consolidation,
  files: readonly ReceivedFile[],
  options: PlanOptions,
  top: number,
  number: () => string,
): void {
  let row = heading(draft, top, `${number()}Các tệp nhận được`, [
    'STT',
    'Tệp',
    'Đơn vị',
    'Kỳ báo cáo',
    'Kết quả',
    'Số bảng',
    'SHA-256',
    'Lý do',
  ]);
  files.forEach((f, i) => {
    const link = fileLink(options.filesBase, f.file);
    const standing = fileStanding(f, consolidation);
    draft.put(row, 0, i + 1, 'tableCount');
    putLink(draft, row, 1, f.file, link);
    draft.put(row, 2, senderNames(f) || 'Chưa xác định', 'tableText');
    draft.put(row, 3, f.period?.label ?? '', 'tableText');
    draft.put(row, 4, standing.words, standing.style satisfies StyleName);
    draft.put(row, 5, f.appendices.length, 'tableCount');
    draft.put(row, 6, f.sha256, 'muted');
    draft.put(row, 7, f.reason, 'tableText');
    row += 1;
  });
}
