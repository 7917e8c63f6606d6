import { formatCount } from '../core/text/format-number';
import { templateById } from '../core/templates/registry';
import type { RunResult } from '../app/run-consolidation';
import { countWords } from './print-findings';

/** What a run came to, in a few lines. */
export function summaryLines(run: RunResult): string[] {
  const { proof, tables } = run.consolidation;
  const lines = [
    `Kỳ báo cáo: ${run.period?.label ?? 'chưa rõ'}`,
    `Tệp: nhận ${proof.files.in} = tổng hợp ${proof.files.merged} + trả lại ${proof.files.returned} + để riêng ${proof.files.setAside}`,
    `Ô số liệu: đọc ${formatCount(proof.cells.read)} = xếp được ${formatCount(proof.cells.placed)} + để lại ${formatCount(proof.cells.refused)}`,
    `Phát hiện: ${countWords(run.findings)}`,
  ];
  for (const table of tables) {
    const template = templateById(table.template);
    lines.push(`  ${(template?.appendixNumber ? `Phụ lục ${template.appendixNumber}` : 'Một cửa').padEnd(10)} ${template?.name ?? table.template}: ${table.from.length} đơn vị, ${table.rows.length} dòng`);
  }
  for (const f of run.files) if (f.status !== 'read') lines.push(`Để riêng: ${f.file} – ${f.reason ?? ''}`);
  lines.push(proof.closes ? 'Đối soát: KHỚP' : 'Đối soát: KHÔNG KHỚP');
  for (const b of proof.breaks) lines.push(`  ${b}`);
  return lines;
}
