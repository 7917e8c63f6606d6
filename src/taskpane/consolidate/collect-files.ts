import type { InputFile } from '../../app/ports';
import { isLeftOver } from '../../core/model/left-over';

/** Our own lists lie beside the files. */
const NOT_REPORTS = /\.(json|txt|log)$/i;

interface Entry {
  isFile: boolean;
  isDirectory: boolean;
  fullPath: string;
  name: string;
}
interface FileEntry extends Entry {
  file(done: (file: File) => void, failed: (error: unknown) => void): void;
}
interface FolderEntry extends Entry {
  createReader(): { readEntries(done: (entries: Entry[]) => void, failed: (error: unknown) => void): void };
}

/** What was handed over: the files to read, and the names of those that are nobody's report. */
export interface Collected {
  files: InputFile[];
  left: string[];
}

/** What was dropped, folders opened, in the order of names. Must be called while the drop event is being handled. */
export function fromDrop(data: DataTransfer): Promise<Collected> {
  const entries = [...data.items]
    .map((i) => i.webkitGetAsEntry?.() as unknown as Entry | null)
    .filter((e): e is Entry => e !== null && e !== undefined);
  if (entries.length === 0) return Promise.resolve(fromList(data.files));
  return Promise.all(entries.map(walk)).then((lists) => ordered(lists.flat()));
}

/** What a file or folder picker gave. */
export function fromList(list: Iterable<File>): Collected {
  return ordered([...list].map((file) => ({ path: file.webkitRelativePath || file.name, file })));
}

async function walk(entry: Entry): Promise<{ path: string; file: File }[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((done) => (entry as FileEntry).file(done, () => done(unreadable(entry.name))));
    return [{ path: pathOf(entry), file }];
  }
  if (!entry.isDirectory) return [];
  const reader = (entry as FolderEntry).createReader();
  const found: Entry[] = [];
  for (;;) {
    // A folder is handed over in portions of about a hundred; an empty one is the end.
    const some = await new Promise<Entry[] | null>((done) => reader.readEntries(done, () => done(null)));
    // A folder that cannot be opened is listed as a file that cannot be read, so that nobody misses it.
    if (some === null) return [{ path: pathOf(entry), file: unreadable(entry.name) }, ...(await opened(found))];
    if (some.length === 0) break;
    found.push(...some);
  }
  return opened(found);
}

async function opened(entries: readonly Entry[]): Promise<{ path: string; file: File }[]> {
  return (await Promise.all(entries.map(walk))).flat();
}

const pathOf = (entry: Entry): string => entry.fullPath.replace(/^\//, '');

/** Stands for what the browser would not open: reading it fails, and so it is told as not readable. */
function unreadable(name: string): File {
  return Object.assign(new File([], name), { arrayBuffer: () => Promise.reject(new Error(name)) });
}

function ordered(files: readonly { path: string; file: File }[]): Collected {
  const collator = new Intl.Collator('vi', { numeric: true });
  const top = commonFolder(files.map((f) => f.path));
  const taken = new Set<string>();
  const sorted = files.filter(({ path }) => !isLeftOver(path)).sort((a, b) => collator.compare(a.path, b.path));
  const reports = sorted
    .filter(({ file }) => !NOT_REPORTS.test(file.name))
    .map(({ path, file }) => ({
      file: freeName(path.slice(top.length).normalize('NFC'), taken),
      size: file.size,
      bytes: () => file.arrayBuffer(),
    }));
  return {
    files: reports,
    left: sorted.filter(({ file }) => NOT_REPORTS.test(file.name)).map(({ file }) => file.name.normalize('NFC')),
  };
}

/** "nhan/" where every path begins so: the folder that was dropped is not part of the names. */
function commonFolder(paths: readonly string[]): string {
  const first = paths[0]?.match(/^[^/]+\//)?.[0] ?? '';
  return paths.every((p) => p.startsWith(first)) ? first : '';
}

function freeName(path: string, taken: Set<string>): string {
  let name = path;
  for (let n = 2; taken.has(name); n++) name = path.replace(/(\.[^./]*)?$/, ` (${n})$1`);
  taken.add(name);
  return name;
}
