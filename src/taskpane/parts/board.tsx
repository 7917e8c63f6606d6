import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useContext } from 'react';
import type { DryRun } from '../../app/dry-run';
import { useStrings } from '../strings/use-strings';
import { ThemeNameContext } from '../theme';

const PARTS = ['clean', 'warned', 'wrong', 'unread', 'ignored', 'missing'] as const;
type Part = (typeof PARTS)[number];

const useStyles = makeStyles({
  bar: { display: 'flex', gap: '2px', height: '14px', forcedColorAdjust: 'none' },
  part: { minWidth: '6px', '&:first-child': { borderRadius: '7px 0 0 7px' }, '&:last-child': { borderRadius: '0 7px 7px 0' }, '&:only-child': { borderRadius: '7px' } },
  clean: { backgroundColor: tokens.colorPaletteGreenBackground3 },
  warned: { backgroundColor: tokens.colorPaletteMarigoldBackground3 },
  wrong: { backgroundColor: tokens.colorPaletteRedBackground3 },
  unread: { backgroundColor: tokens.colorPaletteBerryBackground3 },
  ignored: { backgroundColor: tokens.colorNeutralStroke1 },
  missing: { backgroundColor: tokens.colorNeutralBackground1, border: `${tokens.strokeWidthThin} dashed ${tokens.colorNeutralStrokeAccessible}`, boxSizing: 'border-box' },
  legend: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalL, rowGap: tokens.spacingVerticalXS, margin: 0, padding: 0, listStyle: 'none' },
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
const usePatterns = makeStyles({
  clean: {}, warned: stripes(45, 2, 4), wrong: stripes(90, 3, 2), unread: stripes(135, 1, 2), ignored: stripes(0, 1, 3), missing: {},
});

/** One bar over all files and missing senders; the legend carries the same figures in words. */
export function Board({ counts }: { counts: DryRun }): React.JSX.Element {
  const t = useStrings();
  const styles = useStyles();
  const patterns = usePatterns();
  const contrast = useContext(ThemeNameContext) === 'contrast';
  const size = (part: Part): number => (part === 'missing' ? counts.missing.length : counts[part]);
  const parts = PARTS.filter((p) => size(p) > 0);
  return (
    <div role="group" aria-label={t.dryRun.board}>
      <div className={styles.bar} aria-hidden>
        {parts.map((p) => <span key={p} className={mergeClasses(styles.part, styles[p], contrast && patterns[p])} style={{ flexGrow: size(p), flexBasis: 0 }} />)}
      </div>
      <ul className={styles.legend} style={{ marginTop: tokens.spacingVerticalS }}>
        {parts.map((p) => (
          <li key={p} className={styles.item}>
            <span className={mergeClasses(styles.dot, styles[p], contrast && patterns[p])} aria-hidden />
            <span className={styles.number}>{size(p)}</span> {t.dryRun.legend[p]}
          </li>
        ))}
      </ul>
    </div>
  );
}
