import { makeStyles, tokens } from '@fluentui/react-components';
import { AT } from '../shared/breakpoints';
import { useStrings } from '../strings/use-strings';

const useStyles = makeStyles({
  steps: {
    listStyle: 'none',
    margin: `${tokens.spacingVerticalM} 0 0`,
    padding: 0,
    display: 'grid',
    gap: tokens.spacingVerticalM,
    [AT.wide]: { gridTemplateColumns: 'repeat(3, minmax(0, 1fr))', gap: tokens.spacingHorizontalL },
  },
  step: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'flex-start' },
  number: {
    flexShrink: 0,
    width: '24px',
    height: '24px',
    borderRadius: tokens.borderRadiusCircular,
    display: 'grid',
    placeItems: 'center',
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  stepTitle: { display: 'block', fontWeight: tokens.fontWeightSemibold },
  stepText: {
    display: 'block',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** What will happen, for those who come for the first time. */
export function Steps(): React.JSX.Element {
  const t = useStrings();
  const styles = useStyles();
  return (
    <ol className={styles.steps}>
      {t.merge.steps.map(({ title, text }, i) => (
        <li key={title} className={styles.step}>
          <span className={styles.number} aria-hidden>
            {i + 1}
          </span>
          <span>
            <span className={styles.stepTitle}>{title}</span>
            <span className={styles.stepText}>{text}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
