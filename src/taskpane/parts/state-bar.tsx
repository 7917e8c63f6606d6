import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useContext } from 'react';
import type { BoardState } from '../../core/model/board';
import { BOARD_STATES } from '../../core/text/board-words';
import { useStrings } from '../strings/use-strings';
import { ThemeNameContext } from '../theme';

const useStyles = makeStyles({
  bar: { display: 'flex', gap: '2px', height: '14px', forcedColorAdjust: 'none' },
  part: { minWidth: '6px', '&:first-child': { borderRadius: '7px 0 0 7px' }, '&:last-child': { borderRadius: '0 7px 7px 0' }, '&:only-child': { borderRadius: '7px' } },
  'not-sent': { backgroundColor: tokens.colorNeutralBackground1, border: `${tokens.strokeWidthThin} dashed ${tokens.colorNeutralStrokeAccessible}`, boxSizing: 'border-box' },
  sent: { backgroundColor: tokens.colorPaletteGreenBackground2 },
  faulty: { backgroundColor: tokens.colorPaletteRedBackground3 },
  returned: { backgroundColor: tokens.colorPaletteMarigoldBackground3 },
  approved: { backgroundColor: tokens.colorPaletteGreenForeground1 },
  legend: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalL, rowGap: tokens.spacingVerticalXS, margin: `${tokens.spacingVerticalS} 0 0`, padding: 0, listStyle: 'none' },
  item: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalSNudge, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  dot: { width: '10px', height: '10px', borderRadius: tokens.borderRadiusSmall, flexShrink: 0, forcedColorAdjust: 'none' },
  number: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1, fontVariantNumeric: 'tabular-nums' },
});

const [INK, PAPER] = [tokens.colorNeutralForeground1, tokens.colorNeutralBackground1];
const stripes = (angle: number, ink: number, gap: number) => ({
  backgroundColor: PAPER, backgroundImage: `repeating-linear-gradient(${angle}deg, ${INK} 0 ${ink}px, ${PAPER} ${ink}px ${ink + gap}px)`,
  border: `${tokens.strokeWidthThin} solid ${INK}`, boxSizing: 'border-box' as const,
});

/** In high contrast every colour is the same, so the parts differ by pattern. */
const usePatterns = makeStyles({ 'not-sent': {}, sent: stripes(0, 1, 3), faulty: stripes(90, 3, 2), returned: stripes(45, 2, 4), approved: { backgroundColor: INK } });

/** One bar over all expected senders; the legend carries the same figures in words. */
export function StateBar({ counts }: { counts: Record<BoardState, number> }): React.JSX.Element {
  const t = useStrings();
  const styles = useStyles();
  const patterns = usePatterns();
  const contrast = useContext(ThemeNameContext) === 'contrast';
  const states = BOARD_STATES.filter((s) => counts[s] > 0);
  return (
    <div role="group" aria-label={t.board.counts}>
      <div className={styles.bar} aria-hidden>
        {states.map((s) => <span key={s} className={mergeClasses(styles.part, styles[s], contrast && patterns[s])} style={{ flexGrow: counts[s], flexBasis: 0 }} />)}
      </div>
      <ul className={styles.legend}>
        {states.map((s) => (
          <li key={s} className={styles.item}><span className={mergeClasses(styles.dot, styles[s], contrast && patterns[s])} aria-hidden /><span className={styles.number}>{counts[s]}</span> {t.board.state[s]}</li>
        ))}
      </ul>
    </div>
  );
}
