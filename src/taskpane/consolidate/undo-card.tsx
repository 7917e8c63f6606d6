import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useState } from 'react';
import type { HostFailure, HostResult, OpenWorkbook, StepStorage } from '../../app/ports';
import { shownDay } from '../shared/days';
import { useStrings } from '../strings/use-strings';
import { useAttempt } from '../shared/failures';
import { Card } from '../shared/card';
import { Notice } from '../shared/notice';

const useStyles = makeStyles({
  quiet: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  list: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalXL,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface Props {
  workbook: OpenWorkbook;
  onCleared(): void;
}

/** What undoing keeps in the workbook, and how to be rid of it: asked for twice, because it cannot be taken back. */
export default function UndoCard({ workbook, onCleared }: Props): React.JSX.Element {
  const t = useStrings().keeping;
  const styles = useStyles();
  const steps = useStepStorage(workbook, onCleared);
  const { held } = steps;
  const nothing = held !== null && held.steps.length === 0 && held.sheets === 0;
  return (
    <Card title={t.undoTitle}>
      {steps.failure && (
        <Notice intent="error" onClose={steps.clearFailure}>
          {steps.failure.message}
        </Notice>
      )}
      {steps.done && (
        <Notice intent="success" onClose={steps.clearDone}>
          {steps.done}
        </Notice>
      )}
      {nothing && <p className={styles.quiet}>{t.undoNothing}</p>}
      {held && !nothing && (
        <>
          <p className={styles.quiet}>{t.undoHeld(held.steps.length, held.sheets, t.size(held.bytes))}</p>
          <ol className={styles.list}>
            {held.steps.map((s) => (
              <li key={s.id}>
                {s.title} ({shownDay(s.at)})
              </li>
            ))}
          </ol>
          <ClearSteps steps={steps} />
        </>
      )}
    </Card>
  );
}

interface Steps {
  /** What is kept; null until the workbook has answered. */ held: StepStorage | null;
  busy: boolean;
  /** What was cleared last. */ done: string | null;
  clearDone(): void;
  failure: HostFailure | null;
  clearFailure(): void;
  clear(): Promise<void>;
}

function useStepStorage(workbook: OpenWorkbook, onCleared: () => void): Steps {
  const t = useStrings().keeping;
  const [held, setHeld] = useState<StepStorage | null>(null);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  const [failure, setFailure] = useState<HostFailure | null>(null);
  const took = useCallback((found: HostResult<StepStorage>) => {
    if (found.ok) setHeld(found.value);
    else setFailure(found);
  }, []);
  useEffect(() => {
    void workbook.stepStorage().then(took);
  }, [workbook, took]);
  const clear = async (): Promise<void> => {
    setBusy(true);
    const cleared = await workbook.clearSteps();
    setBusy(false);
    if (!cleared.ok) {
      setFailure(cleared);
      return;
    }
    setFailure(null);
    setDone(t.undoCleared(cleared.value.steps.length, t.size(cleared.value.bytes)));
    took(await workbook.stepStorage());
    onCleared();
  };
  return { held, busy, done, clearDone: () => setDone(null), failure, clearFailure: () => setFailure(null), clear };
}

/** Asks once more before anything is cleared. */
function ClearSteps({ steps }: { steps: Steps }): React.JSX.Element {
  const t = useStrings().keeping;
  const styles = useStyles();
  const [sure, setSure] = useState(false);
  const attempt = useAttempt();
  const ask = (): void => {
    steps.clearDone();
    setSure(true);
  };
  const clear = async (): Promise<void> => {
    await steps.clear();
    setSure(false);
  };
  if (!sure)
    return (
      <div className={styles.buttons}>
        <Button size="small" onClick={ask}>
          {t.undoClear}
        </Button>
      </div>
    );
  return (
    <Notice intent="warning" title={t.undoSure}>
      {t.undoSureText}
      <div className={styles.buttons}>
        <Button size="small" appearance="primary" disabled={steps.busy} onClick={() => attempt(clear)}>
          {t.undoClearNow}
        </Button>
        <Button size="small" disabled={steps.busy} onClick={() => setSure(false)}>
          {t.undoKeep}
        </Button>
      </div>
    </Notice>
  );
}
