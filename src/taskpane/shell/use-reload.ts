import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Engine } from '../../app/calls/engine-calls';
import type { CaseWork } from '../case/use-case';
import type { Run } from '../run/run';
import { leaving } from '../shared/leaving';
import type { Reload } from '../shared/reload-context';
import { useServices } from '../shared/services';
import { browserKeeper, filesOf, inputsOf, type KeptWork } from './kept-work';

export interface ReloadWork {
  reload: Reload;
  /** What was taken up after a reload; null: nothing. */
  takenUp: { files: number; withCase: boolean } | null;
  clearTakenUp(): void;
}

/** Loads the page again with the work kept: the case and the received files, on this machine, for that moment only. */
export function useReload(engine: Engine, run: Run, cases: CaseWork): ReloadWork {
  const { keeper = browserKeeper, loadAgain = () => location.reload() } = useServices();
  const [takenUp, setTakenUp] = useState<ReloadWork['takenUp']>(null);
  const { allInputs, add } = run;
  const { unsaved, openText } = cases;

  useEffect(() => {
    let current = true;
    const take = async (): Promise<void> => {
      // A browser without a database kept nothing, and has said so before the reload.
      const work = await keeper.take().catch(() => null);
      if (!work || !current) return;
      const withCase = work.text !== null && (await openText(work.text, work.unsaved)) === null;
      await add(inputsOf(work.files));
      setTakenUp({ files: work.files.length, withCase });
    };
    void take();
    return () => {
      current = false;
    };
    // Once, when the page begins.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  const now = useCallback(() => {
    leaving.kept = true;
    loadAgain();
  }, [loadAgain]);
  const keepAndReload = useCallback(async () => {
    const work: KeptWork = { text: await caseText(engine), unsaved, files: await filesOf(allInputs()) };
    await keeper.put(work);
    now();
  }, [engine, unsaved, allInputs, keeper, now]);
  const files = run.rows.length;
  return useMemo(
    () => ({ reload: { files, keepAndReload, now }, takenUp, clearTakenUp: () => setTakenUp(null) }),
    [files, keepAndReload, now, takenUp],
  );
}

/** The case with the files of the last run, or as it was last changed; null where the engine answers nothing. */
async function caseText(engine: Engine): Promise<string | null> {
  try {
    return (await engine.review.draft(null)).text;
  } catch {
    return engine.review.caseText(null).catch(() => null);
  }
}
