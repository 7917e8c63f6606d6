import {
  Badge,
  Button,
  SearchBox,
  Spinner,
  Switch,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { NoticeRow } from '../../app/returns/notice-views';
import type { Engine, RunView } from '../../app/calls/engine-calls';
import type { InputFile } from '../../app/ports';
import { stripMarks } from '../../core/text/strip-marks';
import { Card } from '../shared/card';
import { EmptyState } from '../shared/empty-state';
import { LetterFields } from './letter-fields';
import { MoreRows } from '../shared/more-rows';
import { PackState } from './pack-state';
import { ReturnDetail } from './return-detail';
import type { CaseWork } from '../case/use-case';
import { useGrowing } from '../shared/use-growing';
import { useMedia } from '../shared/use-media';
import { useReturns } from './use-returns';
import { useDeliveryStrings } from '../strings/use-delivery-strings';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)' },
  split: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    gridTemplateColumns: 'minmax(0, 1fr)',
    '@media (min-width: 900px)': {
      gridTemplateColumns: '300px minmax(0, 1fr)',
      alignItems: 'start',
      gap: tokens.spacingHorizontalL,
    },
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    outlineStyle: 'none',
  },
  switch: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
  line: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    maxWidth: '90ch',
  },
  strong: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  side: {
    '@media (min-width: 900px)': {
      position: 'sticky',
      top: '64px',
      maxHeight: 'calc(100vh - 80px)',
      overflow: 'auto',
      borderRadius: tokens.borderRadiusXLarge,
    },
  },
  narrowOff: { '@media (max-width: 899px)': { display: 'none' } },
  wideOff: { '@media (min-width: 900px)': { display: 'none' } },
  find: { padding: tokens.spacingHorizontalS, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  search: { maxWidth: 'none', minWidth: 0, width: '100%', '& > input': { minWidth: 0, width: '100%' } },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  agency: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: tokens.spacingHorizontalS,
    alignItems: 'center',
    width: '100%',
    boxSizing: 'border-box',
    border: 'none',
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalM}`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
    },
  },
  chosen: { backgroundColor: tokens.colorBrandBackground2, boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}` },
  badges: { display: 'flex', gap: tokens.spacingHorizontalXXS, flexWrap: 'wrap', justifyContent: 'flex-end' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

interface Props {
  engine: Engine;
  run: RunView;
  cases: CaseWork;
  input(file: string): InputFile | undefined;
  /** Agency to show first. */
  first: string | null;
  onBack(): void;
}

/** What goes back to the agencies: letters, messages, copies with notes; for one or for all. */
export default function ReturnsScreen({ engine, run, cases, input, first, onBack }: Props): React.JSX.Element {
  const r = useDeliveryStrings().returns;
  const styles = useStyles();
  const returns = useReturns({ engine, run, input });
  const { view, progress, pack } = returns;
  const [asked, setAsked] = useState(false);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<string | null>(first);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (first === null) title.current?.focus();
  }, [first]);
  const wide = useMedia('(min-width: 900px)');
  const approved = useMemo(() => new Set(run.case.approved), [run]);
  // One that was asked for by name is there, whatever the switch says.
  const rows = useMemo(
    () => (view?.rows ?? []).filter((x) => x.errors > 0 || asked || x.key === first),
    [view, asked, first],
  );
  const shown = useMemo(() => rows.filter((x) => stripMarks(x.name).includes(stripMarks(text.trim()))), [rows, text]);
  const growing = useGrowing(shown.length, text);
  if (!view || view.rows.length === 0) {
    return (
      <div className={styles.root}>
        <Card>
          <Head title={title} onBack={onBack} />
          {view ? (
            <EmptyState icon={<CheckmarkCircleRegular fontSize={48} />} title={r.noneTitle} text={r.none} />
          ) : returns.outcome ? (
            <PackState returns={returns} />
          ) : (
            <Spinner size="tiny" />
          )}
        </Card>
      </div>
    );
  }
  const wrong = view.rows.filter((x) => x.errors > 0).length;
  // Where there is room beside the list, the first is shown without being asked for.
  const current = rows.find((x) => x.key === chosen) ?? (wide ? shown[0] : undefined) ?? null;
  // On a narrow pane one agency takes all of it.
  const away = chosen !== null && current ? styles.narrowOff : undefined;
  const open = rows.filter((x) => x.returned.length < x.files.length && !approved.has(x.key));
  const busy = progress !== null;
  const filesOf = (list: readonly NoticeRow[]): string[] =>
    list.flatMap((x) => x.files.filter((f) => !x.returned.includes(f)));
  const period = run.period ? ` - ${run.period.label}` : '';
  const toList = (): void => {
    setChosen(null);
    setTimeout(() =>
      [...document.querySelectorAll<HTMLElement>('[data-agency]')].find((b) => b.dataset.agency === chosen)?.focus(),
    );
  };
  return (
    <div className={styles.root}>
      <Card>
        <Head title={title} onBack={onBack} />
        <p className={mergeClasses(styles.line, away)}>{r.lead}</p>
        <p className={mergeClasses(styles.strong, away)}>{r.summary(wrong, view.rows.length - wrong)}</p>
        {wrong < view.rows.length && (
          <Switch
            className={mergeClasses(styles.switch, away)}
            checked={asked}
            label={r.withQuestions}
            onChange={(_, d) => setAsked(d.checked)}
          />
        )}
        <div className={mergeClasses(styles.row, away)}>
          <Button
            appearance="primary"
            icon={<ArrowDownloadRegular />}
            disabled={busy || rows.length === 0}
            onClick={() => void pack(rows, `${r.zipName}${period}`.replace(/[\\/:*?"<>|]/g, '-'))}
          >
            {r.all(rows.length)}
          </Button>
          {open.length > 0 && (
            <Button
              disabled={busy}
              onClick={() =>
                cases.ask({
                  kind: 'return',
                  files: filesOf(open),
                  about: r.recordAbout(open.length, filesOf(open).length),
                })
              }
            >
              {r.recordAll(open.length)}
            </Button>
          )}
        </div>
        <PackState returns={returns} />
        <LetterFields form={returns.form} defaults={view.defaults} onChange={returns.setForm} />
      </Card>
      <div className={styles.split}>
        <div className={mergeClasses(styles.side, current !== null && styles.narrowOff)}>
          <Card flush>
            <div className={styles.find}>
              <SearchBox
                size="small"
                className={styles.search}
                value={text}
                placeholder={r.search}
                aria-label={r.search}
                onChange={(_, d) => setText(d.value)}
              />
              <span role="status" className={mergeClasses(styles.line, styles.quiet)}>
                {r.shown(shown.length, rows.length)}
              </span>
            </div>
            <ul className={styles.list} aria-label={r.agencies}>
              {shown.slice(0, growing.shown).map((row) => (
                <li key={row.key}>
                  <button
                    type="button"
                    data-agency={row.key}
                    className={mergeClasses(styles.agency, row.key === current?.key && styles.chosen)}
                    aria-current={row.key === current?.key || undefined}
                    onClick={() => setChosen(row.key)}
                  >
                    <span>{row.name}</span>
                    <span className={styles.badges}>
                      {row.returned.length === row.files.length && (
                        <Badge appearance="tint" color="informative">
                          {r.returned}
                        </Badge>
                      )}
                      {row.errors > 0 ? (
                        <Badge appearance="tint" color="danger">
                          {r.errors(row.errors)}
                        </Badge>
                      ) : (
                        <Badge appearance="tint" color="warning">
                          {r.questions(row.questions)}
                        </Badge>
                      )}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
            <MoreRows growing={growing} />
          </Card>
        </div>
        <div className={mergeClasses(!current && styles.narrowOff)}>
          <Card>
            {current && (
              <div className={styles.wideOff}>
                <Button size="small" appearance="subtle" icon={<ArrowLeftRegular />} onClick={toList}>
                  {r.toList}
                </Button>
              </div>
            )}
            {current ? (
              <ReturnDetail
                key={current.key}
                engine={engine}
                row={current}
                takeFocus={chosen !== null}
                letter={returns.letter}
                locked={approved.has(current.key)}
                busy={busy}
                onPack={() => void pack([current], null)}
                onRecord={() =>
                  cases.ask({
                    kind: 'return',
                    files: filesOf([current]),
                    about: `${current.name}: ${filesOf([current]).join(', ')}`,
                  })
                }
              />
            ) : (
              <p className={styles.line}>{r.choose}</p>
            )}
          </Card>
        </div>
      </div>
    </div>
  );
}

/** The same element from the first look on, so that the focus stays where it was put. */
function Head({ title, onBack }: { title: RefObject<HTMLHeadingElement | null>; onBack(): void }): React.JSX.Element {
  const t = useDeliveryStrings();
  const styles = useStyles();
  return (
    <div className={styles.row}>
      <Button size="small" appearance="subtle" icon={<ArrowLeftRegular />} onClick={onBack}>
        {t.back}
      </Button>
      <h2 ref={title} tabIndex={-1} className={styles.title}>
        {t.returns.title}
      </h2>
    </div>
  );
}
