import { startTransition, useCallback, useEffect, useMemo, useRef, type ActionDispatch } from 'react';
import type { Engine } from '../../app/calls/engine-calls';
import type { InputFile } from '../../app/ports';
import { batched } from './batched';
import { keepBoth } from './keep-both';
import type { FileNews, FileRow, RunAction } from './run-state';

export interface Reading {
  /** Reads the files, each archive opened, and consolidates all; `added`: they come beside others. */
  read(given: readonly InputFile[], added?: boolean): Promise<void>;
  consolidate(): Promise<void>;
  cancel(): void;
  /** Ends the reading under way, because everything is read anew after it. */
  supersede(): void;
  /** The files received, by name. */
  inputs: { current: Map<string, InputFile> };
  /** What the engine ran over is no longer what was received. */
  outdate(): void;
}

/** The reading of files and the run that follows it; both reject where the engine fails. */
export function useReading(engine: Engine, shown: FileRow[], dispatch: ActionDispatch<[RunAction]>): Reading {
  const inputs = useRef(new Map<string, InputFile>());
  const job = useRef<{ cancel(): void; superseded: boolean } | null>(null);
  /** The engine holds a run of what was received. */
  const ran = useRef(false);
  const rows = useRef(shown);
  useEffect(() => {
    rows.current = shown;
  }, [shown]);

  const consolidate = useCallback(async () => {
    if (inputs.current.size === 0) return;
    dispatch({ type: 'running' });
    const run = await engine.work.run(null);
    ran.current = true;
    // Every row of the list changes: the page is drawn piece by piece and stays answerable.
    startTransition(() => dispatch({ type: 'ran', run }));
  }, [engine, dispatch]);

  const read = useCallback(
    async (given: readonly InputFile[], added = false) => {
      const unpacked = await engine.unpack(given);
      const { files, same } = added ? await keepBoth(unpacked, inputs.current) : { files: unpacked, same: 0 };
      if (same > 0) dispatch({ type: 'same', count: same });
      if (files.length === 0) return;
      // What came before is a round of its own: a later file of the same sender waits for a person's word.
      if (added && ran.current) await engine.cases.save({ receivedOn: null });
      const before = rows.current;
      const known = new Map(inputs.current);
      for (const f of files) inputs.current.set(f.file, f);
      dispatch({ type: 'queued', files: files.map((f) => f.file) });
      const news = batched<FileNews>((list) => dispatch({ type: 'read', news: list }));
      const reading = engine.read(files, {
        started: (file) => news.push({ file, view: null }),
        received: (view) => news.push({ file: view.file, view }),
      });
      const own = { cancel: reading.cancel, superseded: false };
      job.current = own;
      const end = await reading.done.finally(() => {
        job.current = null;
        news.flush();
      });
      // Newer settings are waiting and will read everything anew.
      if (own.superseded) return;
      if (end === 'cancelled') {
        inputs.current = known;
        dispatch({ type: 'cancelled', rows: before });
      }
      await consolidate();
    },
    [engine, dispatch, consolidate],
  );

  return useMemo(
    () => ({
      read,
      consolidate,
      cancel: () => job.current?.cancel(),
      supersede: () => {
        if (!job.current) return;
        job.current.superseded = true;
        job.current.cancel();
      },
      inputs,
      outdate: () => {
        ran.current = false;
      },
    }),
    [read, consolidate],
  );
}
