import { Suspense, lazy } from 'react';
import { JournalCard } from '../case/journal-card';
import { SettingsScreen } from '../settings/settings-screen';
import { useServices } from '../shared/services';
import type { Preferences } from '../shared/use-preferences';
import type { Work } from './use-work';

const UndoCard = lazy(() => import('../consolidate/undo-card'));
const SettingsMore = lazy(() => import('../settings/settings-more'));

/** The officer's choices, the case with its journal, and what undoing keeps in the workbook. */
export function Settings({ work, preferences }: { work: Work; preferences: Preferences }): React.JSX.Element {
  const { workbook } = useServices();
  const { run, cases, senders, drafts, review, check, place } = work;
  return (
    <>
      <SettingsScreen preferences={preferences} info={run.settings} onClose={place.closeSettings} />
      <Suspense fallback={null}>
        <SettingsMore
          preferences={preferences}
          info={run.settings}
          senders={senders}
          unkept={drafts.unkept}
          onOpen={review.open}
        />
      </Suspense>
      <JournalCard run={run.run} cases={cases} />
      {workbook && (
        <Suspense fallback={null}>
          <UndoCard workbook={workbook} onCleared={() => void check.refreshSteps()} />
        </Suspense>
      )}
    </>
  );
}
