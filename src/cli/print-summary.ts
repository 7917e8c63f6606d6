import { formatCount } from '../core/text/format-number';
import { tableStatements } from '../core/text/table-statements';
import { shortName } from '../core/templates/form-name';
import { templateById } from '../core/templates/registry';
import type { CaseRun } from '../app/case/run-case';
import { standingApproval } from '../app/case/standing-approval';
import { countWords } from './print-findings';

/** What a run came to, in a few lines. */
export function summaryLines(run: CaseRun): string[] {
  const { proof, tables } = run.consolidation;
  const lines = [
    `Kỳ báo cáo: ${run.period?.label ?? 'chưa rõ'}`,
    `Tệp: nhận ${proof.files.in} = tổng hợp ${proof.files.merged} + trả lại ${proof.files.returned} + để riêng ` +
      `${proof.files.setAside}`,
    `Ô số liệu: đọc ${formatCount(proof.cells.read)} = xếp được ${formatCount(proof.cells.placed)} + để lại ` +
      `${formatCount(proof.cells.refused)}`,
    ...tableStatements(run.consolidation, run.files).filter((_, i) => i !== 1),
    `Phát hiện: ${countWords(run.findings)}`,
  ];
  for (const table of tables) {
    const template = templateById(table.template);
    lines.push(
      `  ${(template ? shortName(template) : table.template).padEnd(10)} ${template?.name ?? table.template}: ` +
        `${table.from.length} đơn vị, ${table.rows.filter((r) => r.row !== template?.totalRow?.key).length} dòng`,
    );
  }
  if (run.summary.journal.length > 0) lines.push(...caseLines(run));
  for (const f of run.files) if (f.status !== 'read') lines.push(`Để riêng: ${f.file} – ${f.reason ?? ''}`);
  for (const f of run.consolidation.faulty ?? [])
    lines.push(`Để riêng: ${f.file} – số liệu không khớp khi đối soát: ${f.reasons[0] ?? ''}`);
  lines.push(proof.closes ? 'Đối soát: KHỚP' : 'Đối soát: KHÔNG KHỚP');
  for (const b of proof.breaks) lines.push(`  ${b}`);
  return lines;
}

function caseLines(run: CaseRun): string[] {
  const { summary, facts } = run;
  const approved = [...facts.approved.keys()].filter((agency) => standingApproval(run, agency)).length;
  const holding = summary.journal.filter((j) => j.revokedBy === null && j.entry.kind !== 'revoke').length;
  const lines = [
    `Nhật ký: ${summary.journal.length} dòng, ${holding} quyết định đang áp dụng; ${facts.adjusted.size} số liệu ` +
      `điều chỉnh, ${approved} đơn vị đã duyệt`,
  ];
  for (const r of summary.rulesOff) lines.push(`  Quy tắc đang tắt: ${r.rule} (${r.by}: ${r.reason})`);
  return lines;
}
