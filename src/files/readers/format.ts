import { openCompoundFile } from '../ole/compound-file';
import { openArchive, type Archive } from '../zip/archive';
import { wideEncoding } from '../text/decode-text';
import { u32 } from '../zip/little-endian';
import { looksLikePage } from './looks-like-page';

/** Every kind of file a sender may put into the folder, told from its bytes; the name of a file proves nothing. */
export const FILE_FORMATS = [
  'xlsx',
  'xlsb',
  'ods',
  'docx',
  'odt',
  'pptx',
  'zip',
  'xls',
  'doc',
  'ppt',
  'ole',
  'encrypted-office',
  'iwork',
  'fods',
  'shortcut',
  'message',
  'pdf',
  'rtf',
  'html',
  'mhtml',
  'xml-2003',
  'word-2003',
  'xml',
  'csv',
  'image',
  'rar',
  '7z',
  'gzip',
  'empty',
  'unknown',
] as const;

export type FileFormat = (typeof FILE_FORMATS)[number];

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** OLE directory entries are 128 bytes each and lie on multiples of it, behind a header of 512 (MS-CFB 2.6.1). */
const OLE_ENTRY = 128;
const OLE_HEADER = 512;
/** First bytes of formats that have them. Sources: the formats' own specifications. */
const MAGIC: readonly (readonly [FileFormat, readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['image', [0x49, 0x49, 0x2a, 0x00]],
  ['image', [0x4d, 0x4d, 0x00, 0x2a]],
  ['rar', [0x52, 0x61, 0x72, 0x21]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['gzip', [0x1f, 0x8b]],
  // A shortcut of Windows: header size and the first bytes of its class (MS-SHLLINK 2.1).
  ['shortcut', [0x4c, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00]],
];
/** How much of a text file is looked at. */
const HEAD = 4_096;

/** Header lines that a saved message begins with. */
const MAIL_HEADER =
  /^(?:mime-version|from|to|cc|subject|date|return-path|received|delivered-to|message-id|x-[\w-]+|content-type): /;

/** The format of the bytes. A zip container that cannot be opened is "zip"; why, its reader will say. */
export function detectFormat(bytes: Uint8Array): FileFormat {
  if (bytes.length === 0) return 'empty';
  if (startsWith(bytes, OLE)) return oleFormat(bytes);
  if (isBareWorkbook(bytes)) return 'xls';
  const known = MAGIC.find(([, magic]) => startsWith(bytes, magic));
  if (known) return known[0];
  if (u32(bytes, 0) === 0x04034b50 || u32(bytes, 0) === 0x06054b50 || isZipBehindBytes(bytes)) return zipFormat(bytes);
  return textFormat(bytes);
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((b, i) => bytes[i] === b);
}

/**
 * Excel 2 to 4 write their records without a container: BOF, its length, version, and what follows (a sheet, a chart, a
 * workspace).
 */
function isBareWorkbook(bytes: Uint8Array): boolean {
  const [id, generation, length, zero] = bytes;
  if (id !== 9 || ![0, 2, 4, 8].includes(generation!) || length! < 4 || length! > 20 || zero !== 0) return false;
  return [0x05, 0x10, 0x20, 0x40, 0x100].includes(bytes[6]! | (bytes[7]! << 8));
}

/**
 * A mail gateway or a self-extractor put bytes in front of the container: what stands at its end opens all the same.
 * Its first 64 KB hold a local header, so that no text that ends like a container is one.
 */
function isZipBehindBytes(bytes: Uint8Array): boolean {
  const most = Math.min(bytes.length - 4, 65_536);
  for (let at = bytes.indexOf(0x50); at >= 0 && at < most; at = bytes.indexOf(0x50, at + 1)) {
    if (u32(bytes, at) !== 0x04034b50) continue;
    try {
      return openArchive(bytes).names.length > 0;
    } catch {
      return false;
    }
  }
  return false;
}

function zipFormat(bytes: Uint8Array): FileFormat {
  try {
    const archive = openArchive(bytes);
    return officeFormat(archive) ?? openDocumentFormat(archive) ?? 'zip';
  } catch {
    return looksLikeWorkbook(bytes) ? 'xlsx' : 'zip';
  }
}

/** The main part's place is fixed by habit; content types settle the rest (an .xlsm, a template, a strict workbook). */
function officeFormat(archive: Archive): FileFormat | null {
  if (archive.has('xl/workbook.xml')) return 'xlsx';
  if (archive.has('xl/workbook.bin')) return 'xlsb';
  if (archive.has('word/document.xml')) return 'docx';
  if (archive.has('ppt/presentation.xml')) return 'pptx';
  if (archive.has('Index/Document.iwa') || archive.has('Index.zip')) return 'iwork';
  const part = archive.read('[Content_Types].xml');
  if (part === null) return null;
  const types = new TextDecoder().decode(part);
  if (/sheet\.binary\.macroEnabled\.main/i.test(types)) return 'xlsb';
  if (/(?:spreadsheetml\.(?:sheet|template)|ms-excel\.(?:sheet|template)\.macroEnabled)\.main\+xml/i.test(types))
    return 'xlsx';
  if (/(?:wordprocessingml\.|ms-word\.)[\w.]{0,80}main\+xml/i.test(types)) return 'docx';
  return /(?:presentationml\.|ms-powerpoint\.)[\w.]{0,80}main\+xml/i.test(types) ? 'pptx' : null;
}

function openDocumentFormat(archive: Archive): FileFormat | null {
  if (!archive.has('content.xml')) return null;
  const part = archive.has('mimetype') ? archive.read('mimetype') : null;
  const told = part === null ? null : documentKind(new TextDecoder().decode(part));
  return told ?? documentKind(manifestType(archive)) ?? bodyKind(archive);
}

function documentKind(type: string): 'odt' | 'ods' | null {
  return type.includes('opendocument.text') ? 'odt' : type.includes('opendocument.spreadsheet') ? 'ods' : null;
}

/** The entry of the whole package in its manifest, for packages that were zipped anew without `mimetype`. */
function manifestType(archive: Archive): string {
  const part = archive.read('META-INF/manifest.xml');
  if (part === null) return '';
  const entries = new TextDecoder().decode(part.subarray(0, BODY_HEAD)).split('<');
  return entries.find((e) => /full-path\s*=\s*["']\/["']/.test(e)) ?? '';
}

/** What the content itself is; styles stand in front of it. */
function bodyKind(archive: Archive): 'odt' | 'ods' | null {
  const part = archive.read('content.xml');
  const text = part === null ? '' : new TextDecoder().decode(part.subarray(0, BODY_HEAD));
  const body = /<office:body[^<>]*>\s{0,100}<office:(spreadsheet|text)[\s/>]/.exec(text)?.[1];
  return body === 'text' ? 'odt' : body === 'spreadsheet' ? 'ods' : null;
}

/** So much of a part shows what it is: the styles of the largest samples take 200 KB. */
const BODY_HEAD = 1_048_576;

/** A cut-off workbook has no directory, but its first local header still names an Office part. */
function looksLikeWorkbook(bytes: Uint8Array): boolean {
  return /xl\/|\[Content_Types\]|_rels\/\.rels/.test(latin1(bytes.subarray(0, HEAD)));
}

function oleFormat(bytes: Uint8Array): FileFormat {
  const names = oleNames(bytes);
  if (names.has('encryptedpackage')) return 'encrypted-office';
  if (names.has('__properties_version1.0')) return 'message';
  if (names.has('workbook') || names.has('book')) return 'xls';
  if (names.has('worddocument')) return 'doc';
  return names.has('powerpoint document') ? 'ppt' : 'ole';
}

/**
 * Names in the root of the container: an embedded workbook makes no workbook of a letter. Of a container that cannot be
 * opened, all names anywhere.
 */
function oleNames(bytes: Uint8Array): ReadonlySet<string> {
  try {
    return openCompoundFile(bytes).names;
  } catch {
    return namesAnywhere(bytes);
  }
}

function namesAnywhere(bytes: Uint8Array): Set<string> {
  const names = new Set<string>();
  for (let at = OLE_HEADER; at + OLE_ENTRY <= bytes.length; at += OLE_ENTRY) {
    const length = bytes[at + 64]! | (bytes[at + 65]! << 8);
    const type = bytes[at + 66]!;
    // 1 storage, 2 stream, 5 root; a name has at most 32 UTF-16 units with its closing zero.
    if (length < 4 || length > 64 || length % 2 !== 0 || (type !== 1 && type !== 2 && type !== 5)) continue;
    if (bytes[at + length - 2] !== 0 || bytes[at + length - 1] !== 0) continue;
    let name = '';
    for (let i = 0; i < length - 2; i += 2) name += String.fromCharCode(bytes[at + i]! | (bytes[at + i + 1]! << 8));
    // Names that differ by case only are the same name (MS-CFB 2.6.4); some programs write WORKBOOK.
    names.add(name.toLowerCase());
  }
  return names;
}

function textFormat(bytes: Uint8Array): FileFormat {
  const head = headText(bytes);
  if (head === null) return 'unknown';
  // Each file that a web system puts together a page from may bring its own byte order mark.
  const start = head.replace(/^(?:\u00ef\u00bb\u00bf|[\ufeff\s])+/, '').toLowerCase();
  if (/^from: <saved by|^mime-version:[^]*content-type:\s*(?:multipart\/related|text\/html)/.test(start))
    return 'mhtml';
  if (MAIL_HEADER.test(start)) return isMultipartPage(start) ? 'mhtml' : 'message';
  if (/^\[internetshortcut\]/.test(start) || /^\{\s*"(?:url|doc_id)"\s*:/.test(start)) return 'shortcut';
  if (/^<!doctype html/.test(start) || looksLikePage(start) || looksLikePage(pageHead(bytes))) return 'html';
  if (start.startsWith('<')) return xmlFormat(start, bytes);
  return head
    .split(/[\r\n]/)
    .slice(0, -1)
    .some((line) => /[,;\t]/.test(line)) || /[,;\t]/.test(start)
    ? 'csv'
    : 'unknown';
}

function isMultipartPage(start: string): boolean {
  const at = start.indexOf('multipart/related');
  return at >= 0 && start.includes('content-location:', at);
}

/** A page may begin with a style sheet, a script or a comment of this length. */
const PAGE_HEAD = 262_144;

function pageHead(bytes: Uint8Array): string {
  const text = headText(bytes, PAGE_HEAD) ?? '';
  return text.replace(/^(?:\u00ef\u00bb\u00bf|[\ufeff\s])+/, '').toLowerCase();
}

/** LibreOffice puts some thirty namespaces in front of the type of a flat file. */
const FLAT_HEAD = 16_384;

function xmlFormat(start: string, bytes: Uint8Array): FileFormat {
  if (/^[^]{0,2000}<office:document\s/.test(start))
    return /office:mimetype="application\/vnd\.oasis\.opendocument\.spreadsheet/.test(
      latin1(bytes.subarray(0, FLAT_HEAD)),
    )
      ? 'fods'
      : 'xml';
  if (/urn:schemas-microsoft-com:office:spreadsheet|progid="excel\.sheet"/.test(start)) return 'xml-2003';
  if (
    /schemas\.microsoft\.com\/office\/word\/2003\/wordml|schemas\.microsoft\.com\/office\/2006\/xmlpackage|progid="word\.document"/.test(
      start,
    )
  )
    return 'word-2003';
  return start.startsWith('<?xml') ? 'xml' : 'unknown';
}

/** The first bytes as text, or null where control characters show that they are none. */
function headText(bytes: Uint8Array, length = HEAD): string | null {
  const head = bytes.subarray(0, length);
  const wide = wideEncoding(head);
  if (wide !== null) return new TextDecoder(wide).decode(head);
  const text = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? head.subarray(3) : head;
  return text.some((b) => b < 9 || (b > 13 && b < 32 && b !== 27)) ? null : latin1(text);
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (const b of bytes) text += String.fromCharCode(b);
  return text;
}
