import { makeStyles } from '@fluentui/react-components';
import type { Run } from '../run/run';
import { useStrings } from '../strings/use-strings';

const useStyles = makeStyles({
  spoken: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

/** A file read is announced for every fifth file: a screen reader cannot keep up with each of them. */
const EVERY = 5;

/** What a screen reader is told of the work under way; `said` comes before everything else. */
export function Spoken({ run, said }: { run: Run; said: string }): React.JSX.Element {
  const t = useStrings();
  const styles = useStyles();
  return (
    <div className={styles.spoken} role="status" aria-live="polite" data-testid="spoken">
      {said || progressOf(run, t)}
    </div>
  );
}

function progressOf(run: Run, t: ReturnType<typeof useStrings>): string {
  if (run.phase === 'reading') return t.merge.reading(run.batch.done - (run.batch.done % EVERY), run.batch.total);
  if (run.phase === 'running') return t.merge.consolidating;
  if (run.phase === 'ready' && run.run) return t.dryRun.sentence(run.run.dryRun);
  return run.cancelled ? t.merge.cancelled : '';
}
