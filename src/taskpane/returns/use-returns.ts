import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { NoticesView } from '../../app/returns/notice-views';
import type { NoticeRow } from '../../app/returns/notice-views';
import { packReturns, type Packed, type PackJob } from '../../app/returns/pack-returns';
import type { Engine, RunView } from '../../app/calls/engine-calls';
import type { InputFile } from '../../app/ports';
import type { NoticeOptions } from '../../app/returns/notice-words';
import { handOver } from '../shared/hand-over';
import { EMPTY_LETTER, isLetterForm, letterOptions, type LetterForm } from './letter-form';
import { textOf } from '../shared/failures';
import { useAnswer, type Answer } from '../shared/use-answer';
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
  /** How asking for the view goes. */
  answer: Answer<NoticesView>;
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

/** What goes back to the agencies of a run, and the making of it. `pack` never rejects. */
export function useReturns({ engine, run, input }: Needs): Returns {
  const answer = useAnswer<NoticesView>(() => engine.delivery.notices(null), run);
  const view = answer.value;
  const [stored, store] = useStored<LetterForm>('letter', EMPTY_LETTER, isLetterForm);
  // A deadline is of one round only.
  const [deadline, setDeadline] = useState('');
  const form = useMemo(() => ({ ...stored, deadline }), [stored, deadline]);
  const letter = useMemo(() => letterOptions(form, view?.defaults ?? {}), [form, view]);
  const packing = usePacking({ engine, input, letter });
  return {
    ...packing,
    view,
    answer,
    form,
    letter,
    setForm: (next) => {
      setDeadline(next.deadline);
      store({ ...next, deadline: '' });
    },
  };
}

type Packing = Pick<Returns, 'progress' | 'outcome' | 'clear' | 'pack' | 'stop'>;
type PackingNeeds = Pick<Needs, 'engine' | 'input'> & { letter: NoticeOptions };

/** The sets that go back, packed one after the other; whoever leaves the screen stops it. */
function usePacking({ engine, input, letter }: PackingNeeds): Packing {
  const [progress, setProgress] = useState<PackProgress | null>(null);
  const [outcome, setOutcome] = useState<PackOutcome | null>(null);
  const job = useRef<PackJob | null>(null);
  useEffect(() => () => job.current?.cancel(), []);
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
        setOutcome({ kind: 'failed', detail: textOf(error) });
      } finally {
        job.current = null;
        setProgress(null);
      }
    },
    [engine, letter, input],
  );
  return { progress, outcome, pack, clear: () => setOutcome(null), stop: () => job.current?.cancel() };
}
