import type { Issue } from '../../core/model/issue';
import type { FileFormat } from './format';

/** What a file of each format is, for a sentence, and the endings it may rightly have; the first is the one to use. */
const FORMATS: Readonly<
  Record<
    Exclude<FileFormat, 'empty' | 'unknown' | 'ole' | 'encrypted-office'>,
    readonly [kind: string, ...endings: string[]]
  >
> = {
  xlsx: ['tệp Excel', 'xlsx', 'xlsm', 'xltx', 'xltm', 'xlam'],
  xlsb: ['tệp Excel nhị phân', 'xlsb'],
  // WPS Office writes the same under endings of its own.
  xls: ['tệp Excel đời cũ', 'xls', 'xlt', 'xla', 'xlw', 'et', 'ett'],
  ods: ['bảng tính OpenDocument', 'ods', 'ots'],
  docx: ['tệp Word', 'docx', 'docm', 'dotx', 'dotm'],
  odt: ['văn bản OpenDocument', 'odt', 'ott'],
  pptx: ['tệp trình chiếu PowerPoint', 'pptx', 'pptm', 'ppsx', 'potx'],
  doc: ['tệp Word đời cũ', 'doc', 'dot', 'wps', 'wpt'],
  ppt: ['tệp trình chiếu PowerPoint đời cũ', 'ppt', 'pps', 'pot', 'dps'],
  zip: ['tệp nén ZIP', 'zip'],
  rar: ['tệp nén RAR', 'rar'],
  '7z': ['tệp nén 7z', '7z'],
  gzip: ['tệp nén GZIP', 'gz', 'tgz'],
  pdf: ['tệp PDF', 'pdf'],
  rtf: ['văn bản RTF', 'rtf'],
  html: ['trang web (HTML)', 'html', 'htm', 'xhtml'],
  mhtml: ['trang web đóng gói (MHTML)', 'mht', 'mhtml'],
  'xml-2003': ['tệp Excel dạng XML 2003', 'xml'],
  'word-2003': ['tệp Word dạng XML 2003', 'xml'],
  fods: ['bảng tính OpenDocument', 'fods'],
  iwork: ['tệp của Apple (Numbers, Pages hoặc Keynote)', 'numbers', 'pages', 'key'],
  shortcut: ['lối tắt', 'lnk', 'url', 'gsheet', 'gdoc', 'webloc'],
  message: ['thư điện tử', 'eml', 'msg'],
  xml: ['tệp XML', 'xml'],
  csv: ['văn bản ngăn cách (CSV)', 'csv', 'tsv', 'tab', 'txt', 'prn'],
  image: ['tệp ảnh', 'jpg', 'jpeg', 'png', 'gif', 'tif', 'tiff', 'bmp', 'webp', 'heic'],
};

/** Endings that say what a file is; "15.12.2020" or "PL2 - bản cuối" say nothing. */
const KNOWN = new Set(Object.values(FORMATS).flatMap(([, ...endings]) => endings));

export interface Misnaming {
  /** "xls". */
  ending: string;
  /** "trang web (HTML)". */
  kind: string;
  /** Endings the file should have: "html". */
  proper: string;
}

/**
 * Where the ending of a file's name says something else than its bytes: what both are; null where they agree or the
 * name says nothing.
 */
export function misnaming(file: string, format: FileFormat): Misnaming | null {
  const ending = /\.([A-Za-z0-9]{1,5})$/.exec(file.trim())?.[1]?.toLowerCase();
  if (ending === undefined || !KNOWN.has(ending) || !Object.hasOwn(FORMATS, format)) return null;
  const [kind, ...endings] = FORMATS[format as keyof typeof FORMATS];
  return endings.includes(ending) ? null : { ending, kind, proper: endings[0]! };
}

/** Tells that a file was read as what it is, not as what it is called. */
export function misnamedIssue({ ending, kind, proper }: Misnaming): Issue {
  return { rule: 'file-misnamed', at: {}, params: { ending, kind, proper } };
}

/**
 * The reason why a misnamed file is not read, with what it is in front: a sender who sees ".xlsx" would not believe
 * "tệp PDF".
 */
export function misnamedReason({ ending, kind }: Misnaming, reason: string): string {
  return `Tệp mang đuôi .${ending} nhưng nội dung là ${kind}. ${reason}`;
}
