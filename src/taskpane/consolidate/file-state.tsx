import { Spinner, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { ClockRegular } from '@fluentui/react-icons/svg/clock';
import { ProhibitedFilled } from '@fluentui/react-icons/svg/prohibited';
import { QuestionCircleFilled } from '@fluentui/react-icons/svg/question-circle';
import type { FileRow } from '../run/run-state';
import { useStrings } from '../strings/use-strings';
import { SeverityIcon } from '../shared/severity';

export type RowState = 'waiting' | 'reading' | 'read' | 'clean' | 'warned' | 'wrong' | 'unread' | 'ignored';

/** What one line says about a file, the same split as in the dry run. */
export function rowState({ state, view }: FileRow): RowState {
  if (state !== 'done' || !view) return state === 'reading' ? 'reading' : 'waiting';
  if (view.status === 'rejected') return 'unread';
  if (view.status === 'ignored') return 'ignored';
  if (!view.counts) return 'read';
  return view.counts.error > 0 ? 'wrong' : view.counts.warning > 0 ? 'warned' : 'clean';
}

const useStyles = makeStyles({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    whiteSpace: 'nowrap',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  clean: { color: tokens.colorStatusSuccessForeground1 },
  unread: { color: tokens.colorPaletteBerryForeground1 },
  quiet: { color: tokens.colorNeutralForeground3 },
});

export function FileState({ row }: { row: FileRow }): React.JSX.Element {
  const t = useStrings();
  const styles = useStyles();
  const state = rowState(row);
  const icon = {
    waiting: <ClockRegular className={styles.quiet} fontSize={16} />,
    reading: <Spinner size="extra-tiny" />,
    read: <CheckmarkCircleFilled className={styles.quiet} fontSize={16} />,
    clean: <CheckmarkCircleFilled className={styles.clean} fontSize={16} />,
    warned: <SeverityIcon severity="warning" />,
    wrong: <SeverityIcon severity="error" />,
    unread: <ProhibitedFilled className={styles.unread} fontSize={16} />,
    ignored: <QuestionCircleFilled className={styles.quiet} fontSize={16} />,
  }[state];
  return (
    <span className={styles.root}>
      {icon}
      {t.merge.states[state]}
    </span>
  );
}
