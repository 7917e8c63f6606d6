import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { AT } from './breakpoints';
import { useId, type ReactNode } from 'react';

const useStyles = makeStyles({
  card: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    padding: tokens.spacingHorizontalM,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    minWidth: 0,
    [AT.beside]: { padding: tokens.spacingHorizontalL },
  },
  flush: { padding: 0, gap: 0, overflow: 'hidden', [AT.beside]: { padding: 0 } },
  head: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    minHeight: '24px',
  },
  headFlush: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}` },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
});

interface Props {
  title?: string;
  action?: ReactNode;
  flush?: boolean;
  children: ReactNode;
}

/** A titled surface; a region for those who hear the page. */
export function Card({ title, action, flush, children }: Props): React.JSX.Element {
  const styles = useStyles();
  const id = useId();
  return (
    <section className={mergeClasses(styles.card, flush && styles.flush)} aria-labelledby={title ? id : undefined}>
      {(title || action) && (
        <div className={mergeClasses(styles.head, flush && styles.headFlush)}>
          {title && (
            <h2 id={id} className={styles.title}>
              {title}
            </h2>
          )}
          {action}
        </div>
      )}
      {children}
    </section>
  );
}
