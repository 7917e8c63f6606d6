import { stripMarks } from '../text/strip-marks';
import { remember } from '../text/remember';

/** A line above a table: its row and column, from 0; −1 for text before a Word table. */
export interface HeadingLine {
  row: number;
  col: number;
  text: string;
}

/** Quốc hiệu and tiêu ngữ, which stand beside the sender's name on every letter. */
const MOTTO =
  /c(?:ộ|o)ng h(?:òa|oà|oa) x(?:ã|a) h(?:ộ|o)i ch(?:ủ|u) ngh(?:ĩ|i)a vi(?:ệ|e)t nam|chxhcn việt nam|(?:đ|d)(?:ộ|o)c l(?:ậ|a)p\s*[-–—]\s*t(?:ự|u) do\s*[-–—]\s*h(?:ạ|a)nh ph(?:ú|u)c/giu;
/** "-----", "_____", "* * *": lines drawn under the name. */
const RULE = /^[\s\-_–—=*.~]*$/u;
/** "Đơn vị báo cáo: UBND xã Vĩnh Thạnh". */
const REPORTER =
  /^(?:ten )?(?:don vi|co quan|noi)(?: (?:bao cao|gui(?: bao cao)?|thuc hien|lap bieu|lap bao cao))?\s*:\s*/;
/** How a sender's own line begins where it stands beside or below "Phụ lục n". */
const SENDER =
  /^(?:ubnd|u\.b\.n\.d|uy ban nhan dan|so|ban quan ly|ban dan toc|thanh tra|van phong|xa|phuong|dac khu|thi tran|huyen|thi xa|thanh pho|quan)(?=\s|$)/;
/** A name is shorter; a longer line that begins so is a sentence. */
const LONGEST_NAME = 70;
const TITLE_WORDS = /(?:so luong|thong ke|ket qua|danh muc|danh sach|bao cao|tong hop|tinh hinh)/;

const plainOf = remember((text: string) => stripMarks(text).trim());

/**
 * The sender's block above a table, line by line: "ỦY BAN NHÂN DÂN", "XÃ VĨNH THẠNH". `at` is the index of the line
 * "Phụ lục n", −1 where there is none. Motto, drawn lines and what stands in the motto's columns come last or not at
 * all, so that two lines of one name follow each other.
 */
export function letterheadLines(lines: readonly HeadingLine[], at: number): string[] {
  const above = at >= 0 ? lines.slice(0, at) : lines;
  const below = at >= 0 ? lines.slice(at) : [];
  const cut = above.map((line) => ({ ...line, text: line.text.normalize('NFC').replace(MOTTO, '   ').trim() }));
  const right = Math.min(
    ...above.flatMap((line, i) => (line.col > 0 && cut[i]!.text === '' && line.text !== '' ? [line.col] : [])),
  );
  const kept = cut.filter(({ text }) => !RULE.test(text));
  const block = [...kept.filter((l) => l.col < right), ...kept.filter((l) => l.col >= right)];
  return [...block, ...below.filter(isSenderLine)].map(({ text }) => withoutLead(text));
}

function isSenderLine({ text }: HeadingLine): boolean {
  const plain = plainOf(text);
  if (REPORTER.test(plain)) return true;
  return text.length <= LONGEST_NAME && SENDER.test(plain) && !TITLE_WORDS.test(plain);
}

/** "Đơn vị báo cáo: UBND xã Vĩnh Thạnh" → "UBND xã Vĩnh Thạnh". */
function withoutLead(text: string): string {
  return REPORTER.test(plainOf(text)) ? text.slice(text.indexOf(':') + 1).trim() : text;
}
