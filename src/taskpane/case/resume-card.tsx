import { Button, mergeClasses, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { useAttempt } from '../shared/failures';
import { Card } from '../shared/card';
import { Notice } from '../shared/notice';
import type { Draft, Drafts } from './use-drafts';
import { useReviewStrings } from '../strings/use-review-strings';
import { usePanelStyles } from '../shared/panel-styles';

const useStyles = makeStyles({
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    alignItems: 'center',
    justifyContent: 'space-between',
  },
  words: { minWidth: 0, flexGrow: 1, flexBasis: '180px' },
});

/** Cases that were put down in the middle, to be taken up again or thrown away; and what became of it. */
export default function ResumeCard({
  drafts,
  hasFiles,
}: {
  drafts: Drafts;
  hasFiles: boolean;
}): React.JSX.Element | null {
  const t = useReviewStrings();
  const styles = usePanelStyles();
  const { told } = drafts;
  const words = useRef<HTMLDivElement>(null);
  // What was pressed is gone with the answer.
  useEffect(() => {
    if (told) words.current?.focus();
  }, [told]);
  return (
    <>
      {drafts.apart && (
        <Notice intent="warning" onClose={drafts.clearApart}>
          {t.drafts.apart}
        </Notice>
      )}
      {told && (
        <div ref={words} tabIndex={-1} style={{ outline: 'none' }}>
          {!told.ok && (
            <Notice intent="error" title={t.drafts.failed} onClose={drafts.clearTold}>
              {told.message}
            </Notice>
          )}
          {told.ok && (
            <Notice intent="success" onClose={drafts.clearTold}>
              {hasFiles ? t.drafts.again : t.drafts.addFiles(told.files)}
            </Notice>
          )}
        </div>
      )}
      {drafts.offers.length > 0 && (
        <Card title={t.drafts.title}>
          <ul className={styles.list}>
            {drafts.offers.map((d) => (
              <Offer key={d.id} draft={d} drafts={drafts} />
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

function Offer({ draft: d, drafts }: { draft: Draft; drafts: Drafts }): React.JSX.Element {
  const t = useReviewStrings();
  const styles = usePanelStyles();
  const own = useStyles();
  const attempt = useAttempt();
  const when = new Date(d.at).toLocaleString('vi-VN', {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
  return (
    <li className={mergeClasses(styles.item, own.item)}>
      <div className={own.words}>
        <p className={styles.line}>{t.drafts.from(when)}</p>
        <p className={styles.quiet}>
          {t.drafts.what(d.decisions, d.files, d.period)}
          {d.saved && ` · ${t.drafts.saved}`}
        </p>
      </div>
      <div className={styles.buttons}>
        <Button
          size="small"
          appearance="primary"
          aria-label={t.drafts.resumeOf(when)}
          onClick={() => attempt(() => drafts.resume(d))}
        >
          {t.drafts.resume}
        </Button>
        <Button size="small" appearance="subtle" aria-label={t.drafts.dropOf(when)} onClick={() => drafts.drop(d)}>
          {t.drafts.drop}
        </Button>
      </div>
    </li>
  );
}
