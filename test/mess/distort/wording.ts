import type { Rng } from '../rng';

/** One slip of a typist at a random letter: dropped, doubled, swapped or replaced by its neighbour on the keyboard. */
export function typo(text: string, rng: Rng): string {
  const letters = [...text].map((ch, i) => (/\p{L}/u.test(ch) ? i : -1)).filter((i) => i >= 0);
  if (letters.length < 4) return text;
  const chars = [...text];
  const at = rng.pick(letters.slice(0, -1));
  const kind = rng.int(0, 3);
  if (kind === 0) chars.splice(at, 1);
  else if (kind === 1) chars.splice(at, 0, chars[at]!);
  else if (kind === 2) [chars[at], chars[at + 1]] = [chars[at + 1]!, chars[at]!];
  else chars[at] = rng.pick(['a', 'n', 'g', 'h', 't', 'e']);
  return chars.join('');
}

export const withoutMarks = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D');

/** The other habit of placing a tone: hoá / hóa. */
export function oldTones(text: string): string {
  const swap: [string, string][] = [
    ['óa', 'oá'],
    ['òa', 'oà'],
    ['ỏa', 'oả'],
    ['õa', 'oã'],
    ['ọa', 'oạ'],
    ['óe', 'oé'],
    ['úy', 'uý'],
    ['ủy', 'uỷ'],
    ['ụy', 'uỵ'],
  ];
  let out = text;
  for (const [a, b] of swap) out = out.includes(a) ? out.replaceAll(a, b) : out.replaceAll(b, a);
  return out;
}

const LOOK_ALIKES: Record<string, string> = { a: 'а', o: 'о', c: 'с', e: 'е', p: 'р', x: 'х', đ: 'ð' };
/** Latin letters replaced by Cyrillic ones that look the same. */
export function lookAlikes(text: string, rng: Rng): string {
  return [...text].map((ch) => (LOOK_ALIKES[ch] && rng.chance(0.25) ? LOOK_ALIKES[ch] : ch)).join('');
}

/** How offices shorten their terms, longest first. */
const SHORT: [string, string][] = [
  ['cán bộ, công chức, viên chức', 'CBCCVC'],
  ['cán bộ, công chức', 'CBCC'],
  ['thủ tục hành chính', 'TTHC'],
  ['cải cách hành chính', 'CCHC'],
  ['đơn vị sự nghiệp', 'ĐVSN'],
  ['đơn vị hành chính', 'ĐVHC'],
  ['cơ quan hành chính', 'CQHC'],
  ['cơ quan chuyên môn', 'CQCM'],
  ['Nghị định', 'NĐ'],
  ['khoa học và công nghệ', 'KH&CN'],
  ['thông tin điện tử', 'TTĐT'],
  ['vị trí việc làm', 'VTVL'],
  ['quản lý văn bản', 'QLVB'],
  ['Kế hoạch', 'KH'],
  ['cơ sở vật chất', 'CSVC'],
  ['một cửa liên thông', 'MCLT'],
  ['hồ sơ', 'HS'],
  ['tiếp nhận', 'TN'],
  ['cơ quan', 'CQ'],
  ['đơn vị', 'ĐV'],
  ['viên chức', 'VC'],
  ['công chức', 'CC'],
];
export function abbreviated(text: string, rng: Rng): string {
  let out = text;
  for (const [long, short] of SHORT) {
    if (!rng.chance(0.7)) continue;
    out = out.replace(new RegExp(long, 'gi'), short);
  }
  return out;
}
export const expanded = (text: string): string =>
  text
    .replace(/CCHC/g, 'cải cách hành chính')
    .replace(/TTHC/g, 'thủ tục hành chính')
    .replace(/CNTT/g, 'công nghệ thông tin');
