import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Suspense, lazy, useState } from 'react';
import { useServices } from '../shared/services';
import type { Preferences } from '../shared/use-preferences';
import { Header } from './header';
import { Notices } from './notices';
import { Screens } from './screens';
import { Settings } from './settings';
import { Spoken } from './spoken';
import { useWork, type Work } from './use-work';

/** What the first look does not need comes when it is asked for. */
const KeptCaseCard = lazy(() => import('../case/kept-case-card'));
const ResumeCard = lazy(() => import('../case/resume-card'));
const ReviewPanel = lazy(() => import('../review/review-panel'));
const DecisionDialog = lazy(() => import('../case/decision-dialog'));

const useStyles = makeStyles({
  root: { minHeight: '100vh', backgroundColor: tokens.colorNeutralBackground3, color: tokens.colorNeutralForeground1 },
  main: {
    padding: tokens.spacingHorizontalM,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    maxWidth: '1440px',
    margin: '0 auto',
    boxSizing: 'border-box',
    outlineStyle: 'none',
    '@media (min-width: 760px)': { padding: tokens.spacingHorizontalL },
  },
  stack: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
  away: { display: 'none' },
});

/** The page: header, what is to be known, the screen, and the question that is open. */
export function Shell({ preferences }: { preferences: Preferences }): React.JSX.Element {
  const styles = useStyles();
  const { engine, workbook } = useServices();
  const work = useWork(preferences);
  const [traced, setTraced] = useState(0);
  const { place, run, cases, review, senders, tracing } = work;
  return (
    <div className={styles.root}>
      <Header
        screen={place.settings ? null : place.screen}
        inExcel={workbook !== null}
        onScreen={place.go}
        onSettings={place.flipSettings}
      />
      <main className={styles.main} tabIndex={-1}>
        <Notices failure={work.failure} onClose={work.clearFailure} />
        {review.panel && (
          <Suspense fallback={null}>
            <ReviewPanel
              engine={engine}
              run={run.run}
              cases={cases}
              review={review}
              onTrace={(figure) => {
                void tracing.show(figure);
                setTraced(traced + 1);
                place.go('results');
              }}
              onRegister={preferences.setRegister}
            />
          </Suspense>
        )}
        <div className={mergeClasses(styles.stack, review.panel !== null && styles.away)}>
          <EarlierWork work={work} />
          {place.settings ? (
            <Settings work={work} preferences={preferences} />
          ) : (
            <Screens work={work} traced={traced} />
          )}
        </div>
      </main>
      {cases.question && (
        <Suspense fallback={null}>
          <DecisionDialog engine={engine} question={cases.question} cases={cases} senders={senders} />
        </Suspense>
      )}
      <Spoken run={run} said={cases.said} />
    </div>
  );
}

/** Work of earlier visits that can be taken up: kept on this machine, or in the open workbook. */
function EarlierWork({ work: { place, drafts, keptCase, cases, run } }: { work: Work }): React.JSX.Element {
  const atFiles = !place.settings && place.screen === 'merge';
  return (
    <>
      {atFiles && (drafts.offers.length > 0 || drafts.told !== null) && (
        <Suspense fallback={null}>
          <ResumeCard drafts={drafts} hasFiles={run.rows.length > 0} />
        </Suspense>
      )}
      {(keptCase.offer || keptCase.failure || cases.opened) && (
        <Suspense fallback={null}>
          <KeptCaseCard kept={keptCase} cases={cases} run={run} atFiles={atFiles} onTakenUp={() => place.go('merge')} />
        </Suspense>
      )}
    </>
  );
}
