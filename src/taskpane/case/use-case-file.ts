import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Engine } from '../../app/calls/engine-calls';
import { localDay } from '../shared/days';
import { textOf } from '../shared/failures';
import { handOver } from '../shared/hand-over';
import { leaving } from '../shared/leaving';
import type { Run } from '../run/run';
import { useStrings } from '../strings/use-strings';
import { glanceAtCase, type CaseGlance } from './glance-at-case';

export interface CaseFile {
  save(): Promise<void>;
  open(file: File): Promise<void>;
  /** The same from text; `unsaved`: it is not yet in a file. Null when it was opened, else why not. */
  openText(text: string, unsaved: boolean): Promise<string | null>;
  /** What was done last, for the journal and for those who hear the page. */
  said: string;
  say(said: string): void;
  failure: { title: string; message: string } | null;
  clear(): void;
  /** The case that was opened last, while its files are asked for and held against it. */
  opened: CaseGlance | null;
  forgetOpened(): void;
  /** Decisions were taken since the case was last saved. */
  unsaved: boolean;
  setUnsaved(unsaved: boolean): void;
}

/** The case as a file: saved, opened, and whether it holds everything decided. */
export function useCaseFile(engine: Engine, change: Run['change']): CaseFile {
  const t = useStrings();
  const [said, say] = useState('');
  const [failure, setFailure] = useState<CaseFile['failure']>(null);
  const [unsaved, setUnsaved] = useState(false);
  const [opened, setOpened] = useState<CaseGlance | null>(null);
  useStayWhile(unsaved);

  const openText = useCallback(
    async (text: string, dirty: boolean) => {
      let refused: string | null = null;
      try {
        await change(async () => {
          const answer = await engine.cases.open(text);
          if (!answer.ok) {
            refused = answer.message;
            return false;
          }
          setUnsaved(dirty);
          setOpened(glanceAtCase(text));
          return true;
        });
      } catch (error) {
        return t.failures.openCase(textOf(error));
      }
      return refused;
    },
    [change, engine, t],
  );

  const actions = useMemo(() => {
    const fail = (title: string, message: string): void => {
      say('');
      setFailure({ title, message });
    };
    const done = (words: string): void => {
      setFailure(null);
      say(words);
    };
    return {
      save: async () => {
        try {
          await change(async () => {
            const text = await engine.cases.save({ receivedOn: localDay() });
            handOver(new Blob([text], { type: 'application/json' }), `${t.case.fileName}.json`);
            return false;
          });
        } catch (error) {
          fail(t.failures.saveCaseTitle, t.failures.saveCase(textOf(error)));
          return;
        }
        setUnsaved(false);
        done(t.case.saved);
      },
      open: async (file: File) => {
        let refused: string | null;
        try {
          const text = await caseTextOf(engine, file);
          refused = text === null ? t.case.noCase : await openText(text, false);
        } catch (error) {
          refused = t.failures.readFile(file.name, textOf(error));
        }
        if (refused === null) done(t.case.opened);
        else fail(t.case.notOpened, refused);
      },
      clear: () => {
        say('');
        setFailure(null);
      },
      forgetOpened: () => setOpened(null),
    };
  }, [engine, change, openText, t]);

  return useMemo(
    () => ({ ...actions, openText, said, say, failure, opened, unsaved, setUnsaved }),
    [actions, openText, said, failure, opened, unsaved],
  );
}

/** The browser asks before the page is left, unless the work was put down for a reload. */
function useStayWhile(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return undefined;
    const stay = (event: BeforeUnloadEvent): void => {
      if (!leaving.kept) event.preventDefault();
    };
    window.addEventListener('beforeunload', stay);
    return () => window.removeEventListener('beforeunload', stay);
  }, [unsaved]);
}

/** A saved case, or the one that a result workbook keeps; null where it keeps none. */
async function caseTextOf(engine: Engine, file: File): Promise<string | null> {
  return /\.xlsx$/i.test(file.name) ? engine.review.attachment(new Uint8Array(await file.arrayBuffer())) : file.text();
}
