import { Button, FluentProvider, Tab, TabList, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { SettingsRegular } from '@fluentui/react-icons/svg/settings';
import { Suspense, lazy, useCallback, useEffect, useState } from 'react';
import { WIDE } from '../consolidate/file-list';
import { JournalCard } from '../case/journal-card';
import { Notice } from '../shared/notice';
import { CheckScreen } from '../check/check-screen';
import { FindingsScreen } from '../findings/findings-screen';
import { MergeScreen } from '../consolidate/merge-screen';
import { ResultsScreen } from '../results/results-screen';
import { SettingsScreen } from '../settings/settings-screen';
import { ServicesContext, useServices, type Services } from '../shared/services';
import { useCase } from '../case/use-case';
import { useCheck } from '../check/use-check';
import type { Screen } from './screen';
import { useCommands } from './use-commands';
import { useKeptCase } from '../case/use-kept-case';
import { useMedia } from '../shared/use-media';
import { useOutput } from '../consolidate/use-output';
import { usePreferences, type Preferences } from '../shared/use-preferences';
import { useDrafts } from '../case/use-drafts';
import { useRun } from '../run/use-run';
import { useSenderMemory } from '../case/use-sender-memory';
import { useReview, type ReviewPanelName } from '../review/use-review';
import { useTrace } from '../results/use-trace';
import { en } from '../strings/en';
import { StringsContext, useStrings } from '../strings/use-strings';
import { vi } from '../strings/vi';
import { ThemeNameContext, THEMES } from '../shared/theme';

/** What the first look does not need comes when it is asked for. */
const KeptCaseCard = lazy(() => import('../case/kept-case-card'));
const UndoCard = lazy(() => import('../consolidate/undo-card'));
const BoardScreen = lazy(() => import('../board/board-screen'));
const ReviewPanel = lazy(() => import('../review/review-panel'));
const ReviewLinks = lazy(() => import('../review/review-links'));
const SettingsMore = lazy(() => import('../settings/settings-more'));
const ResumeCard = lazy(() => import('../case/resume-card'));
const DecisionDialog = lazy(() => import('../case/decision-dialog'));

const useStyles = makeStyles({
  root: { minHeight: '100vh', backgroundColor: tokens.colorNeutralBackground3, color: tokens.colorNeutralForeground1 },
  header: {
    position: 'sticky',
    top: 0,
    zIndex: 10,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} 0 ${tokens.spacingHorizontalM}`,
    '@media (min-width: 760px)': { padding: `0 ${tokens.spacingHorizontalL}`, minHeight: '48px', flexWrap: 'nowrap' },
  },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    flexGrow: 1,
    whiteSpace: 'nowrap',
    '@media (min-width: 760px)': { flexGrow: 0 },
  },
  tabs: {
    order: 3,
    flexWrap: 'wrap',
    width: '100%',
    marginLeft: `calc(-1 * ${tokens.spacingHorizontalSNudge})`,
    '@media (min-width: 760px)': { order: 0, width: 'auto', flexGrow: 1, marginLeft: 0 },
  },
  tab: {
    '@media (max-width: 759px)': {
      paddingLeft: tokens.spacingHorizontalXS,
      paddingRight: tokens.spacingHorizontalXS,
      '& > span': { fontSize: tokens.fontSizeBase200 },
    },
  },
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
  spoken: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

/** The whole page; `services` says what stands behind it. */
export function App({ services }: { services: Services }): React.JSX.Element {
  const preferences = usePreferences(services.officeTheme);
  const { language, theme } = preferences;
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <FluentProvider theme={THEMES[theme]}>
      <ServicesContext.Provider value={services}>
        <StringsContext.Provider value={language === 'en' ? en : vi}>
          <ThemeNameContext.Provider value={theme}>
            <Shell preferences={preferences} />
          </ThemeNameContext.Provider>
        </StringsContext.Provider>
      </ServicesContext.Provider>
    </FluentProvider>
  );
}

function Shell({ preferences }: { preferences: Preferences }): React.JSX.Element {
  const t = useStrings();
  const styles = useStyles();
  const { engine, workbook, sample, officeMissing, tooOld } = useServices();
  const wide = useMedia(WIDE);
  const [chosen, setChosen] = useState<Screen | null>(null);
  const [settings, setSettings] = useState(false);
  const [told, setTold] = useState(false);
  const [traced, setTraced] = useState(0);
  const [bug, setBug] = useState<string | null>(null);
  const run = useRun(engine, preferences.engine);
  const cases = useCase(engine, run);
  const drafts = useDrafts(engine, run, cases, preferences.keepDrafts);
  const senders = useSenderMemory(engine, preferences);
  const review = useReview();
  const check = useCheck(engine, workbook, preferences.engine);
  const { refreshSteps } = check;
  const keptCase = useKeptCase(workbook, cases.openText);
  const { forget } = keptCase;
  const { kept } = cases;
  const wrote = useCallback(
    ({ caseKept }: { caseKept: boolean }) => {
      void refreshSteps();
      if (caseKept) {
        kept();
        forget();
      }
    },
    [refreshSteps, kept, forget],
  );
  const failed = useCallback((e: unknown) => setBug(e instanceof Error ? e.message : String(e)), []);
  const output = useOutput(engine, workbook, run.run?.period?.label ?? null, wrote, failed);
  const screen = chosen ?? (workbook ? 'check' : 'merge');
  const { leave } = review;
  const go = useCallback(
    (to: Screen) => {
      setSettings(false);
      leave();
      setChosen(to);
      window.scrollTo?.(0, 0);
    },
    [leave],
  );
  useCommands({ check, run, output, go });
  // Someone at work on findings is not taken away from them by a selection.
  const atFindings = screen === 'check' && check.view !== null;
  const selectedInExcel = useCallback(() => {
    if (!atFindings) go('results');
  }, [atFindings, go]);
  const tracing = useTrace(engine, workbook, run.run, selectedInExcel);
  const { setRegister, register } = preferences;
  const { add } = run;
  const trySample = async (): Promise<void> => {
    if (register.kind === 'none') setRegister({ kind: 'built-in', id: 'khanh-hoa-2020' });
    await add(await sample!());
  };
  const { open } = review;
  const openVersions = useCallback(() => open('versions'), [open]);
  const failure = run.failure ?? bug;
  const links = (which: {
    only: readonly ReviewPanelName[];
    always?: readonly ReviewPanelName[];
    bar?: boolean;
  }): React.JSX.Element | null =>
    run.run ? (
      <Suspense fallback={null}>
        <ReviewLinks run={run.run} onOpen={review.open} {...which} />
      </Suspense>
    ) : null;
  return (
    <div className={styles.root}>
      <header className={styles.header}>
        <h1 className={styles.name}>{t.appName}</h1>
        <TabList
          className={styles.tabs}
          size="small"
          selectedValue={settings ? null : screen}
          onTabSelect={(_, d) => go(d.value as Screen)}
          aria-label={t.tabs.label}
        >
          {workbook && (
            <Tab className={styles.tab} value="check">
              {t.tabs.check}
            </Tab>
          )}
          <Tab className={styles.tab} value="merge">
            {t.tabs.merge}
          </Tab>
          <Tab className={styles.tab} value="results">
            {t.tabs.results}
          </Tab>
          <Tab className={styles.tab} value="board" aria-label={t.tabs.board}>
            {wide ? t.tabs.board : t.tabs.boardShort}
          </Tab>
          <Tab className={styles.tab} value="findings">
            {t.tabs.findings}
          </Tab>
        </TabList>
        <Button
          appearance="subtle"
          icon={<SettingsRegular />}
          aria-label={t.settings}
          title={t.settings}
          aria-pressed={settings}
          onClick={() => {
            leave();
            setSettings(!settings);
          }}
        />
      </header>
      <main className={styles.main} tabIndex={-1}>
        {officeMissing && !told && (
          <Notice intent="warning" title={t.officeMissing.title} onClose={() => setTold(true)}>
            {t.officeMissing.text}
          </Notice>
        )}
        {tooOld && (
          <Notice intent="warning" title={t.hostFailed}>
            {tooOld.message}
          </Notice>
        )}
        {failure && (
          <Notice
            intent="error"
            title={t.engineFailed.title}
            onClose={() => {
              run.clearFailure();
              setBug(null);
            }}
          >
            {t.engineFailed.text(failure)}
          </Notice>
        )}
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
                go('results');
              }}
              onRegister={preferences.setRegister}
            />
          </Suspense>
        )}
        <div className={mergeClasses(styles.stack, review.panel !== null && styles.away)}>
          {!settings && screen === 'merge' && (drafts.offers.length > 0 || drafts.told !== null) && (
            <Suspense fallback={null}>
              <ResumeCard drafts={drafts} hasFiles={run.rows.length > 0} />
            </Suspense>
          )}
          {(keptCase.offer || keptCase.failure || cases.opened) && (
            <Suspense fallback={null}>
              <KeptCaseCard
                kept={keptCase}
                cases={cases}
                run={run}
                atFiles={!settings && screen === 'merge'}
                onTakenUp={() => go('merge')}
              />
            </Suspense>
          )}
          {settings && (
            <SettingsScreen preferences={preferences} info={run.settings} onClose={() => setSettings(false)} />
          )}
          {settings && (
            <Suspense fallback={null}>
              <SettingsMore
                preferences={preferences}
                info={run.settings}
                senders={senders}
                unkept={drafts.unkept}
                onOpen={review.open}
              />
            </Suspense>
          )}
          {settings && <JournalCard run={run.run} cases={cases} />}
          {settings && workbook && (
            <Suspense fallback={null}>
              <UndoCard workbook={workbook} onCleared={() => void refreshSteps()} />
            </Suspense>
          )}
          {!settings && screen === 'check' && <CheckScreen check={check} facts={run.facts} />}
          {!settings && screen === 'merge' && (
            <MergeScreen
              run={run}
              cases={cases}
              output={output}
              extras={links({ only: ['versions', 'doubles', 'control', 'rules'], always: ['compare'] })}
              onSample={trySample}
              onSettings={() => setSettings(true)}
              onResults={() => go('results')}
              onFindings={() => go('findings')}
            />
          )}
          {!settings && screen === 'results' && (
            <ResultsScreen
              key={traced}
              run={run.run}
              cases={cases}
              tracing={tracing}
              extras={links({ only: ['rules'], always: ['compare', 'control'], bar: true })}
              onMerge={() => go('merge')}
            />
          )}
          {!settings && screen === 'findings' && (
            <FindingsScreen
              run={run.run}
              facts={run.facts}
              cases={cases}
              input={run.input}
              extras={links({ only: ['doubles'], always: ['rules'], bar: true })}
            />
          )}
          {!settings && screen === 'board' && (
            <Suspense fallback={null}>
              <BoardScreen
                engine={engine}
                run={run.run}
                hasRegister={Boolean(run.settings?.register)}
                cases={cases}
                input={run.input}
                extras={links({ only: ['versions'], bar: true })}
                onVersions={openVersions}
              />
            </Suspense>
          )}
        </div>
      </main>
      {cases.question && (
        <Suspense fallback={null}>
          <DecisionDialog engine={engine} question={cases.question} cases={cases} senders={senders} />
        </Suspense>
      )}
      <div className={styles.spoken} role="status" aria-live="polite" data-testid="spoken">
        {cases.said || spoken(run, t)}
      </div>
    </div>
  );
}

/** What those who hear the page are told; every fifth file, so that the voice keeps up. */
function spoken(run: ReturnType<typeof useRun>, t: ReturnType<typeof useStrings>): string {
  if (run.phase === 'reading') return t.merge.reading(run.batch.done - (run.batch.done % 5), run.batch.total);
  if (run.phase === 'running') return t.merge.consolidating;
  if (run.phase === 'ready' && run.run) return t.dryRun.sentence(run.run.dryRun);
  return run.cancelled ? t.merge.cancelled : '';
}
