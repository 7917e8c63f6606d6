import { sendersOf } from '../../core/model/sender-of';
import type { RegisterAgency } from '../../core/agencies/register-schema';
import type { Consolidation } from '../../core/model/consolidation';
import type { Issue } from '../../core/model/issue';
import type { ReceivedFile } from '../../core/model/submission';
import type { RunOptions } from './run-options';

/** A form that at least half of the senders sent is expected of all. */
const EXPECTED_SHARE = 0.5;

/** Agencies of the register that sent nothing, and senders without a form that most others sent. */
export function missingSenders(
  consolidation: Consolidation,
  files: readonly ReceivedFile[],
  options: RunOptions,
): Issue[] {
  const issues: Issue[] = [];
  const { submissions } = consolidation;
  const sent = new Set(files.flatMap((f) => sendersOf(f).map((a) => a.code)));
  for (const agency of expectedAgencies(options)) {
    if (sent.has(agency.code)) continue;
    issues.push({ rule: 'missing-submission', at: {}, params: { agency: agency.name, code: agency.code } });
  }
  for (const template of options.templates) {
    if (template.rowMode !== 'fixed') continue;
    const having = submissions.filter((s) => s.appendices.some((a) => a.template === template.id));
    if (having.length < 2 || having.length < submissions.length * EXPECTED_SHARE) continue;
    for (const s of submissions) {
      if (having.includes(s) || s.leftOut?.some((l) => l.appendix.template === template.id)) continue;
      issues.push({
        rule: 'missing-submission',
        at: { file: s.files[0]!, template: template.id },
        params: { agency: s.name, template: template.name },
      });
    }
  }
  return issues;
}

/** Agencies of the register that existed at the end of the period. */
export function expectedAgencies(options: Pick<RunOptions, 'register' | 'period'>): RegisterAgency[] {
  if (!options.register) return [];
  const day = options.period?.to;
  if (!day) return options.register.agencies;
  return options.register.agencies.filter((a) => (!a.from || a.from <= day) && (!a.to || a.to >= day));
}
