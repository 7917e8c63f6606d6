import { Badge, Button, mergeClasses } from '@fluentui/react-components';
import { LockClosedRegular } from '@fluentui/react-icons/svg/lock-closed';
import { useId, useState } from 'react';
import type { VersionView } from '../../app/review/preview-decisions';
import type { VersionCell } from '../../app/review/preview-decisions';
import type { Outcome } from '../../core/model/outcome';
import type { Engine, RunView } from '../../app/calls/engine-calls';
import { Card } from '../shared/card';
import { MoreRows } from '../shared/more-rows';
import { Notice } from '../shared/notice';
import { useAnswer } from '../shared/use-answer';
import { useGrowing } from '../shared/use-growing';
import type { CaseWork } from '../case/use-case';
import { useReviewStrings } from '../strings/use-review-strings';
import { useStrings } from '../strings/use-strings';
import { EffectList } from './effect-list';
import { change, sides } from './figures';
import { usePanelStyles } from '../shared/panel-styles';
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

function Version({
  engine,
  run,
  cases,
  waiting: w,
  alone,
}: {
  engine: Engine;
  run: RunView;
  cases: CaseWork;
  waiting: SentAgain;
  alone: boolean;
}): React.JSX.Element {
  const t = useReviewStrings();
  const words = useStrings();
  const styles = usePanelStyles();
  const id = useId();
  const [open, setOpen] = useState(alone);
  const locked = run.case.approved.includes(w.agency);
  const shortOf = (template: string): string => run.tables.find((x) => x.template === template)?.short ?? template;
  const forms = words.merge.list(w.forms.map((f) => shortOf(f.template)));
  const counted = [...new Set(w.forms.map((f) => f.counted))].join(', ');
  const ask = (title: string, files: readonly { file: string; template: string }[], about: string): void =>
    cases.ask({
      kind: 'review',
      title,
      answer: title === t.versions.takeTitle ? t.versions.take : t.versions.keep,
      about,
      requests: files.map((f) => ({ kind: 'choose-version', ...f })),
    });
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
        <Button
          size="small"
          appearance="primary"
          disabled={locked}
          aria-label={t.versions.takeOf(w.name)}
          onClick={() =>
            ask(
              t.versions.takeTitle,
              w.forms.map((f) => ({ file: w.file, template: f.template })),
              t.versions.about(w.name, forms, w.file),
            )
          }
        >
          {t.versions.take}
        </Button>
        <Button
          size="small"
          disabled={locked}
          aria-label={t.versions.keepOf(w.name)}
          onClick={() =>
            ask(
              t.versions.keepTitle,
              w.forms.map((f) => ({ file: f.counted, template: f.template })),
              t.versions.about(w.name, forms, counted),
            )
          }
        >
          {t.versions.keep}
        </Button>
      </div>
      <div id={id}>{open && <Differences engine={engine} run={run} waiting={w} />}</div>
    </Card>
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
      <div id={id}>{open && <Differences engine={engine} run={run} waiting={w} />}</div>
    </Card>
  );
}

function Differences({
  engine,
  run,
  waiting,
}: {
  engine: Engine;
  run: RunView;
  waiting: SentAgain;
}): React.JSX.Element | null {
  const t = useReviewStrings();
  const styles = usePanelStyles();
  const view = useAnswer<Outcome<VersionView>>(
    () => engine.review.version({ file: waiting.file, templates: waiting.forms.map((f) => f.template) }),
    run,
  );
  if (!view)
    return (
      <p className={styles.quiet} role="status">
        {t.loading}
      </p>
    );
  // A locked submission is not tried; the notice above says why.
  if (!view.ok) return <p className={styles.quiet}>{view.message}</p>;
  const figures = view.others.length + view.cells.filter((c) => c.province).length;
  return (
    <div className={styles.root}>
      <p className={styles.line} role="status">
        {t.versions.summary(view.cells.length, figures)}
      </p>
      {view.cells.length > 0 && <Cells cells={view.cells} label={waiting.name} />}
      {view.others.length > 0 && (
        <>
          <h4 className={styles.sub}>{t.versions.others}</h4>
          <EffectList
            lines={view.others}
            head={[t.versions.place, t.versions.old, t.versions.now, '±']}
            label={t.versions.others}
          />
        </>
      )}
    </div>
  );
}

function Cells({ cells, label }: { cells: readonly VersionCell[]; label: string }): React.JSX.Element {
  const t = useReviewStrings();
  const styles = usePanelStyles();
  const growing = useGrowing(cells.length, cells);
  const side = (s: VersionCell['before']): React.JSX.Element =>
    s ? (
      <>
        {s.text.trim() || t.nothing}
        <span className={styles.label}>
          {s.sheet}!{s.cell}
        </span>
      </>
    ) : (
      <>{t.none}</>
    );
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label={t.versions.showOf(label)}>
        <thead>
          <tr>
            {[t.versions.place, t.versions.old, t.versions.now, t.versions.province].map((h) => (
              <th key={h} scope="col" className={styles.th}>
                {h}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cells.slice(0, growing.shown).map((c) => (
            <tr key={`${c.template}/${c.row}/${c.column}`}>
              <th scope="row" className={styles.td}>
                {c.short} · {c.place}
                <span className={styles.label}>{c.label}</span>
              </th>
              <td className={mergeClasses(styles.td, styles.old)}>{side(c.before)}</td>
              <td className={mergeClasses(styles.td, styles.strong)}>{side(c.after)}</td>
              <td className={styles.td}>
                {c.province ? <Province of={c.province} /> : <span className={styles.quiet}>{t.versions.same}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <MoreRows growing={growing} />
    </div>
  );
}

/** The province's figure then and now; of long texts what differs. */
function Province({ of: { before, after } }: { of: NonNullable<VersionCell['province']> }): React.JSX.Element {
  const t = useReviewStrings();
  const styles = usePanelStyles();
  const [then, now] = sides(before, after, t.nothing);
  return (
    <span className={styles.pair}>
      <span className={styles.old}>{then}</span>
      <span aria-label={t.arrow}>→</span>
      <span className={styles.strong}>{now}</span> <span>{change(before, after)}</span>
    </span>
  );
}
