import { useMemo } from 'react';
import type { Engine } from '../../app/calls/engine-calls';
import type { HostFailure, OpenWorkbook } from '../../app/ports';
import { must } from '../shared/must';
import { textOf } from '../shared/failures';
import { useStrings } from '../strings/use-strings';
import type { Check, CheckFailure } from './check';

interface Needs {
  engine: Engine;
  workbook: OpenWorkbook | null;
  setFailure(failure: CheckFailure | null): void;
  setSaid(said: string): void;
  /** Checks again what was checked. */
  recheck(): Promise<void>;
  refreshSteps(): Promise<void>;
}

export type BookActions = Pick<Check, 'select' | 'repair' | 'insertForm' | 'undo'>;

/** What a person does to the open workbook from the check tab. Each says what was done only when it was. */
export function useBookActions(needs: Needs): BookActions {
  const t = useStrings();
  const { engine, workbook, setFailure, setSaid, recheck, refreshSteps } = needs;
  return useMemo(() => {
    const failed = ({ message }: HostFailure): void => {
      setSaid('');
      setFailure({ kind: 'host', message });
    };
    const done = (words: string): void => {
      setFailure(null);
      setSaid(words);
    };
    return {
      select: async (place) => {
        const result = await workbook?.select(place);
        if (result?.ok === false) failed(result);
      },
      repair: async (offers) => {
        if (!workbook || offers.length === 0) return;
        const title = t.check.stepTitle[offers[0]!.kind];
        const result = await workbook.repair(
          offers.map((o) => o.repair),
          title,
        );
        if (!result.ok) {
          failed(result);
          return;
        }
        const { written, skipped } = result.value;
        done(t.check.repaired(written) + (skipped.length ? t.check.skipped(skipped.length) : ''));
        await recheck();
      },
      insertForm: async (template) => {
        if (!workbook) return;
        let plan;
        try {
          plan = must(await engine.work.blank(template), t.failures.blankUnknown);
        } catch (error) {
          setSaid('');
          setFailure({ kind: 'program', message: t.failures.blank(textOf(error)) });
          return;
        }
        const result = await workbook.write(plan, t.check.blank, { asForm: true });
        if (!result.ok) {
          failed(result);
          return;
        }
        done(t.check.inserted(plan.title));
        await refreshSteps();
      },
      undo: async (overwriteEdited = false) => {
        const result = await workbook?.undo({ overwriteEdited });
        if (!result) return;
        if (!result.ok) {
          setSaid('');
          setFailure({ kind: 'host', message: result.message, undo: result.kind === 'changed-since' });
          return;
        }
        done(result.value ? t.check.undone(result.value.title) : t.failures.noSteps);
        await refreshSteps();
        await recheck();
      },
    };
  }, [engine, workbook, setFailure, setSaid, recheck, refreshSteps, t]);
}
