import { Button, ProgressBar, ToggleButton, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { PlayRegular } from '@fluentui/react-icons/svg/play';
import { useMemo, useState, type ReactNode } from 'react';
import type { RunView } from '../../app/calls/engine-calls';
import { Card } from '../shared/card';
import { DropZone } from './drop-zone';
import { DryRunCard } from './dry-run-card';
import { FileList, type SenderChoice } from './file-list';
import { Notice } from '../shared/notice';
import { useServices } from '../shared/services';
import type { Output } from './use-output';
import type { Run } from '../run/use-run';
import type { CaseWork } from '../case/use-case';
import { useStrings } from '../strings/use-strings';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)' },
  split: {
    '@media (min-width: 1000px)': {
      gridTemplateColumns: '380px minmax(0, 1fr)',
      alignItems: 'start',
      gap: tokens.spacingHorizontalL,
    },
  },
  alone: {
    '@media (min-width: 760px)': {
      maxWidth: '640px',
      width: '100%',
      margin: '0 auto',
      paddingTop: tokens.spacingVerticalXXXL,
    },
  },
  side: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
  context: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  change: { minWidth: 0, padding: `0 ${tokens.spacingHorizontalXS}`, color: tokens.colorBrandForegroundLink },
  hint: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    maxWidth: '44ch',
  },
  steps: {
    listStyle: 'none',
    margin: `${tokens.spacingVerticalM} 0 0`,
    padding: 0,
    display: 'grid',
    gap: tokens.spacingVerticalM,
    '@media (min-width: 760px)': { gridTemplateColumns: 'repeat(3, minmax(0, 1fr))', gap: tokens.spacingHorizontalL },
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
  progress: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  actions: { display: 'flex', flexWrap: 'wrap', justifyContent: 'flex-end' },
  line: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
});

interface Props {
  run: Run;
  cases: CaseWork;
  output: Output;
  /** Below the dry run. */
  extras?: ReactNode;
  onSample(): Promise<void>;
  onSettings(): void;
  onResults(): void;
  onFindings(): void;
}

export function MergeScreen({
  run,
  cases,
  output,
  extras,
  onSample,
  onSettings,
  onResults,
  onFindings,
}: Props): React.JSX.Element {
  const t = useStrings();
  const styles = useStyles();
  const { sample, workbook } = useServices();
  const [sampleFailed, setSampleFailed] = useState(false);
  const empty = run.phase === 'empty';
  const busy = run.phase === 'reading' || run.phase === 'running';
  const { ask } = cases;
  const journal = run.run?.case.summary.journal;
  const [changing, setChanging] = useState(false);
  const hasRegister = Boolean(run.settings?.register);
  const senders = useMemo(
    () => (hasRegister && journal ? senderChoice(journal, ask, changing) : null),
    [hasRegister, journal, ask, changing],
  );
  const trySample = (): void => {
    setSampleFailed(false);
    onSample().catch(() => setSampleFailed(true));
  };
  return (
    <div className={mergeClasses(styles.root, empty ? styles.alone : styles.split)}>
      <div className={styles.side}>
        <DropZone small={!empty} disabled={busy} onFiles={(files) => void run.add(files)}>
          {empty && sample && (
            <>
              <Button appearance="transparent" icon={<PlayRegular />} onClick={trySample}>
                {t.merge.trySample}
              </Button>
              <p className={styles.hint}>{t.merge.sampleHint}</p>
            </>
          )}
        </DropZone>
        {sampleFailed && (
          <Notice intent="error" onClose={() => setSampleFailed(false)}>
            {t.merge.sampleFailed}
          </Notice>
        )}
        {run.cancelled && <Notice intent="info">{t.merge.cancelled}</Notice>}
        <div className={styles.context}>
          <span>
            {t.merge.context(
              run.settings?.period?.label ?? run.run?.period?.label ?? null,
              run.settings?.register?.province ?? null,
            )}
          </span>
          <Button className={styles.change} appearance="transparent" size="small" onClick={onSettings}>
            {t.merge.change}
          </Button>
        </div>
        {empty && <Steps />}
        {busy && <Progress run={run} />}
        {run.phase === 'ready' && run.run && (
          <DryRunCard
            run={run.run}
            output={output}
            inExcel={workbook !== null}
            hasRegister={Boolean(run.settings?.register)}
            onResults={onResults}
            onFindings={onFindings}
          />
        )}
        {run.phase === 'ready' && extras}
      </div>
      {!empty && (
        <Card
          title={`${t.merge.files} (${run.rows.length})`}
          flush
          action={
            <span className={styles.actions}>
              {senders && (
                <ToggleButton
                  appearance="subtle"
                  size="small"
                  checked={changing}
                  disabled={busy}
                  onClick={() => setChanging(!changing)}
                >
                  {t.case.otherSender}
                </ToggleButton>
              )}
              <Button appearance="subtle" size="small" disabled={busy} onClick={() => void run.clear()}>
                {t.merge.clear}
              </Button>
            </span>
          }
        >
          <FileList rows={run.rows} canRemove={!busy} onRemove={(file) => void run.remove(file)} senders={senders} />
        </Card>
      )}
    </div>
  );
}

function senderChoice(
  journal: RunView['case']['summary']['journal'],
  ask: CaseWork['ask'],
  changing: boolean,
): SenderChoice {
  const confirmed = new Map(
    journal.flatMap(({ entry, revokedBy }) =>
      entry.kind === 'confirm-agency' && revokedBy === null ? [[entry.file, entry] as const] : [],
    ),
  );
  return {
    changing,
    choose: (view) =>
      ask({
        kind: 'confirm-agency',
        file: view.file,
        about: view.file,
        candidates: [...(view.agency ? [view.agency.name] : []), ...view.sender.candidates],
      }),
    undo: (file) => {
      const entry = confirmed.get(file);
      return entry ? () => ask({ kind: 'revoke', entry: entry.id, about: entry.about }) : null;
    },
  };
}

function Steps(): React.JSX.Element {
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

function Progress({ run }: { run: Run }): React.JSX.Element {
  const t = useStrings();
  const styles = useStyles();
  const { done, total } = run.batch;
  const reading = run.phase === 'reading';
  const words = reading ? t.merge.reading(done, total) : t.merge.consolidating;
  return (
    <Card>
      <div className={styles.progress}>
        <div className={styles.line}>
          <span>{words}</span>
          {reading && (
            <Button size="small" onClick={run.cancel}>
              {t.merge.cancel}
            </Button>
          )}
        </div>
        <ProgressBar aria-label={words} thickness="large" {...(reading ? { value: done, max: total } : {})} />
      </div>
    </Card>
  );
}
