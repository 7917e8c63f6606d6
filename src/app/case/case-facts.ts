import type { CaseState, Decision, JournalEntry } from '../../core/model/case';

export type EntryOf<K extends Decision['kind']> = Extract<JournalEntry, { kind: K }>;

/** What holds now, after reading the journal from its top. Where two entries speak of one thing, the later holds. */
export interface CaseFacts {
  /** By finding key. */
  accepted: ReadonlyMap<string, EntryOf<'accept'>>;
  rulesOff: ReadonlyMap<string, EntryOf<'rule-off'>>;
  /** Oldest first; which file each speaks of is told by boundTo. */
  agencies: readonly EntryOf<'confirm-agency'>[];
  /** By agency and template ("STP/phu-luc-2"). */
  versions: ReadonlyMap<string, EntryOf<'choose-version'>>;
  leftOut: readonly EntryOf<'leave-out'>[];
  /** Oldest first; the last that speaks of a form holds. */
  scopes: readonly EntryOf<'scope'>[];
  returned: readonly EntryOf<'return'>[];
  /** By agency. */
  approved: ReadonlyMap<string, EntryOf<'approve'>>;
  /** By figure ("phu-luc-2/3/total"). */
  adjusted: ReadonlyMap<string, EntryOf<'adjust'>>;
  /** Entry → the entry that took it back. */
  revoked: ReadonlyMap<number, number>;
}

/** Reads the journal. A revoked revocation lets the entry hold again. */
export function caseFacts({ journal }: Pick<CaseState, 'journal'>): CaseFacts {
  const revoked = new Map<number, number>();
  // Backwards, so that a revocation is known to hold or not before it is used.
  for (const e of [...journal].reverse()) if (e.kind === 'revoke' && !revoked.has(e.id)) revoked.set(e.entry, e.id);
  const holding = journal.filter((e) => !revoked.has(e.id));
  const all = <K extends Decision['kind']>(kind: K): EntryOf<K>[] =>
    holding.filter((e): e is EntryOf<K> => e.kind === kind);
  const by = <K extends Decision['kind']>(kind: K, key: (e: EntryOf<K>) => string): Map<string, EntryOf<K>> =>
    new Map(all(kind).map((e) => [key(e), e]));
  return {
    accepted: by('accept', (e) => e.key),
    rulesOff: by('rule-off', (e) => e.rule),
    agencies: all('confirm-agency'),
    versions: by('choose-version', (e) => `${e.agency}/${e.template}`),
    leftOut: all('leave-out'),
    scopes: all('scope'),
    returned: all('return'),
    approved: by('approve', (e) => e.agency),
    adjusted: by('adjust', (e) => `${e.template}/${e.row}/${e.column}`),
    revoked,
  };
}
