import type { Finding } from '../../core/model/finding';
import { isOpen } from '../../core/model/open-finding';
import type { ReceivedFile, Submission } from '../../core/model/submission';
import { senderKey, senderKeys, senderNames, senderOf } from '../../core/model/sender-of';
import type { Draft } from './decision';
import type { Drafted } from './decision';
import type { DecisionRequest } from './decision';
import type { CaseRun } from './run-case';
import { boundTo } from './bound-to';
import { pendingVersions } from './pending-versions';
import { standingApproval } from './standing-approval';
import { submissionWords } from './journal-sentences';

type SubmissionRequest = Extract<
  DecisionRequest,
  { kind: 'confirm-agency' | 'choose-version' | 'leave-out' | 'return' | 'approve' | 'reopen' | 'scope' }
>;

const LOCKED = {
  ok: false,
  message: 'Bài nộp của đơn vị này đã được duyệt nên bị khóa; cần mở lại (có lý do) trước.',
} as const;

/**
 * Who sent it, which version counts, what is returned or left out, what is approved. Whatever is approved is locked.
 */
export function decideOnSubmission(run: CaseRun, request: SubmissionRequest): Draft {
  if (!('file' in request))
    return request.kind === 'approve' ? approve(run, request.agency) : reopen(run, request.agency);
  const file = run.files.find((f) => f.file === request.file);
  if (!file) return { ok: false, message: `Không có tệp “${request.file}” trong lần chạy hiện tại.` };
  const keys = senderKeys(file);
  const key = keys.length === 1 ? keys[0]! : (file.agency.agency?.code ?? file.file);
  if (keys.some((k) => standingApproval(run, k)) && request.kind !== 'confirm-agency') return LOCKED;
  const name = senderNames(file) || 'Chưa rõ đơn vị';
  switch (request.kind) {
    case 'confirm-agency':
      return confirm(run, file, key, request.agency);
    case 'choose-version':
      return choose(run, file, request.template);
    case 'leave-out': {
      if (
        boundTo(run.facts.leftOut, file, run.files).some((e) => e.template === null || e.template === request.template)
      )
        return { ok: false, message: 'Bài nộp này đã được để ngoài kết quả.' };
      if (request.template !== null && !file.appendices.some((a) => a.template === request.template))
        return { ok: false, message: 'Tệp này không có phụ lục được nói đến.' };
      return one(
        { kind: 'leave-out', agency: key, file: file.file, sha256: file.sha256, template: request.template },
        submissionWords(name, request.template, file.file),
      );
    }
    case 'scope':
      return scope(run, file, key, name, request);
    case 'return':
      if (boundTo(run.facts.returned, file, run.files).length > 0)
        return { ok: false, message: 'Tệp này đã được trả lại.' };
      return one(
        { kind: 'return', agency: key, file: file.file, sha256: file.sha256 },
        submissionWords(name, null, file.file),
      );
  }
}

function one(decision: Drafted['decision'], about: string): Draft {
  return { ok: true, entries: [{ decision, about }] };
}

function confirm(run: CaseRun, file: ReceivedFile, key: string, agency: string): Draft {
  if (standingApproval(run, key) || standingApproval(run, agency)) return LOCKED;
  if (run.register && !run.register.agencies.some((a) => a.code === agency))
    return { ok: false, message: `Danh mục không có đơn vị mã "${agency}".` };
  const name = run.register?.agencies.find((a) => a.code === agency)?.name ?? agency;
  return one(
    { kind: 'confirm-agency', file: file.file, sha256: file.sha256, agency, before: file.agency.agency?.code ?? null },
    `Tệp “${file.file}” là của ${name}`,
  );
}

/** Whether a form counts, or stands beside the sum as the figures of the whole province. */
function scope(
  run: CaseRun,
  file: ReceivedFile,
  key: string,
  name: string,
  { template, scope: wanted }: { template: string | null; scope: 'own' | 'province-wide' },
): Draft {
  const forms = file.appendices.filter((a) => template === null || a.template === template);
  if (forms.length === 0) return { ok: false, message: 'Tệp này không có phụ lục được nói đến.' };
  if (forms.every((a) => a.scope === wanted))
    return {
      ok: false,
      message:
        wanted === 'own'
          ? 'Phụ lục này đang được tính là số liệu của đơn vị.'
          : 'Phụ lục này đang là số liệu toàn tỉnh để đối chiếu.',
    };
  const what = wanted === 'own' ? 'số liệu của đơn vị, được cộng' : 'số liệu toàn tỉnh, chỉ để đối chiếu';
  return one(
    { kind: 'scope', agency: key, file: file.file, sha256: file.sha256, template, scope: wanted },
    `${submissionWords(name, template, file.file)}: ${what}`,
  );
}

/** For one form or, with null, for every form that the file has in common with what counts now. */
function choose(run: CaseRun, file: ReceivedFile, template: string | null): Draft {
  const own = file.appendices.filter((a) => a.scope === 'own' && (template === null || a.template === template));
  const hashOf = new Map(run.files.map((f) => [f.file, f.sha256]));
  const entries = own.flatMap((appendix): Drafted[] => {
    const key = senderKey(file, appendix);
    const submission = run.consolidation.submissions.find((s) => s.key === key);
    const name = senderOf(file, appendix).agency?.name ?? 'Chưa rõ đơn vị';
    const over = othersOf(submission, appendix.template)
      .filter((f) => f !== file.file)
      .map((f) => hashOf.get(f)!)
      .filter((h) => h !== file.sha256);
    if (over.length === 0) return [];
    return [
      {
        decision: {
          kind: 'choose-version',
          agency: key,
          template: appendix.template,
          file: file.file,
          sha256: file.sha256,
          over: [...new Set(over)].sort(),
        },
        about: submissionWords(name, appendix.template, file.file),
      },
    ];
  });
  return entries.length > 0
    ? { ok: true, entries }
    : { ok: false, message: 'Không có bản nào khác của phụ lục này để chọn.' };
}

function othersOf(submission: Submission | undefined, template: string): string[] {
  if (!submission) return [];
  return [...submission.appendices, ...submission.replaced.map((r) => r.appendix)]
    .filter((a) => a.template === template)
    .map((a) => a.file);
}

/** Only what counts is locked, and only where no unaccepted error and no undecided version stands in the way. */
function approve(run: CaseRun, agency: string): Draft {
  const submission = run.consolidation.submissions.find((s) => s.key === agency);
  const counting = submission?.appendices.filter((a) => !a.empty) ?? [];
  if (!submission || counting.length === 0) return { ok: false, message: 'Đơn vị này chưa có bài nộp nào được tính.' };
  if (standingApproval(run, agency)) return { ok: false, message: 'Bài nộp của đơn vị này đã được duyệt.' };
  const files = new Set([...counting, ...submission.control].map((a) => a.file));
  const blocking = run.findings.filter((f) => blocks(f, files));
  if (blocking.length > 0)
    return {
      ok: false,
      message: `Còn ${blocking.length} lỗi của ${submission.name} chưa được sửa hoặc chấp nhận.`,
      blocking,
    };
  const waiting = pendingVersions(run).find((v) => v.agency === agency);
  if (waiting)
    return { ok: false, message: `${submission.name} có bản mới (tệp “${waiting.file}”) chưa được xem và chọn.` };
  const hashes = run.files.filter((f) => files.has(f.file)).map((f) => f.sha256);
  return one({ kind: 'approve', agency, sha256s: [...new Set(hashes)].sort() }, submission.name);
}

function blocks(finding: Finding, files: ReadonlySet<string>): boolean {
  return finding.severity === 'error' && isOpen(finding) && finding.file !== null && files.has(finding.file);
}

function reopen(run: CaseRun, agency: string): Draft {
  const entry = run.facts.approved.get(agency);
  if (!entry) return { ok: false, message: 'Bài nộp của đơn vị này chưa được duyệt nên không cần mở lại.' };
  return one({ kind: 'revoke', entry: entry.id }, `Mở lại bài nộp đã duyệt: ${entry.about}`);
}
