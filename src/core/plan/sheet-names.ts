import { shortName } from '../templates/form-name';
import type { Template } from '../templates/schema';

/** Each agency's figures side by side. */
export const BY_AGENCY_SHEET = 'Theo đơn vị';
/** Province-wide figures of specialised agencies beside the sums. */
export const CONTROLS_SHEET = 'Số kiểm soát';
/** Charts with the figures they show. */
export const CHARTS_SHEET = 'Biểu đồ';
/** Who has sent what, and when. */
export const BOARD_SHEET = 'Tình hình nộp';
/** The decisions of the case. */
export const JOURNAL_SHEET = 'Nhật ký';
/** Every finding with its place. */
export const FINDINGS_SHEET = 'Phát hiện';
/** What was held against what, and every table received. */
export const PROOF_SHEET = 'Đối soát';
/** Which cell each figure comes from. */
export const SOURCES_SHEET = 'Nguồn';

/** Excel's longest sheet name. */
const LONGEST = 31;

/** Sheet name of a form, at most 31 characters: "Phụ lục 2", "Một cửa". */
export function sheetNameOf(template: Pick<Template, 'name' | 'shortName' | 'appendixNumber'>): string {
  return shortName(template)
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
