import { Select, makeStyles, tokens } from '@fluentui/react-components';
import type { FileRow } from '../run/run-state';
import { useStrings } from '../strings/use-strings';
import { rowState, type RowState } from './file-state';

const useStyles = makeStyles({
  bar: { padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}` },
  select: { minWidth: 0, maxWidth: '320px', '& > select': { minWidth: 0, width: '100%' } },
});

/** Which files are wanted in sight: all, those in one state, or those whose sender is a question. */
export type WantedFiles = 'all' | 'unnamed' | RowState;

/** Short lists are seen at a glance. */
const WORTH = 20;
/** What asks for the officer first. */
const ORDER: readonly RowState[] = ['unread', 'ignored', 'wrong', 'warned', 'clean', 'read', 'reading', 'waiting'];

const isUnnamed = ({ view }: FileRow): boolean =>
  view?.status === 'read' && (view.agency === null || view.sender.state !== 'agreed');

export function wantedRows(rows: readonly FileRow[], wanted: WantedFiles): readonly FileRow[] {
  if (wanted === 'all') return rows;
  return rows.filter((r) => (wanted === 'unnamed' ? isUnnamed(r) : rowState(r) === wanted));
}

/** A choice of files with how many there are of each; nothing above a short list. */
export function FileFilter({
  rows,
  wanted,
  onWant,
}: {
  rows: readonly FileRow[];
  wanted: WantedFiles;
  onWant(wanted: WantedFiles): void;
}): React.JSX.Element | null {
  const t = useStrings();
  const styles = useStyles();
  if (rows.length < WORTH) return null;
  const counts = new Map<RowState, number>();
  for (const row of rows) counts.set(rowState(row), (counts.get(rowState(row)) ?? 0) + 1);
  const unnamed = rows.filter(isUnnamed).length;
  const option = (value: WantedFiles, label: string, n: number): React.JSX.Element | null =>
    n > 0 || value === wanted ? <option key={value} value={value}>{`${label} (${n})`}</option> : null;
  return (
    <div className={styles.bar}>
      <Select
        className={styles.select}
        size="small"
        aria-label={t.keeping.whichFiles}
        value={wanted}
        onChange={(_, d) => onWant(d.value as WantedFiles)}
      >
        {option('all', t.keeping.allFiles, rows.length)}
        {option('unnamed', t.keeping.unnamedFiles, unnamed)}
        {ORDER.map((s) => option(s, t.merge.states[s], counts.get(s) ?? 0))}
      </Select>
    </div>
  );
}
