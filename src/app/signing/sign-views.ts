import type { CaseSettings } from '../../core/model/case';
import type { PreviewSheet } from './preview-sheet';
import type { OutputPlan } from '../../core/model/output-plan';
import type { SignNote } from './sign-notes';
import type { SignOptions } from './sign-set';

/** Where the choices for the set to sign begin, and what is to be said before it is signed. */
export interface SignStart {
  defaults: SignOptions;
  settings: CaseSettings;
  notes: SignNote[];
  blocked: 'proof' | 'nothing' | null;
}
/** The set as pages to look at; none where it is not drawn. */
export interface SignPreview {
  sheets: PreviewSheet[];
  styles: OutputPlan['styles'];
}
export type SignedFile = { ok: true; name: string; bytes: Uint8Array } | { ok: false; reason: 'proof' | 'nothing' };
