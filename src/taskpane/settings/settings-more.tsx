import { Button, Switch } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { TableAddRegular } from '@fluentui/react-icons/svg/table-add';
import { useState } from 'react';
import type { Outcome } from '../../core/model/outcome';
import type { SettingsInfo } from '../../app/calls/engine-calls';
import { Card } from '../shared/card';
import { Notice } from '../shared/notice';
import { handOver } from '../shared/hand-over';
import type { Preferences } from '../shared/use-preferences';
import type { SenderMemory } from '../case/use-sender-memory';
import type { ReviewPanelName } from '../review/use-review';
import { textOf, useAttempt } from '../shared/failures';
import { useStrings } from '../strings/use-strings';
import { useReviewStrings } from '../strings/use-review-strings';
import { PickFile } from '../shared/pick-file';
import { usePanelStyles } from '../shared/panel-styles';

interface Props {
  preferences: Preferences;
  info: SettingsInfo | null;
  senders: SenderMemory;
  unkept: boolean;
  onOpen(panel: ReviewPanelName): void;
}

/** A register from a list, remembered senders, and whether an unfinished case is kept. */
export default function SettingsMore({ preferences, info, senders, unkept, onOpen }: Props): React.JSX.Element {
  const t = useReviewStrings();
  const s = t.settings;
  const styles = usePanelStyles();
  return (
    <div className={styles.root} style={{ maxWidth: '560px' }}>
      <Card title={s.more}>
        <div>
          <Button size="small" icon={<TableAddRegular />} data-opens="register" onClick={() => onOpen('register')}>
            {s.registerFromList}
          </Button>
        </div>
        <div>
          <Switch
            style={{ marginLeft: '-8px' }}
            label={s.keep}
            checked={preferences.keepDrafts}
            onChange={(_, d) => preferences.setKeepDrafts(d.checked)}
          />
          <p className={styles.quiet}>{s.keepHint}</p>
        </div>
        {unkept && <Notice intent="warning">{t.drafts.unkept}</Notice>}
        <Senders senders={senders} info={info} />
      </Card>
    </div>
  );
}

function Senders({ senders, info }: { senders: SenderMemory; info: SettingsInfo | null }): React.JSX.Element {
  const t = useReviewStrings();
  const words = useStrings();
  const attempt = useAttempt();
  const s = t.settings;
  const styles = usePanelStyles();
  const [sure, setSure] = useState(false);
  const count = countOf(senders.text);
  const [told, setTold] = useState<Outcome<{ count: number }> | null>(null);
  const wrong = told?.ok === false ? told.message : info?.wrong.find((w) => w.field === 'confirmations')?.message;
  return (
    <section aria-label={s.senders} className={styles.root}>
      <div>
        <h3 className={styles.title}>{s.senders}</h3>
        <p className={styles.quiet}>{s.sendersHint}</p>
      </div>
      {wrong && (
        <Notice intent="error" title={s.wrong}>
          {wrong}
        </Notice>
      )}
      <p className={styles.line} role="status">
        {told?.ok ? s.imported(told.count) : s.sendersCount(count)}
      </p>
      <div className={styles.buttons}>
        <PickFile
          label={s.importFile}
          accept=".json,application/json"
          testId="pick-senders"
          onFile={(f) =>
            attempt(async () => {
              try {
                setTold(await senders.take(await f.text()));
              } catch (error) {
                setTold({ ok: false, message: words.failures.readFile(f.name, textOf(error)) });
              }
            })
          }
        />
        <Button
          size="small"
          icon={<ArrowDownloadRegular />}
          disabled={count === 0}
          onClick={() => handOver(new Blob([senders.text], { type: 'application/json' }), s.sendersFile)}
        >
          {s.exportFile}
        </Button>
        {senders.text !== '' && !sure && (
          <Button size="small" appearance="subtle" onClick={() => setSure(true)}>
            {s.clear}
          </Button>
        )}
        {sure && (
          <>
            <span className={styles.quiet}>{s.sure}</span>
            <Button
              size="small"
              onClick={() => {
                senders.clear();
                setTold(null);
                setSure(false);
              }}
            >
              {s.yes}
            </Button>
            <Button size="small" appearance="subtle" onClick={() => setSure(false)}>
              {s.no}
            </Button>
          </>
        )}
      </div>
    </section>
  );
}

/** How many are in the file; what cannot be read counts as none, and the engine says what is wrong. */
function countOf(text: string): number {
  try {
    const file = JSON.parse(text) as { confirmations?: unknown };
    return Array.isArray(file.confirmations) ? file.confirmations.length : 0;
  } catch {
    return 0;
  }
}
