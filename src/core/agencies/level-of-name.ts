import type { Level } from '../model/agency';
import { foldText } from '../text/fold';
import { stripMarks } from '../text/strip-marks';

/** The kind of a place: how it is written out, and a letter or two for codes. */
export interface PlaceKind {
  level: Level;
  unit: string;
  short: string;
}

const KINDS: readonly (readonly [RegExp, PlaceKind])[] = [
  [/^(xa|x\.)\s+/, { level: 'commune', unit: 'xã', short: 'X' }],
  [/^(phuong|p\.)\s+/, { level: 'commune', unit: 'phường', short: 'P' }],
  [/^(thi tran|tt\.)\s+/, { level: 'commune', unit: 'thị trấn', short: 'TT' }],
  [/^(dac khu)\s+/, { level: 'commune', unit: 'đặc khu', short: 'DK' }],
  [/^(huyen|h\.)\s+/, { level: 'district', unit: 'huyện', short: 'H' }],
  [/^(thi xa|tx\.?)\s+/, { level: 'district', unit: 'thị xã', short: 'TX' }],
  [/^(thanh pho|tp\.?)\s*/, { level: 'district', unit: 'thành phố', short: 'TP' }],
  [/^(quan)\s+/, { level: 'district', unit: 'quận', short: 'Q' }],
];
const COMMITTEE = /^(ubnd|u\.b\.n\.d|uy ban nhan dan|uy ban nd)\s+(?:cac\s+)?/;
/** "Ban hành kèm theo …" and "Báo cáo …" are titles, not names; "Trường Sa" is a place. */
const PROVINCIAL = new RegExp(
  '^(so|ban(?! hanh)|bql|thanh tra|van phong|vp|cong an|bo chi huy|chi cuc|cuc|trung tam|truong (dai hoc|cao ' +
    'dang|trung cap|chinh tri)|benh vien|bao(?! cao)|quy (dau tu|phat trien|bao)' +
    ('|dai (phat|truyen)|vien|kho bac|bao hiem|thue|hai quan|vuon quoc gia|khu (kinh|cong)|lien minh|hoi|tinh ' +
      'doan|tinh uy|(uy ban )?mat tran|ubmttq|toa an|lien doan|doan dai|cong ty|hdnd|hoi dong nhan dan)\\s'),
);

/**
 * What a place name is the name of: "UBND phường Nha Trang" and "P. Nha Trang" are of a phường, place "Nha Trang"; null
 * for what is no place.
 */
export function placeOfName(name: string): (PlaceKind & { place: string; committee: boolean }) | null {
  const typed = name.normalize('NFC').trim().replace(/\s+/g, ' ');
  // Of the same length as typed, so that the place can be cut out with its marks.
  const plain = [...typed]
    .map((ch) => stripMarks(ch) || ch)
    .join('')
    .toLowerCase();
  const committee = COMMITTEE.exec(plain)?.[0].length ?? 0;
  const rest = plain.slice(committee);
  for (const [pattern, kind] of KINDS) {
    const hit = pattern.exec(rest);
    if (!hit || rest.length === hit[0].length) continue;
    return { ...kind, place: typed.slice(committee + hit[0].length).trim(), committee: committee > 0 };
  }
  return null;
}

/**
 * The level that a name tells: Sở, Ban, Thanh tra, Văn phòng … province; UBND huyện, thị xã, thành phố, quận district;
 * xã, phường, thị trấn, đặc khu commune; else null.
 */
export function levelOfName(name: string): Level | null {
  const place = placeOfName(name);
  if (place) return place.level;
  return PROVINCIAL.test(`${stripMarks(foldText(name))} `) || /^(ubnd|uy ban nhan dan) tinh/.test(stripMarks(name))
    ? 'province'
    : null;
}
