import { mergeClasses } from '@fluentui/react-components';
import type { VersionCell, VersionView } from '../../app/review/preview-decisions';
import type { Outcome } from '../../core/model/outcome';
import type { Engine, RunView } from '../../app/calls/engine-calls';
import { MoreRows } from '../shared/more-rows';
import { usePanelStyles } from '../shared/panel-styles';
import { AnswerState } from '../shared/answer-state';
import { useAnswer } from '../shared/use-answer';
import { useGrowing } from '../shared/use-growing';
import { useReviewStrings } from '../strings/use-review-strings';
import { EffectList } from './effect-list';
import { change, sides } from './figures';
import type { SentAgain } from './waiting';

/** What a later version changes, cell by cell, and what that changes for the province. */
export function VersionDifferences({
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
  const answer = useAnswer<Outcome<VersionView>>(
    () => engine.review.version({ file: waiting.file, templates: waiting.forms.map((f) => f.template) }),
    run,
  );
  const view = answer.value;
  if (!view) return <AnswerState answer={answer} />;
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
