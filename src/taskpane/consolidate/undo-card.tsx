import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useState } from 'react';
import type { HostFailure, HostResult, OpenWorkbook, StepStorage } from '../../app/ports';
import { shownDay } from '../shared/days';
import { useStrings } from '../strings/use-strings';
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

/** What undoing keeps in the workbook, and how to be rid of it: asked for twice, because it cannot be taken back. */
export default function UndoCard({
  workbook,
  onCleared,
}: {
  workbook: OpenWorkbook;
  onCleared(): void;
}): React.JSX.Element {
  const t = useStrings().keeping;
  const styles = useStyles();
  const [held, setHeld] = useState<StepStorage | null>(null);
  const [sure, setSure] = useState(false);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  const [failure, setFailure] = useState<HostFailure | null>(null);
  const took = useCallback((found: HostResult<StepStorage>) => {
    if (found.ok) setHeld(found.value);
    else setFailure(found);
  }, []);
  useEffect(() => {
    workbook.stepStorage().then(took, () => undefined);
  }, [workbook, took]);
  const clear = async (): Promise<void> => {
    setBusy(true);
    const cleared = await workbook.clearSteps();
    setBusy(false);
    setSure(false);
    if (!cleared.ok) {
      setFailure(cleared);
      return;
    }
    setFailure(null);
    setDone(t.undoCleared(cleared.value.steps.length, t.size(cleared.value.bytes)));
    took(await workbook.stepStorage());
    onCleared();
  };
  const nothing = held !== null && held.steps.length === 0 && held.sheets === 0;
  return (
    <Card title={t.undoTitle}>
      {failure && (
        <Notice intent="error" onClose={() => setFailure(null)}>
          {failure.message}
        </Notice>
      )}
      {done && (
        <Notice intent="success" onClose={() => setDone(null)}>
          {done}
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
          {!sure && (
            <div className={styles.buttons}>
              <Button
                size="small"
                onClick={() => {
                  setDone(null);
                  setSure(true);
                }}
              >
                {t.undoClear}
              </Button>
            </div>
          )}
          {sure && (
            <Notice intent="warning" title={t.undoSure}>
              {t.undoSureText}
              <div className={styles.buttons}>
                <Button size="small" appearance="primary" disabled={busy} onClick={() => void clear()}>
                  {t.undoClearNow}
                </Button>
                <Button size="small" disabled={busy} onClick={() => setSure(false)}>
                  {t.undoKeep}
                </Button>
              </div>
            </Notice>
          )}
        </>
      )}
    </Card>
  );
}
