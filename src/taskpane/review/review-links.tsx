import { Badge, Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import type { RunView } from '../../app/calls/engine-calls';
import { Card } from '../shared/card';
import type { ReviewPanelName } from './use-review';
import type { ReviewStrings } from '../strings/review-vi';
import { useReviewStrings } from '../strings/use-review-strings';
import { usePanelStyles } from '../shared/panel-styles';
import { mendedOf, waitingOf } from './waiting';

const useStyles = makeStyles({
  links: { listStyle: 'none', margin: 0, padding: 0, display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)' },
  link: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    width: '100%',
    minHeight: '44px',
    border: 'none',
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusMedium,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    ':hover': {
      backgroundColor: tokens.colorNeutralBackground1Hover,
      color: tokens.colorNeutralForeground1Hover,
      '& span, & svg': { color: 'inherit' },
    },
    ':active': { backgroundColor: tokens.colorNeutralBackground1Pressed },
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
    },
  },
  bar: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minWidth: 0 },
  words: { flexGrow: 1, minWidth: 0 },
  name: { display: 'block' },
  urgent: { fontWeight: tokens.fontWeightSemibold },
  off: { margin: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}` },
  chevron: { flexShrink: 0, color: tokens.colorNeutralForeground3 },
});

interface Link {
  panel: ReviewPanelName;
  title: string;
  hint: string;
  count: number;
  urgent: boolean;
  /** It has something to say. */
  told: boolean;
}

interface Props {
  run: RunView;
  /** Shown where they have something to say. */
  only: readonly ReviewPanelName[];
  /** Shown in any case. */
  always?: readonly ReviewPanelName[];
  /** A row of buttons above a screen, instead of a card beside it. */
  bar?: boolean;
  onOpen(panel: ReviewPanelName): void;
}

/** Ways to what is to be looked at before a result is final. */
export default function ReviewLinks({ run, only, always = [], bar = false, onOpen }: Props): React.JSX.Element | null {
  const t = useReviewStrings();
  const styles = usePanelStyles();
  const own = useStyles();
  const links = linksOf(run, t).filter((l) => always.includes(l.panel) || (only.includes(l.panel) && l.told));
  if (links.length === 0) return null;
  const off = [...only, ...always].includes('rules') ? run.case.summary.rulesOff : [];
  const told = off.length > 0 && (
    <p className={mergeClasses(styles.told, !bar && own.off)}>
      {t.links.off(off.map((r) => `${summaryOf(run, r.rule).replace(/\.$/, '')} (${r.by}: ${r.reason})`).join('; '))}
    </p>
  );
  if (bar) {
    return (
      <div className={own.bar}>
        <div className={styles.buttons} role="group" aria-label={t.links.title}>
          {links.map((l) => (
            <Button
              key={l.panel}
              size="small"
              appearance={l.urgent ? 'primary' : 'secondary'}
              data-opens={l.panel}
              title={l.hint}
              onClick={() => onOpen(l.panel)}
            >
              {l.title}
              {!l.urgent && l.count > 0 && ` (${l.count})`}
            </Button>
          ))}
        </div>
        {told}
      </div>
    );
  }
  return (
    <Card title={t.links.title} flush>
      <ul className={own.links} aria-label={t.links.title}>
        {links.map((l) => (
          <li key={l.panel}>
            <button type="button" className={own.link} data-opens={l.panel} onClick={() => onOpen(l.panel)}>
              <span className={own.words}>
                <span className={mergeClasses(own.name, l.urgent && own.urgent)}>{l.title}</span>
                <span className={styles.quiet}>{l.hint}</span>
              </span>
              {l.urgent && l.count > 0 && (
                <Badge appearance="filled" color="important" aria-hidden>
                  {l.count}
                </Badge>
              )}
              <ChevronRightRegular className={own.chevron} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      {told}
    </Card>
  );
}

function linksOf(run: RunView, t: ReviewStrings): Link[] {
  const { doubles, summary } = run.case;
  const left = summary.journal.some(({ entry, revokedBy }) => entry.kind === 'leave-out' && revokedBy === null);
  const versions = waitingOf(run).length;
  const controls = run.files.reduce((n, f) => n + f.appendices.filter((a) => a.use === 'province-wide').length, 0);
  const off = summary.rulesOff.length;
  return [
    {
      panel: 'versions',
      title: t.links.versions(versions),
      hint: t.links.versionsHint,
      count: versions,
      urgent: versions > 0,
      told: versions > 0 || mendedOf(run).length > 0,
    },
    {
      panel: 'doubles',
      title: t.links.doubles(doubles.length),
      hint: t.links.doublesHint,
      count: doubles.length,
      urgent: doubles.length > 0,
      told: doubles.length > 0 || left,
    },
    { panel: 'compare', title: t.links.compare, hint: t.links.compareHint, count: 0, urgent: false, told: true },
    {
      panel: 'control',
      title: t.links.control,
      hint: t.links.controlForms(controls),
      count: controls,
      urgent: false,
      told: controls > 0,
    },
    { panel: 'rules', title: t.links.rules, hint: t.links.rulesOff(off), count: 0, urgent: false, told: off > 0 },
  ];
}

/** The journal names a rule by its sentence. */
function summaryOf(run: RunView, rule: string): string {
  return (
    run.case.summary.journal.findLast(({ entry }) => entry.kind === 'rule-off' && entry.rule === rule)?.entry.about ??
    rule
  );
}
