import { Button, ProgressBar, makeStyles, tokens } from '@fluentui/react-components';
import type { Returns } from './use-returns';
import { useDeliveryStrings } from '../strings/use-delivery-strings';
import { Notice } from '../shared/notice';

const useStyles = makeStyles({
  progress: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  line: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    overflowWrap: 'anywhere',
  },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
});

/** How far the sets are, and what came of them: what was made, what was not and why. */
export function PackState({
  returns,
}: {
  returns: Pick<Returns, 'progress' | 'outcome' | 'stop' | 'clear'>;
}): React.JSX.Element | null {
  const all = useDeliveryStrings();
  const t = all.returns;
  const styles = useStyles();
  const { progress, outcome, stop, clear } = returns;
  if (progress) {
    return (
      <div className={styles.progress}>
        <div className={styles.line}>
          <span role="status">
            {progress.name === null ? t.packing : t.working(progress.done, progress.total, progress.name)}
          </span>
          <Button size="small" onClick={stop}>
            {t.stop}
          </Button>
        </div>
        <ProgressBar value={progress.done} max={Math.max(1, progress.total)} aria-label={t.title} />
      </div>
    );
  }
  if (!outcome) return null;
  if (outcome.kind === 'stopped')
    return (
      <Notice intent="info" onClose={clear}>
        {t.stopped}
      </Notice>
    );
  if (outcome.kind === 'failed')
    return (
      <Notice intent="error" onClose={clear}>
        {all.failed(outcome.detail)}
      </Notice>
    );
  return (
    <>
      {outcome.made.length > 0 && (
        <Notice intent="success" onClose={clear}>
          {t.made(outcome.made.length, outcome.files)}
        </Notice>
      )}
      {outcome.left.length > 0 && (
        <Notice
          intent="error"
          title={outcome.made.length > 0 ? t.leftTitle(new Set(outcome.left.map((l) => l.name)).size) : t.nothingMade}
        >
          <ul className={styles.list}>
            {outcome.left.map((l) => (
              <li key={`${l.name} ${l.file}`}>
                {l.name} (“{l.file}”): {t.why[l.why]}.
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {outcome.listed.length > 0 && (
        <Notice intent="info" onClose={clear}>
          {t.listed(outcome.listed.join('; '))}
        </Notice>
      )}
    </>
  );
}
