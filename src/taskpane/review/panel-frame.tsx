import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left';
import { useEffect, useRef, type ReactNode } from 'react';
import { useReviewStrings } from '../strings/use-review-strings';
import { usePanelStyles } from '../shared/panel-styles';

const useStyles = makeStyles({
  bar: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  back: { flexShrink: 0 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    outlineStyle: 'none',
    textWrap: 'balance',
  },
});

/** A screen over a screen: its name takes the focus, and a button leads back. */
export function PanelFrame({
  title,
  lead,
  onBack,
  children,
}: {
  title: string;
  lead: string;
  onBack(): void;
  children: ReactNode;
}): React.JSX.Element {
  const t = useReviewStrings();
  const styles = useStyles();
  const shared = usePanelStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <section className={shared.root} aria-label={title} data-testid="review-panel">
      <div className={styles.bar}>
        <Button className={styles.back} size="small" icon={<ArrowLeftRegular />} onClick={onBack}>
          {t.back}
        </Button>
        <h2 ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h2>
      </div>
      {lead && <p className={shared.quiet}>{lead}</p>}
      {children}
    </section>
  );
}
