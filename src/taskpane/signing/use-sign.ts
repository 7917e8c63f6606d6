import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { SignPreview } from '../../app/signing/sign-views';
import type { SignStart } from '../../app/signing/sign-views';
import type { Engine, RunView } from '../../app/calls/engine-calls';
import type { SignOptions } from '../../app/signing/sign-set';
import type { CaseSettings } from '../../core/model/case';
import { handOver } from '../shared/hand-over';
import { isSignOptions, keptOptions, settingsWith, signForm, signOptionsOf, type SignForm } from './sign-form';
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

/** The set to sign: choices, pages to look at, files. */
export function useSign({ engine, run, settle }: Needs): Signing {
  const [stored, store] = useStored<SignOptions>('sign', {}, isSignOptions);
  const [start, setStart] = useState<SignStart | null>(null);
  const [form, setForm] = useState<SignForm | null>(null);
  const [preview, setPreview] = useState<SignPreview | null>(null);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const failed = useCallback((e: unknown) => setFailure(e instanceof Error ? e.message : String(e)), []);
  const first = useRef(stored);
  // A look at the screen changes nothing: only what was typed is kept.
  const typed = useRef(false);
  useEffect(() => {
    let current = true;
    engine.delivery.signStart(null).then((s) => {
      if (!current) return;
      setStart(s);
      const { expected: _, ...kept } = s.settings;
      // What was typed stays when the run is made anew.
      setForm((now) => now ?? signForm({ ...s.defaults, ...first.current, ...kept }));
    }, failed);
    return () => {
      current = false;
    };
  }, [engine, run, failed]);
  useEffect(() => {
    if (!form) return undefined;
    let current = true;
    const timer = setTimeout(() => {
      engine.delivery.signPreview(signOptionsOf(form)).then((p) => {
        if (current) setPreview(p);
      }, failed);
    }, REST_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [engine, run, form, failed]);

  const type = useCallback((next: SignForm) => {
    typed.current = true;
    setForm(next);
  }, []);
  const keep = useCallback(async () => {
    if (!form || !start || !typed.current) return;
    typed.current = false;
    const options = signOptionsOf(form);
    store(keptOptions(options));
    const settings = settingsWith(start.settings, options);
    setStart({ ...start, settings });
    await settle(settings);
  }, [form, start, store, settle]);

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
        failed(error);
      }
      setBusy(false);
    },
    [engine, form, keep, failed],
  );

  return useMemo(
    () => ({
      start,
      form,
      setForm: type,
      preview,
      busy,
      done,
      failure,
      clear: () => {
        setDone(null);
        setFailure(null);
      },
      download,
      keep,
    }),
    [start, form, type, preview, busy, done, failure, download, keep],
  );
}
