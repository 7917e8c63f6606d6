import { useCallback, useEffect, useMemo, useState } from 'react';
import type { OpenWorkbook } from '../../app/ports';
import { CASE_ATTACHMENT } from '../../core/model/case';
import { glanceAtCase, type CaseGlance } from './glance-at-case';
import { useStrings } from '../strings/use-strings';
import type { CaseWork } from './use-case';

export interface KeptCase {
  /** The case that the open workbook holds, while it waits to be taken up. */
  offer: CaseGlance | null;
  failure: string | null;
  /** Whether it was taken up; never rejects. */
  takeUp(): Promise<boolean>;
  /** Not now, or it is no longer the one in the workbook. */
  forget(): void;
}

/** A workbook that holds a case, written by the pane, the page or the command line, offers to take it up. */
export function useKeptCase(workbook: OpenWorkbook | null, openText: CaseWork['openText']): KeptCase {
  const t = useStrings();
  const [kept, setKept] = useState<{ text: string; glance: CaseGlance } | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    let current = true;
    const look = async (): Promise<void> => {
      const found = await workbook?.load(CASE_ATTACHMENT);
      if (!current || !found) return;
      if (!found.ok) {
        setFailure(t.failures.keptCase(found.message));
        return;
      }
      const glance = found.value === null ? null : glanceAtCase(found.value);
      if (found.value !== null && glance) setKept({ text: found.value, glance });
    };
    void look();
    return () => {
      current = false;
    };
  }, [workbook, t]);
  const forget = useCallback(() => {
    setKept(null);
    setFailure(null);
  }, []);
  return useMemo(
    () => ({
      offer: kept?.glance ?? null,
      failure,
      forget,
      takeUp: async () => {
        if (!kept) return false;
        const refused = await openText(kept.text, false);
        if (refused === null) forget();
        else setFailure(refused);
        return refused === null;
      },
    }),
    [kept, failure, openText, forget],
  );
}
