import { Button, Spinner, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { TableEditRegular } from '@fluentui/react-icons/svg/table-edit';
import type { RunView } from '../../app/calls/engine-calls';
import type { Output } from './use-output';
import { useStrings } from '../strings/use-strings';
import { useAttempt } from '../shared/failures';
import { Board } from './dry-run-bar';
import { Card } from '../shared/card';
import { Notice } from '../shared/notice';

const useStyles = makeStyles({
  sentence: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    textWrap: 'pretty',
  },
  line: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  missing: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  summary: { cursor: 'pointer', color: tokens.colorBrandForegroundLink, borderRadius: tokens.borderRadiusSmall },
  list: {
    margin: `${tokens.spacingVerticalXS} 0 0`,
    paddingLeft: tokens.spacingHorizontalXL,
    color: tokens.colorNeutralForeground2,
  },
  buttons: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, alignItems: 'stretch' },
  quietButtons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  lines: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
});

interface Props {
  run: RunView;
  output: Output;
  inExcel: boolean;
  hasRegister: boolean;
  onResults(): void;
  onFindings(): void;
}

/** What would be written, and the buttons that do it. Nothing is written before one of them is pressed. */
export function DryRunCard(props: Props): React.JSX.Element {
  const { run, hasRegister } = props;
  const t = useStrings();
  const styles = useStyles();
  const { dryRun, proof } = run;
  return (
    <Card title={t.dryRun.title}>
      <p className={styles.sentence} data-testid="dry-run">
        {t.dryRun.sentence(dryRun)}
      </p>
      <Board counts={dryRun} />
      <div className={styles.lines}>
        {dryRun.missing.length > 0 && <Missing agencies={dryRun.missing} />}
        {!hasRegister && <p className={styles.line}>{t.dryRun.noRegister}</p>}
        {dryRun.blocked === null && (
          <p className={styles.line}>{t.dryRun.proofCloses(proof.files.in, proof.cells.read)}</p>
        )}
        {dryRun.blocked === null && dryRun.wrong > 0 && <p className={styles.line}>{t.dryRun.errorsStay}</p>}
      </div>
      {dryRun.blocked === 'proof' && (
        <Notice intent="error" title={t.dryRun.proofBreaks}>
          {proof.breaks.slice(0, 5).join(' ')}
        </Notice>
      )}
      {dryRun.blocked === 'nothing' && <Notice intent="warning">{t.dryRun.nothing}</Notice>}
      <Outcome output={props.output} />
      <Actions {...props} />
    </Card>
  );
}

/** Agencies without a file. */
function Missing({ agencies }: { agencies: RunView['dryRun']['missing'] }): React.JSX.Element {
  const t = useStrings();
  const styles = useStyles();
  return (
    <details className={styles.missing}>
      <summary className={styles.summary}>{t.dryRun.missing(agencies.length)}</summary>
      <p className={styles.line}>{t.dryRun.missingHint}</p>
      <ul className={styles.list}>
        {agencies.map((a) => (
          <li key={a.code}>{a.name}</li>
        ))}
      </ul>
    </details>
  );
}

/** What became of the last writing or download. */
function Outcome({ output }: { output: Output }): React.JSX.Element {
  const t = useStrings();
  const attempt = useAttempt();
  return (
    <>
      {output.failure && (
        <Notice
          intent="error"
          title={t.hostFailed}
          onClose={output.clear}
          action={
            output.failure.kind === 'changed-since' && (
              <Button size="small" onClick={() => attempt(() => output.write(true))}>
                {t.dryRun.overwrite}
              </Button>
            )
          }
        >
          {output.failure.message}
        </Notice>
      )}
      {output.done && (
        <Notice intent="success" onClose={output.clear}>
          {output.done}
        </Notice>
      )}
    </>
  );
}

function Actions({ run, output, inExcel, onResults, onFindings }: Props): React.JSX.Element {
  const t = useStrings();
  const attempt = useAttempt();
  const styles = useStyles();
  const blocked = run.dryRun.blocked !== null;
  const off = blocked || output.busy !== null;
  return (
    <div className={styles.buttons}>
      {inExcel && (
        <Button
          appearance="primary"
          icon={output.busy ? <Spinner size="tiny" /> : <TableEditRegular />}
          disabled={off}
          onClick={() => attempt(() => output.write())}
        >
          {output.busy ?? t.dryRun.write}
        </Button>
      )}
      <Button
        appearance={inExcel ? 'secondary' : 'primary'}
        icon={!inExcel && output.busy ? <Spinner size="tiny" /> : <ArrowDownloadRegular />}
        disabled={off}
        onClick={() => attempt(() => output.download())}
      >
        {(!inExcel && output.busy) || t.dryRun.download}
      </Button>
      <div className={styles.quietButtons}>
        <Button appearance="subtle" size="small" disabled={blocked} onClick={onResults}>
          {t.dryRun.seeResults}
        </Button>
        <Button appearance="subtle" size="small" onClick={onFindings}>
          {t.dryRun.seeFindings}
        </Button>
        <Button
          appearance="subtle"
          size="small"
          disabled={output.busy !== null}
          onClick={() => attempt(() => output.downloadReport())}
        >
          {t.dryRun.report}
        </Button>
      </div>
    </div>
  );
}
