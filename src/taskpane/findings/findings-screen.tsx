import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowReplyRegular } from '@fluentui/react-icons/svg/arrow-reply';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import { useCallback, useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { lazyPart } from '../shared/lazy-part';
import type { Facts, RunView } from '../../app/calls/engine-calls';
import type { InputFile } from '../../app/ports';
import type { Finding } from '../../core/model/finding';
import { Card } from '../shared/card';
import { EmptyState } from '../shared/empty-state';
import { FindingsList, type Accepting } from './findings-list';
import { FilterCard } from './filter-card';
import { ALL, matches, type Filter } from './finding-filter';
import { SEVERITIES } from '../shared/severity';
import { groupBy, type GroupKey } from './group-findings';
import { useServices } from '../shared/services';
import type { CaseWork } from '../case/use-case';
import { useOverlay } from '../shared/use-overlay';
import { useStrings } from '../strings/use-strings';

const ReturnsScreen = lazyPart(() => import('../returns/returns-screen'));

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  above: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    paddingRight: tokens.spacingHorizontalS,
  },
  shown: {
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
});

interface Props {
  run: RunView | null;
  facts: Facts | null;
  cases: CaseWork;
  input(file: string): InputFile | undefined;
  /** Above the filters. */ extras?: ReactNode;
}

/** Everything found, filtered and grouped; what goes back to the agencies lies over it when asked for. */
export default function FindingsScreen({ run, facts, cases, input, extras }: Props): React.JSX.Element {
  const t = useStrings();
  const { engine } = useServices();
  const overlay = useOverlay();
  // Chosen here, so that they outlast what lies over the findings.
  const [filter, setFilter] = useState<Filter>({ severities: new Set(SEVERITIES), agency: ALL, form: ALL, text: '' });
  const [by, setBy] = useState<GroupKey>('form');
  if (!run)
    return (
      <EmptyState icon={<SearchRegular fontSize={48} />} title={t.findings.emptyTitle} text={t.findings.emptyText} />
    );
  if (overlay.at)
    return <ReturnsScreen engine={engine} run={run} cases={cases} input={input} first={null} onBack={overlay.back} />;
  if (run.findings.length === 0)
    return (
      <EmptyState icon={<CheckmarkCircleRegular fontSize={48} />} title={t.tabs.findings} text={t.findings.clean} />
    );
  return (
    <Found
      {...{ run, facts, extras, filter, by }}
      ask={cases.ask}
      onFilter={setFilter}
      onBy={setBy}
      onReturns={() => overlay.open('returns')}
    />
  );
}

interface FoundProps {
  filter: Filter;
  onFilter(filter: Filter): void;
  by: GroupKey;
  onBy(by: GroupKey): void;
  run: RunView;
  facts: Facts | null;
  ask: CaseWork['ask'];
  extras: ReactNode;
  onReturns(): void;
}

function Found(props: FoundProps): React.JSX.Element {
  const { run, facts, ask, extras, filter, by } = props;
  const t = useStrings();
  const styles = useStyles();
  const late = useDeferredValue(filter);
  const agencies = useMemo(() => new Map(run.files.map((f) => [f.file, f.agency?.name ?? f.file])), [run]);
  const shown = useMemo(() => run.findings.filter((f) => matches(f, late, agencies)), [run, late, agencies]);
  const accepting = useMemo(() => acceptingOf(run, ask), [run, ask]);
  const words = useMemo(
    () => ({
      general: t.findings.general,
      noForm: t.findings.noForm,
      forms: facts?.forms ?? [],
      rules: facts?.rules ?? [],
      agencies,
    }),
    [t, facts, agencies],
  );
  const group = useCallback((own: readonly Finding[]) => groupBy(own, by, words), [by, words]);
  return (
    <div className={styles.root}>
      {extras}
      <FilterCard run={run} words={words} filter={filter} onFilter={props.onFilter} by={by} onBy={props.onBy} />
      <Card flush>
        <div className={styles.above}>
          <p className={styles.shown} role="status">
            {shown.length > 0 ? t.findings.shown(shown.length, run.findings.length) : t.findings.noneShown}
          </p>
          <Button
            size="small"
            appearance="subtle"
            icon={<ArrowReplyRegular />}
            data-opens="returns"
            onClick={props.onReturns}
          >
            {t.delivery.returns}
          </Button>
        </div>
        <FindingsList key={`${by}|${late.agency}|${late.form}`} findings={shown} group={group} accepting={accepting} />
      </Card>
    </div>
  );
}

/** The engine knows findings by their names; which decision accepted one is in the journal. */
function acceptingOf(run: RunView, ask: CaseWork['ask']): Accepting {
  const keys = new Map(run.findings.map((f, i) => [f, run.case.keys[i]!]));
  return {
    accept: (f) => ask({ kind: 'accept', key: keys.get(f)!, about: f.message }),
    undo: (f) => {
      const line = run.case.summary.journal.find(
        ({ entry, revokedBy }) => entry.kind === 'accept' && revokedBy === null && entry.key === keys.get(f),
      );
      if (line) ask({ kind: 'revoke', entry: line.entry.id, about: f.message });
    },
  };
}
