import { senderKey } from '../../core/model/sender-of';
import type { CaseState, SubmissionChoices } from '../../core/model/case';
import type { ReceivedFile } from '../../core/model/submission';
import { boundTo } from './bound-to';
import type { CaseFacts } from './case-facts';

/** Approved before chosen before everything else; then by the round in which a file came. */
const APPROVED = -2;
const CHOSEN = -1;
/** A file the case has not seen. */
const NEW_ROUND = Number.MAX_SAFE_INTEGER;

/**
 * Which appendices count, as far as the journal says: what was returned or left out, what is locked, what waits to be
 * accepted.
 */
export function caseChoices(state: CaseState, facts: CaseFacts, files: readonly ReceivedFile[]): SubmissionChoices {
  const leftOut = new Map<string, { reason: string; returned: boolean }>();
  const rank = new Map<string, number>();
  const settled = new Set<string>();
  const rounds = new Map(state.files.map((f) => [f.sha256, f.round]));
  const first = Math.min(...rounds.values(), NEW_ROUND);
  for (const file of files) {
    const returned = boundTo(facts.returned, file, files).at(-1);
    const aside = boundTo(facts.leftOut, file, files);
    for (const appendix of file.appendices) {
      const agency = senderKey(file, appendix);
      const approved = facts.approved.get(agency)?.sha256s.includes(file.sha256) ?? false;
      const out = aside.find((e) => e.template === null || e.template === appendix.template);
      if (returned) leftOut.set(appendix.id, { reason: `đã trả lại đơn vị: ${returned.reason}`, returned: true });
      else if (out) leftOut.set(appendix.id, { reason: `không tính để tránh trùng: ${out.reason}`, returned: false });
      const chosen = facts.versions.get(`${agency}/${appendix.template}`);
      if (chosen?.over.includes(file.sha256) && chosen.sha256 !== file.sha256) settled.add(appendix.id);
      const round = rounds.get(file.sha256) ?? (rounds.size === 0 ? 0 : NEW_ROUND);
      rank.set(
        appendix.id,
        approved ? APPROVED : chosen?.sha256 === file.sha256 ? CHOSEN : round === first ? 0 : round,
      );
    }
  }
  return { leftOut, rank, settled };
}
