import { foldText } from './fold';

/**
 * What a figure may count, by kind. Agencies of any sort are one kind: "cơ quan", "đơn vị" and "xã" are used for each
 * other in the forms.
 */
export type CountedKind = 'agency' | 'room' | 'task' | 'procedure' | 'dossier' | 'person' | 'field' | 'document';

/** A unit that a text names, as written there, and its kind. */
export interface CountedUnit {
  kind: CountedKind;
  /** "phòng". */
  unit: string;
}

const UNITS: readonly [CountedKind, string][] = [
  ['room', 'phòng ban|phòng chuyên môn|phòng|bộ phận'],
  ['task', 'nhiệm vụ|công việc|cuộc|đợt|lượt'],
  ['procedure', 'thủ tục hành chính|thủ tục|tthc'],
  ['dossier', 'hồ sơ'],
  ['person', 'cán bộ|công chức|viên chức|người'],
  ['field', 'lĩnh vực|quy trình'],
  ['document', 'văn bản|quyết định'],
  ['agency', 'cơ quan|đơn vị|tổ chức|sở|huyện|xã|phường'],
];
const ANY = UNITS.map(([, words]) => words).join('|');
/** "cấp phòng", "tính theo phòng", "ĐVT: phòng", and nothing else in the text. */
const WHOLE = new RegExp(`^\\(?(?:cấp|(?:tính|đếm) theo|đơn vị tính|đvt)(?:\\s*:)?\\s*(${ANY})\\)?[.;]?$`);
/** "06 phòng …". */
const COUNTED = new RegExp(`^\\(?(\\d+)\\s+(${ANY})(?![\\p{L}\\d])`, 'u');
const FIRST = new RegExp(`(?<![\\p{L}\\d])(${ANY})(?![\\p{L}\\d])`, 'u');

const kindOf = (unit: string): CountedKind =>
  UNITS.find(([, words]) => words.split('|').includes(unit))?.[0] ?? 'agency';

/**
 * The unit that a note says its row's figure is counted in: "Cấp phòng", "6 phòng" beside a figure of 6. Null where the
 * note speaks of something else ("CQ Thanh tra tỉnh", "3 phòng" beside 6).
 */
export function notedUnit(note: string, figure: number | null): CountedUnit | null {
  const folded = foldText(note).trim();
  const whole = WHOLE.exec(folded)?.[1];
  if (whole !== undefined) return { kind: kindOf(whole), unit: whole };
  const counted = COUNTED.exec(folded);
  if (!counted || figure === null || Number(counted[1]) !== figure) return null;
  const unit = counted[2] ?? '';
  return { kind: kindOf(unit), unit };
}

/** The kinds that a unit of a form or a header names: "lĩnh vực, quy trình" one, "Số nhiệm vụ/ số đơn vị" two. */
export function unitKinds(text: string): Set<CountedKind> {
  const kinds = new Set<CountedKind>();
  let rest = foldText(text);
  for (let found = FIRST.exec(rest); found; found = FIRST.exec(rest)) {
    kinds.add(kindOf(found[1] ?? ''));
    rest = rest.slice(found.index + found[0].length);
  }
  return kinds;
}
