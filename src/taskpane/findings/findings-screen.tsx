import {
  Button,
  Field,
  SearchBox,
  Select,
  ToggleButton,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { ArrowReplyRegular } from '@fluentui/react-icons/svg/arrow-reply';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import { Suspense, lazy, useCallback, useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import type { Facts, RunView } from '../../app/calls/engine-calls';
import type { InputFile } from '../../app/ports';
import type { Finding } from '../../core/model/finding';
import type { Severity } from '../../core/model/issue';
import { Card } from '../shared/card';
import { EmptyState } from '../shared/empty-state';
import { FindingsList, type Accepting } from './findings-list';
import { SEVERITIES, SeverityIcon } from '../shared/severity';
import { groupBy, type GroupKey } from './group-findings';
import { useServices } from '../shared/services';
import type { CaseWork } from '../case/use-case';
import { useOverlay } from '../shared/use-overlay';
import { useStrings } from '../strings/use-strings';

const ReturnsScreen = lazy(() => import('../returns/returns-screen'));

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  filters: {
    display: 'grid',
    gap: tokens.spacingHorizontalS,
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    alignItems: 'end',
    '@media (min-width: 1000px)': {
      gridTemplateColumns: 'auto 140px minmax(0, 240px) 150px minmax(0, 1fr)',
      columnGap: tokens.spacingHorizontalM,
    },
  },
  toggles: {
    display: 'flex',
    gap: tokens.spacingHorizontalXS,
    gridColumn: '1 / -1',
    flexWrap: 'wrap',
    '@media (min-width: 1000px)': { gridColumn: 'auto' },
  },
  toggle: {
    minWidth: 0,
    paddingLeft: tokens.spacingHorizontalSNudge,
    paddingRight: tokens.spacingHorizontalS,
    fontWeight: tokens.fontWeightRegular,
    gap: tokens.spacingHorizontalXXS,
  },
  off: { opacity: 0.6, textDecorationLine: 'line-through' },
  select: { minWidth: 0, '& > select': { minWidth: 0, width: '100%', textOverflow: 'ellipsis' } },
  search: { maxWidth: 'none', minWidth: 0, width: '100%', '& > input': { minWidth: 0, width: '100%' } },
  field: { minWidth: 0 },
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

const ALL = '*';
/** Stands for findings without a file, or without an appendix. */
const NONE = '-';

interface Filter {
  severities: ReadonlySet<Severity>;
  agency: string;
  form: string;
  text: string;
}

export function FindingsScreen({
  run,
  facts,
  cases,
  input,
  extras,
}: {
  run: RunView | null;
  facts: Facts | null;
  cases: CaseWork;
  input(file: string): InputFile | undefined;
  /** Above the filters. */
  extras?: ReactNode;
}): React.JSX.Element {
  const t = useStrings();
  const styles = useStyles();
  const [filter, setFilter] = useState<Filter>({ severities: new Set(SEVERITIES), agency: ALL, form: ALL, text: '' });
  const [by, setBy] = useState<GroupKey>('form');
  const late = useDeferredValue(filter);
  const agencies = useMemo(() => new Map(run?.files.map((f) => [f.file, f.agency?.name ?? f.file])), [run]);
  const shown = useMemo(() => (run?.findings ?? []).filter((f) => matches(f, late, agencies)), [run, late, agencies]);
  const { ask } = cases;
  const { engine } = useServices();
  const overlay = useOverlay();
  const accepting = useMemo(() => (run ? acceptingOf(run, ask) : undefined), [run, ask]);
  const names = useMemo(() => [...new Set(agencies.values())].sort(new Intl.Collator('vi').compare), [agencies]);
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
  if (!run)
    return (
      <EmptyState icon={<SearchRegular fontSize={48} />} title={t.findings.emptyTitle} text={t.findings.emptyText} />
    );
  if (overlay.at)
    return (
      <Suspense fallback={null}>
        <ReturnsScreen engine={engine} run={run} cases={cases} input={input} first={null} onBack={overlay.back} />
      </Suspense>
    );
  if (run.findings.length === 0)
    return (
      <EmptyState icon={<CheckmarkCircleRegular fontSize={48} />} title={t.tabs.findings} text={t.findings.clean} />
    );
  return (
    <div className={styles.root}>
      {extras}
      <Card>
        <div className={styles.filters}>
          <div className={styles.toggles} role="group" aria-label={t.findings.severities}>
            {SEVERITIES.map((s) => (
              <ToggleButton
                key={s}
                className={mergeClasses(styles.toggle, !filter.severities.has(s) && styles.off)}
                size="small"
                checked={filter.severities.has(s)}
                icon={<SeverityIcon severity={s} />}
                onClick={() => setFilter({ ...filter, severities: toggled(filter.severities, s) })}
              >
                {t.severityCount[s](run.findings.filter((f) => f.severity === s).length)}
              </ToggleButton>
            ))}
          </div>
          <Choice
            label={t.findings.groupBy}
            value={by}
            onChange={(v) => setBy(v as GroupKey)}
            options={[
              ['form', t.findings.byForm],
              ['agency', t.findings.byAgency],
              ['rule', t.findings.byRule],
            ]}
          />
          <Choice
            label={t.findings.agency}
            value={filter.agency}
            onChange={(agency) => setFilter({ ...filter, agency })}
            options={[[ALL, t.findings.all], ...names.map((n): [string, string] => [n, n]), [NONE, t.findings.general]]}
          />
          <Choice
            label={t.findings.form}
            value={filter.form}
            onChange={(form) => setFilter({ ...filter, form })}
            options={[
              [ALL, t.findings.all],
              ...words.forms.map((f): [string, string] => [f.id, f.short]),
              [NONE, t.findings.noForm],
            ]}
          />
          <Field label={t.findings.search} size="small" className={styles.field}>
            <SearchBox
              size="small"
              className={styles.search}
              value={filter.text}
              onChange={(_, d) => setFilter({ ...filter, text: d.value })}
            />
          </Field>
        </div>
      </Card>
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
            onClick={() => overlay.open('returns')}
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

function Choice({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: string;
  options: readonly (readonly [string, string])[];
  onChange(value: string): void;
}): React.JSX.Element {
  const styles = useStyles();
  return (
    <Field label={label} size="small" className={styles.field}>
      <Select className={styles.select} size="small" value={value} onChange={(_, d) => onChange(d.value)}>
        {options.map(([v, text]) => (
          <option key={v} value={v}>
            {text}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function matches(f: Finding, filter: Filter, agencies: ReadonlyMap<string, string>): boolean {
  if (!filter.severities.has(f.severity)) return false;
  if (filter.agency !== ALL && (f.file === null ? NONE : agencies.get(f.file)) !== filter.agency) return false;
  if (filter.form !== ALL && (f.template ?? NONE) !== filter.form) return false;
  const wanted = filter.text.trim().toLocaleLowerCase('vi').normalize('NFC');
  return (
    wanted === '' ||
    `${f.message} ${f.file ?? ''} ${f.sheet ?? ''} ${f.cell ?? ''}`
      .toLocaleLowerCase('vi')
      .normalize('NFC')
      .includes(wanted)
  );
}

function toggled<T>(set: ReadonlySet<T>, item: T): Set<T> {
  const next = new Set(set);
  if (!next.delete(item)) next.add(item);
  return next;
}
