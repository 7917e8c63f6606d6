import { Button, Tab, TabList, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { DocumentSignatureRegular } from '@fluentui/react-icons/svg/document-signature';
import { TableRegular } from '@fluentui/react-icons/svg/table';
import { AT } from '../shared/breakpoints';
import { useState, type ReactNode } from 'react';
import { lazyPart } from '../shared/lazy-part';
import type { Engine, RunView } from '../../app/calls/engine-calls';
import type { TraceView } from '../../app/results/trace-view';
import { Card } from '../shared/card';
import { EmptyState } from '../shared/empty-state';
import { AnswerState } from '../shared/answer-state';
import { must } from '../shared/must';
import { useAnswer } from '../shared/use-answer';
import { ResultGrid } from './result-grid';
import { TracePanel } from './trace-panel';
import { useServices } from '../shared/services';
import { useOverlay } from '../shared/use-overlay';
import type { Tracing } from './use-trace';
import type { CaseWork } from '../case/use-case';
import { useStrings } from '../strings/use-strings';

const SignScreen = lazyPart(() => import('../signing/sign-screen'));

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)' },
  split: {
    [AT.broad]: {
      gridTemplateColumns: 'minmax(0, 1fr) 340px',
      alignItems: 'start',
      gap: tokens.spacingHorizontalL,
    },
  },
  extras: { gridColumn: '1 / -1', order: -2, minWidth: 0 },
  trace: {
    order: -1,
    [AT.broad]: {
      order: 1,
      position: 'sticky',
      top: '64px',
      maxHeight: 'calc(100vh - 80px)',
      overflow: 'auto',
      borderRadius: tokens.borderRadiusXLarge,
    },
  },
  beside: { display: 'none', [AT.broad]: { display: 'block' } },
  above: { [AT.broad]: { display: 'none' } },
  plain: { margin: 0, color: tokens.colorNeutralForeground3 },
  tabs: { overflowX: 'auto' },
  waiting: { padding: tokens.spacingVerticalXXL },
  head: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} 0`,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
  },
  headline: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  quiet: {
    margin: `0 0 ${tokens.spacingVerticalS}`,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

interface Props {
  run: RunView | null;
  cases: CaseWork;
  tracing: Tracing;
  /** Above the table. */
  extras?: ReactNode;
  onMerge(): void;
}

/** The result tables, and the sources of the figure chosen there or selected in Excel. */
export default function ResultsScreen({ run, cases, tracing, extras, onMerge }: Props): React.JSX.Element {
  const styles = useStyles();
  const { engine } = useServices();
  const [chosen, setChosen] = useState<string | null>(null);
  const { trace } = tracing;
  const overlay = useOverlay();
  if (run && overlay.at) return <SignScreen engine={engine} run={run} cases={cases} onBack={overlay.back} />;
  if (!run || run.dryRun.blocked) return <NoResult tracing={tracing} onMerge={onMerge} />;
  const info =
    run.tables.find((x) => x.template === (chosen ?? trace?.template)) ??
    run.tables.find((x) => x.leads) ??
    run.tables[0]!;
  return (
    <div className={mergeClasses(styles.root, styles.split)}>
      {extras && <div className={styles.extras}>{extras}</div>}
      <Card flush>
        <Head run={run} info={info} traced={trace !== null} onChoose={setChosen} onSign={() => overlay.open('sign')} />
        <Table key={info.template} engine={engine} template={info.template} run={run} tracing={tracing} />
      </Card>
      <Sources run={run} cases={cases} tracing={tracing} />
    </div>
  );
}

/** Nothing to show yet; sources of a result written earlier into the workbook are shown all the same. */
function NoResult({ tracing, onMerge }: Pick<Props, 'tracing' | 'onMerge'>): React.JSX.Element {
  const t = useStrings();
  if (tracing.trace)
    return (
      <Card>
        <TracePanel trace={tracing.trace} onClose={tracing.close} takeFocus={false} />
      </Card>
    );
  return (
    <EmptyState icon={<TableRegular fontSize={48} />} title={t.results.emptyTitle} text={t.results.emptyText}>
      <Button appearance="primary" onClick={onMerge}>
        {t.results.open}
      </Button>
    </EmptyState>
  );
}

function useHint(): string {
  const t = useStrings();
  return useServices().workbook ? t.trace.emptyExcel : t.trace.emptyText;
}

interface HeadProps {
  run: RunView;
  info: RunView['tables'][number];
  traced: boolean;
  onChoose(template: string): void;
  onSign(): void;
}

/** Which table is shown, what it is of, and the way to the set to sign. */
function Head({ run, info, traced, onChoose, onSign }: HeadProps): React.JSX.Element {
  const t = useStrings();
  const styles = useStyles();
  const hint = useHint();
  return (
    <div className={styles.head}>
      <TabList
        size="small"
        className={styles.tabs}
        selectedValue={info.template}
        onTabSelect={(_, d) => onChoose(String(d.value))}
        aria-label={t.results.appendix}
      >
        {run.tables.map((x) => (
          <Tab key={x.template} value={x.template}>
            {x.short}
          </Tab>
        ))}
      </TabList>
      <div className={styles.headline}>
        <h2 className={styles.title}>{info.name}</h2>
        <Button size="small" icon={<DocumentSignatureRegular />} data-opens="sign" onClick={onSign}>
          {t.delivery.sign}
        </Button>
      </div>
      <p className={styles.quiet}>
        {t.results.senders(info.senders)}
        {run.period && ` · ${run.period.label}`}
        {!traced && <span className={styles.above}> · {hint}</span>}
      </p>
    </div>
  );
}

/** The sources of the chosen figure, beside the table where there is room. */
function Sources({ run, cases, tracing }: { run: RunView } & Pick<Props, 'cases' | 'tracing'>): React.JSX.Element {
  const styles = useStyles();
  const { workbook } = useServices();
  const hint = useHint();
  const { trace } = tracing;
  return (
    <div className={mergeClasses(styles.trace, !trace && styles.beside)}>
      <Card>
        {trace ? (
          <TracePanel
            trace={trace}
            actions={!tracing.written && <Adjust trace={trace} run={run} ask={cases.ask} />}
            onClose={() => closeTrace(tracing)}
            takeFocus={workbook === null}
          />
        ) : (
          <p className={styles.plain}>{hint}</p>
        )}
      </Card>
    </div>
  );
}

/** Figures that are counts may be adjusted; what the sources give stays beside it. */
function Adjust({
  trace,
  run,
  ask,
}: {
  trace: TraceView;
  run: RunView;
  ask: CaseWork['ask'];
}): React.JSX.Element | null {
  const t = useStrings();
  const { template, row, column, method } = trace;
  if (method !== 'sum' && method !== 'sum-of-levels') return null;
  const about = [trace.short, trace.number && t.results.row(trace.number), trace.columnLabel]
    .filter(Boolean)
    .join(', ');
  const held = run.case.summary.journal.findLast(
    ({ entry: e, revokedBy }) =>
      e.kind === 'adjust' && revokedBy === null && e.template === template && e.row === row && e.column === column,
  );
  return (
    <div>
      <Button
        size="small"
        onClick={() =>
          ask({
            kind: 'adjust',
            figure: { template, row, column },
            about: t.case.sumIs(about, trace.adjustment ? trace.adjustment.sum : trace.value),
          })
        }
      >
        {t.case.adjust}
      </Button>
      {held && (
        <Button
          size="small"
          appearance="subtle"
          onClick={() => ask({ kind: 'revoke', entry: held.entry.id, about: held.entry.about })}
        >
          {t.case.undoAdjust}
        </Button>
      )}
    </div>
  );
}

/** Back to where the person came from. */
function closeTrace(tracing: Tracing): void {
  document.querySelector<HTMLElement>('[data-at][aria-pressed="true"]')?.focus();
  tracing.close();
}

function Table({
  engine,
  template,
  run,
  tracing,
}: {
  engine: Engine;
  template: string;
  run: RunView;
  tracing: Tracing;
}): React.JSX.Element {
  const styles = useStyles();
  const answer = useAnswer(async () => must(await engine.results.table(template), template), run);
  if (!answer.value)
    return (
      <div className={styles.waiting}>
        <AnswerState answer={answer} />
      </div>
    );
  const { trace } = tracing;
  return (
    <ResultGrid
      table={answer.value}
      chosen={trace?.template === template ? trace : null}
      onFigure={(row, column) => void tracing.show({ template, row, column })}
    />
  );
}
