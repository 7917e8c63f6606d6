import { Badge, SearchBox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { NoticeRow } from '../../app/returns/notice-views';
import { Card } from '../shared/card';
import { MoreRows } from '../shared/more-rows';
import { useGrowing } from '../shared/use-growing';
import { useDeliveryStrings } from '../strings/use-delivery-strings';
import type { ReturnList } from './use-return-list';

const useStyles = makeStyles({
  line: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    maxWidth: '90ch',
  },
  find: { padding: tokens.spacingHorizontalS, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  search: { maxWidth: 'none', minWidth: 0, width: '100%', '& > input': { minWidth: 0, width: '100%' } },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  agency: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: tokens.spacingHorizontalS,
    alignItems: 'center',
    width: '100%',
    boxSizing: 'border-box',
    border: 'none',
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalM}`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
    },
  },
  chosen: { backgroundColor: tokens.colorBrandBackground2, boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}` },
  badges: { display: 'flex', gap: tokens.spacingHorizontalXXS, flexWrap: 'wrap', justifyContent: 'flex-end' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

/** Agencies that something goes back to, to be searched and chosen from. */
export function AgencyList({ list, current }: { list: ReturnList; current: NoticeRow | null }): React.JSX.Element {
  const t = useDeliveryStrings().returns;
  const styles = useStyles();
  const { rows, shown, text } = list;
  const growing = useGrowing(shown.length, text);
  return (
    <Card flush>
      <div className={styles.find}>
        <SearchBox
          size="small"
          className={styles.search}
          value={text}
          placeholder={t.search}
          aria-label={t.search}
          onChange={(_, d) => list.setText(d.value)}
        />
        <span role="status" className={mergeClasses(styles.line, styles.quiet)}>
          {t.shown(shown.length, rows.length)}
        </span>
      </div>
      <ul className={styles.list} aria-label={t.agencies}>
        {shown.slice(0, growing.shown).map((row) => (
          <li key={row.key}>
            <Agency row={row} isCurrent={row.key === current?.key} onChoose={() => list.choose(row.key)} />
          </li>
        ))}
      </ul>
      <MoreRows growing={growing} />
    </Card>
  );
}

function Agency({
  row,
  isCurrent,
  onChoose,
}: {
  row: NoticeRow;
  isCurrent: boolean;
  onChoose(): void;
}): React.JSX.Element {
  const t = useDeliveryStrings().returns;
  const styles = useStyles();
  return (
    <button
      type="button"
      data-agency={row.key}
      className={mergeClasses(styles.agency, isCurrent && styles.chosen)}
      aria-current={isCurrent || undefined}
      onClick={onChoose}
    >
      <span>{row.name}</span>
      <span className={styles.badges}>
        {row.returned.length === row.files.length && (
          <Badge appearance="tint" color="informative">
            {t.returned}
          </Badge>
        )}
        {row.errors > 0 ? (
          <Badge appearance="tint" color="danger">
            {t.errors(row.errors)}
          </Badge>
        ) : (
          <Badge appearance="tint" color="warning">
            {t.questions(row.questions)}
          </Badge>
        )}
      </span>
    </button>
  );
}
