import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { DocumentAddRegular } from '@fluentui/react-icons/svg/document-add';
import { FolderOpenRegular } from '@fluentui/react-icons/svg/folder-open';
import { useEffect, useRef, useState, type ChangeEvent, type DragEvent, type ReactNode } from 'react';
import type { InputFile } from '../../app/ports';
import { fromDrop, fromList, type Collected } from './collect-files';
import { useStrings } from '../strings/use-strings';
import { Notice } from '../shared/notice';

/**
 * What can be read, and archives of it: what the picker offers. Anything may be dropped, and is told for what it is.
 */
const ACCEPT = '.xlsx,.xlsm,.xltx,.xlsb,.xls,.xlt,.et,.ods,.fods,.csv,.xml,.htm,.html,.mht,.mhtml,.docx,.docm,.zip';

const useStyles = makeStyles({
  zone: {
    border: `${tokens.strokeWidthThick} dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    textAlign: 'center',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalL}`,
    transitionProperty: 'background-color, border-color',
    transitionDuration: tokens.durationFast,
  },
  small: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}` },
  over: {
    border: `${tokens.strokeWidthThick} solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorBrandBackground2,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  titleSmall: { fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  hint: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    maxWidth: '52ch',
  },
  buttons: { display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: tokens.spacingHorizontalS },
  hidden: { display: 'none' },
});

interface Props {
  small: boolean;
  disabled: boolean;
  onFiles(files: InputFile[]): void;
  children?: ReactNode;
}

/** Takes files and folders, dropped anywhere on the page or chosen. */
export function DropZone({ small, disabled, onFiles, children }: Props): React.JSX.Element {
  const t = useStrings();
  const styles = useStyles();
  const [over, setOver] = useState(false);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  useEffect(() => {
    folder.current?.setAttribute('webkitdirectory', '');
  }, []);
  const [left, setLeft] = useState<readonly string[]>([]);
  const give = (given: Collected): void => {
    setLeft(given.left);
    if (given.files.length > 0) onFiles(given.files);
  };
  const picked = (event: ChangeEvent<HTMLInputElement>): void => {
    give(fromList(event.target.files ?? []));
    event.target.value = '';
  };
  const dropped = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    if (!disabled) void fromDrop(event.dataTransfer).then(give);
  };
  return (
    <div
      className={mergeClasses(styles.zone, small && styles.small, over && styles.over)}
      onDragOver={(e) => {
        e.preventDefault();
        setOver(!disabled);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={dropped}
      data-testid="drop-zone"
    >
      <h2 className={mergeClasses(styles.title, small && styles.titleSmall)}>
        {over ? t.merge.dropNow : t.merge.dropTitle}
      </h2>
      {!small && <p className={styles.hint}>{t.merge.dropHint}</p>}
      <div className={styles.buttons}>
        <Button
          appearance={small ? 'secondary' : 'primary'}
          size={small ? 'small' : 'medium'}
          icon={<DocumentAddRegular />}
          disabled={disabled}
          onClick={() => files.current?.click()}
        >
          {t.merge.pickFiles}
        </Button>
        <Button
          size={small ? 'small' : 'medium'}
          icon={<FolderOpenRegular />}
          disabled={disabled}
          onClick={() => folder.current?.click()}
        >
          {t.merge.pickFolder}
        </Button>
      </div>
      {left.length > 0 && (
        <Notice intent="info" title={t.keeping.leftOut(left.length)} onClose={() => setLeft([])}>
          {left.slice(0, 5).join(', ')}
          {left.length > 5 && '…'}. {t.keeping.leftOutHint}
          {left.some((n) => /\.json$/i.test(n)) && ` ${t.keeping.leftOutCase}`}
        </Notice>
      )}
      {children}
      <input
        ref={files}
        className={styles.hidden}
        type="file"
        multiple
        accept={ACCEPT}
        onChange={picked}
        data-testid="pick-files"
        aria-hidden
        tabIndex={-1}
      />
      <input
        ref={folder}
        className={styles.hidden}
        type="file"
        multiple
        onChange={picked}
        data-testid="pick-folder"
        aria-hidden
        tabIndex={-1}
      />
    </div>
  );
}
