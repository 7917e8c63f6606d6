import { Button, Switch, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { AT } from '../shared/breakpoints';
import type { NoticesView } from '../../app/returns/notice-views';
import type { RunView } from '../../app/calls/engine-calls';
import { useAttempt } from '../shared/failures';
import type { CaseWork } from '../case/use-case';
import { useDeliveryStrings } from '../strings/use-delivery-strings';
import { openFiles, type ReturnList } from './use-return-list';
import type { Returns } from './use-returns';

const useStyles = makeStyles({
  switch: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
  line: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    maxWidth: '90ch',
  },
  strong: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  narrowOff: { [AT.noBeside]: { display: 'none' } },
});

interface Props {
  view: NoticesView;
  run: RunView;
  returns: Returns;
  list: ReturnList;
  ask: CaseWork['ask'];
  /** On a narrow pane it makes room for the agency that is looked at. */ away: boolean;
}

/** How many agencies something goes back to, and what can be done for all of them. */
export function ReturnsSummary({ view, run, returns, list, ask, away }: Props): React.JSX.Element {
  const t = useDeliveryStrings().returns;
  const styles = useStyles();
  const attempt = useAttempt();
  const { rows, wrong } = list;
  const off = away ? styles.narrowOff : undefined;
  const busy = returns.progress !== null;
  const period = run.period ? ` - ${run.period.label}` : '';
  const open = rows.filter((x) => x.returned.length < x.files.length && !run.case.approved.includes(x.key));
  const recordAll = (): void => {
    const files = openFiles(open);
    ask({ kind: 'return', files, about: t.recordAbout(open.length, files.length) });
  };
  return (
    <>
      <p className={mergeClasses(styles.line, off)}>{t.lead}</p>
      <p className={mergeClasses(styles.strong, off)}>{t.summary(wrong, view.rows.length - wrong)}</p>
      {wrong < view.rows.length && (
        <Switch
          className={mergeClasses(styles.switch, off)}
          checked={list.asked}
          label={t.withQuestions}
          onChange={(_, d) => list.setAsked(d.checked)}
        />
      )}
      <div className={mergeClasses(styles.row, off)}>
        <Button
          appearance="primary"
          icon={<ArrowDownloadRegular />}
          disabled={busy || rows.length === 0}
          onClick={() => attempt(() => returns.pack(rows, `${t.zipName}${period}`.replace(/[\\/:*?"<>|]/g, '-')))}
        >
          {t.all(rows.length)}
        </Button>
        {open.length > 0 && (
          <Button disabled={busy} onClick={recordAll}>
            {t.recordAll(open.length)}
          </Button>
        )}
      </div>
    </>
  );
}
