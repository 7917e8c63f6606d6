import type { Consolidation } from '../model/consolidation';
import type { StyleName } from '../model/output-plan';
import type { ReceivedFile } from '../model/submission';

/** What became of a received file, in words and colour: "Đã tổng hợp", "Đã tính bản khác", "Không đọc được". */
export function fileStanding(
  file: ReceivedFile,
  consolidation: Pick<Consolidation, 'submissions'>,
): { words: string; style: StyleName } {
  if (file.status === 'rejected') return { words: 'Không đọc được', style: 'error' };
  if (file.status === 'ignored') return { words: 'Để riêng', style: 'info' };
  const of = (pick: (s: Consolidation['submissions'][number]) => readonly { file: string }[]): boolean =>
    consolidation.submissions.some((s) => pick(s).some((a) => a.file === file.file));
  if (of((s) => s.appendices)) return { words: 'Đã tổng hợp', style: 'good' };
  const out = consolidation.submissions.flatMap((s) => s.leftOut ?? []).find((l) => l.appendix.file === file.file);
  if (out?.why) return { words: 'Để riêng', style: 'error' };
  if (out)
    return out.returned ? { words: 'Đã trả lại', style: 'warning' } : { words: 'Để ngoài vì trùng', style: 'waiting' };
  if (of((s) => s.control)) return { words: 'Số kiểm soát, không cộng', style: 'info' };
  if (of((s) => s.replaced.map((r) => r.appendix))) return { words: 'Đã tính bản khác', style: 'warning' };
  return { words: 'Chưa tổng hợp', style: 'warning' };
}
