import { Badge, Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { RunView } from '../../app/calls/engine-calls';
import type { TableCells } from '../../app/results/table-cells';
import type { TableLine } from '../../core/model/table-line';
import { Card } from '../shared/card';
import { useAttempt } from '../shared/failures';
import { useServices } from '../shared/services';
import { MoreRows } from '../shared/more-rows';
import { useGrowing } from '../shared/use-growing';
import { useTableStrings } from '../strings/table-strings';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: tokens.spacingVerticalM, minWidth: 0 },
  item: { display: 'grid', gap: tokens.spacingVerticalXXS, minWidth: 0 },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  place: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  quiet: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
  scroll: { overflow: 'auto', maxHeight: '50vh' },
  table: { borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200 },
  cell: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS}`,
    verticalAlign: 'top',
    maxWidth: '240px',
  },
});

/** What needs no second look. */
const QUIET: ReadonlySet<TableLine['state']> = new Set(['taken', 'text', 'blank', 'control']);

/** Every table of the files received and what became of it; those that are in no sum first. */
export function TableLinesCard({ run }: { run: RunView }): React.JSX.Element | null {
  const t = useTableStrings();
  const styles = useStyles();
  const [all, setAll] = useState(false);
  const lines = run.tableLines ?? [];
  const rest = lines.filter((l) => !QUIET.has(l.state));
  const shown = all ? [...rest, ...lines.filter((l) => QUIET.has(l.state))] : rest;
  const growing = useGrowing(shown.length, all);
  if (lines.length === 0) return null;
  return (
    <Card title={t.title(lines.length)}>
      <p className={styles.quiet}>
        {t.taken(lines.filter((l) => l.state === 'taken').length)} {t.rest(rest.length)}
      </p>
      {(run.narrative ?? []).map((n) => (
        <p key={n.file} className={styles.quiet}>
          {t.narrative(n.file, n.withFigures)}
        </p>
      ))}
      <ul className={styles.list} aria-label={t.title(lines.length)}>
        {shown.slice(0, growing.shown).map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ul>
      <MoreRows growing={growing} />
      {lines.length > rest.length && (
        <Button appearance="subtle" size="small" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t.fewer : t.all}
        </Button>
      )}
    </Card>
  );
}

/** One table. What no form took can be looked at; beside its cells is the place to make a form of it. */
function Line({ line }: { line: TableLine }): React.JSX.Element {
  const t = useTableStrings();
  const styles = useStyles();
  const { engine } = useServices();
  const attempt = useAttempt();
  const [cells, setCells] = useState<TableCells | null>(null);
  const place = `${line.file}, ${line.sheet}, ${line.range}`;
  const toggle = async (): Promise<void> =>
    setCells(cells ? null : await engine.review.tableCells({ file: line.file, id: line.id }));
  return (
    <li className={styles.item}>
      <span className={styles.head}>
        <Badge appearance="outline" color={line.state === 'taken' ? 'success' : 'informative'}>
          {t.states[line.state]}
        </Badge>
        <span className={styles.place}>{place}</span>
        {line.template === null && line.figures > 0 && (
          <Button
            size="small"
            aria-expanded={cells !== null}
            aria-label={t.openOf(place)}
            onClick={() => attempt(toggle)}
          >
            {cells ? t.close : t.open}
          </Button>
        )}
      </span>
      <p className={styles.quiet}>
        {[line.title, line.agency, line.period, t.figures(line.cells, line.figures), line.reason]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {cells && (
        <div className={styles.scroll} tabIndex={0} role="region" aria-label={place}>
          <table className={styles.table}>
            <tbody>
              {cells.rows.map((row, r) => (
                <tr key={r}>
                  {row.map((text, c) => (
                    <td key={c} className={styles.cell}>
                      {text}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          {cells.more > 0 && <p className={styles.quiet}>{t.more(cells.more)}</p>}
        </div>
      )}
    </li>
  );
}
