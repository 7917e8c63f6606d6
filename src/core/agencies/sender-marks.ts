import type { SenderMarks } from '../model/agency';
import type { Clue } from './clue';
import { fileNameKey } from './file-name-key';
import { saysWho } from './says-who';
import { symbolOf } from './symbol-of';
import { tokenise } from './tokens';

const NOBODY: ReadonlySet<string> = new Set();

/**
 * What the clues of one file say of its sender, comparable over periods. A name that says nobody is "". A letterhead or
 * symbol counts only where all of the file's sheets say the same and it is not everybody's ("UBND TỈNH …", "BC-UBND").
 * `province`: words of the province's name, without marks.
 */
export function senderMarks(clues: readonly Clue[], province: ReadonlySet<string> = NOBODY): SenderMarks {
  const name = clues.find((c) => c.kind === 'file-name')?.text ?? '';
  const letterhead = only(
    clues
      .filter((c) => c.kind === 'letterhead')
      .map((c) => letterheadKey(c.text))
      .filter((key) => saysWho(key, province)),
  );
  const symbol = only(
    clues
      .filter((c) => c.kind === 'reference' || c.kind === 'letterhead')
      .map((c) => symbolKey(c.text))
      .filter((key) => key !== '' && key !== 'UBND'),
  );
  const fileName = fileNameKey(name);
  const folder = fileNameKey(folderOf(name));
  return {
    fileName: saysWho(fileName, province) ? fileName : '',
    ...(saysWho(folder, province) ? { folder } : {}),
    ...(letterhead === null ? {} : { letterhead }),
    ...(symbol === null ? {} : { symbol }),
  };
}

/** The folder that a file lies in: "Sở Y tế" of "Các sở/Sở Y tế/biểu.xlsx"; "" where it lies in none. */
export function folderOf(file: string): string {
  return file.split('/').at(-2) ?? '';
}

function only(keys: readonly string[]): string | null {
  const distinct = new Set(keys);
  return distinct.size === 1 ? keys[0]! : null;
}

function symbolKey(text: string): string {
  return (symbolOf(text) ?? '').toLocaleUpperCase('vi').replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * Where the motto or the place and date of writing begin in a line; they are the same on every letter, or never the
 * same.
 */
const NOT_THE_NAME =
  /(cộng hòa xã hội|cộng hoà xã hội|độc lập|số\s{0,9}:?\s{0,9}\d|(?<!\p{L})(?:\p{L}{1,12}\s{1,9}){0,2}\p{L}{1,12},\s{0,9}ngày|ngày\s).*/iu;

/** The words of a letterhead without motto, number, place and date: "ubnd tỉnh khánh hòa sở tài chính". */
function letterheadKey(text: string): string {
  const lines = text
    .normalize('NFC')
    .split('\n')
    .map((line) => line.replace(NOT_THE_NAME, ''));
  return tokenise(lines.join('\n'))
    .filter((token) => !/^\p{N}+$/u.test(token.key))
    .map((token) => token.marked)
    .join(' ');
}
