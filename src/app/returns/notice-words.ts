import type { Letter, LetterPart } from '../../core/model/letter';
import type { NoticeItem } from '../../core/model/notice';
import type { Period } from '../../core/model/period';

/** How letters are headed and signed; what is absent is left to fill in by hand. */
export interface NoticeOptions {
  /** Who sends: "Sở Nội vụ". */
  issuer?: string;
  /** The body above it: "UBND tỉnh Khánh Hòa". */
  superior?: string;
  /** Where: "Khánh Hòa". */
  place?: string;
  /** After the number: "SNV-CCHC". */
  symbol?: string;
  /** "05/12/2020", or any words: "trước 17 giờ ngày 05/12/2020". */
  deadline?: string;
  /** Lines above the signature: ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]. */
  signers?: string[];
  signerName?: string;
}

export interface NoticeAbout {
  name: string | null;
  files: readonly string[];
  errors: readonly NoticeItem[];
  questions: readonly NoticeItem[];
  period: Period | null;
  /** Those of `files` that go back as a list instead of a copy with notes; where absent, told by their endings. */
  listed?: readonly string[];
}

/** Blanks to fill in by hand. */
const [GAP, DOTS] = ['      ', '…………'];
/** Items of one kind in a letter; the list that goes with the file has all of them. */
const IN_LETTER = 40;
/** Items in a message; longer ones are cut by the phone. */
const IN_MESSAGE = 3;

const issuerOf = (options: NoticeOptions): string => options.issuer ?? 'Sở Nội vụ';
/** One-figure numbers with a nought, as offices write them: 3 is "03". */
const two = (n: number): string => String(n).padStart(2, '0');
const reportName = (period: Period | null): string =>
  `báo cáo công tác cải cách hành chính${period ? ` ${period.label}` : ''}`;

/** "ngày 05/12/2020" of a bare date; any other words as they are; dots where nothing was given. */
function deadlineWords(options: NoticeOptions): string {
  const given = options.deadline?.trim();
  if (!given) return `trước ngày ${DOTS}`;
  return /^\d/.test(given) ? `trước ngày ${given}` : given;
}

/** The official letter: what to mend first, then what to explain, each with appendix, row, column and both figures. */
export function noticeLetter(about: NoticeAbout, options: NoticeOptions): Letter {
  const { errors, questions, period } = about;
  const issuer = issuerOf(options);
  const you = about.name ?? 'quý cơ quan, đơn vị';
  const both = errors.length > 0 && questions.length > 0;
  const year = period ? period.to.slice(0, 3) : '20';
  const body: LetterPart[] = [
    {
      kind: 'paragraph',
      text:
        `${issuer} đã tiếp nhận phụ lục ${reportName(period)} của ${you} (${fileWords(about.files)}). Qua kiểm ` +
        `tra, có ${counted(about)}, cụ thể như sau:`,
    },
    ...section(both ? '1. ' : '', 'Nội dung đề nghị chỉnh sửa', errors, about.files.length > 1),
    ...section(both ? '2. ' : '', 'Nội dung đề nghị giải trình', questions, about.files.length > 1),
    { kind: 'paragraph', text: request(about, options) },
    { kind: 'paragraph', text: enclosed(about, options) },
    { kind: 'paragraph', text: `${issuer} trân trọng đề nghị ${you} quan tâm, phối hợp thực hiện./.` },
  ];
  return {
    superior: options.superior ? options.superior.toLocaleUpperCase('vi') : null,
    issuer: issuer.toLocaleUpperCase('vi'),
    symbol: `Số:${GAP}/${options.symbol ?? DOTS}`,
    subject: `V/v đề nghị rà soát, chỉnh sửa số liệu phụ lục báo cáo CCHC${period ? ` ${period.label}` : ''}`,
    placeDate: `${options.place ?? DOTS}, ngày${GAP}tháng${GAP}năm ${year}…`,
    to: about.name ?? DOTS,
    body,
    receivers: ['Như trên;', 'Lưu: VT, CCHC.'],
    signers: options.signers ?? ['GIÁM ĐỐC'],
    signerName: options.signerName ?? null,
  };
}

function section(number: string, title: string, items: readonly NoticeItem[], withFile: boolean): LetterPart[] {
  if (items.length === 0) return [];
  const parts: LetterPart[] = [{ kind: 'heading', text: `${number}${title}` }];
  for (const item of items.slice(0, IN_LETTER)) parts.push({ kind: 'item', text: `- ${itemWords(item, withFile)}` });
  if (items.length > IN_LETTER)
    parts.push({ kind: 'item', text: `- … và ${items.length - IN_LETTER} nội dung khác nêu tại danh sách gửi kèm.` });
  return parts;
}

/**
 * The sentence with the cell to open: "Phụ lục 2, dòng 10, cột Tổng số (ô C16, trang “PL2”): 1 khác tổng các cấp (0)."
 */
function itemWords(item: NoticeItem, withFile: boolean): string {
  const places = [
    item.cell ? `ô ${item.cell}` : '',
    item.sheet ? `trang “${item.sheet}”` : '',
    withFile ? `tệp “${item.file}”` : '',
  ].filter(Boolean);
  const told = places.filter((p) => !item.text.toLocaleLowerCase('vi').includes(p.toLocaleLowerCase('vi')));
  if (told.length === 0) return item.text;
  const colon = item.appendix !== '' && item.text.startsWith(item.appendix) ? item.text.indexOf(': ') : -1;
  if (colon > 0) return `${item.text.slice(0, colon)} (${told.join(', ')})${item.text.slice(colon)}`;
  return `${item.text.replace(/\.$/u, '')} (${told.join(', ')}).`;
}

const fileWords = (files: readonly string[]): string => `tệp ${files.map((f) => `“${f}”`).join(', ')}`;

function counted({ errors, questions }: Pick<NoticeAbout, 'errors' | 'questions'>): string {
  return [
    errors.length > 0 ? `${two(errors.length)} nội dung cần chỉnh sửa` : '',
    questions.length > 0 ? `${two(questions.length)} nội dung cần giải trình` : '',
  ]
    .filter(Boolean)
    .join(' và ');
}

function request(about: NoticeAbout, options: NoticeOptions): string {
  const you = about.name ?? 'quý cơ quan, đơn vị';
  const asked =
    about.errors.length === 0
      ? 'rà soát, giải trình các nội dung nêu trên; nếu số liệu chưa đúng thì chỉnh sửa'
      : about.questions.length === 0
        ? 'rà soát, chỉnh sửa các nội dung nêu trên'
        : 'rà soát, chỉnh sửa các nội dung tại mục 1, giải trình các nội dung tại mục 2';
  return (
    `Đề nghị ${you} ${asked} và gửi lại phụ lục về ${issuerOf(options)} ${deadlineWords(options)} để tổng hợp, báo ` +
    'cáo theo quy định.'
  );
}

/** What goes with the letter: workbooks come back with notes on their cells, other files with a list. */
function enclosed({ files, listed }: NoticeAbout, options: NoticeOptions): string {
  const marked = files.filter((f) => (listed ? !listed.includes(f) : /\.xls[xm]$/iu.test(f))).length;
  const what = [
    marked > 0
      ? 'bản sao tệp của cơ quan, đơn vị có ghi chú tại từng ô và trang “Cần sửa”; số liệu trong bản sao được giữ ' +
        'nguyên như đã gửi'
      : '',
    marked < files.length ? 'danh sách nội dung cần rà soát, chỉnh sửa' : '',
  ].filter(Boolean);
  return `${issuerOf(options)} gửi kèm ${what.join('; ')}.`;
}

/** A short text for a message: the first things to mend, how many more, until when. */
export function noticeMessage(about: NoticeAbout, options: NoticeOptions): string {
  const items = about.errors.length > 0 ? about.errors : about.questions;
  const first = items
    .slice(0, IN_MESSAGE)
    .map((item, i) => `(${i + 1}) ${item.text.replace(/\.$/u, '')}`)
    .join('; ');
  const all = about.errors.length + about.questions.length;
  const rest = all - Math.min(items.length, IN_MESSAGE);
  return [
    `Kính gửi ${about.name ?? 'quý cơ quan, đơn vị'}.`,
    `${issuerOf(options)} đã nhận phụ lục ${reportName(about.period)}; qua kiểm tra có ${counted(about)}: ` +
      `${first}${rest > 0 ? `; và ${two(rest)} nội dung khác tại tệp gửi kèm` : ''}.`,
    `Đề nghị rà soát và gửi lại ${deadlineWords(options)}. Trân trọng!`,
  ].join(' ');
}
