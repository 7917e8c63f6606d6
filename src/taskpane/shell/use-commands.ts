import { useEffect } from 'react';
import type { Screen } from './screen';
import { useServices } from '../shared/services';
import type { Check } from '../check/use-check';
import type { Output } from '../consolidate/use-output';
import type { Run } from '../run/use-run';

interface Work {
  check: Check;
  run: Run;
  output: Output;
  go(to: Screen): void;
}

/** Ribbon buttons do what the buttons of the pane do. */
export function useCommands({ check, run, go }: Work): void {
  const { commands } = useServices();
  const { start, undo } = check;
  useEffect(
    () =>
      commands?.install('checkSheet', async () => {
        go('check');
        await start('active-sheet');
      }),
    [commands, go, start],
  );
  useEffect(
    () =>
      commands?.install('checkWorkbook', async () => {
        go('check');
        await start('workbook');
      }),
    [commands, go, start],
  );
  useEffect(
    () =>
      commands?.install('undoStep', async () => {
        go('check');
        await undo();
      }),
    [commands, go, undo],
  );
  // Which form is chosen in the pane.
  useEffect(() => commands?.install('insertTemplate', () => go('check')), [commands, go]);
  // Writing waits for the dry run to be seen: the button leads there.
  useEffect(() => commands?.install('consolidate', () => go('merge')), [commands, go, run]);
}
