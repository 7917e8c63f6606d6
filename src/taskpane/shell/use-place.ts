import { useCallback, useMemo, useState } from 'react';
import type { Screen } from './screen';

/** Where on the page the person is. */
export interface Place {
  screen: Screen;
  /** The settings lie over the screen. */
  settings: boolean;
  go(to: Screen): void;
  openSettings(): void;
  closeSettings(): void;
  flipSettings(): void;
}

/** `first` is shown until a tab is chosen; `leave` closes what lies over the screens. */
export function usePlace(first: Screen, leave: () => void): Place {
  const [chosen, setChosen] = useState<Screen | null>(null);
  const [settings, setSettings] = useState(false);
  const go = useCallback(
    (to: Screen) => {
      setSettings(false);
      leave();
      setChosen(to);
      window.scrollTo?.(0, 0);
    },
    [leave],
  );
  return useMemo(
    () => ({
      screen: chosen ?? first,
      settings,
      go,
      openSettings: () => setSettings(true),
      closeSettings: () => setSettings(false),
      flipSettings: () => {
        leave();
        setSettings((on) => !on);
      },
    }),
    [chosen, first, settings, go, leave],
  );
}
