import type { NoticeItem } from '../../core/model/notice';
import type { Failure, Outcome } from '../../core/model/outcome';
import type { Letter } from '../../core/model/letter';
import type { NoticeOptions } from './notice-words';
import type { MadeFile } from './make-returns';

/** One agency to which something may go back. */
export interface NoticeRow {
  /** Agency code, or the file name where the sender is not known. */
  key: string;
  name: string;
  /** Things to mend, and things to explain. */
  errors: number;
  questions: number;
  files: string[];
  /** Those of `files` whose bytes the return copies are made from. */
  sources: string[];
  /** Files that a person wrote down as returned. */
  returned: string[];
}
export interface NoticesView {
  rows: NoticeRow[];
  /** How letters are headed as far as the register tells. */
  defaults: NoticeOptions;
}
export interface NoticeView {
  letter: Letter;
  /** The letter and the short message as plain text. */
  text: string;
  message: string;
  items: NoticeItem[];
}
/** Nothing was made for an agency, because these files are no longer what was read. */
export interface ChangedFiles extends Failure {
  changed: string[];
}
/** What goes back to one agency; `listed`: files that could carry no notes and got a list document. */
export type ReturnSet = Outcome<{ files: MadeFile[]; listed: string[] }, ChangedFiles>;
