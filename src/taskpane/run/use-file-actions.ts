import { useMemo, type ActionDispatch } from 'react';
import type { Engine } from '../../app/calls/engine-calls';
import type { InputFile } from '../../app/ports';
import { keepBoth } from './keep-both';
import type { Run } from './run';
import type { RunAction } from './run-state';
import type { Reading } from './use-reading';

interface Needs {
  engine: Engine;
  reading: Reading;
  /** Work in its turn; false where it failed, which the state then says. */
  orStop(work: () => Promise<void>): Promise<boolean>;
  /** Settings and files from the beginning. */
  begin(): Promise<void>;
  dispatch: ActionDispatch<[RunAction]>;
}

export type FileActions = Pick<Run, 'add' | 'remove' | 'clear' | 'retry' | 'input' | 'allInputs'>;

/** What a person does with files; none of it rejects. */
export function useFileActions({ engine, reading, orStop, begin, dispatch }: Needs): FileActions {
  return useMemo(() => {
    const { read, consolidate, inputs, outdate } = reading;
    return {
      add: async (files: readonly InputFile[]) => {
        dispatch({ type: 'waiting', more: files.length });
        const done = await orStop(async () => {
          dispatch({ type: 'waiting', more: -files.length });
          await read(files, true);
        });
        if (done) return;
        // Files that were not taken in before the failure are there when it is tried again.
        const missed = files.filter((f) => ![...inputs.current.values()].includes(f));
        for (const f of (await keepBoth(missed, inputs.current)).files) inputs.current.set(f.file, f);
      },
      remove: async (file: string) => {
        await orStop(async () => {
          inputs.current.delete(file);
          dispatch({ type: 'removed', file });
          outdate();
          await engine.work.forget([file]);
          await consolidate();
        });
      },
      clear: async () => {
        await orStop(async () => {
          const files = [...inputs.current.keys()];
          inputs.current.clear();
          outdate();
          dispatch({ type: 'cleared' });
          await engine.work.forget(files);
        });
      },
      retry: async () => {
        if (inputs.current.size > 0) dispatch({ type: 'running' });
        const again = async (): Promise<void> => {
          await engine.work.forget('all');
          await begin();
        };
        if ((await orStop(again)) && inputs.current.size === 0) dispatch({ type: 'cleared' });
      },
      input: (file: string) => inputs.current.get(file),
      allInputs: () => [...inputs.current.values()],
    };
  }, [engine, reading, orStop, begin, dispatch]);
}
