import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Engine } from '../../app/calls/engine-calls';
import type { CaseWork } from './use-case';
import type { Run } from '../run/use-run';

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
  told: { files: number } | { failure: string } | null;
  clearTold(): void;
  /** The browser would not keep it. */
  unkept: boolean;
}

const KEY = 'phuluc.drafts';
/** Older ones fall away, one with each new: storage of a page is a few MB, a case of 190 senders about 100 KB. */
const MOST = 5;

/** The unfinished case of this visit is kept after every change, beside those of earlier visits. */
export function useDrafts(engine: Engine, run: Run, cases: CaseWork, on: boolean): Drafts {
  const [offers, setOffers] = useState(() => (on ? readDrafts() : []));
  const [told, setTold] = useState<Drafts['told']>(null);
  const [unkept, setUnkept] = useState(false);
  const own = useRef<string | null>(null);
  const { unsaved, openText } = cases;
  const made = run.run;

  useEffect(() => {
    if (!on) writeDrafts([]);
  }, [on]);

  useEffect(() => {
    if (!on || !made) return undefined;
    let current = true;
    engine.review.draft(null).then(
      ({ worth, ...draft }) => {
        if (!current || !worth) return;
        own.current ??= new Date().toISOString();
        const kept: Draft = { ...draft, id: own.current, at: new Date().toISOString(), saved: !unsaved };
        setUnkept(!writeDrafts([kept, ...readDrafts().filter((d) => d.id !== kept.id)].slice(0, MOST)));
      },
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [engine, made, unsaved, on]);

  const forget = useCallback((id: string) => setOffers((all) => all.filter((d) => d.id !== id)), []);
  return useMemo(
    () => ({
      offers: on ? offers : [],
      told,
      unkept,
      clearTold: () => setTold(null),
      resume: async (draft) => {
        const refused = await openText(draft.text, !draft.saved);
        if (refused !== null) {
          setTold({ failure: refused });
          return;
        }
        own.current = draft.id;
        forget(draft.id);
        setTold({ files: draft.files });
      },
      drop: (draft) => {
        writeDrafts(readDrafts().filter((d) => d.id !== draft.id));
        forget(draft.id);
      },
    }),
    [on, offers, told, unkept, openText, forget],
  );
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
