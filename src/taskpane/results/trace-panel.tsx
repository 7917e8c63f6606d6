import { Badge, Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useEffect, useRef, type ReactNode } from 'react';
import type { TraceView } from '../../app/results/trace-view';
import { useStrings } from '../strings/use-strings';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
  head: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalS },
  where: { flexGrow: 1, minWidth: 0 },
  eyebrow: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
    outlineStyle: 'none',
  },
  label: { margin: 0, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  value: {
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
  },
  long: {
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightRegular,
    maxHeight: '9em',
    overflow: 'auto',
  },
  quiet: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  told: {
    margin: `${tokens.spacingVerticalXS} 0 0`,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
  item: {
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
  },
  line: { display: 'flex', justifyContent: 'space-between', gap: tokens.spacingHorizontalM },
  number: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums', flexShrink: 0 },
  track: {
    height: '4px',
    borderRadius: '2px',
    backgroundColor: tokens.colorNeutralBackground5,
    margin: `${tokens.spacingVerticalXS} 0`,
    overflow: 'hidden',
    forcedColorAdjust: 'none',
  },
  bar: { height: '100%', borderRadius: '2px', backgroundColor: tokens.colorBrandBackground },
  sub: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
});

interface Props {
  trace: TraceView;
  /** What may be done about the figure; absent where it is of an earlier run. */
  actions?: ReactNode;
  onClose(): void;
  /** Whether the panel takes the focus when it opens. */
  takeFocus: boolean;
}

/** Who contributed what to one figure, largest first. */
export function TracePanel({ trace, actions, onClose, takeFocus }: Props): React.JSX.Element {
  const t = useStrings();
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takeFocus) heading.current?.focus();
  }, [trace, takeFocus]);
  const long = trace.value.length > 24;
  const sized = trace.contributions.some((c) => c.share !== null);
  return (
    <section
      className={styles.root}
      aria-label={t.trace.title}
      onKeyDown={(e) => {
        if (e.key === 'Escape') onClose();
      }}
      data-testid="trace"
    >
      <div className={styles.head}>
        <div className={styles.where}>
          <h2 ref={heading} tabIndex={-1} className={styles.eyebrow}>
            {[trace.short, trace.number && t.results.row(trace.number), trace.columnLabel].filter(Boolean).join(' · ')}
          </h2>
          <p className={styles.label}>{trace.label}</p>
        </div>
        <Button appearance="subtle" size="small" icon={<DismissRegular />} aria-label={t.close} onClick={onClose} />
      </div>
      <div>
        <div className={mergeClasses(styles.value, long && styles.long)}>{trace.value || t.trace.empty}</div>
        <p className={styles.quiet}>
          {t.trace.method[trace.method]}
          {trace.remark && !long && ` · ${trace.remark}`}
        </p>
        {trace.adjustment && (
          <p className={styles.told}>
            {t.trace.adjusted(trace.adjustment.sum, trace.adjustment.reason, trace.adjustment.by)}
          </p>
        )}
        {actions}
        {trace.withLeftOut !== undefined && <p className={styles.told}>{t.trace.withLeftOut(trace.withLeftOut)}</p>}
      </div>
      <div>
        <h3 className={styles.sub}>
          {trace.contributions.length === 0
            ? t.trace.nobody
            : sized
              ? t.trace.contributors(trace.contributions.length)
              : t.trace.sources(trace.contributions.length)}
        </h3>
        <ol className={styles.list}>
          {trace.contributions.map((c) => (
            <Contribution key={`${c.file}|${c.sheet}|${c.cell}`} from={c} column={trace.columnLabel} />
          ))}
        </ol>
      </div>
      {trace.leftOut.length > 0 && (
        <div>
          <h3 className={styles.sub}>{t.trace.leftOut}</h3>
          <ul className={styles.list}>
            {trace.leftOut.map((e) => (
              <li key={`${e.file}|${e.sheet}|${e.cell}`} className={styles.item}>
                <div className={styles.line}>
                  <span>{e.agency}</span>
                  <span className={styles.number}>{e.text}</span>
                </div>
                <p className={styles.quiet}>
                  {e.file} · {e.sheet}!{e.cell} · {e.reason}
                </p>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

function Contribution({
  from,
  column,
}: {
  from: TraceView['contributions'][number];
  column: string;
}): React.JSX.Element {
  const t = useStrings();
  const styles = useStyles();
  const level = from.column && from.column !== column ? from.column : '';
  return (
    <li className={styles.item}>
      <div className={styles.line}>
        <span>
          {from.agencyName}
          {level && <span className={styles.quiet}> · {level}</span>}
        </span>
        <span className={styles.number}>{from.value}</span>
      </div>
      {from.share !== null && (
        <div className={styles.track} aria-hidden>
          <div className={styles.bar} style={{ width: `${Math.max(1, Math.round(from.share * 100))}%` }} />
        </div>
      )}
      <p className={styles.quiet}>
        {from.file} · {from.sheet}!{from.cell}
      </p>
      {from.text.trim() !== from.value && <p className={styles.quiet}>{t.trace.typed(from.text)}</p>}
      {from.repairs.map((r, i) => (
        <p key={i} className={styles.quiet}>
          {t.trace.repaired}: {t.trace.repairs[r.kind]}
          {r.before !== r.after && ` (${r.before} → ${r.after})`}
        </p>
      ))}
      {t.trace.part[from.part] && (
        <Badge appearance="tint" color="informative">
          {t.trace.part[from.part]}
        </Badge>
      )}
    </li>
  );
}
