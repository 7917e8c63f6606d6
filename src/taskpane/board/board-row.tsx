import { Badge, Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { AT } from '../shared/breakpoints';
import { memo } from 'react';
import type { BoardRow as RowView, BoardState } from '../../core/model/board';
import type { CaseWork } from '../case/use-case';
import { useStrings } from '../strings/use-strings';

const useStyles = makeStyles({
  line: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    alignItems: 'center',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    [AT.wide]: { gridTemplateColumns: 'minmax(0, 2fr) 96px minmax(0, 3fr) 232px' },
  },
  // What is out of sight is measured when it comes near.
  row: {
    contentVisibility: 'auto',
    containIntrinsicBlockSize: 'auto 92px',
    [AT.wide]: { containIntrinsicBlockSize: 'auto 41px' },
  },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  more: { gridColumn: '1 / -1', [AT.wide]: { gridColumn: 'auto' } },
  buttons: {
    display: 'flex',
    gap: tokens.spacingHorizontalXS,
    gridColumn: '1 / -1',
    [AT.wide]: { gridColumn: 'auto', justifyContent: 'flex-end', minWidth: '150px' },
  },
});

const COLORS: Record<BoardState, 'subtle' | 'informative' | 'danger' | 'warning' | 'success'> = {
  'not-sent': 'subtle',
  sent: 'informative',
  faulty: 'danger',
  returned: 'warning',
  approved: 'success',
};

interface Props {
  row: RowView;
  ask: CaseWork['ask'];
  onLetter(what: string): void;
  onVersions?(): void;
}

/** One agency: its state, what it sent, and what can be done. */
export const BoardRow = memo(function BoardRow(props: Props): React.JSX.Element {
  const { row } = props;
  const t = useStrings();
  const styles = useStyles();
  const more = [
    ...row.files,
    ...(row.errors > 0 ? [t.severityCount.error(row.errors)] : []),
    ...(row.warnings > 0 ? [t.severityCount.warning(row.warnings)] : []),
    ...(row.missing.length > 0 ? [t.board.missing(t.merge.list(row.missing))] : []),
    ...(row.pending > 0 ? [t.board.pending(row.pending)] : []),
    ...(row.time === 'late' || row.time === 'overdue' ? [t.board.time[row.time]] : []),
    ...(row.expected ? [] : [t.board.unexpected]),
  ];
  return (
    <li className={mergeClasses(styles.item, styles.row)}>
      <span className={styles.name}>{row.name}</span>
      <span>
        <Badge appearance="tint" color={COLORS[row.state]}>
          {t.board.state[row.state]}
        </Badge>
      </span>
      <span className={mergeClasses(styles.line, styles.more)}>{more.join(' · ')}</span>
      <span className={styles.buttons}>
        <Actions {...props} />
      </span>
    </li>
  );
});

function Actions({ row, ask, onLetter, onVersions }: Props): React.JSX.Element {
  const t = useStrings();
  return (
    <>
      {row.pending > 0 && onVersions && (
        <Button size="small" aria-label={`${t.board.look}: ${row.name}`} onClick={onVersions}>
          {t.board.look}
        </Button>
      )}
      {row.errors > 0 && (
        <Button
          size="small"
          appearance="subtle"
          data-opens={`returns:${row.key}`}
          aria-label={t.delivery.letterFor(row.name)}
          onClick={() => onLetter(`returns:${row.key}`)}
        >
          {t.delivery.letter}
        </Button>
      )}
      {(row.state === 'sent' || row.state === 'faulty') && (
        <>
          <Button
            size="small"
            aria-label={`${t.board.approve}: ${row.name}`}
            onClick={() => ask({ kind: 'approve', agency: row.key, about: row.name })}
          >
            {t.board.approve}
          </Button>
          <Button
            size="small"
            appearance="subtle"
            aria-label={`${t.board.return}: ${row.name}`}
            onClick={() => ask({ kind: 'return', files: row.files, about: `${row.name}: ${row.files.join(', ')}` })}
          >
            {t.board.return}
          </Button>
        </>
      )}
      {row.state === 'approved' && (
        <Button
          size="small"
          appearance="subtle"
          aria-label={`${t.board.reopen}: ${row.name}`}
          onClick={() => ask({ kind: 'reopen', agency: row.key, about: row.name })}
        >
          {t.board.reopen}
        </Button>
      )}
    </>
  );
}
