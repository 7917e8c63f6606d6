import { startTransition, useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import type { Engine, EngineSettings, Facts, SettingsInfo } from '../../app/calls/engine-calls';
import type { InputFile } from '../../app/ports';
import { batched } from './batched';
import { keepBoth } from './keep-both';
import { EMPTY, runReducer, type FileNews, type RunState } from './run-state';

export interface Run extends RunState {
  facts: Facts | null;
  settings: SettingsInfo | null;
  /** A bug, not a wrong file: what to tell, and how to stop telling it. */
  failure: string | null;
  clearFailure(): void;
  add(files: readonly InputFile[]): Promise<void>;
  cancel(): void;
  remove(file: string): Promise<void>;
  clear(): Promise<void>;
  /** A file as it was chosen; its bytes are asked for anew. */
  input(file: string): InputFile | undefined;
  /** Work that bears on the result, in its turn; where it answers true, the run is made anew. */
  change(work: () => Promise<boolean>): Promise<void>;
}

/** Files from dropping to result. Every change of files or settings ends in a fresh run. */
export function useRun(engine: Engine, settings: EngineSettings): Run {
  const [state, dispatch] = useReducer(runReducer, EMPTY);
  const [facts, setFacts] = useState<Facts | null>(null);
  const [info, setInfo] = useState<SettingsInfo | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const inputs = useRef(new Map<string, InputFile>());
  const job = useRef<{ cancel(): void; superseded: boolean } | null>(null);
  /** The engine holds a run of what was received. */
  const ran = useRef(false);
  const line = useRef<Promise<void>>(Promise.resolve());
  const rows = useRef(state.rows);
  useEffect(() => {
    rows.current = state.rows;
  }, [state.rows]);

  /** One change after the other: reading, removing and settings never overlap. */
  const inTurn = useCallback((work: () => Promise<void>): Promise<void> => {
    const done = line.current
      .then(work)
      .catch((error: unknown) => setFailure(error instanceof Error ? error.message : String(error)));
    line.current = done;
    return done;
  }, []);

  const consolidate = useCallback(async () => {
    if (inputs.current.size === 0) return;
    dispatch({ type: 'running' });
    const made = await engine.work.run(null);
    ran.current = true;
    // Every row of the list changes: the page is drawn piece by piece and stays answerable.
    startTransition(() => dispatch({ type: 'ran', run: made }));
  }, [engine]);

  const read = useCallback(
    async (given: readonly InputFile[], added = false) => {
      const unpacked = await engine.unpack(given);
      const files = added ? await keepBoth(unpacked, inputs.current) : unpacked;
      const before = rows.current;
      const known = new Map(inputs.current);
      for (const f of files) inputs.current.set(f.file, f);
      dispatch({ type: 'queued', files: files.map((f) => f.file) });
      const news = batched<FileNews>((list) => dispatch({ type: 'read', news: list }));
      const reading = engine.read(files, {
        started: (file) => news.push({ file, view: null }),
        received: (view) => news.push({ file: view.file, view }),
      });
      job.current = { cancel: reading.cancel, superseded: false };
      const end = await reading.done;
      if (end === 'done') news.flush();
      else news.drop();
      const { superseded } = job.current;
      job.current = null;
      // Newer settings are waiting and will read everything anew.
      if (superseded) return;
      if (end === 'cancelled') {
        inputs.current = known;
        dispatch({ type: 'cancelled', rows: before });
      }
      await consolidate();
    },
    [engine, consolidate],
  );

  useEffect(() => {
    if (job.current) {
      job.current.superseded = true;
      job.current.cancel();
    }
    void inTurn(async () => {
      setInfo(await engine.work.settle(settings));
      setFacts(await engine.work.facts(null));
      if (inputs.current.size === 0) return;
      ran.current = false;
      await engine.work.forget('all');
      await read([...inputs.current.values()]);
    });
  }, [engine, settings, inTurn, read]);

  const input = useCallback((file: string) => inputs.current.get(file), []);
  const change = useCallback(
    (work: () => Promise<boolean>) =>
      inTurn(async () => {
        // The old result stays on the page until the new one is there.
        if ((await work()) && inputs.current.size > 0) dispatch({ type: 'ran', run: await engine.work.run(null) });
      }),
    [engine, inTurn],
  );

  return useMemo(
    () => ({
      ...state,
      change,
      input,
      facts,
      settings: info,
      failure,
      clearFailure: () => setFailure(null),
      add: (files) =>
        inTurn(async () => {
          // What came before is a round of its own: a later file of the same sender waits for a person's word.
          if (ran.current) await engine.cases.save({ receivedOn: null });
          await read(files, true);
        }),
      cancel: () => job.current?.cancel(),
      remove: (file) =>
        inTurn(async () => {
          inputs.current.delete(file);
          dispatch({ type: 'removed', file });
          ran.current = false;
          await engine.work.forget([file]);
          await consolidate();
        }),
      clear: () =>
        inTurn(async () => {
          const files = [...inputs.current.keys()];
          inputs.current.clear();
          ran.current = false;
          dispatch({ type: 'cleared' });
          await engine.work.forget(files);
        }),
    }),
    [state, facts, info, failure, inTurn, read, engine, consolidate, change, input],
  );
}
