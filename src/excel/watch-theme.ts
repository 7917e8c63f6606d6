import { readTheme, type OfficeThemeName } from './theme';

/** office.js asks Excel for its colours again when what it knows is 5 seconds old; after that a second look is true. */
const STALE_MS = 6_000;

/**
 * Tells when Excel's theme is another than before. Excel has no event for it (only Outlook has), so it is looked at
 * whenever the person comes back to the pane, and when the system's own colours change. Returns how to stop.
 */
export function watchTheme(
  changed: (theme: OfficeThemeName) => void,
  known: OfficeThemeName = readTheme(),
): () => void {
  let last = known;
  let again: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    const theme = readTheme();
    if (theme === last) return;
    last = theme;
    changed(theme);
  };
  const back = (): void => {
    if (document.visibilityState === 'hidden') return;
    look();
    clearTimeout(again);
    again = setTimeout(look, STALE_MS);
  };
  const lists = ['(prefers-color-scheme: dark)', '(forced-colors: active)']
    .map((query) => globalThis.matchMedia?.(query))
    .filter((l) => l !== undefined);
  window.addEventListener('focus', back);
  document.addEventListener('visibilitychange', back);
  document.documentElement.addEventListener('pointerenter', back);
  for (const list of lists) list.addEventListener('change', back);
  return () => {
    clearTimeout(again);
    window.removeEventListener('focus', back);
    document.removeEventListener('visibilitychange', back);
    document.documentElement.removeEventListener('pointerenter', back);
    for (const list of lists) list.removeEventListener('change', back);
  };
}
