import { useCallback, useMemo, useState } from 'react';
import type { Earlier } from './compare-panel';

export type ReviewPanelName = 'versions' | 'doubles' | 'rules' | 'control' | 'compare' | 'register';

export interface Review {
  /** The screen that lies over the others; null: none. */
  panel: ReviewPanelName | null;
  open(panel: ReviewPanelName): void;
  /** Back, with the focus on what had opened it. */
  close(): void;
  /** Away, because the person went to another screen. */
  leave(): void;
  earlier: Earlier | null;
  setEarlier(earlier: Earlier): void;
}

/** Which of the review screens is open, and what was chosen there. */
export function useReview(): Review {
  const [panel, setPanel] = useState<ReviewPanelName | null>(null);
  const [earlier, setEarlier] = useState<Earlier | null>(null);
  const open = useCallback((next: ReviewPanelName) => {
    setPanel(next);
    window.scrollTo?.(0, 0);
  }, []);
  const close = useCallback(() => {
    // The button that led here is drawn anew; it is known by the screen it opens.
    setPanel((from) => {
      setTimeout(() =>
        (document.querySelector<HTMLElement>(`[data-opens="${from}"]`) ?? document.querySelector('main'))?.focus(),
      );
      return null;
    });
  }, []);
  const leave = useCallback(() => setPanel(null), []);
  return useMemo(() => ({ panel, open, close, leave, earlier, setEarlier }), [panel, open, close, leave, earlier]);
}
