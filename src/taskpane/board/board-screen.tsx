import {
  Badge,
  Button,
  Field,
  SearchBox,
  Spinner,
  ToggleButton,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { ArrowReplyRegular } from '@fluentui/react-icons/svg/arrow-reply';
import { DocumentTableRegular } from '@fluentui/react-icons/svg/document-table';
import { Suspense, lazy, memo, startTransition, useEffect, useMemo, useState, type ReactNode } from 'react';
import { filterBoard } from '../../app/case/board-lists';
import type { Engine, RunView } from '../../app/calls/engine-calls';
import type { InputFile } from '../../app/ports';
import type { Board, BoardRow, BoardState } from '../../core/model/board';
import { BOARD_STATES } from '../../core/text/board-words';
import { Card } from '../shared/card';
import { CopyText } from '../shared/copy-text';
import { EmptyState } from '../shared/empty-state';
import { MoreRows } from '../shared/more-rows';
import { StateBar } from './state-bar';
import { localDay, shownDay } from '../shared/days';
import type { CaseWork } from '../case/use-case';
import { useOverlay } from '../shared/use-overlay';
import { useGrowing } from '../shared/use-growing';
import { useStrings } from '../strings/use-strings';

const ReturnsScreen = lazy(() => import('../returns/returns-screen'));

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  line: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  filters: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    alignItems: 'end',
    justifyContent: 'space-between',
  },
  toggles: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  toggle: { minWidth: 0, fontWeight: tokens.fontWeightRegular },
  field: { minWidth: 0, flexGrow: 1, maxWidth: '320px' },
  search: { maxWidth: 'none', minWidth: 0, width: '100%', '& > input': { minWidth: 0, width: '100%' } },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    alignItems: 'center',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    '@media (min-width: 760px)': { gridTemplateColumns: 'minmax(0, 2fr) 96px minmax(0, 3fr) 232px' },
  },
  // What is out of sight is measured when it comes near.
  row: {
    contentVisibility: 'auto',
    containIntrinsicBlockSize: 'auto 92px',
    '@media (min-width: 760px)': { containIntrinsicBlockSize: 'auto 41px' },
  },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  more: { gridColumn: '1 / -1', '@media (min-width: 760px)': { gridColumn: 'auto' } },
  buttons: {
    display: 'flex',
    gap: tokens.spacingHorizontalXS,
    gridColumn: '1 / -1',
    '@media (min-width: 760px)': { gridColumn: 'auto', justifyContent: 'flex-end', minWidth: '150px' },
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
  engine: Engine;
  run: RunView | null;
  hasRegister: boolean;
  cases: CaseWork;
  input(file: string): InputFile | undefined;
  /** Above the board. */
  extras?: ReactNode;
  /** Shows the versions that wait. */
  onVersions?(): void;
}

/** Who was to send, who did, and what became of it. */
export default function BoardScreen({
  engine,
  run,
  hasRegister,
  cases,
  input,
  extras,
  onVersions,
}: Props): React.JSX.Element | null {
  const t = useStrings();
  const styles = useStyles();
  const [answer, setAnswer] = useState<{ board: Board; reminder: string } | null>(null);
  const [states, setStates] = useState<readonly BoardState[]>(BOARD_STATES);
  const [text, setText] = useState('');
  useEffect(() => {
    if (!run) return undefined;
    let current = true;
    engine.board({ today: localDay() }).then(
      (a) => {
        if (current) startTransition(() => setAnswer(a));
      },
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [engine, run]);
  const overlay = useOverlay();
  const rows = useMemo(() => (answer ? filterBoard(answer.board, { states, text }) : []), [answer, states, text]);
  const growing = useGrowing(rows.length, `${states.join()} ${text}`);
  if (!run)
    return (
      <EmptyState icon={<DocumentTableRegular fontSize={48} />} title={t.board.emptyTitle} text={t.board.emptyText} />
    );
  if (overlay.at)
    return (
      <Suspense fallback={null}>
        <ReturnsScreen
          engine={engine}
          run={run}
          cases={cases}
          input={input}
          first={overlay.at.slice('returns:'.length) || null}
          onBack={overlay.back}
        />
      </Suspense>
    );
  if (!answer) return <Spinner size="tiny" delay={300} label={t.keeping.drawing} />;
  const { board, reminder } = answer;
  const flip = (s: BoardState): void =>
    setStates(
      states.includes(s) ? states.filter((x) => x !== s) : BOARD_STATES.filter((x) => x === s || states.includes(x)),
    );
  return (
    <div className={styles.root}>
      {extras}
      <Card
        title={t.board.title}
        action={
          <Button
            size="small"
            icon={<ArrowReplyRegular />}
            data-opens="returns"
            onClick={() => overlay.open('returns')}
          >
            {t.delivery.returns}
          </Button>
        }
      >
        <StateBar counts={board.counts} />
        {!hasRegister && <p className={styles.line}>{t.board.noRegister}</p>}
        {board.deadline && (
          <p className={styles.line}>
            {t.board.deadline(shownDay(board.deadline.day), board.deadline.known, board.deadline.announced)}
            {board.late > 0 && ` · ${t.board.late(board.late)}`}
            {board.overdue > 0 && ` · ${t.board.overdue(board.overdue)}`}
          </p>
        )}
        {board.unnamed.length > 0 && (
          <p className={styles.line}>
            {t.board.unnamed(board.unnamed.length)}: {board.unnamed.join(', ')}
          </p>
        )}
        {/* To be pasted into a message. */}
        {reminder === '' ? (
          <p className={styles.line}>{t.board.nobody}</p>
        ) : (
          <CopyText
            key={reminder}
            text={reminder}
            label={t.board.copy}
            copied={t.board.copied}
            byHand={t.board.byHand}
          />
        )}
      </Card>
      <Card flush>
        <div className={mergeClasses(styles.item, styles.filters)}>
          <div className={styles.toggles} role="group" aria-label={t.board.states}>
            {BOARD_STATES.map((s) => (
              <ToggleButton
                key={s}
                className={styles.toggle}
                size="small"
                checked={states.includes(s)}
                onClick={() => flip(s)}
              >
                {t.board.state[s]} ({board.counts[s]})
              </ToggleButton>
            ))}
          </div>
          <Field label={t.board.search} size="small" className={styles.field}>
            <SearchBox size="small" className={styles.search} value={text} onChange={(_, d) => setText(d.value)} />
          </Field>
        </div>
        <p className={mergeClasses(styles.item, styles.line)} role="status">
          {t.board.shown(rows.length, board.rows.length)}
        </p>
        <ul className={styles.list} aria-label={t.board.title}>
          {rows.slice(0, growing.shown).map((r) => (
            <Row key={r.key} row={r} ask={cases.ask} onLetter={overlay.open} onVersions={onVersions} />
          ))}
        </ul>
        <MoreRows growing={growing} />
      </Card>
    </div>
  );
}

const Row = memo(function Row({
  row,
  ask,
  onLetter,
  onVersions,
}: {
  row: BoardRow;
  ask: CaseWork['ask'];
  onLetter(what: string): void;
  onVersions?: Props['onVersions'];
}): React.JSX.Element {
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
      </span>
    </li>
  );
});
