import type { CaseSettings, SheetChoices } from '../../core/model/case';
import { failure, type Failure, type Outcome } from '../../core/model/outcome';
import type { OutputPlan } from '../../core/model/output-plan';
import { buildSignedSet } from '../../core/plan/build-plan';
import { templates } from '../../core/templates/registry';
import type { RunResult } from '../consolidate/run-options';

/** What an officer chooses for the set to sign. */
export type SignOptions = SheetChoices;

/**
 * What a case says of the set to sign, and over it what was chosen just now; Roman numerals (Nghị định 30/2020) where
 * neither says.
 */
export function signOptions({ expected: _, ...settings }: CaseSettings, chosen: SignOptions): SignOptions {
  return { numerals: 'roman', ...settings, ...chosen };
}

/** Why there is no set to sign: the proof does not close, or nothing was consolidated. */
export interface NoSignSet extends Failure {
  reason: 'proof' | 'nothing';
}

const NO_SET: Record<NoSignSet['reason'], string> = {
  proof: 'Không lập bộ trình ký vì đối soát không khớp.',
  nothing: 'Không có phụ lục nào để tổng hợp, nên không lập bộ trình ký.',
};
const noSet = (reason: NoSignSet['reason']): NoSignSet => ({ ...failure(NO_SET[reason]), reason });

/** The set to sign, or why there is none: it is drawn only where the proof closes (design §1). */
export function signSet(run: RunResult, options: SignOptions): Outcome<{ plan: OutputPlan }, NoSignSet> {
  const { consolidation } = run;
  if (!consolidation.proof.closes) return noSet('proof');
  if (consolidation.tables.length === 0) return noSet('nothing');
  return { ok: true, plan: buildSignedSet({ consolidation, templates: templates(), options }) };
}
