import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useStrings } from '../strings/use-strings';
import { textOf } from './failures';
import { Notice } from './notice';
import { useReloading } from './reload-context';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalS },
});

/** True where a chunk of the program did not come: a new deployment has taken it away, or the line is down. */
export function isMissingChunk(error: unknown): boolean {
  return (
    error instanceof Error && (error.name === 'ChunkLoadError' || /dynamically imported module/i.test(error.message))
  );
}

/** In the place of a part that failed: what happened, and the ways on with the work kept. */
export function FailedPart({ error, onRetry }: { error: unknown; onRetry(): void }): React.JSX.Element {
  const t = useStrings().failures;
  const styles = useStyles();
  const { files, keepAndReload, now } = useReloading();
  const [busy, setBusy] = useState(false);
  const [notKept, setNotKept] = useState(false);
  const reload = (): void => {
    setBusy(true);
    keepAndReload().catch(() => {
      setBusy(false);
      setNotKept(true);
    });
  };
  return (
    <div className={styles.root} data-testid="failed-part">
      <Notice intent="error" title={t.partTitle}>
        {isMissingChunk(error) ? t.partGone : t.partFailed(textOf(error))} {files > 0 && t.reloadKeeps(files)}
        <div className={styles.buttons}>
          <Button size="small" appearance="primary" disabled={busy} onClick={onRetry}>
            {t.again}
          </Button>
          <Button size="small" disabled={busy} onClick={reload}>
            {t.reload}
          </Button>
        </div>
      </Notice>
      {notKept && (
        <Notice intent="warning" title={t.notKeptTitle}>
          {t.notKept(files)}
          <div className={styles.buttons}>
            <Button size="small" onClick={now}>
              {t.reloadAnyway}
            </Button>
            <Button size="small" appearance="primary" onClick={() => setNotKept(false)}>
              {t.stay}
            </Button>
          </div>
        </Notice>
      )}
    </div>
  );
}
