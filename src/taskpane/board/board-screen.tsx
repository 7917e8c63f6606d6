import { Button, Field, SearchBox, ToggleButton, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowReplyRegular } from '@fluentui/react-icons/svg/arrow-reply';
import { DocumentTableRegular } from '@fluentui/react-icons/svg/document-table';
import { AT } from '../shared/breakpoints';
import { useMemo, useState, type ReactNode } from 'react';
import { lazyPart } from '../shared/lazy-part';
import { filterBoard } from '../../app/case/board-lists';
import type { Engine, RunView } from '../../app/calls/engine-calls';
import type { InputFile } from '../../app/ports';
import type { Board, BoardState } from '../../core/model/board';
import { BOARD_STATES } from '../../core/text/board-words';
import { Card } from '../shared/card';
import { CopyText } from '../shared/copy-text';
import { EmptyState } from '../shared/empty-state';
import { MoreRows } from '../shared/more-rows';
import { AnswerState } from '../shared/answer-state';
import { useAnswer } from '../shared/use-answer';
import { BoardRow } from './board-row';
import { StateBar } from './state-bar';
import { localDay, shownDay } from '../shared/days';
import type { CaseWork } from '../case/use-case';
import { useOverlay } from '../shared/use-overlay';
import { useGrowing } from '../shared/use-growing';
import { useStrings } from '../strings/use-strings';

const ReturnsScreen = lazyPart(() => import('../returns/returns-screen'));

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
    [AT.wide]: { gridTemplateColumns: 'minmax(0, 2fr) 96px minmax(0, 3fr) 232px' },
  },
});

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
export default function BoardScreen(props: Props): React.JSX.Element | null {
  const { engine, run, cases, input } = props;
  const t = useStrings();
  const answer = useAnswer(async () => (run ? engine.cases.board({ today: localDay() }) : null), run);
  const overlay = useOverlay();
  // Chosen here, so that it outlasts what lies over the board.
  const [filter, setFilter] = useState<Filter>({ states: BOARD_STATES, text: '' });
  if (!run)
    return (
      <EmptyState icon={<DocumentTableRegular fontSize={48} />} title={t.board.emptyTitle} text={t.board.emptyText} />
    );
  if (overlay.at)
    return (
      <ReturnsScreen
        engine={engine}
        run={run}
        cases={cases}
        input={input}
        first={overlay.at.slice('returns:'.length) || null}
        onBack={overlay.back}
      />
    );
  if (!answer.value) return <AnswerState answer={answer} />;
  return <Shown {...props} {...answer.value} filter={filter} onFilter={setFilter} onOpen={overlay.open} />;
}

interface BoardAnswer {
  board: Board;
  reminder: string;
}

interface Filter {
  states: readonly BoardState[];
  text: string;
}

interface ShownProps extends Props, BoardAnswer {
  filter: Filter;
  onFilter(filter: Filter): void;
  onOpen(what: string): void;
}

function Shown(props: ShownProps): React.JSX.Element {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      {props.extras}
      <Summary {...props} />
      <Rows {...props} />
    </div>
  );
}

type SummaryProps = BoardAnswer & Pick<ShownProps, 'hasRegister' | 'onOpen'>;

/** Counts, deadline, files without a sender, and whom to remind. */
function Summary({ board, reminder, hasRegister, onOpen }: SummaryProps): React.JSX.Element {
  const t = useStrings();
  const styles = useStyles();
  return (
    <Card
      title={t.board.title}
      action={
        <Button size="small" icon={<ArrowReplyRegular />} data-opens="returns" onClick={() => onOpen('returns')}>
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
        <CopyText key={reminder} text={reminder} label={t.board.copy} copied={t.board.copied} byHand={t.board.byHand} />
      )}
    </Card>
  );
}

/** The agencies, filtered by state and name. */
function Rows({ board, cases, filter, onFilter, onOpen, onVersions }: ShownProps): React.JSX.Element {
  const t = useStrings();
  const styles = useStyles();
  const { states, text } = filter;
  const rows = useMemo(() => filterBoard(board, filter), [board, filter]);
  const growing = useGrowing(rows.length, `${states.join()} ${text}`);
  const flip = (s: BoardState): void =>
    onFilter({
      text,
      states: BOARD_STATES.filter((x) => (x === s ? !states.includes(s) : states.includes(x))),
    });
  return (
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
          <SearchBox
            size="small"
            className={styles.search}
            value={text}
            onChange={(_, d) => onFilter({ states, text: d.value })}
          />
        </Field>
      </div>
      <p className={mergeClasses(styles.item, styles.line)} role="status">
        {t.board.shown(rows.length, board.rows.length)}
      </p>
      <ul className={styles.list} aria-label={t.board.title}>
        {rows.slice(0, growing.shown).map((r) => (
          <BoardRow key={r.key} row={r} ask={cases.ask} onLetter={onOpen} onVersions={onVersions} />
        ))}
      </ul>
      <MoreRows growing={growing} />
    </Card>
  );
}
