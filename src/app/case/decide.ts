import type { JournalEntry } from '../../core/model/case';
import { ruleList } from '../../core/validate/rule-list';
import { decideOnFigure } from './decide-on-figure';
import { decideOnFinding } from './decide-on-finding';
import { decideOnSubmission } from './decide-on-submission';
import type { Decided, DecisionRequest, Draft, Who } from './decision';
import type { CaseRun } from './run-case';
import { standingApproval } from './standing-approval';

/** The state with a decision added to its journal, or why it cannot be. Earlier lines are never touched. */
export function decide(run: CaseRun, request: DecisionRequest, who: Who): Decided {
  const by = who.by.normalize('NFC').trim();
  const reason = who.reason.normalize('NFC').trim();
  if (by === '') return { ok: false, message: 'Cần ghi tên người quyết định.' };
  if (reason === '') return { ok: false, message: 'Cần ghi lý do.' };
  if (Number.isNaN(Date.parse(who.at))) return { ok: false, message: 'Thời điểm quyết định không đúng dạng.' };
  const draft = draftOf(run, request);
  if (!draft.ok) return draft;
  const at = new Date(Date.parse(who.at)).toISOString();
  const entries = draft.entries.map(({ decision, about }, i): JournalEntry => ({
    ...decision,
    id: run.state.journal.length + 1 + i,
    at,
    by,
    reason,
    about,
  }));
  return { ok: true, entries, state: { ...run.state, journal: [...run.state.journal, ...entries] } };
}

function draftOf(run: CaseRun, request: DecisionRequest): Draft {
  switch (request.kind) {
    case 'accept':
      return decideOnFinding(run, request.key);
    case 'rule-off':
    case 'rule-on':
      return switchRule(run, request.kind, request.rule);
    case 'adjust':
      return decideOnFigure(run, request);
    case 'revoke':
      return revoke(run, request.entry);
    default:
      return decideOnSubmission(run, request);
  }
}

function switchRule({ facts }: CaseRun, kind: 'rule-off' | 'rule-on', rule: string): Draft {
  const known = ruleList().find((r) => r.id === rule);
  if (!known) return { ok: false, message: `Không có quy tắc "${rule}".` };
  const off = facts.rulesOff.get(rule);
  if (kind === 'rule-on') {
    if (!off) return { ok: false, message: `Quy tắc "${rule}" đang được áp dụng.` };
    return {
      ok: true,
      entries: [{ decision: { kind: 'revoke', entry: off.id }, about: `Áp dụng lại quy tắc: ${known.summary}` }],
    };
  }
  if (known.alwaysOn) return { ok: false, message: `Quy tắc "${rule}" luôn được áp dụng, không tắt được.` };
  if (off) return { ok: false, message: `Quy tắc "${rule}" đã được tắt.` };
  return { ok: true, entries: [{ decision: { kind: 'rule-off', rule }, about: known.summary }] };
}

/** Any line can be taken back once; what was approved is opened again in the same way. */
function revoke(run: CaseRun, entry: number): Draft {
  const { state, facts } = run;
  const line = state.journal[entry - 1];
  if (!line) return { ok: false, message: `Nhật ký không có dòng ${entry}.` };
  if (facts.revoked.has(entry)) return { ok: false, message: `Dòng ${entry} của nhật ký đã được hủy.` };
  const locked = 'agency' in line && line.kind !== 'approve' ? standingApproval(run, line.agency) : null;
  if (locked) return { ok: false, message: 'Bài nộp của đơn vị này đã được duyệt; cần mở lại trước.' };
  return { ok: true, entries: [{ decision: { kind: 'revoke', entry }, about: `Hủy dòng ${entry}: ${line.about}` }] };
}
