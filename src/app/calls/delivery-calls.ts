import type { SourceFile } from '../ports';
import type { MadeFile } from '../returns/make-returns';
import type { NoticesView, NoticeView, ReturnSet } from '../returns/notice-views';
import type { NoticeOptions } from '../returns/notice-words';
import type { SignOptions } from '../signing/sign-set';
import type { SignedFile, SignPreview, SignStart } from '../signing/sign-views';

/** Calls about what is handed out: returned files and the set to sign. All but `zip` need a run. */
export interface DeliveryCalls {
  /** Agencies with something to mend or to explain, in the order of the files received. */
  notices(arg: null): Promise<NoticesView>;
  notice(arg: { key: string; letter: NoticeOptions }): Promise<NoticeView | null>;
  /** `sources`: the received files as they are now; they are compared with what was read. */
  returnSet(arg: { key: string; letter: NoticeOptions; sources: readonly SourceFile[] }): Promise<ReturnSet>;
  /** Files packed into one zip. */
  zip(files: readonly MadeFile[]): Promise<Uint8Array>;
  signStart(arg: null): Promise<SignStart>;
  signPreview(options: SignOptions): Promise<SignPreview>;
  sign(arg: { kind: 'xlsx' | 'docx'; options: SignOptions }): Promise<SignedFile>;
}
