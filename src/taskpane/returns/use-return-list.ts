import { useMemo, useState } from 'react';
import type { NoticeRow, NoticesView } from '../../app/returns/notice-views';
import { stripMarks } from '../../core/text/strip-marks';

export interface ReturnList {
  /** Agencies that something goes back to; those with questions only are among them where asked for. */
  rows: NoticeRow[];
  /** Those whose name has the text searched for. */
  shown: NoticeRow[];
  /** How many agencies have errors. */
  wrong: number;
  asked: boolean;
  setAsked(asked: boolean): void;
  text: string;
  setText(text: string): void;
  /** Key of the agency that was chosen; null: none. */
  chosen: string | null;
  choose(key: string): void;
  /** Back to the list, with the focus on the agency that was shown. */
  toList(): void;
}

/** Which agencies are listed, and which one is looked at; `first` was asked for by name and is always there. */
export function useReturnList(view: NoticesView | null, first: string | null): ReturnList {
  const [asked, setAsked] = useState(false);
  const [text, setText] = useState('');
  const [chosen, choose] = useState<string | null>(first);
  const rows = useMemo(
    () => (view?.rows ?? []).filter((x) => x.errors > 0 || asked || x.key === first),
    [view, asked, first],
  );
  const shown = useMemo(() => rows.filter((x) => stripMarks(x.name).includes(stripMarks(text.trim()))), [rows, text]);
  const wrong = (view?.rows ?? []).filter((x) => x.errors > 0).length;
  const toList = (): void => {
    choose(null);
    setTimeout(() =>
      [...document.querySelectorAll<HTMLElement>('[data-agency]')].find((b) => b.dataset.agency === chosen)?.focus(),
    );
  };
  return { rows, shown, wrong, asked, setAsked, text, setText, chosen, choose, toList };
}

/** Files of these agencies that were not yet recorded as returned. */
export function openFiles(rows: readonly NoticeRow[]): string[] {
  return rows.flatMap((x) => x.files.filter((f) => !x.returned.includes(f)));
}
