import type { BoardState } from '../../core/model/board';
import { BOARD_STATES } from '../../core/text/board-words';
import { useStrings } from '../strings/use-strings';
import { PartBar, type BarPart } from '../shared/part-bar';

const LOOKS: Record<BoardState, BarPart['look']> = {
  'not-sent': 'missing',
  sent: 'sent',
  faulty: 'wrong',
  returned: 'warned',
  approved: 'approved',
};

/** One bar over all expected senders. */
export function StateBar({ counts }: { counts: Record<BoardState, number> }): React.JSX.Element {
  const t = useStrings();
  return (
    <PartBar
      label={t.board.counts}
      parts={BOARD_STATES.map((s) => ({ look: LOOKS[s], count: counts[s], words: t.board.state[s] }))}
    />
  );
}
