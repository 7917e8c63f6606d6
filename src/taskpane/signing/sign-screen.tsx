import { Button, Spinner, Tab, TabList, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { AT } from '../shared/breakpoints';
import { useEffect, useRef, useState } from 'react';
import type { SignNoteKind } from '../../app/signing/sign-notes';
import type { SignPreview, SignStart } from '../../app/signing/sign-views';
import type { Engine, RunView } from '../../app/calls/engine-calls';
import type { Severity } from '../../core/model/issue';
import { useAttempt } from '../shared/failures';
import { AnswerState } from '../shared/answer-state';
import { Card } from '../shared/card';
import { Notice } from '../shared/notice';
import type { Zoom } from '../shared/paper';
import { PrintPage } from './print-page';
import { SeverityIcon } from '../shared/severity';
import { SignFields } from './sign-fields';
import { ZoomChoice } from '../shared/zoom-choice';
import type { CaseWork } from '../case/use-case';
import { useSign, type Signing } from './use-sign';
import { useDeliveryStrings } from '../strings/use-delivery-strings';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    gridTemplateColumns: 'minmax(0, 1fr)',
    [AT.beside]: {
      gridTemplateColumns: '340px minmax(0, 1fr)',
      alignItems: 'start',
      gap: tokens.spacingHorizontalL,
    },
  },
  side: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  between: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    alignItems: 'center',
    justifyContent: 'space-between',
  },
  tabs: { flexWrap: 'wrap', minWidth: 0, maxWidth: '100%' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    outlineStyle: 'none',
  },
  line: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  notes: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
  note: {
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 1fr)',
    gap: tokens.spacingHorizontalS,
    overflowWrap: 'anywhere',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  good: { color: tokens.colorPaletteGreenForeground1 },
  buttons: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, alignItems: 'stretch' },
  backdrop: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusLarge,
    padding: tokens.spacingHorizontalS,
    minWidth: 0,
  },
});

/** An error nobody mended is grave; what was adjusted or is not approved is to be known. */
const SEVERITY: Record<SignNoteKind, Severity> = {
  errors: 'error',
  pending: 'error',
  missing: 'warning',
  'not-approved': 'info',
  'rules-off': 'warning',
  adjusted: 'info',
};

interface Props {
  engine: Engine;
  run: RunView;
  cases: Pick<CaseWork, 'settle'>;
  onBack(): void;
}

/** The set to sign: what is to be known first, what is filled in, the pages, the files. */
export default function SignScreen({ engine, run, cases, onBack }: Props): React.JSX.Element {
  const s = useDeliveryStrings().sign;
  const styles = useStyles();
  const signing = useSign({ engine, run, settle: cases.settle });
  const { start, preview } = signing;
  useKeptOnLeaving(signing.keep);
  return (
    <div className={styles.root}>
      <div className={styles.side}>
        <Head onBack={onBack} />
        {start ? (
          <Before start={start} />
        ) : (
          <AnswerState answer={{ failure: signing.startFailure, again: signing.retry }} />
        )}
        <Form signing={signing} />
      </div>
      {start?.blocked === null && (
        <Card title={s.pages}>
          {preview ? (
            <Pages preview={preview} />
          ) : (
            <>
              {signing.previewFailure === null ? (
                <p className={styles.line} role="status">
                  {s.drawing}
                </p>
              ) : (
                <AnswerState answer={{ failure: signing.previewFailure, again: signing.retry }} />
              )}
            </>
          )}
        </Card>
      )}
    </div>
  );
}

/** What was filled in is kept when the person goes elsewhere, by whatever way. */
function useKeptOnLeaving(keepNow: () => Promise<void>): void {
  const attempt = useAttempt();
  const keep = useRef(keepNow);
  useEffect(() => {
    keep.current = keepNow;
  }, [keepNow]);
  useEffect(
    () => () => {
      attempt(() => keep.current());
    },
    [attempt],
  );
}

function Head({ onBack }: Pick<Props, 'onBack'>): React.JSX.Element {
  const t = useDeliveryStrings();
  const styles = useStyles();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus();
  }, []);
  return (
    <Card>
      <div className={styles.row}>
        <Button size="small" appearance="subtle" icon={<ArrowLeftRegular />} onClick={onBack}>
          {t.back}
        </Button>
        <h2 ref={title} tabIndex={-1} className={styles.title}>
          {t.sign.title}
        </h2>
      </div>
      <p className={styles.line}>{t.sign.lead}</p>
    </Card>
  );
}

/** What is to be known before anybody signs. */
function Before({ start }: { start: SignStart }): React.JSX.Element {
  const s = useDeliveryStrings().sign;
  const styles = useStyles();
  return (
    <Card title={s.before}>
      {start.blocked && <Notice intent="error">{s.blocked[start.blocked]}</Notice>}
      <ul className={styles.notes}>
        {start.notes.map((n) => (
          <li key={n.kind} className={styles.note}>
            <SeverityIcon severity={SEVERITY[n.kind]} />
            <span>{s.note(n)}</span>
          </li>
        ))}
        {start.notes.length === 0 && !start.blocked && (
          <li className={styles.note}>
            <CheckmarkCircleFilled className={styles.good} fontSize={16} aria-hidden />
            <span>{s.nothingToSay}</span>
          </li>
        )}
      </ul>
    </Card>
  );
}

/** What is filled in, and the files made with it. */
function Form({ signing }: { signing: Signing }): React.JSX.Element {
  const t = useDeliveryStrings();
  const s = t.sign;
  const attempt = useAttempt();
  const styles = useStyles();
  const { start, form } = signing;
  const off = !form || signing.busy || start === null || start.blocked !== null;
  return (
    <Card title={s.form}>
      {form && <SignFields form={form} onChange={signing.setForm} />}
      {signing.failure && (
        <Notice intent="error" onClose={signing.clear}>
          {t.failed(signing.failure)}
        </Notice>
      )}
      {signing.done && (
        <Notice intent="success" onClose={signing.clear}>
          {s.done(signing.done)}
        </Notice>
      )}
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          icon={signing.busy ? <Spinner size="tiny" /> : <ArrowDownloadRegular />}
          disabled={off}
          onClick={() => attempt(() => signing.download('xlsx'))}
        >
          {signing.busy ? s.working : s.xlsx}
        </Button>
        <Button icon={<ArrowDownloadRegular />} disabled={off} onClick={() => attempt(() => signing.download('docx'))}>
          {s.docx}
        </Button>
      </div>
    </Card>
  );
}

function Pages({ preview }: { preview: SignPreview }): React.JSX.Element | null {
  const t = useDeliveryStrings();
  const styles = useStyles();
  const [name, setName] = useState<string | null>(null);
  const [zoom, setZoom] = useState<Zoom>('fit');
  const sheet = preview.sheets.find((x) => x.name === name) ?? preview.sheets[0];
  if (!sheet) return null;
  return (
    <>
      <div className={styles.between}>
        <TabList
          size="small"
          className={styles.tabs}
          selectedValue={sheet.name}
          onTabSelect={(_, d) => setName(String(d.value))}
          aria-label={t.sign.sheets}
        >
          {preview.sheets.map((x) => (
            <Tab key={x.name} value={x.name}>
              {x.name}
            </Tab>
          ))}
        </TabList>
        <ZoomChoice zoom={zoom} onChoose={setZoom} />
      </div>
      <div className={styles.backdrop}>
        {sheet.pages.map((p) => (
          <PrintPage
            key={p.number}
            sheet={sheet}
            page={p}
            styles={preview.styles}
            label={t.pageOf(sheet.name, p.number, sheet.pages.length)}
            zoom={zoom}
          />
        ))}
      </div>
    </>
  );
}
