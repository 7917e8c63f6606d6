import { cellName } from '../model/address';
import type { Appendix } from '../model/appendix';
import type { SubmissionChoices } from '../model/case';
import type { Issue } from '../model/issue';
import type { Period } from '../model/period';
import { senderKey, senderOf } from '../model/sender-of';
import type { LeftOut, ReceivedFile, Submission } from '../model/submission';
import { notCounting, periodIssues } from './not-counting';
import { isOldCopy } from './old-copy';
import type { FaultyFiles } from './prove';

const NO_CHOICES: SubmissionChoices = { leftOut: new Map(), rank: new Map(), settled: new Set() };

/** So many places say what is wrong with a file; the finding lists more. */
const MOST_REASONS = 3;

/** The senders' appendices, one of each form counting for each sender, with what was noticed while choosing. */
export interface Grouped {
  submissions: Submission[];
  issues: Issue[];
}

/** What is known of a run before its files are put together. */
export interface GroupingOptions {
  choices?: SubmissionChoices;
  faulty?: FaultyFiles;
  /** The period that is consolidated; null where nobody knows it. */
  period?: Period | null;
}

/**
 * Puts tables together by sender. Of two appendices of one form the later counts (by the date of its report, then by
 * place in the list of files and sheets); the earlier is kept in `replaced`. Every such choice is an issue.
 * Province-wide forms go to `control`. What a person decided (`choices`) goes before the date: a lower rank counts, and
 * what was left out counts nowhere. A table of another period is no figure of this one: it goes to `leftOut`.
 */
export function groupSubmissions(
  files: readonly ReceivedFile[],
  { choices = NO_CHOICES, faulty = new Map(), period = null }: GroupingOptions = {},
): Grouped {
  const byKey = new Map<string, Submission>();
  const issues: Issue[] = [];
  for (const file of files) {
    if (file.status !== 'read') continue;
    const reasons = faulty.get(file.file);
    for (const appendix of file.appendices) {
      const submission = submissionOf(byKey, file, appendix);
      const out: Omit<LeftOut, 'appendix'> | null = reasons
        ? notClosing(reasons)
        : (choices.leftOut.get(appendix.id) ?? notCounting(file, appendix, period, choices));
      if (out) (submission.leftOut ??= []).push({ appendix, ...out });
      else place(submission, appendix, choices, issues);
    }
  }
  const submissions = [...byKey.values()];
  for (const submission of submissions) issues.push(...periodIssues(submission, files, period));
  return { submissions, issues };
}

function submissionOf(byKey: Map<string, Submission>, file: ReceivedFile, appendix: Appendix): Submission {
  const { agency } = senderOf(file, appendix);
  const key = senderKey(file, appendix);
  let submission = byKey.get(key);
  if (!submission) {
    submission = {
      key,
      name: agency?.name ?? key,
      code: agency?.code ?? null,
      level: agency?.level ?? null,
      files: [],
      appendices: [],
      replaced: [],
      control: [],
    };
    byKey.set(key, submission);
  }
  if (!submission.files.includes(file.file)) submission.files.push(file.file);
  return submission;
}

const notClosing = (reasons: readonly string[]): Omit<LeftOut, 'appendix'> => ({
  reason: `tệp để riêng vì số liệu không khớp khi đối soát: ${reasons.slice(0, MOST_REASONS).join('; ')}`,
  returned: false,
  why: 'does-not-close',
});

function place(submission: Submission, appendix: Appendix, choices: SubmissionChoices, issues: Issue[]): void {
  if (appendix.scope === 'province-wide') {
    submission.control.push(appendix);
    return;
  }
  const at = submission.appendices.findIndex((a) => a.template === appendix.template);
  const other = submission.appendices[at];
  // The rest of a form that goes on on another sheet counts beside its first part, not in its place.
  const goesOn = appendix.continues !== undefined && submission.appendices.some((a) => a.id === appendix.continues);
  if (!other || goesOn) {
    submission.appendices.push(appendix);
    return;
  }
  const same = sameFigures(other, appendix);
  const rank = (a: Appendix): number => choices.rank.get(a.id) ?? 0;
  const ranked = rank(other) !== rank(appendix);
  const later = ranked ? (rank(other) < rank(appendix) ? other : appendix) : same ? other : laterOf(other, appendix);
  const earlier = later === other ? appendix : other;
  submission.appendices[at] = later;
  submission.replaced.push({ appendix: earlier, by: later.id });
  if (choices.settled.has(earlier.id)) return;
  const pending = ranked && !same;
  const oneSheet = earlier.file === later.file && earlier.sheet === later.sheet;
  issues.push({
    rule: 'duplicate-submission',
    at: {
      file: earlier.file,
      sheet: earlier.sheet,
      template: earlier.template,
      ...(oneSheet ? { cell: cellOf(earlier) } : {}),
    },
    ...(same ? { severity: 'info' as const } : {}),
    params: {
      agency: submission.name,
      other: later.file,
      otherSheet: later.sheet,
      ...(oneSheet ? { otherCell: cellOf(later) } : {}),
      same,
      ...(pending ? { pending } : {}),
      kept: `${later.file}, ${later.sheet}`,
    },
  });
}

/** Where a table begins. */
const cellOf = ({ area }: Appendix): string => cellName(area.top, area.left);

/**
 * A blank form and a hidden sheet never replace a filled, visible one, nor does one that its name calls old, a draft or
 * a copy replace another of its file; else the later report date, else the later place.
 */
function laterOf(a: Appendix, b: Appendix): Appendix {
  if (a.empty !== b.empty) return a.empty ? b : a;
  const hidden = (x: Appendix): boolean =>
    x.issues.some((i) => i.rule === 'hidden-data' && i.params?.['what'] === 'sheet');
  if (hidden(a) !== hidden(b)) return hidden(a) ? b : a;
  if (a.file === b.file && isOldCopy(a) !== isOldCopy(b)) return isOldCopy(a) ? b : a;
  const da = reportDay(a.reference);
  const db = reportDay(b.reference);
  return da !== null && db !== null && da > db ? a : b;
}

/** ISO day of "(Đính kèm Báo cáo số 57/BC-TTT ngày 29/11/2020)", or null. */
export function reportDay(reference: string): string | null {
  const m = /ngày\s*(\d{1,2})\s*(?:\/|tháng)\s*(\d{1,2})\s*(?:\/|năm)\s*(\d{4})/i.exec(reference.normalize('NFC'));
  if (!m) return null;
  return `${m[3]}-${m[2]!.padStart(2, '0')}-${m[1]!.padStart(2, '0')}`;
}

function sameFigures(a: Appendix, b: Appendix): boolean {
  const text = (x: Appendix): string =>
    x.cells
      .filter((c) => c.figure.kind !== 'text' && c.figure.kind !== 'blank')
      .map((c) => `${c.row}/${c.column}=${JSON.stringify(c.figure)}`)
      .sort()
      .join(';');
  return text(a) === text(b);
}
