import { Badge, makeStyles, tokens } from '@fluentui/react-components';
import { AT } from '../shared/breakpoints';
import type { ChangeView } from '../../app/review/compare-view';
import type { FigureKey } from '../../app/results/trace-view';
import { usePanelStyles } from '../shared/panel-styles';
import { useReviewStrings } from '../strings/use-review-strings';
import { percent, shown } from './figures';

const useStyles = makeStyles({
  change: {
    display: 'grid',
    gridTemplateColumns: '24px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXXS,
    width: '100%',
    textAlign: 'left',
    border: 'none',
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    cursor: 'pointer',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXS}`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    ':hover': {
      backgroundColor: tokens.colorNeutralBackground1Hover,
      color: tokens.colorNeutralForeground1Hover,
      '& span': { color: 'inherit' },
    },
    ':active': { backgroundColor: tokens.colorNeutralBackground1Pressed },
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
    },
    [AT.wide]: {
      gridTemplateColumns: '24px minmax(0, 1fr) 220px',
      columnGap: tokens.spacingHorizontalM,
    },
  },
  rank: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums', textAlign: 'right' },
  words: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXS, minWidth: 0 },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  figures: {
    gridColumn: '2 / -1',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    minWidth: 0,
    [AT.wide]: { gridColumn: 'auto', alignItems: 'stretch' },
  },
  values: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalS,
    fontVariantNumeric: 'tabular-nums',
  },
  big: {
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  track: {
    height: '6px',
    borderRadius: '3px',
    backgroundColor: tokens.colorNeutralBackground5,
    overflow: 'hidden',
    forcedColorAdjust: 'none',
    border: `1px solid transparent`,
  },
  bar: { height: '100%', borderRadius: '3px', backgroundColor: tokens.colorBrandBackground },
});

/** One changed cell, by its rank; pressed, it leads to the sources of the figure. */
export function RankedChange({
  change: c,
  rank,
  withEarlier,
  onTrace,
}: {
  change: ChangeView;
  rank: number;
  withEarlier: boolean;
  onTrace(figure: FigureKey): void;
}): React.JSX.Element {
  const t = useReviewStrings();
  const styles = usePanelStyles();
  const own = useStyles();
  const place = `${c.short} · ${c.place}`;
  const factor =
    c.factor === null ? null : c.factor >= 1 ? `×${shown(c.factor, '')}` : `÷${shown(Math.round(1 / c.factor), '')}`;
  const peers = c.kind === 'peers';
  return (
    <button type="button" className={own.change} title={t.compare.open(place)} onClick={() => onTrace(c)}>
      <span className={own.rank}>{rank}</span>
      <span className={own.words}>
        <span className={own.name}>{c.agencyName}</span>
        <span>{place}</span>
        <span className={styles.quiet}>{c.label}</span>
        <span className={styles.quiet}>
          {t.compare.kinds[c.kind]}: {c.why}
          {c.at && ` · ${c.at.file}, ${c.at.sheet}!${c.at.cell}`}
        </span>
      </span>
      <span className={own.figures}>
        <span className={own.values}>
          <span className={own.big}>
            {peers ? shown(c.after, t.none) : t.compare.value(shown(c.before, t.none), shown(c.after, t.none))}
          </span>
          {factor && (
            <Badge appearance="tint" color="danger">
              {factor}
            </Badge>
          )}
        </span>
        <span className={own.track} aria-hidden>
          <span
            className={own.bar}
            style={{ display: 'block', width: `${Math.max(1, Math.round(c.effect * 100))}%` }}
          />
        </span>
        <span className={styles.quiet}>
          {t.compare.effect(percent(c.effect))} ·{' '}
          {withEarlier && !peers
            ? t.compare.province(shown(c.province.before, t.none), shown(c.province.after, t.none))
            : t.compare.provinceNow(shown(c.province.after, t.none))}
        </span>
      </span>
    </button>
  );
}
