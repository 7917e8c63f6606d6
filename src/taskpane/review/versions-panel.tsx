import { Badge, Button } from '@fluentui/react-components';
import { LockClosedRegular } from '@fluentui/react-icons/svg/lock-closed';
import { useId, useState } from 'react';
import type { Engine, RunView } from '../../app/calls/engine-calls';
import { Card } from '../shared/card';
import { Notice } from '../shared/notice';
import type { CaseWork } from '../case/use-case';
import { useReviewStrings } from '../strings/use-review-strings';
import { useStrings } from '../strings/use-strings';
import { usePanelStyles } from '../shared/panel-styles';
import { VersionDifferences } from './version-differences';
import { mendedOf, waitingOf, type SentAgain } from './waiting';

/** Later versions, each with what it would change before anybody takes it. */
export function VersionsPanel({
  engine,
  run,
  cases,
}: {
  engine: Engine;
  run: RunView;
  cases: CaseWork;
}): React.JSX.Element {
  const t = useReviewStrings();
  const styles = usePanelStyles();
  const waiting = waitingOf(run);
  const mended = mendedOf(run);
  return (
    <>
      {waiting.length === 0 && (
        <Card>
          <p className={styles.line}>{t.versions.empty}</p>
        </Card>
      )}
      {waiting.map((w) => (
        <Version
          key={`${w.agency}\n${w.file}`}
          engine={engine}
          run={run}
          cases={cases}
          waiting={w}
          alone={waiting.length === 1}
        />
      ))}
      {mended.map((w) => (
        <Mended
          key={`${w.agency}\n${w.file}`}
          engine={engine}
          run={run}
          waiting={w}
          alone={waiting.length + mended.length === 1}
        />
      ))}
    </>
  );
}

interface VersionProps {
  engine: Engine;
  run: RunView;
  cases: CaseWork;
  waiting: SentAgain;
  /** It is the only one, and stands open. */ alone: boolean;
}

function Version({ engine, run, cases, waiting: w, alone }: VersionProps): React.JSX.Element {
  const t = useReviewStrings();
  const words = useStrings();
  const styles = usePanelStyles();
  const id = useId();
  const [open, setOpen] = useState(alone);
  const locked = run.case.approved.includes(w.agency);
  const shortOf = (template: string): string => run.tables.find((x) => x.template === template)?.short ?? template;
  const forms = words.merge.list(w.forms.map((f) => shortOf(f.template)));
  const counted = [...new Set(w.forms.map((f) => f.counted))].join(', ');
  return (
    <Card>
      <div className={styles.head}>
        <h3 className={styles.title}>{w.name}</h3>
        <Badge appearance="tint" color="informative">
          {forms}
        </Badge>
      </div>
      <p className={styles.quiet}>{t.versions.files(w.file, counted)}</p>
      {locked && (
        <Notice
          intent="warning"
          action={
            <Button
              size="small"
              icon={<LockClosedRegular />}
              onClick={() => cases.ask({ kind: 'reopen', agency: w.agency, about: w.name })}
            >
              {t.versions.reopen}
            </Button>
          }
        >
          {t.versions.locked}
        </Notice>
      )}
      <div className={styles.buttons}>
        <Button
          size="small"
          aria-expanded={open}
          aria-controls={id}
          aria-label={t.versions.showOf(w.name)}
          onClick={() => setOpen(!open)}
        >
          {open ? t.versions.hide : t.versions.show}
        </Button>
        <Choices waiting={w} forms={forms} counted={counted} locked={locked} ask={cases.ask} />
      </div>
      <div id={id}>{open && <VersionDifferences engine={engine} run={run} waiting={w} />}</div>
    </Card>
  );
}

interface ChoicesProps {
  waiting: SentAgain;
  /** Short names of its forms. */ forms: string;
  /** The files that count now. */ counted: string;
  locked: boolean;
  ask: CaseWork['ask'];
}

/** Takes the later version, or stays with the one that counts. */
function Choices({ waiting: w, forms, counted, locked, ask }: ChoicesProps): React.JSX.Element {
  const t = useReviewStrings().versions;
  const take = (): void =>
    ask({
      kind: 'review',
      title: t.takeTitle,
      answer: t.take,
      about: t.about(w.name, forms, w.file),
      requests: w.forms.map((f) => ({ kind: 'choose-version', file: w.file, template: f.template })),
    });
  const keep = (): void =>
    ask({
      kind: 'review',
      title: t.keepTitle,
      answer: t.keep,
      about: t.about(w.name, forms, counted),
      requests: w.forms.map((f) => ({ kind: 'choose-version', file: f.counted, template: f.template })),
    });
  return (
    <>
      <Button size="small" appearance="primary" disabled={locked} aria-label={t.takeOf(w.name)} onClick={take}>
        {t.take}
      </Button>
      <Button size="small" disabled={locked} aria-label={t.keepOf(w.name)} onClick={keep}>
        {t.keep}
      </Button>
    </>
  );
}

/** It counts already; what it mended is still worth a look. */
function Mended({
  engine,
  run,
  waiting: w,
  alone,
}: {
  engine: Engine;
  run: RunView;
  waiting: SentAgain;
  alone: boolean;
}): React.JSX.Element {
  const t = useReviewStrings();
  const styles = usePanelStyles();
  const id = useId();
  const [open, setOpen] = useState(alone);
  return (
    <Card>
      <div className={styles.head}>
        <h3 className={styles.title}>{w.name}</h3>
        <Badge appearance="tint" color="success">
          {t.versions.mended}
        </Badge>
      </div>
      <p className={styles.quiet}>{t.versions.mendedFiles(w.file, w.forms[0]!.counted)}</p>
      <div>
        <Button
          size="small"
          aria-expanded={open}
          aria-controls={id}
          aria-label={t.versions.showOf(w.name)}
          onClick={() => setOpen(!open)}
        >
          {open ? t.versions.hide : t.versions.show}
        </Button>
      </div>
      <div id={id}>{open && <VersionDifferences engine={engine} run={run} waiting={w} />}</div>
    </Card>
  );
}
