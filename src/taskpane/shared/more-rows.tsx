import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { UNASKED, type Growing } from './use-growing';
import { useStrings } from '../strings/use-strings';

const useStyles = makeStyles({ more: { margin: tokens.spacingVerticalS } });

/** Below a list longer than what is drawn unasked. */
export function MoreRows({ growing }: { growing: Growing }): React.JSX.Element | null {
  const t = useStrings();
  const styles = useStyles();
  if (growing.rest === 0) return null;
  return (
    <div>
      <Button className={styles.more} size="small" onClick={growing.more}>
        {t.keeping.more(Math.min(growing.rest, UNASKED), growing.rest)}
      </Button>
    </div>
  );
}
