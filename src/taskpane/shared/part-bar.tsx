import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useContext } from 'react';
import { ThemeNameContext } from './theme';

const useStyles = makeStyles({
  bar: { display: 'flex', gap: '2px', height: '14px', forcedColorAdjust: 'none' },
  part: {
    minWidth: '6px',
    '&:first-child': { borderRadius: '7px 0 0 7px' },
    '&:last-child': { borderRadius: '0 7px 7px 0' },
    '&:only-child': { borderRadius: '7px' },
  },
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    margin: `${tokens.spacingVerticalS} 0 0`,
    padding: 0,
    listStyle: 'none',
  },
  item: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalSNudge,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  dot: {
    width: '10px',
    height: '10px',
    borderRadius: tokens.borderRadiusSmall,
    flexShrink: 0,
    forcedColorAdjust: 'none',
  },
  number: {
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
    fontVariantNumeric: 'tabular-nums',
  },
});

const useLooks = makeStyles({
  clean: { backgroundColor: tokens.colorPaletteGreenBackground3 },
  sent: { backgroundColor: tokens.colorPaletteGreenBackground2 },
  approved: { backgroundColor: tokens.colorPaletteGreenForeground1 },
  warned: { backgroundColor: tokens.colorPaletteMarigoldBackground3 },
  wrong: { backgroundColor: tokens.colorPaletteRedBackground3 },
  unread: { backgroundColor: tokens.colorPaletteBerryBackground3 },
  ignored: { backgroundColor: tokens.colorNeutralStroke1 },
  missing: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `${tokens.strokeWidthThin} dashed ${tokens.colorNeutralStrokeAccessible}`,
    boxSizing: 'border-box',
  },
});

const [INK, PAPER] = [tokens.colorNeutralForeground1, tokens.colorNeutralBackground1];
const stripes = (angle: number, ink: number, gap: number) => ({
  backgroundColor: PAPER,
  backgroundImage: `repeating-linear-gradient(${angle}deg, ${INK} 0 ${ink}px, ${PAPER} ${ink}px ${ink + gap}px)`,
  border: `${tokens.strokeWidthThin} solid ${INK}`,
  boxSizing: 'border-box' as const,
});

/** In high contrast every colour is the same, so the parts differ by pattern. */
const usePatterns = makeStyles({
  clean: {},
  sent: stripes(0, 1, 3),
  approved: { backgroundColor: INK },
  warned: stripes(45, 2, 4),
  wrong: stripes(90, 3, 2),
  unread: stripes(135, 1, 2),
  ignored: stripes(0, 1, 3),
  missing: {},
});

export interface BarPart {
  look: keyof ReturnType<typeof useLooks>;
  count: number;
  words: string;
}

/** One bar of parts as wide as their counts, those of 0 left out; the legend carries the same figures in words. */
export function PartBar({ label, parts }: { label: string; parts: readonly BarPart[] }): React.JSX.Element {
  const styles = useStyles();
  const looks = useLooks();
  const patterns = usePatterns();
  const contrast = useContext(ThemeNameContext) === 'contrast';
  const shown = parts.filter((p) => p.count > 0);
  return (
    <div role="group" aria-label={label}>
      <div className={styles.bar} aria-hidden>
        {shown.map((p) => (
          <span
            key={p.look}
            className={mergeClasses(styles.part, looks[p.look], contrast && patterns[p.look])}
            style={{ flexGrow: p.count, flexBasis: 0 }}
          />
        ))}
      </div>
      <ul className={styles.legend}>
        {shown.map((p) => (
          <li key={p.look} className={styles.item}>
            <span className={mergeClasses(styles.dot, looks[p.look], contrast && patterns[p.look])} aria-hidden />
            <span className={styles.number}>{p.count}</span> {p.words}
          </li>
        ))}
      </ul>
    </div>
  );
}
