import { senderNames } from '../core/model/sender-of';
import type { Finding } from '../core/model/finding';
import { isOpen } from '../core/model/open-finding';
import type { RunResult } from '../app/consolidate/run-options';

const WORD = { error: 'LỖI', warning: 'CẢNH BÁO', info: 'THÔNG TIN' } as const;
const RANK = { error: 0, warning: 1, info: 2 } as const;
/**
 * Notes of one kind in one file beyond this are counted, not printed (all of them are in the report and on the sheet
 * "Phát hiện").
 */
const SHOWN_INFOS = 3;

/** Findings grouped by file, the worst file first, each with its place, in lines for a terminal. */
export function findingLines(run: RunResult, all: boolean): string[] {
  const byFile = new Map<string, Finding[]>();
  for (const f of run.findings) byFile.set(f.file ?? '', [...(byFile.get(f.file ?? '') ?? []), f]);
  const groups = [...byFile].sort((a, b) => worst(a[1]) - worst(b[1]) || (a[0] < b[0] ? -1 : 1));
  const lines: string[] = [];
  for (const [file, findings] of groups) {
    const received = run.files.find((f) => f.file === file);
    const agency = received && senderNames(received);
    lines.push('', file === '' ? 'Chung cho cả đợt' : agency ? `${file} (${agency})` : file);
    const shown = new Map<string, number>();
    for (const f of findings) {
      const kind = `${f.rule}\n${f.sheet ?? ''}`;
      const n = (shown.get(kind) ?? 0) + 1;
      shown.set(kind, n);
      if (f.severity === 'info' && !all && n > SHOWN_INFOS) continue;
      const place = f.cell ? `${f.sheet ?? ''}!${f.cell}` : (f.sheet ?? '');
      lines.push(`  ${WORD[f.severity].padEnd(9)} ${place.padEnd(10)} ${f.message} [${f.rule}]${standing(f)}`);
    }
    for (const [kind, n] of shown) {
      if (
        n > SHOWN_INFOS &&
        !all &&
        findings.some((f) => f.severity === 'info' && `${f.rule}\n${f.sheet ?? ''}` === kind)
      ) {
        const [rule, sheet] = kind.split('\n');
        lines.push(
          `  ${''.padEnd(9)} ${(sheet ?? '').padEnd(10)} … và ${n - SHOWN_INFOS} thông tin khác cùng loại [${rule}]`,
        );
      }
    }
  }
  return lines;
}

function worst(findings: readonly Finding[]): number {
  return Math.min(...findings.map((f) => (isOpen(f) ? RANK[f.severity] : RANK.info)));
}

/** What became of a finding: accepted, or its file returned or left out. */
function standing({ accepted, setAside }: Finding): string {
  if (setAside)
    return setAside.how === 'returned'
      ? ` (tệp đã trả lại: ${setAside.reason}, ${setAside.by})`
      : ` (không tính bài nộp này: ${setAside.reason}, ${setAside.by})`;
  return accepted ? ` (đã chấp nhận: ${accepted.reason}, ${accepted.by})` : '';
}

/** "3 lỗi, 12 cảnh báo, 40 thông tin (2 đã chấp nhận, 5 ở tệp đã trả lại hoặc không tính)". */
export function countWords(findings: readonly Finding[]): string {
  const n = (s: Finding['severity']): number => findings.filter((f) => f.severity === s).length;
  const aside = findings.filter((f) => f.setAside).length;
  const accepted = findings.filter((f) => f.accepted && !f.setAside).length;
  const more = [
    accepted > 0 ? `${accepted} đã chấp nhận` : '',
    aside > 0 ? `${aside} ở tệp đã trả lại hoặc không tính` : '',
  ].filter(Boolean);
  return (
    `${n('error')} lỗi, ${n('warning')} cảnh báo, ${n('info')} thông ` +
    `tin${more.length > 0 ? ` (${more.join(', ')})` : ''}`
  );
}
