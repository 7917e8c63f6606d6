import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { KeptCase } from './use-kept-case';
import type { CaseWork } from './use-case';
import type { Run } from '../run/run';
import { useGrowing } from '../shared/use-growing';
import { useStrings } from '../strings/use-strings';
import { useAttempt } from '../shared/failures';
import { MoreRows } from '../shared/more-rows';
import { Notice } from '../shared/notice';

const useStyles = makeStyles({
  summary: { cursor: 'pointer', borderRadius: tokens.borderRadiusSmall },
  list: {
    margin: `${tokens.spacingVerticalXS} 0 0`,
    paddingLeft: tokens.spacingHorizontalXL,
    overflowWrap: 'anywhere',
    maxHeight: '240px',
    overflowY: 'auto',
  },
});

interface Props {
  kept: KeptCase;
  cases: CaseWork;
  run: Run;
  atFiles: boolean;
  onTakenUp(): void;
}

/**
 * The case in the open workbook, to be taken up; and the source files that an opened case asks for, held against what
 * was saved.
 */
export default function KeptCaseCard({ kept, cases, run, atFiles, onTakenUp }: Props): React.JSX.Element {
  const t = useStrings().keeping;
  const attempt = useAttempt();
  const { offer } = kept;
  return (
    <>
      {offer && (
        <Notice
          intent="info"
          title={t.offer(offer.period)}
          onClose={kept.forget}
          action={
            <Button
              size="small"
              onClick={() =>
                attempt(async () => {
                  if (await kept.takeUp()) onTakenUp();
                })
              }
            >
              {t.takeUp}
            </Button>
          }
        >
          {t.offerWhat(offer.files.length, offer.decisions)} {t.offerHint}
          {cases.unsaved && ` ${t.offerUnsaved}`}
        </Notice>
      )}
      {kept.failure && (
        <Notice intent="error" onClose={kept.forget}>
          {kept.failure}
        </Notice>
      )}
      {atFiles && cases.opened && <Sources opened={cases.opened} run={run} onClose={cases.forgetOpened} />}
    </>
  );
}

/**
 * Which files of the case are here and unchanged. Files that came under other names are found by their content, so the
 * run has the last word.
 */
function Sources({
  opened,
  run,
  onClose,
}: {
  opened: NonNullable<CaseWork['opened']>;
  run: Run;
  onClose(): void;
}): React.JSX.Element | null {
  const t = useStrings().keeping;
  if (opened.files.length === 0) return null;
  if (run.phase === 'empty')
    return (
      <Notice intent="info" title={t.filesTitle(opened.files.length)} onClose={onClose}>
        {t.filesHint}
        <Names title={t.filesList} items={opened.files} />
      </Notice>
    );
  if (run.phase !== 'ready' || !run.run) return null;
  const changed = run.run.findings.filter((f) => f.rule === 'source-changed');
  if (changed.length === 0)
    return (
      <Notice intent="success" onClose={onClose}>
        {t.filesSame(opened.files.length)}
      </Notice>
    );
  return (
    <Notice intent="warning" title={t.filesDiffer(changed.length, opened.files.length)} onClose={onClose}>
      {t.filesDifferHint}
      <Names title={t.filesList} items={changed.map((f) => (f.file ? `${f.file}: ${f.message}` : f.message))} />
    </Notice>
  );
}

function Names({ title, items }: { title: string; items: readonly string[] }): React.JSX.Element {
  const styles = useStyles();
  const growing = useGrowing(items.length);
  return (
    <details>
      <summary className={styles.summary}>{title}</summary>
      <ul className={styles.list}>
        {items.slice(0, growing.shown).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <MoreRows growing={growing} />
    </details>
  );
}
