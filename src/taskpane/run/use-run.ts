import { useCallback, useEffect, useMemo, useReducer, useState } from 'react';
import type { Engine, EngineSettings, Facts, SettingsInfo } from '../../app/calls/engine-calls';
import { textOf } from '../shared/failures';
import type { Changed, Run } from './run';
import { EMPTY, runReducer } from './run-state';
import { useFileActions } from './use-file-actions';
import { useReading } from './use-reading';
import { useTurns } from './use-turns';

/** Files from dropping to result. Every change of files or settings ends in a fresh run, or says that there is none. */
export function useRun(engine: Engine, settings: EngineSettings): Run {
  const [state, dispatch] = useReducer(runReducer, EMPTY);
  const [known, setKnown] = useState<{ info: SettingsInfo; facts: Facts } | null>(null);
  const inTurn = useTurns();
  const reading = useReading(engine, state.rows, dispatch);
  const { read, supersede, inputs, outdate } = reading;

  /** Work in its turn; what it throws leaves the page without a result, and says so. */
  const orStop = useCallback(
    (work: () => Promise<void>): Promise<boolean> =>
      inTurn(work).then(
        () => true,
        (error: unknown) => {
          dispatch({ type: 'stopped', why: textOf(error) });
          return false;
        },
      ),
    [inTurn],
  );

  const begin = useCallback(async () => {
    const info = await engine.work.settle(settings);
    setKnown({ info, facts: await engine.work.facts(null) });
    if (inputs.current.size === 0) return;
    outdate();
    await engine.work.forget('all');
    await read([...inputs.current.values()]);
  }, [engine, settings, read, inputs, outdate]);

  useEffect(() => {
    supersede();
    void orStop(begin);
  }, [begin, orStop, supersede]);

  const change = useCallback(
    (work: () => Promise<boolean>): Promise<Changed> =>
      inTurn(async () => {
        if (!(await work())) return 'unchanged';
        if (inputs.current.size === 0) return 'made';
        try {
          // The old result stays on the page until the new one is there.
          dispatch({ type: 'ran', run: await engine.work.run(null) });
          return 'made';
        } catch (error) {
          dispatch({ type: 'stopped', why: textOf(error) });
          return 'stopped';
        }
      }),
    [engine, inTurn, inputs],
  );

  const actions = useFileActions({ engine, reading, orStop, begin, dispatch });
  return useMemo(
    () => ({
      ...state,
      ...actions,
      change,
      cancel: reading.cancel,
      facts: known?.facts ?? null,
      settings: known?.info ?? null,
    }),
    [state, actions, change, reading, known],
  );
}
