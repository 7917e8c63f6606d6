import type { Appendix } from '../../core/model/appendix';
import type { Finding } from '../../core/model/finding';
import type { NoticeItem } from '../../core/model/notice';
import { templateById } from '../../core/templates/registry';
import { formatCount, formatDate, formatPercent } from '../../core/text/format-number';
import { shorten } from '../../core/validate/shorten';
import { shortName } from '../../core/templates/form-name';

/** What concerns the officer and not the sender. */
const NOT_FOR_SENDERS: ReadonlySet<string> = new Set([
  'agency-unknown',
  'agency-ambiguous',
  'template-uncertain',
  'rule-not-run',
  'double-counting',
  'source-changed',
  'decision-outdated',
]);
/** Longest wording of a row in a sentence, in characters; the list has it in full. */
const LABEL_WIDTH = 70;
/** How rules end a sentence; a letter asks once for everything. */
const REQUEST = /; đề nghị đơn vị kiểm tra lại\.$/u;

/**
 * Findings about what a sender sent, as things to mend or to explain, errors first; notes that need no answer are left
 * out.
 */
export function noticeItems(findings: readonly Finding[], appendices: readonly Appendix[]): NoticeItem[] {
  const items = findings
    .filter((f) => f.severity !== 'info' && !f.accepted && f.file !== null && !NOT_FOR_SENDERS.has(f.rule))
    .map((f) => toItem(f, appendices));
  return [...items.filter((i) => i.kind === 'error'), ...items.filter((i) => i.kind === 'question')];
}

function toItem(f: Finding, appendices: readonly Appendix[]): NoticeItem {
  const template = f.template === null ? undefined : templateById(f.template);
  const own =
    appendices.find((a) => a.file === f.file && a.sheet === f.sheet && a.template === f.template) ??
    appendices.find((a) => a.file === f.file && a.template === f.template);
  const row = own?.rows.find((r) => r.key === f.row);
  const declared = template?.rows.find((r) => r.key === f.row);
  const column = template?.columns.find((c) => c.key === f.column);
  const label = tidy(row?.label || declared?.label || '');
  // A note is held against a share: "Đạt 100% kế hoạch" against 10/8.
  const percent =
    column?.role === 'percent' || (f.rule === 'note-contradicts' && column?.role === 'note' && f.message.includes('%'));
  return {
    kind: f.severity === 'error' ? 'error' : 'question',
    file: f.file ?? '',
    sheet: f.sheet ?? '',
    cell: f.cell ?? '',
    appendix: template ? shortName(template) : '',
    row:
      f.row === null ? '' : declared?.number || (template?.totalRow?.key === f.row ? template.totalRow.label : label),
    rowLabel: label,
    column: column?.header.at(-1) ?? '',
    actual: figureWords(f.actual, percent),
    expected: figureWords(f.expected, percent),
    text: withLabel(f.message.replace(REQUEST, '.'), declared?.number ?? '', label),
  };
}

function figureWords(value: number | string | null, percent: boolean): string {
  if (value === null) return '';
  if (typeof value === 'string') return formatDate(value);
  return percent ? formatPercent(value) : formatCount(value);
}

/** "…, dòng 10, cột …" with what the row is about: "…, dòng 10 “Số cơ quan hành chính thực hiện…”, cột …". */
function withLabel(text: string, number: string, label: string): string {
  const place = `, dòng ${number},`;
  const at = text.indexOf(place);
  const colon = text.indexOf(': ');
  if (number === '' || label === '' || at < 0 || (colon >= 0 && at > colon) || text.includes(label)) return text;
  return `${text.slice(0, at)}, dòng ${number} “${shorten(label, LABEL_WIDTH)}”,${text.slice(at + place.length)}`;
}

const tidy = (text: string): string => text.replace(/\s+/gu, ' ').trim().normalize('NFC');
