import { Field, SearchBox, Select, ToggleButton, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { AT } from '../shared/breakpoints';
import { useMemo } from 'react';
import type { RunView } from '../../app/calls/engine-calls';
import { Card } from '../shared/card';
import { SEVERITIES, SeverityIcon } from '../shared/severity';
import { useStrings } from '../strings/use-strings';
import { ALL, NONE, toggled, type Filter } from './finding-filter';
import type { GroupKey, GroupWords } from './group-findings';

const useStyles = makeStyles({
  filters: {
    display: 'grid',
    gap: tokens.spacingHorizontalS,
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    alignItems: 'end',
    [AT.broad]: {
      gridTemplateColumns: 'auto 140px minmax(0, 240px) 150px minmax(0, 1fr)',
      columnGap: tokens.spacingHorizontalM,
    },
  },
  toggles: {
    display: 'flex',
    gap: tokens.spacingHorizontalXS,
    gridColumn: '1 / -1',
    flexWrap: 'wrap',
    [AT.broad]: { gridColumn: 'auto' },
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
});

interface Props {
  run: RunView;
  words: GroupWords;
  filter: Filter;
  onFilter(filter: Filter): void;
  by: GroupKey;
  onBy(by: GroupKey): void;
}

/** Which findings are shown, and what they are grouped by. */
export function FilterCard({ run, words, filter, onFilter, by, onBy }: Props): React.JSX.Element {
  const t = useStrings();
  const styles = useStyles();
  const names = useMemo(
    () => [...new Set(words.agencies.values())].sort(new Intl.Collator('vi').compare),
    [words.agencies],
  );
  return (
    <Card>
      <div className={styles.filters}>
        <Severities run={run} filter={filter} onFilter={onFilter} />
        <Choice
          label={t.findings.groupBy}
          value={by}
          onChange={(v) => onBy(v as GroupKey)}
          options={[
            ['form', t.findings.byForm],
            ['agency', t.findings.byAgency],
            ['rule', t.findings.byRule],
          ]}
        />
        <Choice
          label={t.findings.agency}
          value={filter.agency}
          onChange={(agency) => onFilter({ ...filter, agency })}
          options={[[ALL, t.findings.all], ...names.map((n): [string, string] => [n, n]), [NONE, t.findings.general]]}
        />
        <Choice
          label={t.findings.form}
          value={filter.form}
          onChange={(form) => onFilter({ ...filter, form })}
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
            onChange={(_, d) => onFilter({ ...filter, text: d.value })}
          />
        </Field>
      </div>
    </Card>
  );
}

function Severities({ run, filter, onFilter }: Pick<Props, 'run' | 'filter' | 'onFilter'>): React.JSX.Element {
  const t = useStrings();
  const styles = useStyles();
  return (
    <div className={styles.toggles} role="group" aria-label={t.findings.severities}>
      {SEVERITIES.map((s) => (
        <ToggleButton
          key={s}
          className={mergeClasses(styles.toggle, !filter.severities.has(s) && styles.off)}
          size="small"
          checked={filter.severities.has(s)}
          icon={<SeverityIcon severity={s} />}
          onClick={() => onFilter({ ...filter, severities: toggled(filter.severities, s) })}
        >
          {t.severityCount[s](run.findings.filter((f) => f.severity === s).length)}
        </ToggleButton>
      ))}
    </div>
  );
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
