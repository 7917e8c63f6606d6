import { useCallback, useEffect, useMemo, useState } from 'react';
import type { OpenWorkbook } from '../../app/ports';
import { CASE_ATTACHMENT } from '../../core/model/case';
import { glanceAtCase, type CaseGlance } from './glance-at-case';
import type { CaseWork } from './use-case';

export interface KeptCase {
  /** The case that the open workbook holds, while it waits to be taken up. */
  offer: CaseGlance | null;
  failure: string | null;
  takeUp(): Promise<boolean>;
  /** Not now, or it is no longer the one in the workbook. */
  forget(): void;
}

/** A workbook that holds a case, written by the pane, the page or the command line, offers to take it up. */
export function useKeptCase(workbook: OpenWorkbook | null, openText: CaseWork['openText']): KeptCase {
  const [kept, setKept] = useState<{ text: string; glance: CaseGlance } | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    let current = true;
    workbook?.load(CASE_ATTACHMENT).then(
      (found) => {
        const glance = found.ok && found.value !== null ? glanceAtCase(found.value) : null;
        if (current && glance) setKept({ text: (found as { value: string }).value, glance });
      },
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [workbook]);
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
