import type { CaseSettings } from '../../core/model/case';
import type { Letter } from '../../core/model/letter';
import type { NoticeItem } from '../../core/model/notice';
import type { OutputPlan } from '../../core/model/output-plan';
import type { MadeFile } from '../returns/make-returns';
import type { NoticeOptions } from '../returns/notice-words';
import type { DocumentWriter, FileAnnotator, SourceFile } from '../ports';
import type { SignOptions } from '../signing/sign-set';
import type { PreviewSheet } from '../signing/preview-sheet';
import type { SignNote } from '../signing/sign-notes';

/** Writers that are loaded when something is handed out, not before. */
export interface DeliveryTools { annotator: FileAnnotator; documents: DocumentWriter }

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

export interface NoticesView { rows: NoticeRow[]; /** How letters are headed as far as the register tells. */ defaults: NoticeOptions }

export interface NoticeView { letter: Letter; /** The letter and the short message as plain text. */ text: string; message: string; items: NoticeItem[] }

/** What goes back to one agency; `changed`: files that are no longer what was read, so nothing was made. */
export type ReturnSet = { ok: true; files: MadeFile[]; /** Files that could carry no notes and got a list. */ listed: string[] } | { ok: false; changed: string[] };

/** Where the choices for the set to sign begin, and what is to be said before it is signed. */
export interface SignStart { defaults: SignOptions; settings: CaseSettings; notes: SignNote[]; blocked: 'proof' | 'nothing' | null }

/** The set as pages to look at; none where it is not drawn. */
export interface SignPreview { sheets: PreviewSheet[]; styles: OutputPlan['styles'] }

export type SignedFile = { ok: true; name: string; bytes: Uint8Array } | { ok: false; reason: 'proof' | 'nothing' };

/** Calls of the engine about what leaves the house: returned files and the set to sign. All need a run. */
export interface DeliverCalls {
  /** Agencies with something to mend or to explain, in the order of the files received. */
  notices(arg: null): Promise<NoticesView>;
  notice(arg: { key: string; letter: NoticeOptions }): Promise<NoticeView | null>;
  /** `sources`: the received files as they are now; they are held against what was read. */
  returnSet(arg: { key: string; letter: NoticeOptions; sources: readonly SourceFile[] }): Promise<ReturnSet>;
  zip(files: readonly MadeFile[]): Promise<Uint8Array>;
  signStart(arg: null): Promise<SignStart>;
  signPreview(options: SignOptions): Promise<SignPreview>;
  sign(arg: { kind: 'xlsx' | 'docx'; options: SignOptions }): Promise<SignedFile>;
}

export type DeskName = keyof DeliverCalls;

/** One of these calls on its way to the worker. */
export interface DeskRequest<K extends DeskName = DeskName> { name: K; arg: Parameters<DeliverCalls[K]>[0] }

/** The other side of the calls: what needs writers is given them. */
export type DeskWorker = {
  [K in Exclude<DeskName, 'zip'>]: (arg: Parameters<DeliverCalls[K]>[0], tools: DeliveryTools) => ReturnType<DeliverCalls[K]>;
};
