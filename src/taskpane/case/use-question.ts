import { useCallback, useMemo, useRef, useState } from 'react';
import type { DecisionRequest } from '../../app/case/decision';
import type { FigureKey } from '../../app/results/trace-view';

/** A decision that a person is about to take; the dialog asks for what is missing, for name and for reason. */
export type Question =
  | { kind: 'accept'; key: string; about: string }
  | { kind: 'revoke'; entry: number; about: string }
  | { kind: 'confirm-agency'; file: string; about: string; /** Names, best first. */ candidates: readonly string[] }
  | { kind: 'approve' | 'reopen'; agency: string; about: string }
  | { kind: 'adjust'; figure: FigureKey; about: string }
  | { kind: 'return'; files: readonly string[]; about: string }
  /** Decisions that the asking screen has words for. */
  | { kind: 'review'; title: string; answer: string; requests: readonly DecisionRequest[]; about: string };

export interface Asking {
  question: Question | null;
  ask(question: Question): void;
  dismiss(): void;
}

/** The question that is open, if any; closed, the focus goes back to what had opened it. */
export function useQuestion(): Asking {
  const [question, setQuestion] = useState<Question | null>(null);
  const opener = useRef<Element | null>(null);
  const ask = useCallback((next: Question) => {
    opener.current = document.activeElement;
    setQuestion(next);
  }, []);
  const dismiss = useCallback(() => {
    setQuestion(null);
    const from = opener.current;
    // What was pressed may be gone with the answer.
    setTimeout(() => {
      (from?.isConnected ? (from as HTMLElement) : document.querySelector('main'))?.focus();
    });
  }, []);
  return useMemo(() => ({ question, ask, dismiss }), [question, ask, dismiss]);
}
