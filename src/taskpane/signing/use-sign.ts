import { useCallback, useEffect, useRef, useState, type Dispatch, type SetStateAction } from 'react';
import type { SignPreview } from '../../app/signing/sign-views';
import type { SignStart } from '../../app/signing/sign-views';
import type { Engine, RunView } from '../../app/calls/engine-calls';
import type { SignOptions } from '../../app/signing/sign-set';
import type { CaseSettings } from '../../core/model/case';
import { handOver } from '../shared/hand-over';
import { isSignOptions, keptOptions, settingsWith, signForm, signOptionsOf, type SignForm } from './sign-form';
import { textOf } from '../shared/failures';
import { useStrings } from '../strings/use-strings';
import { useStored } from '../shared/use-stored';

/** Typing rests this long before the pages are drawn again. */
const REST_MS = 250;
const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

export interface Signing {
  start: SignStart | null;
  form: SignForm | null;
  setForm(form: SignForm): void;
  preview: SignPreview | null;
  /** Why what is to be known first, or the pages, could not be had; `retry` asks again. */
  startFailure: string | null;
  previewFailure: string | null;
  retry(): void;
  busy: boolean;
  /** Name of the file that was handed over. */
  done: string | null;
  failure: string | null;
  clear(): void;
  download(kind: 'xlsx' | 'docx'): Promise<void>;
  /** Puts the choices into the case and on this machine. */
  keep(): Promise<void>;
}

interface Needs {
  engine: Engine;
  run: RunView;
  settle(settings: CaseSettings): Promise<void>;
}

/** The set to sign: choices, pages to look at, files. `download` never rejects. */
export function useSign({ engine, run, settle }: Needs): Signing {
  const t = useStrings();
  const drawn = useDrawn(engine, run);
  const { start, setStart, form, setForm, store } = drawn;
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  // A look at the screen changes nothing: only what was typed is kept.
  const typed = useRef(false);
  const type = useCallback(
    (next: SignForm) => {
      typed.current = true;
      setForm(next);
    },
    [setForm],
  );
  const keep = useCallback(async () => {
    if (!form || !start || !typed.current) return;
    typed.current = false;
    const options = signOptionsOf(form);
    store(keptOptions(options));
    const settings = settingsWith(start.settings, options);
    try {
      await settle(settings);
    } catch (error) {
      typed.current = true;
      throw new Error(t.failures.settleCase(textOf(error)), { cause: error });
    }
    setStart({ ...start, settings });
  }, [form, start, setStart, store, settle, t]);

  const download = useCallback(
    async (kind: 'xlsx' | 'docx') => {
      if (!form) return;
      setBusy(true);
      setDone(null);
      setFailure(null);
      try {
        await keep();
        const made = await engine.delivery.sign({ kind, options: signOptionsOf(form) });
        if (made.ok) {
          handOver(new Blob([made.bytes as Uint8Array<ArrayBuffer>], { type: TYPES[kind] }), made.name);
          setDone(made.name);
        } else setStart((s) => s && { ...s, blocked: made.reason });
      } catch (error) {
        setFailure(textOf(error));
      }
      setBusy(false);
    },
    [engine, form, keep, setStart],
  );
  const clear = useCallback(() => {
    setDone(null);
    setFailure(null);
  }, []);
  return { ...drawn, setForm: type, busy, done, failure, clear, download, keep };
}

interface Drawn extends Pick<Signing, 'start' | 'startFailure' | 'form' | 'preview' | 'previewFailure' | 'retry'> {
  setStart: Dispatch<SetStateAction<SignStart | null>>;
  setForm: Dispatch<SetStateAction<SignForm | null>>;
  /** Keeps the choices on this machine. */
  store(options: SignOptions): void;
}

/** What the engine says of the set: what is to be known first, and the pages as the form stands. */
function useDrawn(engine: Engine, run: RunView): Drawn {
  const [stored, store] = useStored<SignOptions>('sign', {}, isSignOptions);
  const [start, setStart] = useState<SignStart | null>(null);
  const [form, setForm] = useState<SignForm | null>(null);
  const [preview, setPreview] = useState<SignPreview | null>(null);
  const [failed, setFailed] = useState<{ start: string | null; preview: string | null }>(NOT_FAILED);
  const [times, setTimes] = useState(0);
  const first = useRef(stored);
  useEffect(() => {
    let current = true;
    engine.delivery.signStart(null).then(
      (s) => {
        if (!current) return;
        setStart(s);
        const { expected: _, ...kept } = s.settings;
        // What was typed stays when the run is made anew.
        setForm((now) => now ?? signForm({ ...s.defaults, ...first.current, ...kept }));
      },
      (error: unknown) => {
        if (current) setFailed((f) => ({ ...f, start: textOf(error) }));
      },
    );
    return () => {
      current = false;
    };
  }, [engine, run, times]);
  useEffect(() => {
    if (!form) return undefined;
    let current = true;
    const draw = async (): Promise<void> => {
      try {
        const pages = await engine.delivery.signPreview(signOptionsOf(form));
        if (current) setPreview(pages);
      } catch (error) {
        if (!current) return;
        // Pages of an earlier form would show what is not going to be printed.
        setPreview(null);
        setFailed((f) => ({ ...f, preview: textOf(error) }));
      }
    };
    const timer = setTimeout(() => void draw(), REST_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [engine, run, form, times]);
  const retry = useCallback(() => {
    setFailed(NOT_FAILED);
    setTimes((n) => n + 1);
  }, []);
  return {
    ...{ start, setStart, form, setForm, preview, store, retry },
    startFailure: failed.start,
    previewFailure: failed.preview,
  };
}

const NOT_FAILED = { start: null, preview: null };
