import { createContext, useContext } from 'react';

/** How the page is loaded again without losing work. */
export interface Reload {
  /** How many files were received. */
  files: number;
  /** Puts the work down and loads the page again; rejects where it could not be put down, and then nothing happened. */
  keepAndReload(): Promise<void>;
  /** At once, whatever is lost. */
  now(): void;
}

/** Outside the shell there is no work to keep. */
const NO_WORK: Reload = {
  files: 0,
  keepAndReload: async () => location.reload(),
  now: () => location.reload(),
};

export const ReloadContext = createContext<Reload>(NO_WORK);

export function useReloading(): Reload {
  return useContext(ReloadContext);
}
