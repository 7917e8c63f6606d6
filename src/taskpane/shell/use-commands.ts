import { useEffect } from 'react';
import type { Screen } from './screen';
import { useFailures } from '../shared/failures';
import { useServices } from '../shared/services';
import type { Check } from '../check/check';

interface Work {
  check: Check;
  go(to: Screen): void;
}

/** Ribbon buttons do what the buttons of the pane do; what they throw is told on the page. */
export function useCommands({ check, go }: Work): void {
  const { commands } = useServices();
  const { tell } = useFailures();
  const { start, undo } = check;
  useEffect(() => {
    const handlers: Record<string, () => void | Promise<void>> = {
      checkSheet: () => start('active-sheet'),
      checkWorkbook: () => start('workbook'),
      undoStep: undo,
      // Which form is chosen in the pane.
      insertTemplate: () => undefined,
      // Writing waits for the dry run to be seen: the button leads there.
      consolidate: () => undefined,
    };
    const removals = Object.entries(handlers).map(([name, run]) =>
      commands?.install(name, async () => {
        go(name === 'consolidate' ? 'merge' : 'check');
        try {
          await run();
        } catch (error) {
          tell({ error });
        }
      }),
    );
    return () => removals.forEach((remove) => remove?.());
  }, [commands, go, start, undo, tell]);
}
