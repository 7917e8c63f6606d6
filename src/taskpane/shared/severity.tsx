import { Badge, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle';
import { InfoFilled } from '@fluentui/react-icons/svg/info';
import { WarningFilled } from '@fluentui/react-icons/svg/warning';
import type { Counts } from '../../app/results/file-view';
import type { Severity } from '../../core/model/issue';
import { useStrings } from '../strings/use-strings';

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

const useStyles = makeStyles({
  error: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorPaletteMarigoldForeground2 },
  info: { color: tokens.colorBrandForeground1 },
  icon: { flexShrink: 0 },
  counts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalSNudge, alignItems: 'center' },
  quiet: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    whiteSpace: 'nowrap',
  },
});

const ICONS = { error: ErrorCircleFilled, warning: WarningFilled, info: InfoFilled };
const COLORS = { error: 'danger', warning: 'warning' } as const;

export function SeverityIcon({ severity, size = 16 }: { severity: Severity; size?: number }): React.JSX.Element {
  const styles = useStyles();
  const Icon = ICONS[severity];
  return <Icon className={mergeClasses(styles.icon, styles[severity])} fontSize={size} aria-hidden />;
}

/** "3 lỗi, 12 cảnh báo": only what is there; notes without a frame, since they ask nothing of anybody. */
export function CountBadges({ counts, all = true }: { counts: Counts; all?: boolean }): React.JSX.Element {
  const t = useStrings();
  const styles = useStyles();
  return (
    <span className={styles.counts}>
      {SEVERITIES.filter((s) => counts[s] > 0 && (all || s !== 'info')).map((s) =>
        s === 'info' ? (
          <span key={s} className={styles.quiet}>
            {t.severityCount[s](counts[s])}
          </span>
        ) : (
          <Badge key={s} appearance="tint" color={COLORS[s]}>
            {t.severityCount[s](counts[s])}
          </Badge>
        ),
      )}
    </span>
  );
}
