import { cellName } from '../model/address';
import type { Consolidation } from '../model/consolidation';
import type { SheetPlan, StyleName } from '../model/output-plan';
import type { ReceivedFile } from '../model/submission';
import type { Template } from '../templates/schema';
import { vietnamTime } from '../text/vietnam-time';
import { fileStanding } from './file-standing';
import type { PlanOptions } from './options';
import { columnWord, fileLink } from './plan-words';
import { draftSheet, officialPage, type SheetDraft } from './sheet-draft';
import { PROOF_SHEET, sheetNameOf } from './sheet-names';

const WIDTHS = [6, 36, 24, 18, 18, 16, 32, 45];
const LAST = WIDTHS.length - 1;
const ROUNDING = 1e-9;

/** The proof: files and cells in against out, totals by two routes, every file with its fate, every cell left out with its reason. */
export function planProof(
  consolidation: Consolidation, templates: readonly Template[], files: readonly ReceivedFile[], options: PlanOptions = {},
): SheetPlan {
  const draft = draftSheet(WIDTHS);
  const { proof } = consolidation;
  draft.put(0, 0, 'ĐỐI SOÁT', 'sheetTitle');
  draft.span({ top: 1, left: 0, bottom: 1, right: LAST }, proof.closes ? 'ĐỐI SOÁT KHỚP' : 'ĐỐI SOÁT KHÔNG KHỚP: KHÔNG DÙNG KẾT QUẢ NÀY', proof.closes ? 'good' : 'error');
  let row = 2;
  for (const text of proof.breaks) draft.span({ top: row, left: 0, bottom: row++, right: LAST }, text, 'error');
  row = putCounts(draft, consolidation, row + 1);
  row = putTotals(draft, consolidation, templates, row + 1);
  row = putFiles(draft, consolidation, files, options, row + 1);
  row = putExcluded(draft, consolidation, options, row + 1);
  row = putControls(draft, consolidation, templates, row + 1);
  putAdjusted(draft, consolidation, templates, row + 1);
  return {
    name: PROOF_SHEET, role: 'proof', widths: WIDTHS, heights: draft.heights(), cells: draft.cells, merges: draft.merges,
    page: officialPage({ margins: { top: 20, bottom: 20, left: 15, right: 15 } }), tab: proof.closes ? '2E8B57' : 'C0392B',
  };
}

function heading(draft: SheetDraft, row: number, title: string, columns: readonly string[]): number {
  draft.put(row, 0, title, 'sheetTitle');
  columns.forEach((text, c) => draft.put(row + 1, c, text, 'tableHeader'));
  return row + 2;
}

/** Files in = merged + returned + set aside; cells read = placed + refused. The difference is a live formula. */
function putCounts(draft: SheetDraft, { proof }: Consolidation, top: number): number {
  const { files, cells } = proof;
  let row = heading(draft, top, '1. Tệp và ô', ['STT', 'Đếm', 'Vào', 'Tổng hợp / đã xếp chỗ', 'Trả lại / từ chối', 'Để riêng', 'Chênh lệch (phải bằng 0)']);
  const lines: [string, number, number, number, number | null][] = [
    ['Tệp nhận được', files.in, files.merged, files.returned, files.setAside],
    ['Ô có nội dung trong các bảng', cells.read, cells.placed, cells.refused, null],
  ];
  lines.forEach(([label, into, ...out], i) => {
    draft.put(row, 0, i + 1, 'tableCount');
    draft.put(row, 1, label, 'tableText');
    [into, ...out].forEach((n, k) => draft.put(row, 2 + k, n, 'tableCount'));
    const difference = into - out.reduce<number>((a, b) => a + (b ?? 0), 0);
    draft.put(row, 6, difference, difference === 0 ? 'good' : 'error', { formula: `${cellName(row, 2)}-SUM(${cellName(row, 3)}:${cellName(row, 5)})` });
    row += 1;
  });
  return row;
}

function putTotals(draft: SheetDraft, { proof }: Consolidation, templates: readonly Template[], top: number): number {
  let row = heading(draft, top, '2. Tổng từng cột theo hai cách tính độc lập', ['STT', 'Biểu', 'Cột', 'Cộng các ô đã xếp chỗ', 'Số ở các ô bị từ chối', 'Cộng thẳng từ tệp gốc', 'Chênh lệch (phải bằng 0)']);
  proof.totals.forEach((t, i) => {
    const template = templates.find((x) => x.id === t.template);
    draft.put(row, 0, i + 1, 'tableCount');
    draft.put(row, 1, template ? `${sheetNameOf(template)}: ${template.name}` : t.template, 'tableText');
    draft.put(row, 2, columnWord(template, t.column), 'tableText');
    draft.put(row, 3, t.placed, 'tableCount');
    draft.put(row, 4, t.refused, 'tableCount');
    draft.put(row, 5, t.raw, 'tableCount');
    const difference = t.raw - t.placed - t.refused;
    draft.put(row, 6, Math.abs(difference) < ROUNDING ? 0 : difference, Math.abs(difference) < ROUNDING ? 'good' : 'error', {
      formula: `ROUND(${cellName(row, 5)}-${cellName(row, 3)}-${cellName(row, 4)},9)`,
    });
    row += 1;
  });
  return row;
}

function putControls(draft: SheetDraft, consolidation: Consolidation, templates: readonly Template[], top: number): number {
  if (consolidation.controlTotals.length === 0) return top - 1;
  let row = heading(draft, top, '5. Số kiểm soát toàn tỉnh (chỉ để so sánh, không cộng)', ['STT', 'Đơn vị', 'Biểu, dòng, cột', 'Số toàn tỉnh đơn vị báo', 'Tổng các đơn vị', 'Chênh lệch', 'Tệp', 'Ô']);
  consolidation.controlTotals.forEach((t, i) => {
    const template = templates.find((x) => x.id === t.template);
    const same = t.difference === 0;
    draft.put(row, 0, i + 1, 'tableCount');
    draft.put(row, 1, t.agencyName, 'tableText');
    draft.put(row, 2, `${template ? sheetNameOf(template) : t.template}, dòng ${t.row}, ${columnWord(template, t.column)}`, 'tableText');
    draft.put(row, 3, t.control, 'tableCount');
    draft.put(row, 4, t.sum, 'tableCount');
    draft.put(row, 5, t.difference, same ? 'good' : 'warning');
    draft.put(row, 6, t.file, 'tableText');
    draft.put(row, 7, `${t.sheet}!${t.cell}`, 'tableText');
    row += 1;
  });
  return row;
}

/** The proof stands on the sums of the sources; whatever the result shows instead is named here. */
function putAdjusted(draft: SheetDraft, consolidation: Consolidation, templates: readonly Template[], top: number): void {
  const lines = consolidation.tables.flatMap((t) => t.rows.flatMap((r) => Object.values(r.figures).flatMap((f) => (f.adjustment ? [{ t, r, f, a: f.adjustment }] : []))));
  if (lines.length === 0) return;
  let row = heading(draft, top, `${consolidation.controlTotals.length > 0 ? 6 : 5}. Số liệu đã điều chỉnh (đối soát tính trên tổng từ các đơn vị)`, ['STT', 'Biểu, dòng', 'Cột', 'Tổng từ các đơn vị', 'Số trên kết quả', 'Chênh lệch', 'Lý do', 'Người, thời điểm']);
  lines.forEach(({ t, r, f, a }, i) => {
    const template = templates.find((x) => x.id === t.template);
    draft.put(row, 0, i + 1, 'tableCount');
    draft.put(row, 1, `${template ? sheetNameOf(template) : t.template}, dòng ${r.number || r.label}`, 'tableText');
    draft.put(row, 2, columnWord(template, f.column), 'tableText');
    draft.put(row, 3, a.sum, 'tableCount');
    draft.put(row, 4, a.value, 'tableCount');
    draft.put(row, 5, a.value - (a.sum ?? 0), 'warning', { formula: `${cellName(row, 4)}-${cellName(row, 3)}` });
    draft.put(row, 6, a.reason, 'tableText');
    draft.put(row, 7, `${a.by}, ${vietnamTime(a.at)}`, 'tableText');
    row += 1;
  });
}

function putFiles(draft: SheetDraft, consolidation: Consolidation, files: readonly ReceivedFile[], options: PlanOptions, top: number): number {
  let row = heading(draft, top, '3. Các tệp nhận được', ['STT', 'Tệp', 'Đơn vị', 'Kỳ báo cáo', 'Kết quả', 'Số bảng', 'Lý do', 'SHA-256']);
  files.forEach((f, i) => {
    const link = fileLink(options.filesBase, f.file);
    const standing = fileStanding(f, consolidation);
    draft.put(row, 0, i + 1, 'tableCount');
    draft.put(row, 1, f.file, link ? 'tableLink' : 'tableText', link ? { link } : {});
    draft.put(row, 2, f.agency.agency?.name ?? 'Chưa xác định', 'tableText');
    draft.put(row, 3, f.period?.label ?? '', 'tableText');
    draft.put(row, 4, standing.words, standing.style satisfies StyleName);
    draft.put(row, 5, f.appendices.length, 'tableCount');
    draft.put(row, 6, f.reason, 'tableText');
    draft.put(row, 7, f.sha256, 'muted');
    row += 1;
  });
  return row;
}

function putExcluded(draft: SheetDraft, consolidation: Consolidation, options: PlanOptions, top: number): number {
  const title = consolidation.excluded.length > 0 ? '4. Các ô không đưa vào tổng' : '4. Các ô không đưa vào tổng: không có';
  let row = heading(draft, top, title, ['STT', 'Tệp', 'Đơn vị', 'Sheet', 'Nội dung gốc', 'Ô', 'Lý do']);
  const names = new Map(consolidation.submissions.map((s) => [s.key, s.name]));
  consolidation.excluded.forEach((e, i) => {
    const link = fileLink(options.filesBase, e.file, e.sheet, e.cell);
    draft.put(row, 0, i + 1, 'tableCount');
    draft.put(row, 1, e.file, link ? 'tableLink' : 'tableText', link ? { link } : {});
    draft.put(row, 2, names.get(e.agency) ?? e.agency, 'tableText');
    draft.put(row, 3, e.sheet, 'tableText');
    draft.put(row, 4, e.text, 'tableText');
    draft.put(row, 5, e.cell, 'tableText');
    draft.put(row, 6, e.reason, 'tableText');
    row += 1;
  });
  return row;
}
