import type { Template } from '../templates/schema';

export const BY_AGENCY_SHEET = 'Theo đơn vị';
export const CONTROLS_SHEET = 'Số kiểm soát';
export const CHARTS_SHEET = 'Biểu đồ';
export const BOARD_SHEET = 'Tình hình nộp';
export const JOURNAL_SHEET = 'Nhật ký';
export const FINDINGS_SHEET = 'Phát hiện';
export const PROOF_SHEET = 'Đối soát';
export const SOURCES_SHEET = 'Nguồn';

/** Excel's longest sheet name. */
const LONGEST = 31;

const SHORT: Record<string, string> = { 'mot-cua': 'Một cửa', papi: 'PAPI', 'par-index': 'PAR INDEX' };

/** Sheet name of a form, at most 31 characters: "Phụ lục 2", "Một cửa". */
export function sheetNameOf(template: Pick<Template, 'id' | 'name' | 'appendixNumber'>): string {
  const name =
    template.appendixNumber === null ? (SHORT[template.id] ?? template.name) : `Phụ lục ${template.appendixNumber}`;
  return name
    .replace(/[\\/?*[\]:]/g, ' ')
    .slice(0, LONGEST)
    .trim();
}

/** The same name, with " (2)", " (3)" … where it is taken; Excel does not tell capitals apart. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name.toLowerCase())) return name;
  for (let n = 2; ; n++) {
    const tail = ` (${n})`;
    const next = name.slice(0, LONGEST - tail.length) + tail;
    if (!taken.has(next.toLowerCase())) return next;
  }
}
