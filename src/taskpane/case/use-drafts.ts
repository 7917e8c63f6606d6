import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Engine } from '../../app/calls/engine-calls';
import { failure, type Outcome } from '../../core/model/outcome';
import type { CaseWork } from './use-case';
import type { Run } from '../run/run';

/** A case that was put down in the middle: decisions, names and hashes of files, never what is in them. */
export interface Draft {
  id: string;
  /** ISO time of the last change. */
  at: string;
  text: string;
  files: number;
  decisions: number;
  period: string | null;
  /** It is in a file too. */
  saved: boolean;
}

export interface Drafts {
  /** Put down in earlier visits, newest first. */
  offers: Draft[];
  resume(draft: Draft): Promise<void>;
  drop(draft: Draft): void;
  /** What became of the last resuming: how many files are to be added again, or why it failed. */
  told: Outcome<{ files: number }> | null;
  clearTold(): void;
  /** The browser would not keep it. */
  unkept: boolean;
  /** Another tab went on with the same draft: what is done here is kept as a case of its own. */
  apart: boolean;
  clearApart(): void;
}

const KEY = 'phuluc.drafts';
/** Older ones fall away, one with each new: storage of a page is a few MB, a case of 190 senders about 100 KB. */
const MOST = 5;

/** The unfinished case of this visit is kept after every change, beside those of earlier visits. */
export function useDrafts(engine: Engine, run: Run, cases: CaseWork, on: boolean): Drafts {
  const [offers, setOffers] = useState(() => (on ? readDrafts() : []));
  const [told, setTold] = useState<Drafts['told']>(null);
  const { openText } = cases;
  const { unkept, apart, clearApart, take } = useKeptDraft(engine, run, cases, on);
  const forget = useCallback((id: string) => setOffers((all) => all.filter((d) => d.id !== id)), []);
  return useMemo(
    () => ({
      offers: on ? offers : [],
      told,
      unkept,
      apart,
      clearApart,
      clearTold: () => setTold(null),
      resume: async (offered) => {
        // Another tab may have gone on with it since this page was opened.
        const draft = readDrafts().find((d) => d.id === offered.id) ?? offered;
        const refused = await openText(draft.text, !draft.saved);
        if (refused !== null) {
          setTold(failure(refused));
          return;
        }
        take(draft);
        forget(draft.id);
        setTold({ ok: true, files: draft.files });
      },
      drop: (draft) => {
        writeDrafts(readDrafts().filter((d) => d.id !== draft.id));
        forget(draft.id);
      },
    }),
    [on, offers, told, unkept, apart, clearApart, openText, take, forget],
  );
}

interface KeptDraft extends Pick<Drafts, 'unkept' | 'apart' | 'clearApart'> {
  /** Goes on with this draft. */
  take(draft: Draft): void;
}

/**
 * Writes the case of this visit down after every change. Where another tab has written the same draft since, this one
 * goes on under a name of its own: both stay.
 */
function useKeptDraft(engine: Engine, run: Run, cases: CaseWork, on: boolean): KeptDraft {
  const [unkept, setUnkept] = useState(false);
  const [apart, setApart] = useState(false);
  /** Name and time of what this tab wrote or took up last. */
  const own = useRef<Pick<Draft, 'id' | 'at'> | null>(null);
  const { unsaved } = cases;
  const made = run.run;
  useEffect(() => {
    if (!on) writeDrafts([]);
  }, [on]);
  useEffect(() => {
    if (!on || !made) return undefined;
    let current = true;
    const keep = async (): Promise<void> => {
      const { worth, ...draft } = await engine.review.draft(null);
      if (!current || !worth) return;
      const others = readDrafts();
      const mine = own.current && others.find((d) => d.id === own.current?.id);
      if (mine && mine.at !== own.current?.at) {
        own.current = null;
        setApart(true);
      }
      const at = new Date().toISOString();
      const id = own.current?.id ?? newId(at);
      own.current = { id, at };
      const rest = others.filter((d) => d.id !== id);
      setUnkept(!writeDrafts([{ ...draft, id, at, saved: !unsaved }, ...rest].slice(0, MOST)));
    };
    keep().catch(() => setUnkept(true));
    return () => {
      current = false;
    };
  }, [engine, made, unsaved, on]);
  const take = useCallback((draft: Draft) => {
    own.current = draft;
  }, []);
  const clearApart = useCallback(() => setApart(false), []);
  return { unkept, apart, clearApart, take };
}

/** Two tabs opened at once get different names. */
function newId(at: string): string {
  return `${at} ${Math.random().toString(36).slice(2, 8)}`;
}

function readDrafts(): Draft[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isDraft).sort((a, b) => (a.at < b.at ? 1 : -1)) : [];
  } catch {
    return [];
  }
}

/** False where the browser keeps nothing: no storage, or it is full. */
function writeDrafts(drafts: readonly Draft[]): boolean {
  try {
    if (drafts.length === 0) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(drafts));
    return true;
  } catch {
    return false;
  }
}

function isDraft(value: unknown): value is Draft {
  const d = value as Partial<Draft> | null;
  return (
    typeof d === 'object' &&
    d !== null &&
    typeof d.id === 'string' &&
    typeof d.at === 'string' &&
    typeof d.text === 'string' &&
    typeof d.files === 'number' &&
    typeof d.decisions === 'number' &&
    typeof d.saved === 'boolean' &&
    (d.period === null || typeof d.period === 'string')
  );
}
