import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { AT, queryOf } from '../shared/breakpoints';
import { useEffect, useRef, type RefObject } from 'react';
import type { Engine, RunView } from '../../app/calls/engine-calls';
import type { InputFile } from '../../app/ports';
import type { NoticeRow } from '../../app/returns/notice-views';
import type { CaseWork } from '../case/use-case';
import { AnswerState } from '../shared/answer-state';
import { useAttempt } from '../shared/failures';
import { Card } from '../shared/card';
import { EmptyState } from '../shared/empty-state';
import { useMedia } from '../shared/use-media';
import { useDeliveryStrings } from '../strings/use-delivery-strings';
import { AgencyList } from './agency-list';
import { LetterFields } from './letter-fields';
import { PackState } from './pack-state';
import { ReturnDetail } from './return-detail';
import { ReturnsSummary } from './returns-summary';
import { openFiles, useReturnList } from './use-return-list';
import { useReturns, type Returns } from './use-returns';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)' },
  split: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    gridTemplateColumns: 'minmax(0, 1fr)',
    [AT.beside]: {
      gridTemplateColumns: '300px minmax(0, 1fr)',
      alignItems: 'start',
      gap: tokens.spacingHorizontalL,
    },
  },
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
    maxWidth: '90ch',
  },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  side: {
    [AT.beside]: {
      position: 'sticky',
      top: '64px',
      maxHeight: 'calc(100vh - 80px)',
      overflow: 'auto',
      borderRadius: tokens.borderRadiusXLarge,
    },
  },
  narrowOff: { [AT.noBeside]: { display: 'none' } },
  wideOff: { [AT.beside]: { display: 'none' } },
});

interface Props {
  engine: Engine;
  run: RunView;
  cases: CaseWork;
  input(file: string): InputFile | undefined;
  /** Agency to show first. */
  first: string | null;
  onBack(): void;
}

/** What goes back to the agencies: letters, messages, copies with notes; for one or for all. */
export default function ReturnsScreen({ engine, run, cases, input, first, onBack }: Props): React.JSX.Element {
  const styles = useStyles();
  const returns = useReturns({ engine, run, input });
  const { view } = returns;
  const list = useReturnList(view, first);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (first === null) title.current?.focus();
  }, [first]);
  const wide = useMedia(queryOf(AT.beside));
  const head = <Head title={title} onBack={onBack} />;
  if (!view || view.rows.length === 0) {
    return (
      <div className={styles.root}>
        <Card>
          {head}
          <Nothing returns={returns} />
        </Card>
      </div>
    );
  }
  // Where there is room beside the list, the first is shown without being asked for.
  const current = list.rows.find((x) => x.key === list.chosen) ?? (wide ? list.shown[0] : undefined) ?? null;
  return (
    <div className={styles.root}>
      <Card>
        {head}
        <ReturnsSummary
          view={view}
          run={run}
          returns={returns}
          list={list}
          ask={cases.ask}
          away={list.chosen !== null && current !== null}
        />
        <PackState returns={returns} />
        <LetterFields form={returns.form} defaults={view.defaults} onChange={returns.setForm} />
      </Card>
      <div className={styles.split}>
        <div className={mergeClasses(styles.side, current !== null && styles.narrowOff)}>
          <AgencyList list={list} current={current} />
        </div>
        <div className={mergeClasses(!current && styles.narrowOff)}>
          <Card>
            {current && (
              <Current
                {...{ engine, run, cases, returns }}
                row={current}
                takeFocus={list.chosen !== null}
                onList={list.toList}
              />
            )}
            {!current && <Choose />}
          </Card>
        </div>
      </div>
    </div>
  );
}

/** The agency that is looked at, with the way back to the list on a narrow pane. */
function Current({
  engine,
  run,
  cases,
  returns,
  row,
  takeFocus,
  onList,
}: Pick<Props, 'engine' | 'run' | 'cases'> & {
  returns: Returns;
  row: NoticeRow;
  takeFocus: boolean;
  onList(): void;
}): React.JSX.Element {
  const t = useDeliveryStrings().returns;
  const styles = useStyles();
  const attempt = useAttempt();
  const files = openFiles([row]);
  return (
    <>
      <div className={styles.wideOff}>
        <Button size="small" appearance="subtle" icon={<ArrowLeftRegular />} onClick={onList}>
          {t.toList}
        </Button>
      </div>
      <ReturnDetail
        key={row.key}
        engine={engine}
        row={row}
        takeFocus={takeFocus}
        letter={returns.letter}
        locked={run.case.approved.includes(row.key)}
        busy={returns.progress !== null}
        onPack={() => attempt(() => returns.pack([row], null))}
        onRecord={() => cases.ask({ kind: 'return', files, about: `${row.name}: ${files.join(', ')}` })}
      />
    </>
  );
}

function Choose(): React.JSX.Element {
  const styles = useStyles();
  return <p className={styles.line}>{useDeliveryStrings().returns.choose}</p>;
}

/** Before the list is there, and where it is empty. */
function Nothing({ returns }: { returns: Returns }): React.JSX.Element {
  const t = useDeliveryStrings().returns;
  if (returns.view)
    return <EmptyState icon={<CheckmarkCircleRegular fontSize={48} />} title={t.noneTitle} text={t.none} />;
  return <AnswerState answer={returns.answer} />;
}

/** The same element from the first look on, so that the focus stays where it was put. */
function Head({ title, onBack }: { title: RefObject<HTMLHeadingElement | null>; onBack(): void }): React.JSX.Element {
  const t = useDeliveryStrings();
  const styles = useStyles();
  return (
    <div className={styles.row}>
      <Button size="small" appearance="subtle" icon={<ArrowLeftRegular />} onClick={onBack}>
        {t.back}
      </Button>
      <h2 ref={title} tabIndex={-1} className={styles.title}>
        {t.returns.title}
      </h2>
    </div>
  );
}
