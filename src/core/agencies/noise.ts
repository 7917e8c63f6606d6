import type { Token } from './tokens';

const NOISE = new Set(
  (
    'phu luc phuluc pl bao cao baocao bc cchc cai cach hanhchinh cc nam quy thang ngay dau cuoi final ban moi ' +
    'sua da lan dot ky gui nop nhap chinhthuc so lieu solieu ' +
    ('bieu mau tong hop kem theo dinhkem duthao congtac thongke donvi ket qua thuchien ke hoach kh tinh hinh cua ' +
      'tai ve file excel word copy version ver new old nhan hoan hoanchinh thien ') +
    'chuan bo sung den tu co quan xls xlsx xlsm doc docx ods pdf tinh cac bang sheet full ok last check ra soat stt lai'
  ).split(' '),
);

/** Says nothing about the sender: "phụ lục", "báo cáo", "final", numbers, single letters. */
export function isNoise(token: Token): boolean {
  return (
    token.key.length < 2 ||
    token.numbered ||
    NOISE.has(token.key) ||
    /^\p{N}+$/u.test(token.key) ||
    /^[ivx]+$/.test(token.key)
  );
}

const TYPE = new Set(['tp', 'tx', 'huyen', 'xa', 'phuong', 'thitran', 'dackhu']);

/** "huyện", "xã", "phường" …: a place name follows. */
export function isPlaceType(token: Token): boolean {
  return TYPE.has(token.key);
}

/** Words that open the name of a part of an agency: "Phòng Nội vụ", "Chi cục Kiểm lâm", "Trung tâm …". */
const UNITS = [
  'phong',
  'chi cuc',
  'chicuc',
  'trung tam',
  'truong',
  'benh vien',
  'tram',
  'hat kiem',
  'bql du an',
  'bql',
  'vp',
];

/** Whether a part of an agency is named at this token. */
export function opensUnit(tokens: readonly Token[], i: number): boolean {
  return UNITS.some((unit) => unit.split(' ').every((word, k) => tokens[i + k]?.key === word));
}

/** "kính gửi", "gửi", "nơi nhận": who is named next is not the sender. */
export function opensRecipient(tokens: readonly Token[], i: number): boolean {
  const key = tokens[i]?.key;
  return key === 'gui' || key === 'nop' || (key === 'noi' && tokens[i + 1]?.key === 'nhan');
}
