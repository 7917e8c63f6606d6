import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { memo, useId, useMemo, useState } from 'react';
import type { Finding } from '../../core/model/finding';
import type { Severity } from '../../core/model/issue';
import { shownDay } from '../shared/days';
import { useGrowing } from '../shared/use-growing';
import { useStrings } from '../strings/use-strings';
import { MoreRows } from '../shared/more-rows';
import { SEVERITIES, SeverityIcon } from '../shared/severity';

/** Rows drawn at a time in one group; the count beside the heading stays true. */
const STEP = 30;
/**
 * Findings that stand open without being asked for, in one severity; a hundred senders with some errors each are first
 * a list of names and counts.
 */
const OPEN = 120;

const useStyles = makeStyles({
  severity: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  group: { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}` },
  head: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    width: '100%',
    border: 'none',
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
    },
  },
  chevron: { transitionProperty: 'transform', transitionDuration: tokens.durationFast, flexShrink: 0 },
  open: { transform: 'rotate(90deg)' },
  title: { flexGrow: 1, minWidth: 0 },
  count: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
  items: { listStyle: 'none', margin: 0, padding: `0 0 ${tokens.spacingVerticalXS}` },
  item: {
    display: 'flex',
    gap: tokens.spacingHorizontalS,
    padding:
      `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS} ` +
      `${tokens.spacingHorizontalXL}`,
    width: '100%',
    boxSizing: 'border-box',
    border: 'none',
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    textAlign: 'left',
  },
  pressable: {
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':active': { backgroundColor: tokens.colorNeutralBackground1Pressed },
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
    },
  },
  place: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  message: { display: 'block' },
  words: { flexGrow: 1, minWidth: 0 },
  accepted: { display: 'block', color: tokens.colorStatusSuccessForeground1 },
  accept: { flexShrink: 0, alignSelf: 'flex-start', minWidth: 0 },
  more: { margin: `0 ${tokens.spacingHorizontalL}` },
});

export interface Accepting {
  accept(finding: Finding): void;
  undo(finding: Finding): void;
}

export interface FindingGroup {
  key: string;
  title: string;
  findings: Finding[];
}

interface ItemProps {
  /** Where given, a finding with a cell can be pressed. */
  onSelect?(finding: Finding): void;
  /** Where given, findings can be accepted, and accepted ones taken back. */
  accepting?: Accepting;
  /** The place is a sheet and cell of the open workbook; no file name is needed. */
  inWorkbook?: boolean;
}

interface Props extends ItemProps {
  findings: readonly Finding[];
  /** Splits the findings of one severity. */
  group(findings: readonly Finding[]): FindingGroup[];
}

/** Findings by severity, then by group, each with its true count; errors stand open. */
export const FindingsList = memo(function FindingsList({ findings, group, ...rest }: Props): React.JSX.Element {
  const sections = useMemo(
    () =>
      SEVERITIES.map((severity) => ({ severity, own: findings.filter((f) => f.severity === severity) }))
        .filter(({ own }) => own.length > 0)
        .map(({ severity, own }) => ({ severity, count: own.length, groups: group(own) })),
    [findings, group],
  );
  return (
    <>
      {sections.map((s) => (
        <Section key={s.severity} {...s} {...rest} />
      ))}
    </>
  );
});

function Section({
  severity,
  count,
  groups,
  ...rest
}: { severity: Severity; count: number; groups: readonly FindingGroup[] } & ItemProps): React.JSX.Element {
  const t = useStrings();
  const styles = useStyles();
  const growing = useGrowing(groups.length);
  const open = severity === 'error' ? openAtFirst(groups) : 0;
  return (
    <section aria-label={t.severity[severity]} className={styles.group}>
      <h3 className={styles.severity}>
        <SeverityIcon severity={severity} size={20} />
        {t.severityCount[severity](count)}
      </h3>
      {groups.slice(0, growing.shown).map((g, i) => (
        <Group key={g.key} group={g} openAtFirst={i < open} {...rest} />
      ))}
      <MoreRows growing={growing} />
    </section>
  );
}

/** How many groups, from the top, may stand open; the first always. */
function openAtFirst(groups: readonly FindingGroup[]): number {
  let rows = 0;
  const end = groups.findIndex((g, i) => (rows += Math.min(STEP, g.findings.length)) > OPEN && i > 0);
  return end < 0 ? groups.length : end;
}

const Group = memo(function Group({
  group,
  openAtFirst: first,
  onSelect,
  accepting,
  inWorkbook,
}: { group: FindingGroup; openAtFirst: boolean } & ItemProps): React.JSX.Element {
  const t = useStrings();
  const styles = useStyles();
  const [chosen, setOpen] = useState<boolean | null>(null);
  const open = chosen ?? first;
  const [shown, setShown] = useState(STEP);
  const id = useId();
  const rest = group.findings.length - shown;
  return (
    <div className={styles.group}>
      <button
        type="button"
        className={styles.head}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <ChevronRightRegular className={mergeClasses(styles.chevron, open && styles.open)} aria-hidden />
        <span className={styles.title}>{group.title}</span>
        <span className={styles.count}>{group.findings.length.toLocaleString('vi-VN')}</span>
      </button>
      {open && (
        <div id={id}>
          <ul className={styles.items}>
            {group.findings.slice(0, shown).map((f, i) => (
              <li key={i}>
                <Item finding={f} onSelect={onSelect} accepting={accepting} inWorkbook={inWorkbook} />
              </li>
            ))}
          </ul>
          {rest > 0 && (
            <Button className={styles.more} size="small" appearance="subtle" onClick={() => setShown(shown + STEP * 4)}>
              {t.findings.more(Math.min(rest, STEP * 4))}
            </Button>
          )}
        </div>
      )}
    </div>
  );
});

const Item = memo(function Item({
  finding,
  onSelect,
  accepting,
  inWorkbook = false,
}: { finding: Finding } & ItemProps): React.JSX.Element {
  const t = useStrings();
  const styles = useStyles();
  const cell = finding.sheet ? `${finding.sheet}${finding.cell ? `!${finding.cell}` : ''}` : '';
  const place = [inWorkbook ? null : finding.file, cell].filter(Boolean).join(' · ');
  const { accepted, setAside } = finding;
  const words = (
    <span className={styles.words}>
      <span className={styles.message}>{finding.message}</span>
      {place && <span className={styles.place}>{place}</span>}
      {accepted && (
        <span className={styles.accepted}>{t.case.accepted(accepted.by, shownDay(accepted.at), accepted.reason)}</span>
      )}
      {setAside && (
        <span className={styles.accepted}>
          {t.case.setAside(setAside.how, setAside.by, shownDay(setAside.at), setAside.reason)}
        </span>
      )}
    </span>
  );
  if (!onSelect || !finding.sheet || !finding.cell) {
    return (
      <div className={styles.item}>
        {words}
        {accepting && (
          <Button
            className={styles.accept}
            size="small"
            appearance="subtle"
            aria-label={accepted ? `${t.case.undoAccept}: ${finding.message}` : t.case.acceptFinding(finding.message)}
            onClick={() => (accepted ? accepting.undo(finding) : accepting.accept(finding))}
          >
            {accepted ? t.case.undoAccept : t.case.accept}
          </Button>
        )}
      </div>
    );
  }
  return (
    <button
      type="button"
      className={mergeClasses(styles.item, styles.pressable)}
      title={t.check.select(cell)}
      onClick={() => onSelect(finding)}
    >
      {words}
    </button>
  );
});
