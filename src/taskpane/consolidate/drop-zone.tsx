import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { DocumentAddRegular } from '@fluentui/react-icons/svg/document-add';
import { FolderOpenRegular } from '@fluentui/react-icons/svg/folder-open';
import { useEffect, useRef, type ChangeEvent, type ReactNode } from 'react';
import { fromList } from './collect-files';
import type { Intake } from './use-intake';
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
  intake: Intake;
  children?: ReactNode;
}

/** Where files and folders are chosen; what is dropped anywhere on the page comes in too. */
export function DropZone({ small, intake, children }: Props): React.JSX.Element {
  const t = useStrings();
  const styles = useStyles();
  const { over, left } = intake;
  return (
    <div className={mergeClasses(styles.zone, small && styles.small, over && styles.over)} data-testid="drop-zone">
      <h2 className={mergeClasses(styles.title, small && styles.titleSmall)}>
        {over ? t.merge.dropNow : t.merge.dropTitle}
      </h2>
      {!small && <p className={styles.hint}>{t.merge.dropHint}</p>}
      <Pickers small={small} intake={intake} />
      {left.length > 0 && (
        <Notice intent="info" title={t.keeping.leftOut(left.length)} onClose={intake.clearLeft}>
          {left.slice(0, 5).join(', ')}
          {left.length > 5 && '…'}. {t.keeping.leftOutHint}
          {left.some((n) => /\.json$/i.test(n)) && ` ${t.keeping.leftOutCase}`}
        </Notice>
      )}
      {children}
    </div>
  );
}

/** Buttons that open the pickers of files and of a folder. */
function Pickers({ small, intake }: Pick<Props, 'small' | 'intake'>): React.JSX.Element {
  const t = useStrings();
  const styles = useStyles();
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  useEffect(() => {
    folder.current?.setAttribute('webkitdirectory', '');
  }, []);
  const picked = (event: ChangeEvent<HTMLInputElement>): void => {
    intake.take(fromList(event.target.files ?? []));
    event.target.value = '';
  };
  const hidden = { className: styles.hidden, type: 'file', multiple: true, onChange: picked, tabIndex: -1 } as const;
  return (
    <>
      <div className={styles.buttons}>
        <Button
          appearance={small ? 'secondary' : 'primary'}
          size={small ? 'small' : 'medium'}
          icon={<DocumentAddRegular />}
          onClick={() => files.current?.click()}
        >
          {t.merge.pickFiles}
        </Button>
        <Button size={small ? 'small' : 'medium'} icon={<FolderOpenRegular />} onClick={() => folder.current?.click()}>
          {t.merge.pickFolder}
        </Button>
      </div>
      <input ref={files} {...hidden} accept={ACCEPT} data-testid="pick-files" aria-hidden />
      <input ref={folder} {...hidden} data-testid="pick-folder" aria-hidden />
    </>
  );
}
