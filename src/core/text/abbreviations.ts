import { foldText } from './fold';
import { remember } from './remember';

/**
 * Abbreviations that offices use in the wordings of these forms, folded, longest first where one begins another. None
 * of them is a Vietnamese syllable, so that a whole word can be replaced without knowing what it stands among.
 */
const WORDS: Readonly<Record<string, string>> = {
  tthc: 'thủ tục hành chính',
  cchc: 'cải cách hành chính',
  cqhc: 'cơ quan hành chính',
  cqcm: 'cơ quan chuyên môn',
  đvsn: 'đơn vị sự nghiệp',
  dvsn: 'đơn vị sự nghiệp',
  đvsncl: 'đơn vị sự nghiệp công lập',
  đvhc: 'đơn vị hành chính',
  dvhc: 'đơn vị hành chính',
  cbccvc: 'cán bộ, công chức, viên chức',
  cbcc: 'cán bộ, công chức',
  ccvc: 'công chức, viên chức',
  cntt: 'công nghệ thông tin',
  khcn: 'khoa học và công nghệ',
  'kh&cn': 'khoa học và công nghệ',
  ttđt: 'thông tin điện tử',
  ttdt: 'thông tin điện tử',
  vtvl: 'vị trí việc làm',
  qlvb: 'quản lý văn bản',
  csvc: 'cơ sở vật chất',
  ttb: 'trang thiết bị',
  mclt: 'một cửa liên thông',
  ccmc: 'cơ chế một cửa',
  'bptn&tkq': 'bộ phận tiếp nhận và trả kết quả',
  bptn: 'bộ phận tiếp nhận',
  ubnd: 'ủy ban nhân dân',
  qppl: 'quy phạm pháp luật',
  nđ: 'nghị định',
  kh: 'kế hoạch',
  cq: 'cơ quan',
  đv: 'đơn vị',
  dv: 'đơn vị',
  cc: 'công chức',
  vc: 'viên chức',
  cb: 'cán bộ',
  hc: 'hành chính',
  sn: 'sự nghiệp',
  hs: 'hồ sơ',
  tn: 'tiếp nhận',
  gq: 'giải quyết',
  nv: 'nhiệm vụ',
  tg: 'thời gian',
  sl: 'số lượng',
  cctc: 'cơ chế tự chủ',
  dvc: 'dịch vụ công',
  tc: 'tổ chức',
  lv: 'lĩnh vực',
  vb: 'văn bản',
};

/** Shortened by a dot: "T.số", "C.tỉnh", "G.chú". */
const DOTTED: Readonly<Record<string, string>> = {
  't.số': 'tổng số',
  't.so': 'tổng số',
  't.cộng': 'tổng cộng',
  'c.tỉnh': 'cấp tỉnh',
  'c.tinh': 'cấp tỉnh',
  'c.huyện': 'cấp huyện',
  'c.huyen': 'cấp huyện',
  'c.xã': 'cấp xã',
  'c.xa': 'cấp xã',
  'g.chú': 'ghi chú',
  'g.chu': 'ghi chú',
  'k.hoạch': 'kế hoạch',
  'đ.vị': 'đơn vị',
  'c.quan': 'cơ quan',
  'h.sơ': 'hồ sơ',
  'l.vực': 'lĩnh vực',
};

const TOKEN = /kh\s*&\s*cn|bptn\s*&\s*tkq|[\p{L}\p{M}]+(?:\.\s?[\p{L}\p{M}]+)?/gu;
/** "Nghị định số 130/2005/NĐ-CP" and "Nghị định 130" are one decree; the forms print the short way. */
const DECREE =
  /nghị định (?:số )?(\d+)(?: ?\/ ?\d{4})?(?: ?\/? ?(?:nghị định|nđ|nd) ?- ?cp)?(?: ngày \d{1,2}\/\d{1,2}\/\d{4})?(?: của chính phủ)?/g;

/**
 * The folded text with standard abbreviations written out: "Số TTHC theo NĐ 130/2005/NĐ-CP" is "số thủ tục hành chính
 * theo nghị định 130". For comparing wordings only, on both sides.
 */
export function expandAbbreviations(text: string): string {
  return expanded(text);
}

function expand(text: string): string {
  const written = foldText(text).replace(TOKEN, (token) => {
    const tight = token.replace(/\s+/g, '');
    const whole = WORDS[tight] ?? DOTTED[tight];
    if (whole !== undefined) return whole;
    return token.includes('.')
      ? token
          .split('.')
          .map((t) => WORDS[t.trim()] ?? t)
          .join('.')
      : token;
  });
  return written.includes('nghị định') ? written.replace(DECREE, 'nghị định $1') : written;
}

const expanded = remember(expand);
