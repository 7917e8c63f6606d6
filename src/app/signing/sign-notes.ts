import type { Finding } from '../../core/model/finding';
import { senderNameAt, sendersOf } from '../../core/model/sender-of';
import { isOpen } from '../../core/model/open-finding';
import type { CaseRun } from '../case/run-case';
import { standingApproval } from '../case/standing-approval';
import { pendingVersions } from '../case/pending-versions';
import { expectedAgencies } from '../consolidate/missing-senders';

/**
 * What whoever signs should know: errors nobody mended or accepted, new versions nobody looked at, agencies that sent
 * nothing, submissions not approved, rules switched off, figures adjusted by hand.
 */
export type SignNoteKind = 'errors' | 'pending' | 'missing' | 'not-approved' | 'rules-off' | 'adjusted';

/** `names`: whom or what it concerns, in the order of the run; `count` is the true number. */
export interface SignNote {
  kind: SignNoteKind;
  count: number;
  names: string[];
}

/** What is to be said before the set is signed, gravest first; nothing where there is nothing to say. */
export function signNotes(run: CaseRun): SignNote[] {
  const errors = run.findings.filter((f) => f.severity === 'error' && isOpen(f));
  const byName = new Map(run.files.map((f) => [f.file, f]));
  const senderName = (f: Finding): string => {
    const file = f.file === null ? undefined : byName.get(f.file);
    return (file && senderNameAt(file, f)) ?? f.file ?? '';
  };
  const sent = new Set(run.files.flatMap((f) => sendersOf(f).map((a) => a.code)));
  const counting = run.consolidation.submissions.filter((s) => s.appendices.some((a) => !a.empty));
  const notes: SignNote[] = [
    {
      kind: 'errors',
      count: errors.length,
      names: unique(errors.map(senderName)),
    },
    of(
      'pending',
      pendingVersions(run).map((v) => v.agencyName),
    ),
    of(
      'missing',
      expectedAgencies({ register: run.register, period: run.period })
        .filter((a) => !sent.has(a.code))
        .map((a) => a.name),
    ),
    of(
      'not-approved',
      counting.filter((s) => !standingApproval(run, s.key)).map((s) => s.name),
    ),
    of('rules-off', [...run.facts.rulesOff.keys()]),
    of(
      'adjusted',
      [...run.facts.adjusted.values()].map((e) => e.about),
    ),
  ];
  return notes.filter((n) => n.count > 0);
}

const of = (kind: SignNoteKind, names: string[]): SignNote => ({ kind, count: names.length, names: unique(names) });

const unique = (names: readonly string[]): string[] => [...new Set(names)].filter((n) => n !== '');
