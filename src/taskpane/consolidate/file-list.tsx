import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { EditRegular } from '@fluentui/react-icons/svg/edit';
import { AT, queryOf } from '../shared/breakpoints';
import { memo, useState } from 'react';
import type { FileView } from '../../app/results/file-view';
import type { FileRow } from '../run/run-state';
import { useMedia } from '../shared/use-media';
import { useStrings } from '../strings/use-strings';
import { useGrowing } from '../shared/use-growing';
import { FileFilter, wantedRows, type WantedFiles } from './file-filter';
import { FileState } from './file-state';
import { MoreRows } from '../shared/more-rows';
import { CountBadges } from '../shared/severity';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
    alignItems: 'center',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    // What is out of sight is measured when it comes near.
    contentVisibility: 'auto',
    containIntrinsicBlockSize: 'auto 92px',
  },
  scroll: { overflow: 'auto' },
  // Widths that do not depend on the content: each of 190 rows that changes would else measure all of them.
  table: {
    width: '100%',
    tableLayout: 'fixed',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  th: {
    textAlign: 'left',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground3,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    whiteSpace: 'nowrap',
  },
  td: {
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalM}`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    verticalAlign: 'top',
  },
  row: { ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover } },
  name: { overflowWrap: 'anywhere' },
  strong: {
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  quiet: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  full: {
    gridColumn: '1 / -1',
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'center',
    justifyContent: 'space-between',
  },
  first: { width: '32%' },
  counts: { width: '20%' },
  state: { width: '112px' },
  small: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  reason: {
    gridColumn: '1 / -1',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  chips: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXXS },
  end: { width: '60px', paddingLeft: 0 },
  actions: { display: 'flex', justifyContent: 'flex-end' },
  link: { minWidth: 0, padding: 0, color: tokens.colorBrandForegroundLink },
});

/** What may be done about who sent a file; null where there is no register to choose from. */
export interface SenderChoice {
  choose(view: FileView): void;
  /** Takes the confirmation of this file back; null where there is none. */
  undo(file: string): (() => void) | null;
  /**
   * Senders that nobody doubts can be changed too; not always, so that the keyboard does not stop twice at every file.
   */
  changing: boolean;
}

interface Props {
  rows: readonly FileRow[];
  canRemove: boolean;
  onRemove(file: string): void;
  senders: SenderChoice | null;
}

export function FileList({ rows, canRemove, onRemove, senders }: Props): React.JSX.Element {
  const wide = useMedia(queryOf(AT.wide));
  const t = useStrings();
  const styles = useStyles();
  const [wanted, setWanted] = useState<WantedFiles>('all');
  // Files that are being read are all seen, whatever was wanted before.
  const chosen = rows.some((r) => r.state !== 'done') ? rows : wantedRows(rows, wanted);
  const growing = useGrowing(chosen.length, wanted);
  const drawn = chosen.slice(0, growing.shown);
  const filter = <FileFilter rows={rows} wanted={wanted} onWant={setWanted} />;
  if (!wide) {
    return (
      <>
        {filter}
        <ul className={styles.list} aria-label={t.merge.files}>
          {drawn.map((r) => (
            <Item key={r.file} row={r} canRemove={canRemove} onRemove={onRemove} senders={senders} />
          ))}
        </ul>
        <MoreRows growing={growing} />
      </>
    );
  }
  return (
    <div className={styles.scroll}>
      {filter}
      <table className={styles.table} aria-label={t.merge.files}>
        <thead>
          <tr>
            <th className={mergeClasses(styles.th, styles.first)} scope="col">
              {t.merge.agency}
            </th>
            <th className={styles.th} scope="col">
              {t.merge.appendices}
            </th>
            <th className={mergeClasses(styles.th, styles.counts)} scope="col">
              {t.merge.findings}
            </th>
            <th className={mergeClasses(styles.th, styles.state)} scope="col">
              {t.merge.state}
            </th>
            <td className={mergeClasses(styles.th, styles.end)} />
          </tr>
        </thead>
        <tbody>
          {drawn.map((r) => (
            <Row key={r.file} row={r} canRemove={canRemove} onRemove={onRemove} senders={senders} />
          ))}
        </tbody>
      </table>
      <MoreRows growing={growing} />
    </div>
  );
}

interface RowProps {
  row: FileRow;
  canRemove: boolean;
  onRemove(file: string): void;
  senders: SenderChoice | null;
}

const Row = memo(function Row({ row, canRemove, onRemove, senders }: RowProps) {
  const styles = useStyles();
  const { view } = row;
  return (
    <tr className={styles.row}>
      <td className={styles.td}>
        <Sender view={view} file={row.file} senders={senders} />
      </td>
      <td className={styles.td}>
        {view && <Appendices view={view} />}
        {view?.reason && <span className={styles.reason}>{view.reason}</span>}
      </td>
      <td className={styles.td}>{view?.counts && <CountBadges counts={view.counts} />}</td>
      <td className={styles.td}>
        <FileState row={row} />
      </td>
      <td className={mergeClasses(styles.td, styles.end)}>
        <span className={styles.actions}>
          <OtherSender view={view} senders={senders} />
          {canRemove && <Remove file={row.file} onRemove={onRemove} />}
        </span>
      </td>
    </tr>
  );
});

const Item = memo(function Item({ row, canRemove, onRemove, senders }: RowProps) {
  const styles = useStyles();
  const { view } = row;
  return (
    <li className={styles.item}>
      <Sender view={view} file={row.file} senders={senders} />
      <span className={styles.chips}>
        <FileState row={row} />
        <OtherSender view={view} senders={senders} />
        {canRemove && <Remove file={row.file} onRemove={onRemove} />}
      </span>
      {view?.reason && <span className={styles.reason}>{view.reason}</span>}
      {view && view.appendices.length > 0 && (
        <span className={styles.full}>
          <Appendices view={view} />
          {view.counts && <CountBadges counts={view.counts} all={false} />}
        </span>
      )}
    </li>
  );
});

function Sender({
  view,
  file,
  senders,
}: {
  view: FileView | null;
  file: string;
  senders: SenderChoice | null;
}): React.JSX.Element {
  const t = useStrings();
  const styles = useStyles();
  const name = view ? (view.agency?.name ?? t.merge.agencyUnknown) : file;
  return (
    <div className={styles.name}>
      <div className={mergeClasses(styles.strong, view?.agency === null && styles.quiet)}>
        {name}
        {view?.agency && view.sender.state === 'doubtful' && (
          <span className={styles.quiet}> ({t.merge.agencyDoubtful})</span>
        )}
      </div>
      {view && <div className={styles.quiet}>{file}</div>}
      {view?.counts && senders && <SenderButton view={view} senders={senders} />}
    </div>
  );
}

/** Only where the sender is a question, or was answered by a person. */
function SenderButton({ view, senders }: { view: FileView; senders: SenderChoice }): React.JSX.Element | null {
  const t = useStrings();
  const styles = useStyles();
  const undo = senders.undo(view.file);
  if (undo) {
    return (
      <span className={styles.quiet}>
        {t.case.confirmed}{' '}
        <Button
          className={styles.link}
          appearance="transparent"
          size="small"
          aria-label={t.case.undoConfirmFile(view.file)}
          onClick={undo}
        >
          {t.case.undoConfirm}
        </Button>
      </span>
    );
  }
  if ((view.agency && view.sender.state === 'agreed') || view.status !== 'read') return null;
  return (
    <Button size="small" aria-label={t.case.confirmFile(view.file)} onClick={() => senders.choose(view)}>
      {t.case.confirm}
    </Button>
  );
}

/** A sender that the program is sure of may still be the wrong one. */
function OtherSender({
  view,
  senders,
}: {
  view: FileView | null;
  senders: SenderChoice | null;
}): React.JSX.Element | null {
  const t = useStrings();
  if (!senders?.changing || !view?.counts || !view.agency || view.sender.state !== 'agreed' || senders.undo(view.file))
    return null;
  return (
    <Button
      appearance="subtle"
      size="small"
      icon={<EditRegular />}
      title={t.case.otherSender}
      aria-label={`${t.case.otherSender}: ${view.file}`}
      onClick={() => senders.choose(view)}
    />
  );
}

/** "Phụ lục 1, 2, 3, 4"; those that do not count say why. */
function Appendices({ view }: { view: FileView }): React.JSX.Element {
  const t = useStrings();
  const styles = useStyles();
  const counted = view.appendices.filter((a) => a.use === 'own').map((a) => a.short);
  const others = view.appendices.filter((a) => a.use !== 'own').map((a) => `${a.short} (${t.merge.use[a.use]})`);
  return (
    <span className={styles.small} title={view.appendices.map((a) => `${a.short}: ${a.sheet}!${a.range}`).join('\n')}>
      {t.merge.list(counted)}
      {others.length > 0 && (
        <span className={styles.quiet}>
          {counted.length > 0 && '; '}
          {others.join('; ')}
        </span>
      )}
    </span>
  );
}

function Remove({ file, onRemove }: { file: string; onRemove(file: string): void }): React.JSX.Element {
  const t = useStrings();
  return (
    <Button
      appearance="subtle"
      size="small"
      icon={<DismissRegular />}
      aria-label={t.merge.remove(file)}
      onClick={() => onRemove(file)}
    />
  );
}
