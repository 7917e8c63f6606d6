import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { AT } from '../shared/breakpoints';
import { useState } from 'react';
import { lazyPart } from '../shared/lazy-part';
import { useAttempt } from '../shared/failures';
import { useServices } from '../shared/services';
import type { Preferences } from '../shared/use-preferences';
import { Notice } from '../shared/notice';
import { ReloadContext } from '../shared/reload-context';
import { useStrings } from '../strings/use-strings';
import { useReload } from './use-reload';
import { ErrorBoundary } from './error-boundary';
import { Header } from './header';
import { Notices } from './notices';
import { Screens } from './screens';
import { Settings } from './settings';
import { Spoken } from './spoken';
import { useWork, type Work } from './use-work';

/** What the first look does not need comes when it is asked for. */
const KeptCaseCard = lazyPart(() => import('../case/kept-case-card'));
const ResumeCard = lazyPart(() => import('../case/resume-card'));
const ReviewPanel = lazyPart(() => import('../review/review-panel'));
const DecisionDialog = lazyPart(() => import('../case/decision-dialog'));

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
    [AT.wide]: { padding: tokens.spacingHorizontalL },
  },
  stack: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
  away: { display: 'none' },
  // A frame round the window while files are dragged over it; the drop passes through it.
  over: {
    position: 'fixed',
    inset: 0,
    zIndex: 20,
    pointerEvents: 'none',
    border: `${tokens.strokeWidthThickest} solid ${tokens.colorBrandStroke1}`,
  },
});

/** The page: header, what is to be known, the screen, and the question that is open. */
export function Shell({ preferences }: { preferences: Preferences }): React.JSX.Element {
  const styles = useStyles();
  const t = useStrings().failures;
  const { engine, workbook } = useServices();
  const work = useWork(preferences);
  const attempt = useAttempt();
  const [traced, setTraced] = useState(0);
  const { place, run, cases, review, senders, tracing } = work;
  const { reload, takenUp, clearTakenUp } = useReload(engine, run, cases);
  return (
    <ReloadContext.Provider value={reload}>
      <div className={styles.root}>
        <Header
          screen={place.settings ? null : place.screen}
          inExcel={workbook !== null}
          onScreen={place.go}
          onSettings={place.flipSettings}
        />
        <main className={styles.main} tabIndex={-1}>
          <Notices run={run} />
          {takenUp && (
            <Notice intent={takenUp.withCase ? 'success' : 'warning'} onClose={clearTakenUp}>
              {takenUp.withCase ? t.takenUp(takenUp.files) : t.takenUpNoCase(takenUp.files)}
            </Notice>
          )}
          {review.panel && (
            <ReviewPanel
              engine={engine}
              run={run.run}
              cases={cases}
              review={review}
              onTrace={(figure) => {
                attempt(() => tracing.show(figure));
                setTraced(traced + 1);
                place.go('results');
              }}
              onRegister={preferences.setRegister}
            />
          )}
          <div className={mergeClasses(styles.stack, review.panel !== null && styles.away)}>
            <EarlierWork work={work} />
            {/* A fault of one screen leaves the tabs and the other screens. */}
            <ErrorBoundary key={place.settings ? 'settings' : place.screen}>
              {place.settings ? (
                <Settings work={work} preferences={preferences} />
              ) : (
                <Screens work={work} traced={traced} />
              )}
            </ErrorBoundary>
          </div>
        </main>
        {cases.question && <DecisionDialog engine={engine} question={cases.question} cases={cases} senders={senders} />}
        {work.intake.over && <div className={styles.over} aria-hidden data-testid="drop-anywhere" />}
        <Spoken run={run} said={cases.said} />
      </div>
    </ReloadContext.Provider>
  );
}

/** Work of earlier visits that can be taken up: kept on this machine, or in the open workbook. */
function EarlierWork({ work: { place, drafts, keptCase, cases, run } }: { work: Work }): React.JSX.Element {
  const atFiles = !place.settings && place.screen === 'merge';
  return (
    <>
      {(drafts.apart || (atFiles && (drafts.offers.length > 0 || drafts.told !== null))) && (
        <ResumeCard drafts={drafts} hasFiles={run.rows.length > 0} />
      )}
      {(keptCase.offer || keptCase.failure || cases.opened) && (
        <KeptCaseCard kept={keptCase} cases={cases} run={run} atFiles={atFiles} onTakenUp={() => place.go('merge')} />
      )}
    </>
  );
}
