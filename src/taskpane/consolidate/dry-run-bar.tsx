import type { DryRun } from '../../app/consolidate/dry-run';
import { useStrings } from '../strings/use-strings';
import { PartBar } from '../shared/part-bar';

const PARTS = ['clean', 'warned', 'wrong', 'unread', 'ignored', 'missing'] as const;

/** One bar over all files and missing senders. */
export function Board({ counts }: { counts: DryRun }): React.JSX.Element {
  const t = useStrings();
  const count = (part: (typeof PARTS)[number]): number => (part === 'missing' ? counts.missing.length : counts[part]);
  return (
    <PartBar
      label={t.dryRun.board}
      parts={PARTS.map((look) => ({ look, count: count(look), words: t.dryRun.legend[look] }))}
    />
  );
}
