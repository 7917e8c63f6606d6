import { useCallback, useEffect } from 'react';
import { lazyPart } from '../shared/lazy-part';
import { CheckScreen } from '../check/check-screen';
import { MergeScreen } from '../consolidate/merge-screen';
import type { ReviewPanelName } from '../review/use-review';
import { useServices } from '../shared/services';
import type { Work } from './use-work';

const loadResults = (): Promise<typeof import('../results/results-screen')> => import('../results/results-screen');
const loadFindings = (): Promise<typeof import('../findings/findings-screen')> => import('../findings/findings-screen');
const ResultsScreen = lazyPart(loadResults);
const FindingsScreen = lazyPart(loadFindings);
const BoardScreen = lazyPart(() => import('../board/board-screen'));
const ReviewLinks = lazyPart(() => import('../review/review-links'));

/** The screen of the chosen tab. `traced` counts the figures asked for from elsewhere: each begins a fresh screen. */
export function Screens({ work, traced }: { work: Work; traced: number }): React.JSX.Element {
  const { engine } = useServices();
  const { run, cases, place } = work;
  const { open } = work.review;
  const reading = run.rows.length > 0;
  useEffect(() => {
    // Where this fails, the screen says so when it is opened, and loads it anew.
    if (reading) void Promise.allSettled([loadResults(), loadFindings()]);
  }, [reading]);
  // The rows of the board are drawn again only when what they are given changes.
  const openVersions = useCallback(() => open('versions'), [open]);
  switch (place.screen) {
    case 'check':
      return <CheckScreen check={work.check} facts={run.facts} />;
    case 'merge':
      return (
        <MergeScreen
          run={run}
          cases={cases}
          output={work.output}
          intake={work.intake}
          extras={<Links work={work} only={['versions', 'doubles', 'control', 'rules']} always={['compare']} />}
          onSample={work.trySample}
          onSettings={place.openSettings}
          onResults={() => place.go('results')}
          onFindings={() => place.go('findings')}
        />
      );
    case 'results':
      return (
        <ResultsScreen
          key={traced}
          run={run.run}
          cases={cases}
          tracing={work.tracing}
          extras={run.run && <Links work={work} only={['rules']} always={['compare', 'control']} bar />}
          onMerge={() => place.go('merge')}
        />
      );
    case 'findings':
      return (
        <FindingsScreen
          run={run.run}
          facts={run.facts}
          cases={cases}
          input={run.input}
          extras={<Links work={work} only={['doubles']} always={['rules']} bar />}
        />
      );
    case 'board':
      return (
        <BoardScreen
          engine={engine}
          run={run.run}
          hasRegister={Boolean(run.settings?.register)}
          cases={cases}
          input={run.input}
          extras={<Links work={work} only={['versions']} bar />}
          onVersions={openVersions}
        />
      );
  }
}

interface LinksProps {
  work: Work;
  only: readonly ReviewPanelName[];
  always?: readonly ReviewPanelName[];
  bar?: boolean;
}

function Links({ work: { run, review }, ...which }: LinksProps): React.JSX.Element | null {
  return run.run ? <ReviewLinks run={run.run} onOpen={review.open} {...which} /> : null;
}
