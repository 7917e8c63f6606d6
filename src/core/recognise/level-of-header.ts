import { foldText } from '../text/fold';
import { remember } from '../text/remember';
import { stripMarks } from '../text/strip-marks';

type Level = 'province' | 'district' | 'commune';

/** Words that name a level, without marks. */
const NAMES: Readonly<Record<string, Level>> = {
  tinh: 'province',
  sở: 'province',
  nganh: 'province',
  huyen: 'district',
  quan: 'district',
  xa: 'commune',
  phuong: 'commune',
  'dac khu': 'commune',
};
/** Words that may stand beside them in a header. */
const BESIDE = new Set([
  'cap',
  'cac',
  'o',
  'tuyen',
  'don',
  'vi',
  'ubnd',
  'uy',
  'ban',
  'nhan',
  'dan',
  'va',
  'thi',
  'tran',
  'thanh',
  'pho',
  'thuoc',
  'tai',
  'khu',
  'dac',
]);

/**
 * Which level a header of few words names where no printed wording does: "Ở tỉnh", "Các sở, ngành", "Phường, xã", "Các
 * huyện". Null where it names none, or two. "Số cơ quan cấp tỉnh" names none: other words stand in it.
 */
export function levelOfHeader(text: string): Level | null {
  return judged(text);
}

const judged = remember((text: string): Level | null => {
  // "Đơn vị tính" is a unit; only without marks does it look like "tỉnh".
  if (/(?:đơn vị|đv) tính|(?:don vi|dv) tinh|tính$/u.test(foldText(text))) return null;
  const words = (
    foldText(text)
      .replace(/thị xã|thi xa/g, 'huyện')
      .replace(/thị trấn|thi tran/g, 'xã')
      .match(/[\p{L}\p{M}]+/gu) ?? []
  ).map((w) => (w === 'sở' ? w : stripMarks(w)));
  if (words.length === 0 || words.length > 8) return null;
  const levels = new Set<Level>();
  for (const word of words) {
    const level = NAMES[word];
    if (level) levels.add(level);
    else if (!BESIDE.has(word)) return null;
  }
  return levels.size === 1 ? [...levels][0]! : null;
});
