import { Button, Field, Input, mergeClasses } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { useState } from 'react';
import type { RegisterView } from '../../app/agencies/sender-views';
import type { Engine, RegisterChoice } from '../../app/calls/engine-calls';
import { Card } from '../shared/card';
import { MoreRows } from '../shared/more-rows';
import { Notice } from '../shared/notice';
import { shownDay } from '../shared/days';
import { handOver } from '../shared/hand-over';
import { useGrowing } from '../shared/use-growing';
import { textOf } from '../shared/failures';
import { useStrings } from '../strings/use-strings';
import { useReviewStrings } from '../strings/use-review-strings';
import { PickFile } from '../shared/pick-file';
import { usePanelStyles } from '../shared/panel-styles';

/** What is wrong with a list is told up to here; the rest is counted by its heading. */
const TROUBLES = 40;

interface Made {
  file: string;
  register: RegisterView;
}

/** An officer's own list of agencies made into a register: looked at, used, kept as a file. */
export function RegisterPanel({
  engine,
  onUse,
}: {
  engine: Engine;
  onUse(choice: RegisterChoice): void;
}): React.JSX.Element {
  const t = useReviewStrings();
  const words = useStrings();
  const styles = usePanelStyles();
  const [province, setProvince] = useState('');
  const [made, setMade] = useState<Made | null>(null);
  const [failure, setFailure] = useState<{ message: string; warnings: string[] } | null>(null);
  const [used, setUsed] = useState(false);
  const pick = async (file: File): Promise<void> => {
    setUsed(false);
    const answer = await engine.review.registerFromList({
      file: file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
      province: province.trim(),
    });
    setMade(answer.ok ? { file: file.name, register: answer.register } : null);
    setFailure(answer.ok ? null : answer);
  };
  const fileName = t.register.fileName(made?.register.province ?? '');
  return (
    <>
      <Card>
        <Field label={t.register.province} required className={styles.field}>
          <Input className={styles.input} value={province} onChange={(_, d) => setProvince(d.value)} />
        </Field>
        <div className={styles.buttons}>
          <PickFile
            label={made ? t.register.again : t.register.pick}
            accept=".xlsx,.xlsm,.xls,.ods,.csv,.docx"
            testId="pick-agency-list"
            primary={!made}
            disabled={province.trim() === ''}
            onFile={(f) => {
              pick(f).catch((e: unknown) =>
                setFailure({ message: words.failures.readFile(f.name, textOf(e)), warnings: [] }),
              );
            }}
          />
        </div>
        {failure && (
          <Notice intent="error" title={t.register.failed}>
            {failure.message} {failure.warnings.slice(0, 5).join(' ')}
          </Notice>
        )}
      </Card>
      {made && (
        <Preview
          made={made}
          used={used}
          onUse={() => {
            onUse({ kind: 'own', name: fileName, json: made.register.content });
            setUsed(true);
          }}
          onDownload={() => handOver(new Blob([made.register.content], { type: 'application/json' }), fileName)}
        />
      )}
    </>
  );
}

function Preview({
  made: { file, register },
  used,
  onUse,
  onDownload,
}: {
  made: Made;
  used: boolean;
  onUse(): void;
  onDownload(): void;
}): React.JSX.Element {
  const t = useReviewStrings();
  const styles = usePanelStyles();
  const growing = useGrowing(register.agencies.length, register);
  const count = (level: string): number => register.agencies.filter((a) => a.level === level).length;
  const timed = register.agencies.some((a) => a.from !== null || a.to !== null);
  const [troubles, day] = [register.warnings, (iso: string | null): string | null => iso && shownDay(iso)];
  return (
    <Card title={`${register.province}: ${t.register.counts(count('province'), count('district'), count('commune'))}`}>
      <p className={styles.quiet}>{t.register.from(file)}</p>
      <div className={styles.buttons}>
        <Button size="small" appearance="primary" disabled={used} onClick={onUse}>
          {t.register.use}
        </Button>
        <Button size="small" icon={<ArrowDownloadRegular />} onClick={onDownload}>
          {t.register.download}
        </Button>
      </div>
      {used && <Notice intent="success">{t.register.used}</Notice>}
      {troubles.length === 0 ? (
        <p className={styles.quiet}>{t.register.noWarnings}</p>
      ) : (
        <details open>
          <summary>{t.register.warnings(troubles.length)}</summary>
          <ul className={styles.list}>
            {troubles.slice(0, TROUBLES).map((w) => (
              <li key={w} className={mergeClasses(styles.item, styles.quiet)}>
                {w}
              </li>
            ))}
          </ul>
        </details>
      )}
      <div className={styles.scroll}>
        <table className={styles.table} aria-label={t.register.list}>
          <thead>
            <tr>
              {t.register.head.slice(0, timed ? 4 : 3).map((h) => (
                <th key={h} scope="col" className={styles.th}>
                  {h}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {register.agencies.slice(0, growing.shown).map((a) => (
              <tr key={a.code}>
                <th scope="row" className={styles.td}>
                  {a.name}
                </th>
                <td className={styles.td}>{a.code}</td>
                <td className={mergeClasses(styles.td, styles.whole)}>{t.register.levels[a.level]}</td>
                {timed && <td className={styles.td}>{t.register.time(day(a.from), day(a.to))}</td>}
              </tr>
            ))}
          </tbody>
        </table>
        <MoreRows growing={growing} />
      </div>
    </Card>
  );
}
