import { Badge, Button, Tab, TabList, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { NoticeRow } from '../../app/returns/notice-views';
import type { Engine } from '../../app/calls/engine-calls';
import type { NoticeItem } from '../../core/model/notice';
import type { NoticeOptions } from '../../app/returns/notice-words';
import { useDeliveryStrings } from '../strings/use-delivery-strings';
import { AnswerState } from '../shared/answer-state';
import { must } from '../shared/must';
import { useAnswer } from '../shared/use-answer';
import { CopyText } from '../shared/copy-text';
import { LetterPage } from './letter-page';
import type { Zoom } from '../shared/paper';
import { ZoomChoice } from '../shared/zoom-choice';

type Part = 'letter' | 'message' | 'cells';

const useStyles = makeStyles({
  head: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    outlineStyle: 'none',
  },
  tabs: { flexWrap: 'wrap', minWidth: 0, maxWidth: '100%' },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  between: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    alignItems: 'center',
    justifyContent: 'space-between',
  },
  quiet: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  backdrop: {
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusLarge,
    padding: tokens.spacingHorizontalS,
    minWidth: 0,
  },
  message: {
    margin: 0,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusLarge,
    padding: tokens.spacingHorizontalM,
    maxWidth: '72ch',
  },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: {
    display: 'grid',
    gridTemplateColumns: '76px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    rowGap: '2px',
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
  },
  text: { margin: 0, overflowWrap: 'anywhere' },
  place: { gridColumn: 2 },
});

interface Props {
  engine: Engine;
  row: NoticeRow;
  letter: NoticeOptions;
  /** Approved and therefore locked. */
  locked: boolean;
  busy: boolean;
  /** It was asked for, and not merely the first. */
  takeFocus: boolean;
  onPack(): void;
  onRecord(): void;
}

/** Everything that goes back to one agency, to be read before it goes. */
export function ReturnDetail(props: Props): React.JSX.Element {
  const { engine, row, letter } = props;
  const t = useDeliveryStrings().returns;
  const styles = useStyles();
  const [part, setPart] = useState<Part>('letter');
  const [zoom, setZoom] = useState<Zoom>('fit');
  // Asked again when the run, and with it the row, or the letter is another.
  const about = useMemo(() => ({ row, letter }), [row, letter]);
  const answer = useAnswer(async () => must(await engine.delivery.notice({ key: row.key, letter }), row.name), about);
  const view = answer.value;
  return (
    <>
      <Head {...props} />
      <div className={styles.between}>
        <TabList
          size="small"
          className={styles.tabs}
          selectedValue={part}
          onTabSelect={(_, d) => setPart(d.value as Part)}
          aria-label={t.parts.label}
        >
          <Tab value="letter">{t.parts.letter}</Tab>
          <Tab value="message">{t.parts.message}</Tab>
          <Tab value="cells">{t.parts.cells(row.errors + row.questions)}</Tab>
        </TabList>
        {part === 'letter' && <ZoomChoice zoom={zoom} onChoose={setZoom} />}
      </div>
      {!view && <AnswerState answer={answer} />}
      {view && part === 'letter' && (
        <>
          <div className={styles.backdrop}>
            <LetterPage letter={view.letter} label={t.letterPage(row.name)} zoom={zoom} />
          </div>
          <CopyText
            key={view.text}
            text={view.text}
            label={t.copyLetter}
            copied={t.copied}
            byHand={t.byHand}
            rows={12}
          />
        </>
      )}
      {view && part === 'message' && (
        <>
          <p className={styles.message}>{view.message}</p>
          <CopyText
            key={view.message}
            text={view.message}
            label={t.copyMessage}
            copied={t.copied}
            byHand={t.byHand}
            rows={6}
          />
        </>
      )}
      {view && part === 'cells' && (
        <ol className={styles.list} aria-label={t.parts.cells(view.items.length)}>
          {view.items.map((item, i) => (
            <Cell key={i} item={item} many={row.files.length > 1} />
          ))}
        </ol>
      )}
    </>
  );
}

/** The agency, its files, and what can be done for it. */
function Head({ row, locked, busy, takeFocus, onPack, onRecord }: Props): React.JSX.Element {
  const t = useDeliveryStrings().returns;
  const styles = useStyles();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takeFocus) title.current?.focus();
  }, [row.key, takeFocus]);
  const open = row.files.length - row.returned.length;
  return (
    <div className={styles.head}>
      <h3 ref={title} tabIndex={-1} className={styles.title}>
        {row.name}
      </h3>
      <div className={styles.row}>
        {row.errors > 0 && (
          <Badge appearance="tint" color="danger">
            {t.errors(row.errors)}
          </Badge>
        )}
        {row.questions > 0 && (
          <Badge appearance="tint" color="warning">
            {t.questions(row.questions)}
          </Badge>
        )}
        {open === 0 && (
          <Badge appearance="tint" color="informative">
            {t.returned}
          </Badge>
        )}
      </div>
      <p className={styles.quiet}>{row.files.join(' · ')}</p>
      <div className={styles.row}>
        <Button icon={<ArrowDownloadRegular />} disabled={busy} onClick={onPack}>
          {t.one}
        </Button>
        {open > 0 && !locked && (
          <Button appearance="subtle" aria-label={t.recordFor(row.name)} disabled={busy} onClick={onRecord}>
            {t.record}
          </Button>
        )}
      </div>
      {locked && <p className={styles.quiet}>{t.approved}</p>}
    </div>
  );
}

function Cell({ item, many }: { item: NoticeItem; many: boolean }): React.JSX.Element {
  const t = useDeliveryStrings().returns;
  const styles = useStyles();
  const place = [t.place(item.sheet, item.cell), many ? item.file : '', t.figures(item.actual, item.expected)]
    .filter(Boolean)
    .join(' · ');
  return (
    <li className={styles.item}>
      <span>
        <Badge appearance="tint" color={item.kind === 'error' ? 'danger' : 'warning'}>
          {t.kind[item.kind]}
        </Badge>
      </span>
      <p className={styles.text}>{item.text}</p>
      <span className={`${styles.place} ${styles.quiet}`}>{place}</span>
    </li>
  );
}
