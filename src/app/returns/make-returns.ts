import type { DocumentWriter, FileAnnotator, SourceFile } from '../ports';
import { letterText } from './letter-text';
import { noticeLetter } from './notice-words';
import type { ReturnNotice } from './return-notice';

/** A file to hand out: path below the folder chosen, forward slashes. */
export interface MadeFile {
  path: string;
  content: Uint8Array | string;
}

export interface ReturnDeps {
  annotator: FileAnnotator;
  documents: DocumentWriter;
  /** The bytes of a received file. */
  source(file: string): Promise<SourceFile>;
}

/** What was made for one agency. */
export interface MadeReturn {
  files: MadeFile[];
  /** Received files that could carry no notes and got a list document instead. */
  listed: string[];
}

/** What goes to all these agencies, one folder each. */
export async function makeReturns(notices: readonly ReturnNotice[], deps: ReturnDeps): Promise<MadeFile[]> {
  const folders = returnFolders(notices);
  const made: MadeFile[] = [];
  for (const [i, notice] of notices.entries()) made.push(...(await makeReturn(notice, folders[i]!, deps)).files);
  return made;
}

/** A folder name for each notice, no two alike: "STP - Sở Tư pháp". */
export function returnFolders(notices: readonly Pick<ReturnNotice, 'code' | 'name'>[]): string[] {
  const taken = new Set<string>();
  return notices.map(({ code, name }) => freeIn(taken, safeName(code ? `${code} - ${name}` : name)));
}

/**
 * The folder of one agency: its own files with notes (or a list document where the file cannot carry them), the letter
 * as .docx and as text, and the message.
 */
export async function makeReturn(notice: ReturnNotice, folder: string, deps: ReturnDeps): Promise<MadeReturn> {
  const files: MadeFile[] = [];
  const listed: string[] = [];
  const names = new Set<string>();
  const add = (name: string, content: Uint8Array | string): void => {
    files.push({ path: `${folder}/${freeIn(names, name)}`, content });
  };
  for (const { file, notes, list } of notice.files) {
    const base = safeName(file.split('/').at(-1) ?? file);
    const stem = base.replace(/\.[^.]*$/, '');
    const copy = deps.annotator.annotate(await deps.source(file), notes, list);
    if (copy) add(`${stem} (cần sửa)${base.slice(stem.length)}`, copy);
    else {
      listed.push(file);
      add(`${stem} (danh sách cần sửa).docx`, await deps.documents.writeList(list));
    }
  }
  const letter = noticeLetter({ ...notice.about, listed }, notice.options);
  add('Công văn.docx', await deps.documents.writeLetter(letter));
  add('Công văn.txt', letterText(letter));
  add('Tin nhắn.txt', `${notice.message}\n`);
  return { files, listed };
}

/**
 * A name that every system takes: nothing of \ / : * ? " < > |, no control characters and none that turn the direction
 * of what follows, no dot or blank at the end.
 */
function safeName(name: string): string {
  const clean = name
    .normalize('NFC')
    .replace(/[\\/:*?"<>|\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 100)
    .replace(/[. ]+$/, '')
    .trim();
  return clean === '' || /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(clean) ? `Tệp ${clean}`.trim() : clean;
}

function freeIn(taken: Set<string>, name: string): string {
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  let next = name;
  for (let n = 2; taken.has(next.toLowerCase()); n++) next = `${stem} (${n})${ending}`;
  taken.add(next.toLowerCase());
  return next;
}
