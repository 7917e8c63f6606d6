import type { ArchivedFile, ArchiveExpander, SourceFile, UnreadFile } from '../../app/ports';
import { isLeftOver } from '../../core/model/left-over';
import { READ_LIMITS, type ReadLimits } from '../limits';
import { damaged, encrypted, grouped, megabytes, Refusal, tooLarge, unsupported } from '../refusal';
import { detectFormat } from '../readers/format';
import { checkSize, unpackEntry, type InflateRaw } from '../zip/archive';
import { checkLocalName, ENCRYPTED_FLAG, readRawEntries, type RawEntry } from '../zip/directory';
import { entryName } from './entry-name';

export interface ExpandOptions {
  inflate?: InflateRaw;
  limits?: ReadLimits;
}

/** Characters of a name that are shown; Windows stops at 260 with its folder. */
const LONGEST_NAME = 260;
/** Control characters, and those that turn the direction of writing and so hide an ending. */
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

interface Wanted {
  name: string;
  raw: RawEntry;
  refusal?: Refusal;
}

export function createExpander(options: ExpandOptions = {}): ArchiveExpander {
  return { expand: (source) => expandArchive(source, options) };
}

/**
 * The files of a zip that is an archive of files, called "tep.zip/tên bên trong.xlsx" and sorted by name; null for
 * anything else. One level: an archive inside is named with the reason. What is wrong with one entry (two of one name,
 * a damaged sum, a path out of the archive, a password) refuses that entry alone; an archive that cannot be read, or is
 * too large as a whole, is refused as a whole.
 */
export function expandArchive(source: SourceFile, options: ExpandOptions = {}): ArchivedFile[] | UnreadFile | null {
  const limits = options.limits ?? READ_LIMITS;
  if (source.bytes.length > limits.fileBytes || detectFormat(source.bytes) !== 'zip') return null;
  try {
    const raws = readRawEntries(source.bytes, limits);
    const wanted = wantedEntries(raws);
    if (isOfficePackage(raws)) return null;
    checkWhole(wanted, limits);
    return wanted
      .map((w) => takeOut(source, w, limits, options.inflate))
      .sort((a, b) => collator.compare(a.file, b.file));
  } catch (error) {
    if (error instanceof Refusal) return error.unread();
    throw error;
  }
}

const collator = new Intl.Collator('vi', { numeric: true });

/** A damaged document is not taken apart: its parts are not files that somebody sent. */
function isOfficePackage(raws: readonly RawEntry[]): boolean {
  return raws.some(({ entry }) =>
    /^(?:\[Content_Types\]\.xml|mimetype|_rels\/\.rels|content\.xml|META-INF\/manifest\.(?:xml|mf)|Index\/Document\.iwa)$/i.test(
      entry.name,
    ),
  );
}

function wantedEntries(raws: readonly RawEntry[]): Wanted[] {
  const byName = new Map<string, Wanted>();
  for (const raw of raws) {
    const full = entryName(raw.stored, raw.flags, raw.extra);
    if (full === '' || full.endsWith('/') || isLeftOver(full)) continue;
    const name = shownName(full);
    const known = byName.get(name.toLowerCase());
    if (known)
      known.refusal = unsupported(
        `Trong tệp nén có hai tệp cùng tên này nên không rõ lấy tệp nào; đề nghị đơn vị đổi tên rồi gửi lại.`,
      );
    else
      byName.set(name.toLowerCase(), {
        name,
        raw,
        ...(climbsOut(full) ? { refusal: damaged('đường dẫn ghi trong tệp nén trỏ ra ngoài thư mục') } : {}),
      });
  }
  return [...byName.values()];
}

const climbsOut = (name: string): boolean =>
  /(^|\/)\.\.(\/|$)/.test(name) || /^(?:[A-Za-z]:|\/)/.test(name) || name.includes('\0');

/** The name without what could lead anywhere or cannot be seen. */
function shownName(full: string): string {
  const kept = full
    .replace(UNSEEN, '_')
    .split('/')
    .filter((s) => s !== '' && s !== '.' && s !== '..' && !/^[A-Za-z]:$/.test(s));
  const name = kept.join('/') || '_';
  return name.length <= LONGEST_NAME ? name : `…${name.slice(1 - LONGEST_NAME)}`;
}

function checkWhole(wanted: readonly Wanted[], limits: ReadLimits): void {
  if (wanted.length === 0) throw damaged('tệp nén không có tệp nào bên trong');
  if (wanted.length > limits.archiveFiles) throw tooLarge(`tệp nén có ${grouped(wanted.length)} tệp`);
  if (wanted.every((w) => w.raw.flags & ENCRYPTED_FLAG)) throw encrypted();
  const total = wanted.reduce((n, w) => n + w.raw.entry.size, 0);
  if (total > limits.archiveBytes) throw tooLarge(`các tệp bên trong sau giải nén là ${megabytes(total)}`);
}

function takeOut(
  source: SourceFile,
  { name, raw, refusal }: Wanted,
  limits: ReadLimits,
  inflate: InflateRaw | undefined,
): ArchivedFile {
  const file = `${source.file}/${name}`;
  try {
    if (refusal) throw refusal;
    if (raw.flags & ENCRYPTED_FLAG) throw encrypted();
    if (raw.entry.size > limits.fileBytes) throw tooLarge(`tệp nặng ${megabytes(raw.entry.size)}`);
    checkSize(raw.entry, limits);
    checkLocalName(source.bytes, raw.entry.offset, raw.stored, name);
    // A copy: a stored entry would keep the whole archive alive, and a view cannot be handed over to a worker.
    const bytes = unpackEntry(source.bytes, raw.entry, inflate).slice();
    if (isArchive(bytes))
      throw unsupported(
        'Tệp nén nằm trong tệp nén không được mở; đề nghị giải nén và đưa từng tệp bên trong vào, hoặc đề nghị ' +
          'đơn vị gửi lại bằng tệp Excel (.xlsx).',
      );
    return { file, bytes };
  } catch (error) {
    if (error instanceof Refusal) return { file, bytes: new Uint8Array(0), refusal: error.unread() };
    throw error;
  }
}

/** A damaged document is left to its reader, which says what is wrong with it. */
function isArchive(bytes: Uint8Array): boolean {
  if (detectFormat(bytes) !== 'zip') return false;
  try {
    return !isOfficePackage(readRawEntries(bytes, READ_LIMITS));
  } catch {
    return false;
  }
}
