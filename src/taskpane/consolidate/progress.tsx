import { Button, ProgressBar, makeStyles, tokens } from '@fluentui/react-components';
import type { Run } from '../run/run';
import { Card } from '../shared/card';
import { useStrings } from '../strings/use-strings';

const useStyles = makeStyles({
  progress: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  line: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
});

/** How far reading and consolidating are. */
export function Progress({ run }: { run: Run }): React.JSX.Element {
  const t = useStrings();
  const styles = useStyles();
  const { done, total } = run.batch;
  const reading = run.phase === 'reading';
  const words = reading ? t.merge.reading(done, total) : t.merge.consolidating;
  const shown = run.queued > 0 ? `${words}, ${t.failures.queued(run.queued)}` : words;
  return (
    <Card>
      <div className={styles.progress}>
        <div className={styles.line}>
          <span>{shown}</span>
          {reading && (
            <Button size="small" onClick={run.cancel}>
              {t.merge.cancel}
            </Button>
          )}
        </div>
        <ProgressBar aria-label={words} thickness="large" {...(reading ? { value: done, max: total } : {})} />
      </div>
    </Card>
  );
}
