import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { AT } from '../shared/breakpoints';
import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { ResultTable } from '../../app/results/result-table';
import type { ResultCell } from '../../app/results/result-table';
import { useStrings } from '../strings/use-strings';

const useStyles = makeStyles({
  scroll: { overflow: 'auto', maxHeight: 'max(320px, calc(100vh - 190px))' },
  table: {
    borderCollapse: 'separate',
    borderSpacing: 0,
    width: '100%',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  head: { position: 'sticky', top: 0, zIndex: 2 },
  th: {
    backgroundColor: tokens.colorNeutralBackground3,
    fontWeight: tokens.fontWeightSemibold,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    textAlign: 'center',
    verticalAlign: 'middle',
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRight: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  td: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    verticalAlign: 'top',
  },
  index: { textAlign: 'center', color: tokens.colorNeutralForeground3, width: '28px' },
  label: {
    minWidth: '132px',
    [AT.wide]: { minWidth: '220px' },
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
  },
  number: { textAlign: 'right', fontVariantNumeric: 'tabular-nums', padding: 0 },
  text: { padding: 0, textAlign: 'center', minWidth: '72px' },
  note: { padding: 0, minWidth: '160px', maxWidth: '320px' },
  total: {
    textAlign: 'right',
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground2,
    fontVariantNumeric: 'tabular-nums',
  },
  figure: {
    display: 'block',
    width: '100%',
    boxSizing: 'border-box',
    border: 'none',
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'inherit',
    fontVariantNumeric: 'inherit',
    cursor: 'pointer',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    minHeight: '24px',
    position: 'relative',
    ':hover': { backgroundColor: tokens.colorBrandBackground2 },
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
    },
  },
  chosen: {
    backgroundColor: tokens.colorBrandBackground2,
    boxShadow: `inset 0 0 0 ${tokens.strokeWidthThick} ${tokens.colorBrandStroke1}`,
  },
  noted: {
    '::after': {
      content: '""',
      position: 'absolute',
      top: 0,
      right: 0,
      width: '7px',
      height: '7px',
      clipPath: 'polygon(0 0, 100% 0, 100% 100%)',
      backgroundColor: tokens.colorPaletteMarigoldBackground3,
    },
  },
  clamp: {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: '4',
    overflow: 'hidden',
    overflowWrap: 'anywhere',
  },
});

interface Props {
  table: ResultTable;
  chosen: { row: string; column: string } | null;
  onFigure(row: string, column: string): void;
}

/** A result sheet as on paper. One figure is in the tab order; arrow keys go from figure to figure. */
export function ResultGrid({ table, chosen, onFigure }: Props): React.JSX.Element {
  const t = useStrings();
  const styles = useStyles();
  const [at, setAt] = useState<string | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const labels = useMemo(() => columnLabels(table.head), [table]);
  const first = firstFigure(table);
  const move = (event: KeyboardEvent<HTMLDivElement>): void => {
    const step = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] }[event.key];
    const from = (event.target as HTMLElement).dataset.at;
    if (!step || !from) return;
    const [r, c] = from.split(',').map(Number) as [number, number];
    for (let i = 1; i <= table.body.length; i++) {
      const next = root.current?.querySelector<HTMLElement>(`[data-at="${r + step[0]! * i},${c + step[1]! * i}"]`);
      if (next) {
        event.preventDefault();
        next.focus();
        return;
      }
    }
  };
  return (
    <div className={styles.scroll} ref={root} onKeyDown={move}>
      <table className={styles.table} aria-label={`${table.short}: ${table.title}`}>
        <thead className={styles.head}>
          {table.head.map((row, i) => (
            <tr key={i}>
              {row.map((h, j) => (
                <th key={j} className={styles.th} colSpan={h.colSpan} rowSpan={h.rowSpan} scope="col">
                  {h.text}
                </th>
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {table.body.map((row, r) => {
            const label = row.find((c) => c.kind === 'label')?.text ?? '';
            return (
              <tr key={r}>
                {row.map((cell, c) =>
                  cell.kind === 'label' ? (
                    <th key={c} scope="row" className={mergeClasses(styles.td, styles.label)}>
                      {cell.text}
                    </th>
                  ) : (
                    <td key={c} className={mergeClasses(styles.td, styles[cell.kind])} colSpan={cell.colSpan}>
                      {cell.figure && (cell.text || cell.note) ? (
                        <Figure
                          cell={cell}
                          at={`${r},${c}`}
                          label={t.results.figure(cell.text, row[0]?.text || label, labels[c] ?? '')}
                          chosen={chosen?.row === cell.figure.row && chosen.column === cell.figure.column}
                          tab={at === null ? first === `${r},${c}` : at === `${r},${c}`}
                          onFocus={() => setAt(`${r},${c}`)}
                          onFigure={onFigure}
                        />
                      ) : (
                        cell.text
                      )}
                    </td>
                  ),
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** The lowest header cell over each column. Rows of figures have one cell per column. */
function columnLabels(head: ResultTable['head']): string[] {
  const taken: boolean[][] = head.map(() => []);
  const labels: string[] = [];
  head.forEach((row, r) => {
    let c = 0;
    for (const cell of row) {
      while (taken[r]![c]) c += 1;
      for (let y = r; y < Math.min(head.length, r + cell.rowSpan); y++)
        for (let x = c; x < c + cell.colSpan; x++) {
          taken[y]![x] = true;
          labels[x] = cell.text;
        }
    }
  });
  return labels;
}

function firstFigure(table: ResultTable): string | null {
  for (const [r, row] of table.body.entries())
    for (const [c, cell] of row.entries()) if (cell.figure && (cell.text || cell.note)) return `${r},${c}`;
  return null;
}

interface FigureProps {
  cell: ResultCell;
  at: string;
  label: string;
  chosen: boolean;
  tab: boolean;
  onFocus(): void;
  onFigure(row: string, column: string): void;
}

function Figure({ cell, at, label, chosen, tab, onFocus, onFigure }: FigureProps): React.JSX.Element {
  const styles = useStyles();
  return (
    <button
      type="button"
      data-at={at}
      tabIndex={tab ? 0 : -1}
      aria-label={label}
      aria-pressed={chosen}
      title={cell.note ?? (cell.kind === 'note' ? cell.text : undefined)}
      className={mergeClasses(styles.figure, chosen && styles.chosen, cell.note && styles.noted)}
      onFocus={onFocus}
      onClick={() => onFigure(cell.figure!.row, cell.figure!.column)}
    >
      <span className={cell.kind === 'note' || cell.kind === 'text' ? styles.clamp : undefined}>
        {cell.text || '\u00a0'}
      </span>
    </button>
  );
}
