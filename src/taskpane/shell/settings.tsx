import { lazyPart } from '../shared/lazy-part';
import { JournalCard } from '../case/journal-card';
import { SettingsScreen } from '../settings/settings-screen';
import { useAttempt } from '../shared/failures';
import { useServices } from '../shared/services';
import type { Preferences } from '../shared/use-preferences';
import type { Work } from './use-work';

const UndoCard = lazyPart(() => import('../consolidate/undo-card'));
const SettingsMore = lazyPart(() => import('../settings/settings-more'));

/** The officer's choices, the case with its journal, and what undoing keeps in the workbook. */
export function Settings({ work, preferences }: { work: Work; preferences: Preferences }): React.JSX.Element {
  const { workbook } = useServices();
  const attempt = useAttempt();
  const { run, cases, senders, drafts, review, check, place } = work;
  return (
    <>
      <SettingsScreen preferences={preferences} info={run.settings} onClose={place.closeSettings} />
      <SettingsMore
        preferences={preferences}
        info={run.settings}
        senders={senders}
        unkept={drafts.unkept}
        onOpen={review.open}
      />
      <JournalCard run={run.run} cases={cases} />
      {workbook && <UndoCard workbook={workbook} onCleared={() => attempt(check.refreshSteps)} />}
    </>
  );
}
