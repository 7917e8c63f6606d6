import { Button, ToggleButton, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { CompareView } from '../../app/review/compare-view';
import type { ChangeView } from '../../app/review/compare-view';
import type { Outcome } from '../../core/model/outcome';
import type { Engine, RunView } from '../../app/calls/engine-calls';
import type { FigureKey } from '../../app/results/trace-view';
import { Card } from '../shared/card';
import { Notice } from '../shared/notice';
import { AnswerState } from '../shared/answer-state';
import { useAnswer } from '../shared/use-answer';
import { textOf } from '../shared/failures';
import { useStrings } from '../strings/use-strings';
import { useReviewStrings } from '../strings/use-review-strings';
import { EffectList } from './effect-list';
import { readText } from './figures';
import { RankedChange } from './ranked-change';
import { PickFile } from '../shared/pick-file';
import { usePanelStyles } from '../shared/panel-styles';

/** As many cells as a person looks at before signing. */
const TOP = 10;

const useStyles = makeStyles({
  filters: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  filter: { minWidth: 0, fontWeight: tokens.fontWeightRegular },
  ranked: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
});

/** What the person chose to compare with; kept while the page is open, so that a look at sources loses nothing. */
export interface Earlier {
  name: string;
  text: string;
}

interface Props {
  engine: Engine;
  run: RunView;
  earlier: Earlier | null;
  onEarlier(earlier: Earlier): void;
  onTrace(figure: FigureKey): void;
}

/** The cells to look at first: beside an earlier result where one is given, and beside the peers. */
export function ComparePanel({ engine, run, earlier, onEarlier, onTrace }: Props): React.JSX.Element {
  const t = useReviewStrings();
  const words = useStrings();
  const styles = usePanelStyles();
  const [failure, setFailure] = useState<string | null>(null);
  const answer = useAnswer<Outcome<CompareView>>(
    () => engine.review.compare(earlier?.text ?? null),
    `${earlier?.name}\n${earlier?.text.length}\n${run.case.summary.journal.length}\n${run.files.length}`,
  );
  const view = answer.value;
  const pick = async (file: File): Promise<void> => {
    const read = await readText(file);
    const text = 'text' in read ? read.text : await engine.review.attachment(read.workbook);
    if (text === null) {
      setFailure(t.compare.noCase);
      return;
    }
    const tried = await engine.review.compare(text);
    if (!tried.ok) {
      setFailure(tried.message);
      return;
    }
    setFailure(null);
    onEarlier({ name: file.name, text });
  };
  return (
    <>
      <Card>
        <div className={styles.buttons}>
          <PickFile
            label={earlier ? t.compare.change : t.compare.pick}
            accept=".json,.xlsx,application/json"
            testId="pick-earlier"
            primary={!earlier}
            onFile={(f) => {
              pick(f).catch((e: unknown) => setFailure(words.failures.readFile(f.name, textOf(e))));
            }}
          />
          {earlier && <span className={styles.quiet}>{earlier.name}</span>}
        </div>
        {failure !== null && (
          <Notice intent="error" onClose={() => setFailure(null)}>
            {failure}
          </Notice>
        )}
        {view?.ok &&
          (earlier ? (
            <p className={styles.line}>
              {t.compare.periods(view.before?.label ?? null, view.after?.label ?? null)}
              {view.before?.label !== undefined && view.before.label === view.after?.label && (
                <span className={styles.label}>{t.compare.samePeriod}</span>
              )}
              {!view.perAgency && <span className={styles.label}>{t.compare.provinceOnly}</span>}
            </p>
          ) : (
            <p className={styles.quiet}>{t.compare.peersOnly}</p>
          ))}
      </Card>
      {!view && <AnswerState answer={answer} />}
      {view?.ok === false && <Notice intent="error">{view.message}</Notice>}
      {view?.ok && <Found view={view} withEarlier={earlier !== null} onTrace={onTrace} />}
    </>
  );
}

interface FoundProps {
  view: CompareView;
  withEarlier: boolean;
  onTrace(figure: FigureKey): void;
}

/** The cells to look at first, then what changed among the senders and in the province's figures. */
function Found({ view, withEarlier, onTrace }: FoundProps): React.JSX.Element {
  const t = useReviewStrings();
  const styles = usePanelStyles();
  const names: [string, string[]][] = [
    [t.compare.gone, view.gone],
    [t.compare.added, view.added],
    [t.compare.linked, view.linked.map((l) => `${l.before.join(', ')} → ${l.after.join(', ')}`)],
  ];
  return (
    <>
      <Changes view={view} withEarlier={withEarlier} onTrace={onTrace} />
      {names
        .filter(([, l]) => l.length > 0)
        .map(([title, l]) => (
          <Card key={title} title={`${title} (${l.length})`}>
            <p className={styles.line}>{l.join('; ')}</p>
          </Card>
        ))}
      {withEarlier && view.figures.length > 0 && (
        <Card title={t.compare.figures(view.figures.length)}>
          <EffectList lines={view.figures} head={t.compare.figureHead} label={t.compare.figures(view.figures.length)} />
        </Card>
      )}
    </>
  );
}

type Kind = ChangeView['kind'];

/** Changed cells, largest effect first, of all kinds or of one. */
function Changes({ view, withEarlier, onTrace }: FoundProps): React.JSX.Element {
  const t = useReviewStrings();
  const styles = usePanelStyles();
  const own = useStyles();
  const [kind, setKind] = useState<Kind | null>(null);
  const [most, setMost] = useState(TOP);
  const fitting = view.changes.filter((c) => kind === null || c.kind === kind);
  const list = fitting.slice(0, most);
  const all = kind === null ? view.total : (view.kinds[kind] ?? 0);
  const choose = (k: Kind | null): void => {
    setKind(k);
    setMost(TOP);
  };
  if (view.total === 0)
    return (
      <Card>
        <p className={styles.line}>{t.compare.nothing}</p>
      </Card>
    );
  return (
    <Card title={list.length > 0 ? t.compare.top(list.length) : undefined}>
      <Kinds view={view} kind={kind} onChoose={choose} />
      <p className={styles.quiet} role="status">
        {t.compare.of(list.length, all)}
      </p>
      <ol className={own.ranked} aria-label={t.compare.top(list.length)}>
        {list.map((c, i) => (
          <li key={`${c.agencies.join()}/${c.template}/${c.row}/${c.column}`}>
            <RankedChange change={c} rank={i + 1} withEarlier={withEarlier} onTrace={onTrace} />
          </li>
        ))}
      </ol>
      {fitting.length > most && (
        <div>
          <Button size="small" onClick={() => setMost(most + TOP * 2)}>
            {t.more(Math.min(TOP * 2, fitting.length - most))}
          </Button>
        </div>
      )}
    </Card>
  );
}

interface KindsProps {
  view: CompareView;
  kind: Kind | null;
  onChoose(kind: Kind | null): void;
}

function Kinds({ view, kind, onChoose }: KindsProps): React.JSX.Element | null {
  const t = useReviewStrings();
  const own = useStyles();
  const kinds = (Object.keys(t.compare.kinds) as Kind[]).filter((k) => view.kinds[k]);
  if (kinds.length < 2) return null;
  return (
    <div className={own.filters} role="group" aria-label={t.compare.filter}>
      <ToggleButton size="small" className={own.filter} checked={kind === null} onClick={() => onChoose(null)}>
        {t.compare.all} ({view.total})
      </ToggleButton>
      {kinds.map((k) => (
        <ToggleButton key={k} size="small" className={own.filter} checked={kind === k} onClick={() => onChoose(k)}>
          {t.compare.kinds[k]} ({view.kinds[k]})
        </ToggleButton>
      ))}
    </div>
  );
}
