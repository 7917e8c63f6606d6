import type { Consolidation } from '../model/consolidation';
import type { ReceivedFile } from '../model/submission';
import { formatCount } from './format-number';
import { TABLE_STATES, TABLE_WORDS } from './table-words';

/**
 * The account of tables in sentences: "Bảng: nhận 112 = đã tổng hợp 108 + chưa có biểu mẫu 2 + …", their cells and
 * numbers by two counts, and the running text that nobody adds up.
 */
export function tableStatements(
  { proof, tableLines }: Pick<Consolidation, 'proof' | 'tableLines'>,
  files: readonly Pick<ReceivedFile, 'narrative'>[],
): string[] {
  const n = formatCount;
  const count = proof.tables;
  const narrated = files.reduce((sum, f) => sum + (f.narrative?.withFigures ?? 0), 0);
  const text =
    narrated > 0 ? [`Văn bản: ${n(narrated)} đoạn văn có số liệu, không được tổng hợp (số của từng tệp ở dưới).`] : [];
  if (!count || !tableLines) return text;
  const parts = TABLE_STATES.map((state) => [state, tableLines.filter((l) => l.state === state).length] as const)
    .filter(([, k]) => k > 0)
    .map(([state, k]) => `${lower(TABLE_WORDS[state])} ${n(k)}`);
  const numbers = count.figures + count.numbering + count.outsideFigures;
  const same = count.cells + count.outsideCells === count.rawCells && numbers === count.rawNumbers;
  return [
    `Bảng trong các tệp đọc được: ${n(count.lines)}${parts.length > 0 ? ` = ${parts.join(' + ')}` : ''} (từng bảng ở ` +
      'dưới).',
    `Ô của các bảng và ngoài bảng: ${n(count.cells)} + ${n(count.outsideCells)} = ` +
      `${n(count.cells + count.outsideCells)}, trong đó có số: số liệu ${n(count.figures)} + số thứ tự ` +
      `${n(count.numbering)} + ngoài bảng ${n(count.outsideFigures)} = ${n(numbers)}; đếm thẳng trên các trang của ` +
      `tệp gốc: ${n(count.rawCells)} ô, ${n(count.rawNumbers)} số. ${same ? 'Khớp.' : 'KHÔNG khớp.'}`,
    ...text,
  ];
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
