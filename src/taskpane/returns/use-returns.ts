import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { NoticesView } from '../../app/returns/notice-views';
import type { NoticeRow } from '../../app/returns/notice-views';
import { packReturns, type Packed, type PackJob } from '../../app/returns/pack-returns';
import type { Engine, RunView } from '../../app/calls/engine-calls';
import type { InputFile } from '../../app/ports';
import type { NoticeOptions } from '../../app/returns/notice-words';
import { handOver } from '../shared/hand-over';
import { EMPTY_LETTER, isLetterForm, letterOptions, type LetterForm } from './letter-form';
import { useStored } from '../shared/use-stored';

/** How far a packing is; `name` is the agency at work, null while the zip is being made. */
export interface PackProgress {
  done: number;
  total: number;
  name: string | null;
}

export type PackOutcome =
  | { kind: 'stopped' }
  | { kind: 'failed'; detail: string }
  | ({ kind: 'packed'; files: number } & Omit<Packed, 'files'>);

export interface Returns {
  view: NoticesView | null;
  form: LetterForm;
  setForm(form: LetterForm): void;
  letter: NoticeOptions;
  progress: PackProgress | null;
  outcome: PackOutcome | null;
  clear(): void;
  /** Without a name the zip is called after its first folder. */
  pack(rows: readonly NoticeRow[], zipName: string | null): Promise<void>;
  stop(): void;
}

interface Needs {
  engine: Engine;
  run: RunView;
  input(file: string): InputFile | undefined;
}

/** What goes back to the agencies of a run, and the making of it. */
export function useReturns({ engine, run, input }: Needs): Returns {
  const [view, setView] = useState<NoticesView | null>(null);
  const [stored, store] = useStored<LetterForm>('letter', EMPTY_LETTER, isLetterForm);
  // A deadline is of one round only.
  const [deadline, setDeadline] = useState('');
  const [progress, setProgress] = useState<PackProgress | null>(null);
  const [outcome, setOutcome] = useState<PackOutcome | null>(null);
  const job = useRef<PackJob | null>(null);
  const failed = useCallback(
    (error: unknown) => setOutcome({ kind: 'failed', detail: error instanceof Error ? error.message : String(error) }),
    [],
  );
  useEffect(() => {
    let current = true;
    engine.delivery.notices(null).then(
      (v) => {
        if (current) setView(v);
      },
      (e: unknown) => {
        if (current) failed(e);
      },
    );
    return () => {
      current = false;
    };
  }, [engine, run, failed]);
  // Whoever leaves the screen wants no download later.
  useEffect(() => () => job.current?.cancel(), []);
  const form = useMemo(() => ({ ...stored, deadline }), [stored, deadline]);
  const letter = useMemo(() => letterOptions(form, view?.defaults ?? {}), [form, view]);
  const pack = useCallback(
    async (rows: readonly NoticeRow[], zipName: string | null) => {
      setOutcome(null);
      setProgress({ done: 0, total: rows.length, name: rows[0]?.name ?? null });
      const own = packReturns(rows, {
        delivery: engine.delivery,
        letter,
        input,
        progress: (done, total, name) => setProgress({ done, total, name }),
      });
      let stopped = false;
      job.current = {
        done: own.done,
        cancel: () => {
          stopped = true;
          own.cancel();
        },
      };
      try {
        const packed = await own.done;
        if (packed === 'cancelled') {
          setOutcome({ kind: 'stopped' });
          return;
        }
        const { files, ...told } = packed;
        if (files.length > 0) {
          setProgress({ done: rows.length, total: rows.length, name: null });
          const bytes = await engine.delivery.zip(files);
          if (stopped) {
            setOutcome({ kind: 'stopped' });
            return;
          }
          handOver(
            new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'application/zip' }),
            `${zipName ?? files[0]!.path.split('/')[0]}.zip`,
          );
        }
        setOutcome({ kind: 'packed', files: files.length, ...told });
      } catch (error) {
        failed(error);
      } finally {
        job.current = null;
        setProgress(null);
      }
    },
    [engine, letter, input, failed],
  );
  return {
    view,
    form,
    letter,
    progress,
    outcome,
    pack,
    setForm: (next) => {
      setDeadline(next.deadline);
      store({ ...next, deadline: '' });
    },
    clear: () => setOutcome(null),
    stop: () => job.current?.cancel(),
  };
}
