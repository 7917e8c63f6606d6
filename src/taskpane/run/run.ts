import type { Facts, SettingsInfo } from '../../app/calls/engine-calls';
import type { InputFile } from '../../app/ports';
import type { RunState } from './run-state';

/** What became of a change: the run was made anew, was not needed, or failed (the state then says why). */
export type Changed = 'made' | 'unchanged' | 'stopped';

export interface Run extends RunState {
  facts: Facts | null;
  settings: SettingsInfo | null;
  /** These never reject: what fails is in the state, as `stopped`. */
  add(files: readonly InputFile[]): Promise<void>;
  remove(file: string): Promise<void>;
  clear(): Promise<void>;
  /** After a failure: settings, files and run from the beginning. */
  retry(): Promise<void>;
  cancel(): void;
  /** A file as it was chosen; its bytes are asked for anew. */
  input(file: string): InputFile | undefined;
  /** All files as they were chosen, in the order they came. */
  allInputs(): InputFile[];
  /**
   * Work that bears on the result, in its turn; where it answers true, the run is made anew. Rejects where `work` does,
   * and then nothing was changed.
   */
  change(work: () => Promise<boolean>): Promise<Changed>;
}
