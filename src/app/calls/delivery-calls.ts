import type { MadeFile } from '../returns/make-returns';
import type { NoticeOptions } from '../returns/notice-words';
import type { DocumentWriter, FileAnnotator, SourceFile } from '../ports';
import type { SignOptions } from '../signing/sign-set';
import type { NoticesView, NoticeView, ReturnSet } from '../returns/notice-views';
import type { SignedFile, SignPreview, SignStart } from '../signing/sign-views';

/** Writers that are loaded when something is handed out, not before. */
export interface DeliveryTools {
  annotator: FileAnnotator;
  documents: DocumentWriter;
}

/** Calls of the engine about what leaves the house: returned files and the set to sign. All need a run. */
export interface DeliveryCalls {
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

export type DeliveryName = keyof DeliveryCalls;

/** One of these calls on its way to the worker. */
export interface DeliveryRequest<K extends DeliveryName = DeliveryName> {
  name: K;
  arg: Parameters<DeliveryCalls[K]>[0];
}

/** The other side of the calls: what needs writers is given them. */
export type DeliveryAnswers = {
  [K in Exclude<DeliveryName, 'zip'>]: (
    arg: Parameters<DeliveryCalls[K]>[0],
    tools: DeliveryTools,
  ) => ReturnType<DeliveryCalls[K]>;
};
