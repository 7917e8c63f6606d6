import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';

/** What went wrong last and belongs to no screen, and how to tell of it. */
export interface Failures {
  latest: Told | null;
  tell(told: Told): void;
  clear(): void;
}

/** `message` is a whole sentence; an `error` is told by the general words with its text as the code. */
export type Told = { message: string; error?: undefined } | { message?: undefined; error: unknown };

const FailuresContext = createContext<Failures | null>(null);

/** Holds what went wrong; the notice above the screens shows it. */
export function FailuresProvider({ children }: { children: ReactNode }): React.JSX.Element {
  const [latest, tell] = useState<Told | null>(null);
  const failures = useMemo(() => ({ latest, tell, clear: () => tell(null) }), [latest]);
  return <FailuresContext.Provider value={failures}>{children}</FailuresContext.Provider>;
}

export function useFailures(): Failures {
  const failures = useContext(FailuresContext);
  if (!failures) throw new Error('No failures around this part of the page');
  return failures;
}

/** The words of an error: "worker", "No way to the engine could be opened". */
export function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Begins work that a person asked for and that nothing waits for. What it throws is told above the screens, so that no
 * press stays without an answer.
 */
export function useAttempt(): (work: () => Promise<unknown>) => void {
  const { tell } = useFailures();
  return useCallback((work) => void work().catch((error: unknown) => tell({ error })), [tell]);
}
