import { Badge, Button, ToggleButton, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { CompareView } from '../../app/review/compare-view';
import type { ChangeView } from '../../app/review/compare-view';
import type { Outcome } from '../../core/model/outcome';
import type { Engine, RunView } from '../../app/calls/engine-calls';
import type { FigureKey } from '../../app/results/trace-view';
import { Card } from '../shared/card';
import { Notice } from '../shared/notice';
import { useAnswer } from '../shared/use-answer';
import { useReviewStrings } from '../strings/use-review-strings';
import { EffectList } from './effect-list';
import { percent, readText, shown } from './figures';
import { PickFile } from '../shared/pick-file';
import { usePanelStyles } from '../shared/panel-styles';

/** As many cells as a person looks at before signing. */
const TOP = 10;

const useStyles = makeStyles({
  filters: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  filter: { minWidth: 0, fontWeight: tokens.fontWeightRegular },
  ranked: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
  change: {
    display: 'grid',
    gridTemplateColumns: '24px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXXS,
    width: '100%',
    textAlign: 'left',
    border: 'none',
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    cursor: 'pointer',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXS}`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    ':hover': {
      backgroundColor: tokens.colorNeutralBackground1Hover,
      color: tokens.colorNeutralForeground1Hover,
      '& span': { color: 'inherit' },
    },
    ':active': { backgroundColor: tokens.colorNeutralBackground1Pressed },
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
    },
    '@media (min-width: 760px)': {
      gridTemplateColumns: '24px minmax(0, 1fr) 220px',
      columnGap: tokens.spacingHorizontalM,
    },
  },
  rank: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums', textAlign: 'right' },
  words: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS, minWidth: 0 },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  figures: {
    gridColumn: '2 / -1',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    minWidth: 0,
    '@media (min-width: 760px)': { gridColumn: 'auto', alignItems: 'stretch' },
  },
  values: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalS,
    fontVariantNumeric: 'tabular-nums',
  },
  big: {
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  track: {
    height: '6px',
    borderRadius: '3px',
    backgroundColor: tokens.colorNeutralBackground5,
    overflow: 'hidden',
    forcedColorAdjust: 'none',
    border: `1px solid transparent`,
  },
  bar: { height: '100%', borderRadius: '3px', backgroundColor: tokens.colorBrandBackground },
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
  const styles = usePanelStyles();
  const [failure, setFailure] = useState<string | null>(null);
  const view = useAnswer<Outcome<CompareView>>(
    () => engine.review.compare(earlier?.text ?? null),
    `${earlier?.name}\n${earlier?.text.length}\n${run.case.summary.journal.length}\n${run.files.length}`,
  );
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
              pick(f).catch((e: unknown) => setFailure(String(e)));
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
      {!view && (
        <p className={styles.quiet} role="status">
          {t.loading}
        </p>
      )}
      {view?.ok === false && <Notice intent="error">{view.message}</Notice>}
      {view?.ok && <Found view={view} withEarlier={earlier !== null} onTrace={onTrace} />}
    </>
  );
}

function Found({
  view,
  withEarlier,
  onTrace,
}: {
  view: CompareView;
  withEarlier: boolean;
  onTrace(figure: FigureKey): void;
}): React.JSX.Element {
  const t = useReviewStrings();
  const styles = usePanelStyles();
  const own = useStyles();
  const [kind, setKind] = useState<ChangeView['kind'] | null>(null);
  const [most, setMost] = useState(TOP);
  const fitting = view.changes.filter((c) => kind === null || c.kind === kind);
  const list = fitting.slice(0, most);
  const all = kind === null ? view.total : (view.kinds[kind] ?? 0);
  const kinds = (Object.keys(t.compare.kinds) as ChangeView['kind'][]).filter((k) => view.kinds[k]);
  const choose = (k: ChangeView['kind'] | null): void => {
    setKind(k);
    setMost(TOP);
  };
  const names: [string, string[]][] = [
    [t.compare.gone, view.gone],
    [t.compare.added, view.added],
    [t.compare.linked, view.linked.map((l) => `${l.before.join(', ')} → ${l.after.join(', ')}`)],
  ];
  return (
    <>
      <Card title={list.length > 0 ? t.compare.top(list.length) : undefined}>
        {view.total === 0 ? (
          <p className={styles.line}>{t.compare.nothing}</p>
        ) : (
          <>
            {kinds.length > 1 && (
              <div className={own.filters} role="group" aria-label={t.compare.filter}>
                <ToggleButton size="small" className={own.filter} checked={kind === null} onClick={() => choose(null)}>
                  {t.compare.all} ({view.total})
                </ToggleButton>
                {kinds.map((k) => (
                  <ToggleButton
                    key={k}
                    size="small"
                    className={own.filter}
                    checked={kind === k}
                    onClick={() => choose(k)}
                  >
                    {t.compare.kinds[k]} ({view.kinds[k]})
                  </ToggleButton>
                ))}
              </div>
            )}
            <p className={styles.quiet} role="status">
              {t.compare.of(list.length, all)}
            </p>
            <ol className={own.ranked} aria-label={t.compare.top(list.length)}>
              {list.map((c, i) => (
                <li key={`${c.agencies.join()}/${c.template}/${c.row}/${c.column}`}>
                  <Ranked change={c} rank={i + 1} withEarlier={withEarlier} onTrace={onTrace} />
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
          </>
        )}
      </Card>
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

function Ranked({
  change: c,
  rank,
  withEarlier,
  onTrace,
}: {
  change: ChangeView;
  rank: number;
  withEarlier: boolean;
  onTrace(figure: FigureKey): void;
}): React.JSX.Element {
  const t = useReviewStrings();
  const styles = usePanelStyles();
  const own = useStyles();
  const place = `${c.short} · ${c.place}`;
  const factor =
    c.factor === null ? null : c.factor >= 1 ? `×${shown(c.factor, '')}` : `÷${shown(Math.round(1 / c.factor), '')}`;
  const peers = c.kind === 'peers';
  return (
    <button type="button" className={own.change} title={t.compare.open(place)} onClick={() => onTrace(c)}>
      <span className={own.rank}>{rank}</span>
      <span className={own.words}>
        <span className={own.name}>{c.agencyName}</span>
        <span>{place}</span>
        <span className={styles.quiet}>{c.label}</span>
        <span className={styles.quiet}>
          {t.compare.kinds[c.kind]}: {c.why}
          {c.at && ` · ${c.at.file}, ${c.at.sheet}!${c.at.cell}`}
        </span>
      </span>
      <span className={own.figures}>
        <span className={own.values}>
          <span className={own.big}>
            {peers ? shown(c.after, t.none) : t.compare.value(shown(c.before, t.none), shown(c.after, t.none))}
          </span>
          {factor && (
            <Badge appearance="tint" color="danger">
              {factor}
            </Badge>
          )}
        </span>
        <span className={own.track} aria-hidden>
          <span
            className={own.bar}
            style={{ display: 'block', width: `${Math.max(1, Math.round(c.effect * 100))}%` }}
          />
        </span>
        <span className={styles.quiet}>
          {t.compare.effect(percent(c.effect))} ·{' '}
          {withEarlier && !peers
            ? t.compare.province(shown(c.province.before, t.none), shown(c.province.after, t.none))
            : t.compare.provinceNow(shown(c.province.after, t.none))}
        </span>
      </span>
    </button>
  );
}
