import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { FolderOpenRegular } from '@fluentui/react-icons/svg/folder-open';
import { memo, useMemo, useRef } from 'react';
import type { RunView } from '../../app/calls/engine-calls';
import { shownDay } from '../shared/days';
import type { CaseWork } from './use-case';
import { useGrowing } from '../shared/use-growing';
import { useStrings } from '../strings/use-strings';
import { useAttempt } from '../shared/failures';
import { Card } from '../shared/card';
import { MoreRows } from '../shared/more-rows';
import { Notice } from '../shared/notice';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  quiet: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: {
    display: 'flex',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
  },
  words: {
    minWidth: 0,
    overflowWrap: 'anywhere',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  about: { margin: 0 },
  revoked: { textDecorationLine: 'line-through', color: tokens.colorNeutralForeground3 },
  button: { flexShrink: 0 },
  hidden: { display: 'none' },
});

/** Everything a person decided, newest first; and the case as a file. */
export function JournalCard({ run, cases }: { run: RunView | null; cases: CaseWork }): React.JSX.Element {
  const t = useStrings();
  const styles = useStyles();
  const attempt = useAttempt();
  const file = useRef<HTMLInputElement>(null);
  const journal = run?.case.summary.journal;
  const lines = useMemo(() => [...(journal ?? [])].reverse(), [journal]);
  const growing = useGrowing(lines.length);
  return (
    <Card title={t.case.journal}>
      <div className={styles.buttons}>
        <Button size="small" icon={<ArrowDownloadRegular />} disabled={!run} onClick={() => attempt(cases.save)}>
          {t.case.save}
        </Button>
        <Button size="small" icon={<FolderOpenRegular />} onClick={() => file.current?.click()}>
          {t.case.open}
        </Button>
      </div>
      <input
        ref={file}
        className={styles.hidden}
        type="file"
        accept=".json,.xlsx,application/json"
        aria-hidden
        tabIndex={-1}
        data-testid="pick-case"
        onChange={(e) => {
          const chosen = e.target.files?.[0];
          e.target.value = '';
          if (chosen) attempt(() => cases.open(chosen));
        }}
      />
      {cases.failure && (
        <Notice intent="error" title={cases.failure.title} onClose={cases.clear}>
          {cases.failure.message}
        </Notice>
      )}
      <p className={styles.quiet}>{cases.said || (cases.unsaved ? t.case.unsaved : t.case.hint)}</p>
      {lines.length === 0 ? (
        <p className={styles.quiet}>{t.case.nothing}</p>
      ) : (
        <>
          <ol className={styles.list} reversed start={lines.length} aria-label={t.case.journal}>
            {lines.slice(0, growing.shown).map((line) => (
              <Line key={line.entry.id} line={line} ask={cases.ask} />
            ))}
          </ol>
          <MoreRows growing={growing} />
        </>
      )}
    </Card>
  );
}

const Line = memo(function Line({
  line: { entry, revokedBy },
  ask,
}: {
  line: RunView['case']['summary']['journal'][number];
  ask: CaseWork['ask'];
}): React.JSX.Element {
  const t = useStrings();
  const styles = useStyles();
  return (
    <li className={styles.item}>
      <div className={styles.words}>
        <p className={mergeClasses(styles.about, revokedBy !== null && styles.revoked)}>
          {entry.id}. {t.case.kinds[entry.kind]}: {entry.about}
        </p>
        <p className={styles.quiet}>
          {t.case.line(entry.by, shownDay(entry.at), entry.reason)}
          {revokedBy !== null && ` · ${t.case.revokedBy(revokedBy)}`}
        </p>
      </div>
      {revokedBy === null && entry.kind !== 'revoke' && (
        <Button
          className={styles.button}
          size="small"
          appearance="subtle"
          aria-label={t.case.revokeLine(entry.id)}
          onClick={() => ask({ kind: 'revoke', entry: entry.id, about: entry.about })}
        >
          {t.case.revoke}
        </Button>
      )}
    </li>
  );
});
