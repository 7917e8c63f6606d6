import type { CaseSettings } from '../../core/model/case';
import type { OutputPlan } from '../../core/model/output-plan';
import { buildSignedSet } from '../../core/plan/build-plan';
import type { PlanOptions } from '../../core/plan/options';
import { templates } from '../../core/templates/registry';
import type { RunResult } from '../consolidate/run-options';

/** What an officer chooses for the set to sign. */
export type SignOptions = Pick<
  PlanOptions,
  'numerals' | 'place' | 'issuer' | 'signers' | 'signerName' | 'preparer' | 'reportNumber' | 'reportDate'
>;

/**
 * What a case says of the set to sign, and over it what was chosen just now; Roman numerals (Nghị định 30/2020) where
 * neither says.
 */
export function signOptions({ expected: _, ...settings }: CaseSettings, chosen: SignOptions): SignOptions {
  return { numerals: 'roman', ...settings, ...chosen };
}

/** The set to sign, or why there is none: it is drawn only where the proof closes (design §1). */
export function signSet(
  run: RunResult,
  options: SignOptions,
): { ok: true; plan: OutputPlan } | { ok: false; reason: 'proof' | 'nothing' } {
  const { consolidation } = run;
  if (!consolidation.proof.closes) return { ok: false, reason: 'proof' };
  if (consolidation.tables.length === 0) return { ok: false, reason: 'nothing' };
  return { ok: true, plan: buildSignedSet({ consolidation, templates: templates(), options }) };
}
