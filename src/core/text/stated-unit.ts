import { foldText } from './fold';
import { remember } from './remember';

/** How a unit differs from a plain count: shares of a hundred, or thousands, hundreds. `unit` as typed. */
export interface StatedUnit {
  kind: 'percent' | 'scaled';
  unit: string;
}

const PERCENT = /^(?:(?:tỷ|tỉ) lệ )?(?:%|phần trăm)$/;
const COUNTED =
  '(?:hồ sơ|ho so|tthc|thủ tục(?: hành chính)?|cơ quan|co quan|đơn vị|don vi|nhiệm vụ|nhiem vu|quy trình|lĩnh ' +
  'vực|lượt|người|văn bản|kế hoạch|đồng|xã)';
/**
 * "nghìn hồ sơ", "1.000", "x1000 hồ sơ". A word alone may begin a name ("Triệu Phong"), so that only counted things may
 * follow it.
 */
const SCALED = new RegExp(
  '^(?:[x×]?\\s*1[.,]?0{2,3}(?:[.,]?0{3})*|10\\s?[²³]|' +
    `(?:\\d+\\s+)?(?:nghìn|ngàn|triệu|trăm|chục|nghin|ngan|trieu|tram|chuc))(?:\\s+${COUNTED})?$`,
);
const SAYS_UNIT =
  /(?:đơn vị tính|đơn vị|đvt|đv tính|don vi tinh|don vi|dvt) ?[:.-]? ?\(? ?([^():; ](?:[^():;]*[^():; ])?) ?\)?$/;

const ofUnit = remember((unit: string): StatedUnit['kind'] | null => {
  const folded = foldText(unit);
  return PERCENT.test(folded) ? 'percent' : SCALED.test(folded) ? 'scaled' : null;
});

/** What a unit cell says ("%", "nghìn hồ sơ"); null for units that count one by one ("cơ quan", "TTHC, %"). */
export function unitOf(unit: string): StatedUnit | null {
  const kind = ofUnit(unit);
  return kind === null ? null : { kind, unit: unit.trim() };
}

/**
 * The unit that a line above a table or a header states, where figures under it are no plain counts: "(Đơn vị tính:
 * nghìn hồ sơ)", "ĐVT: %", and in a header "Tổng số (nghìn hồ sơ)". Null for all else.
 */
export function statedUnit(text: string, header = false): StatedUnit | null {
  for (const line of text.split(/\r?\n/)) {
    const said = SAYS_UNIT.exec(foldText(line))?.[1];
    const found = said === undefined ? null : unitOf(said);
    if (found) return found;
    if (!header) continue;
    for (const m of line.matchAll(/\(([^()]*)\)/g)) {
      const inBrackets = unitOf(m[1]!);
      if (inBrackets) return inBrackets;
    }
  }
  return null;
}
