import { senderNameAt } from '../model/sender-of';
import type { Finding } from '../model/finding';
import { isOpen } from '../model/open-finding';
import type { SheetPlan } from '../model/output-plan';
import type { ReceivedFile } from '../model/submission';
import type { Template } from '../templates/schema';
import { vietnamTime } from '../text/vietnam-time';
import type { PlanOptions } from './options';
import { columnWord, fileLink, SEVERITY_ORDER, SEVERITY_WORDS } from './plan-words';
import { draftSheet, evidencePage, putLink } from './sheet-draft';
import { FINDINGS_SHEET, sheetNameOf } from './sheet-names';

const HEAD: readonly [string, number][] = [
  ['STT', 6],
  ['Mức độ', 10],
  ['Đơn vị', 22],
  ['Nội dung', 56],
  ['Tệp', 30],
  ['Sheet', 12],
  ['Ô', 8],
  ['Biểu', 11],
  ['Dòng', 9],
  ['Cột', 20],
  ['Đúng ra', 11],
  ['Thực tế', 11],
  ['Mã quy tắc', 17],
];
const HEADER_ROW = 3;

/** All findings, errors first, each linked to the cell of the file that it speaks of. */
export function planFindings(
  findings: readonly Finding[],
  files: readonly ReceivedFile[],
  templates: readonly Template[],
  options: PlanOptions = {},
): SheetPlan {
  const draft = draftSheet(HEAD.map(([, width]) => width));
  const byName = new Map(files.map((f) => [f.file, f]));
  const agencyOf = (f: Finding): string => {
    const file = f.file === null ? undefined : byName.get(f.file);
    return (file && senderNameAt(file, f)) ?? '';
  };
  const templateOf = new Map(templates.map((t) => [t.id, t]));
  const sorted = [...findings].sort(
    (a, b) => SEVERITY_ORDER[a.severity] - SEVERITY_ORDER[b.severity] || Number(isOpen(b)) - Number(isOpen(a)),
  );
  draft.put(0, 0, 'PHÁT HIỆN', 'sheetTitle');
  draft.span({ top: 1, left: 0, bottom: 1, right: HEAD.length - 1 }, summary(findings), 'sheetLead');
  HEAD.forEach(([text], c) => draft.put(HEADER_ROW, c, text, 'tableHeader'));
  sorted.forEach((f, i) => {
    const row = HEADER_ROW + 1 + i;
    const template = f.template === null ? undefined : templateOf.get(f.template);
    const link = fileLink(options.filesBase, f.file, f.sheet, f.cell);
    draft.put(row, 0, i + 1, 'tableCount');
    draft.put(
      row,
      1,
      isOpen(f) ? SEVERITY_WORDS[f.severity] : `${SEVERITY_WORDS[f.severity]} (${standing(f)})`,
      isOpen(f) ? f.severity : 'waiting',
    );
    draft.put(row, 2, agencyOf(f), 'tableText');
    draft.put(row, 3, message(f), 'tableText');
    putLink(draft, row, 4, f.file, link);
    draft.put(row, 5, f.sheet, 'tableText');
    putLink(draft, row, 6, f.cell, link);
    draft.put(row, 7, template ? sheetNameOf(template) : f.template, 'tableText');
    draft.put(row, 8, f.row, 'tableText');
    draft.put(row, 9, columnWord(template, f.column), 'tableText');
    draft.put(row, 10, f.expected, typeof f.expected === 'number' ? 'tableCount' : 'tableText');
    draft.put(row, 11, f.actual, typeof f.actual === 'number' ? 'tableCount' : 'tableText');
    draft.put(row, 12, f.rule, 'muted');
  });
  const right = HEAD.length - 1;
  return {
    name: FINDINGS_SHEET,
    role: 'findings',
    widths: draft.widths,
    heights: draft.heights(),
    cells: draft.cells,
    merges: draft.merges,
    freeze: { rows: HEADER_ROW + 1, cols: 2 },
    autofilter: { top: HEADER_ROW, left: 0, bottom: HEADER_ROW + sorted.length, right },
    page: evidencePage({ repeatRows: { from: HEADER_ROW, to: HEADER_ROW } }),
    tab: findings.some((f) => f.severity === 'error' && isOpen(f)) ? 'C0392B' : 'D9A400',
  };
}

/** In one word what became of a finding that asks nothing more. */
function standing({ setAside }: Finding): string {
  return setAside ? (setAside.how === 'returned' ? 'tệp đã trả lại' : 'không tính') : 'đã chấp nhận';
}

function message(f: Finding): string {
  const decided = f.setAside ?? f.accepted;
  if (!decided) return f.message;
  const what = f.setAside
    ? f.setAside.how === 'returned'
      ? 'Tệp đã trả lại'
      : 'Không tính bài nộp này'
    : 'Đã chấp nhận';
  return `${f.message}\n${what}: ${decided.reason} (${decided.by}, ${vietnamTime(decided.at)}).`;
}

function summary(findings: readonly Finding[]): string {
  const count = (severity: Finding['severity']): number => findings.filter((f) => f.severity === severity).length;
  if (findings.length === 0) return 'Không có phát hiện nào.';
  const accepted = findings.filter((f) => f.accepted && !f.setAside).length;
  const aside = findings.filter((f) => f.setAside).length;
  const settled = [
    accepted > 0 ? `${accepted} đã được chấp nhận` : '',
    aside > 0 ? `${aside} ở tệp đã trả lại hoặc không tính` : '',
  ].filter(Boolean);
  return (
    `${count('error')} lỗi, ${count('warning')} cảnh báo, ${count('info')} thông ` +
    `tin${settled.length > 0 ? `, trong đó ${settled.join(', ')}` : ''}. Lọc bằng mũi tên ở hàng tiêu đề; bấm vào ` +
    'tên tệp hoặc ô để mở tệp gốc.'
  );
}
