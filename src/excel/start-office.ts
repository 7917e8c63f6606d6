import type { HostFailure } from '../app/ports';
import { checkFloor } from './requirements';
import { readTheme, type OfficeThemeName } from './theme';

/** Where the page runs. `tooOld` says so where Excel is there but older than the floor. */
export interface Started {
  host: 'excel' | 'browser';
  theme: OfficeThemeName;
  platform: string | null;
  locale: string | null;
  tooOld: HostFailure | null;
}

/**
 * How long office.js may take to find its host. In a plain browser it answers within 0.5 s; a slow PC gets six times
 * that.
 */
const PATIENCE_MS = 3_000;

const IN_BROWSER: Started = { host: 'browser', theme: 'light', platform: null, locale: null, tooOld: null };

/**
 * office.js sets history.pushState and replaceState to null; a page that looks for them finds them again. Call before
 * office.js loads.
 */
export function keepHistory(history: History = window.history): () => void {
  const { pushState, replaceState } = history;
  return () => {
    history.pushState ??= pushState;
    history.replaceState ??= replaceState;
  };
}

/** Resolves once it is known whether the page runs inside Excel; never rejects. */
export async function startOffice(patience = PATIENCE_MS): Promise<Started> {
  if (typeof Office === 'undefined' || typeof Office.onReady !== 'function') return IN_BROWSER;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), patience);
  });
  const info = await Promise.race([Promise.resolve(Office.onReady()).catch(() => null), late]);
  clearTimeout(timer);
  // Compared as text: Office.HostType is not there when office.js was cut off half way.
  if (!info || String(info.host) !== 'Excel') return IN_BROWSER;
  const { displayLanguage } = Office.context;
  return {
    host: 'excel',
    theme: readTheme(),
    platform: info.platform === null ? null : String(info.platform),
    locale: displayLanguage,
    tooOld: checkFloor(),
  };
}
