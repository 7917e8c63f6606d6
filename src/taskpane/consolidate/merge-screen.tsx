import { Button, ToggleButton, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { PlayRegular } from '@fluentui/react-icons/svg/play';
import { AT } from '../shared/breakpoints';
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import type { RunView } from '../../app/calls/engine-calls';
import { useAttempt } from '../shared/failures';
import { Card } from '../shared/card';
import { Progress } from './progress';
import { Steps } from './steps';
import { DropZone } from './drop-zone';
import { TableLinesCard } from '../results/table-lines-card';
import { DryRunCard } from './dry-run-card';
import { FileList, type SenderChoice } from './file-list';
import { Notice } from '../shared/notice';
import { useServices } from '../shared/services';
import type { Intake } from './use-intake';
import type { Output } from './use-output';
import type { Run } from '../run/run';
import type { CaseWork } from '../case/use-case';
import { useStrings } from '../strings/use-strings';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)' },
  split: {
    [AT.broad]: {
      gridTemplateColumns: '380px minmax(0, 1fr)',
      alignItems: 'start',
      gap: tokens.spacingHorizontalL,
    },
  },
  alone: {
    [AT.wide]: {
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
  actions: { display: 'flex', flexWrap: 'wrap', justifyContent: 'flex-end' },
});

interface Props {
  intake: Intake;
  run: Run;
  cases: CaseWork;
  output: Output;
  /** Below the dry run. */ extras?: ReactNode;
  onSample(): Promise<void>;
  onSettings(): void;
  onResults(): void;
  onFindings(): void;
}

/** Files in, and what came of them. */
export function MergeScreen(props: Props): React.JSX.Element {
  const { run, output, extras } = props;
  const styles = useStyles();
  const { workbook } = useServices();
  const empty = run.phase === 'empty';
  const busy = run.phase === 'reading' || run.phase === 'running';
  return (
    <div className={mergeClasses(styles.root, empty ? styles.alone : styles.split)}>
      <div className={styles.side}>
        <FilesIn {...props} empty={empty} />
        {empty && <Steps />}
        {busy && <Progress run={run} />}
        {run.phase === 'ready' && run.run && (
          <DryRunCard
            run={run.run}
            output={output}
            inExcel={workbook !== null}
            hasRegister={Boolean(run.settings?.register)}
            onResults={props.onResults}
            onFindings={props.onFindings}
          />
        )}
        {run.phase === 'ready' && extras}
        {run.phase === 'ready' && run.run && <TableLinesCard run={run.run} />}
      </div>
      {!empty && <Received {...props} busy={busy} />}
    </div>
  );
}

/** Where files come in, and the period and register they are read with. */
function FilesIn({
  run,
  intake,
  empty,
  onSample,
  onSettings,
}: Pick<Props, 'run' | 'intake' | 'onSample' | 'onSettings'> & { empty: boolean }): React.JSX.Element {
  const t = useStrings();
  const styles = useStyles();
  const { sample } = useServices();
  const [sampleFailed, setSampleFailed] = useState(false);
  const trySample = (): void => {
    setSampleFailed(false);
    onSample().catch(() => setSampleFailed(true));
  };
  return (
    <>
      <DropZone small={!empty} intake={intake}>
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
      {run.same > 0 && <Notice intent="info">{t.failures.same(run.same)}</Notice>}
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
    </>
  );
}

/** The files that were received, and what can be done with them. */
function Received({ run, cases, busy }: Pick<Props, 'run' | 'cases'> & { busy: boolean }): React.JSX.Element {
  const t = useStrings();
  const styles = useStyles();
  const [changing, setChanging] = useState(false);
  const attempt = useAttempt();
  const { ask } = cases;
  const { remove: removeFile } = run;
  const remove = useCallback((file: string) => attempt(() => removeFile(file)), [attempt, removeFile]);
  const journal = run.run?.case.summary.journal;
  const hasRegister = Boolean(run.settings?.register);
  const senders = useMemo(
    () => (hasRegister && journal ? senderChoice(journal, ask, changing) : null),
    [hasRegister, journal, ask, changing],
  );
  return (
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
          <Button appearance="subtle" size="small" disabled={busy} onClick={() => attempt(run.clear)}>
            {t.merge.clear}
          </Button>
        </span>
      }
    >
      <FileList rows={run.rows} canRemove={!busy} onRemove={remove} senders={senders} />
    </Card>
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
