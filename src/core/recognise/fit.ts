import type { Heading } from './find-title';
import type { ColumnMap } from './map-columns';
import type { RowMatching } from './match-rows';
import type { PreparedTemplate } from './prepared-template';

/** How well title, header and rows of a table together fit a template, 0 to about 1.05. */
export function fitOf(
  prepared: PreparedTemplate,
  columns: ColumnMap,
  rows: RowMatching,
  title: number,
  heading: Heading,
): number {
  const named = title >= 0.6 ? title : 0;
  const number =
    heading.appendixNumber !== null && prepared.template.appendixNumber !== null
      ? heading.appendixNumber === prepared.template.appendixNumber
        ? 0.05
        : -0.05
      : 0;
  if (prepared.template.rowMode === 'open') return 0.85 * columns.score + 0.15 * named + number;
  // Unmatched rows speak against a template as missing ones do.
  const strangers = rows.unknown.length / (rows.matches.length + rows.unknown.length);
  const body = rows.coverage * (1 - strangers / 2);
  const base = named > 0 ? 0.3 * columns.score + 0.5 * body + 0.2 * named : 0.4 * columns.score + 0.6 * body;
  // Few rows under the right title and header are still that form.
  const partial = named >= 0.9 && columns.score >= 0.8 && rows.certainty >= 0.9 ? 0.6 : 0;
  return Math.max(base, partial) + number;
}

/** Why a template was chosen, in Vietnamese, for people. */
export function explain(
  prepared: PreparedTemplate,
  columns: ColumnMap,
  rows: RowMatching,
  title: { score: number; title: string },
  heading: Heading,
): string[] {
  const because: string[] = [];
  if (title.score >= 0.6) because.push(`Tên biểu "${title.title}" giống ${percent(title.score)} tên biểu mẫu`);
  else because.push('Không có tên biểu ở trên bảng');
  if (heading.appendixNumber !== null) because.push(`Ghi là Phụ lục ${heading.appendixNumber}`);
  because.push(`Nhận được ${columns.columns.length}/${prepared.template.columns.length} cột`);
  if (prepared.template.rowMode === 'fixed')
    because.push(
      `Nhận được ${rows.matches.length}/${prepared.template.rows.length} dòng, độ chắc chắn trung bình ` +
        `${percent(rows.certainty)}`,
    );
  else because.push(`Đọc được ${rows.matches.length} dòng`);
  return because;
}

const percent = (x: number): string => `${Math.round(x * 100)} %`;
