import type { CaseSettings } from '../../core/model/case';
import type { PreviewSheet } from './preview-sheet';
import type { Outcome } from '../../core/model/outcome';
import type { OutputPlan } from '../../core/model/output-plan';
import type { SignNote } from './sign-notes';
import type { NoSignSet, SignOptions } from './sign-set';

/** Where the choices for the set to sign begin, and what is to be said before it is signed. */
export interface SignStart {
  defaults: SignOptions;
  settings: CaseSettings;
  notes: SignNote[];
  /** Why there is no set; null where there is one. */
  blocked: NoSignSet['reason'] | null;
}
/** The set as pages to look at; none where it is not drawn. */
export interface SignPreview {
  sheets: PreviewSheet[];
  styles: OutputPlan['styles'];
}
export type SignedFile = Outcome<{ name: string; bytes: Uint8Array }, NoSignSet>;
