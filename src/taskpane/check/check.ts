import type { CheckView } from '../../app/receive/check-grids';
import type { RepairOffer } from '../../app/receive/repair-offers';
import type { CellPlace, StepInfo } from '../../app/ports';

export type Scope = 'active-sheet' | 'workbook';

/** What went wrong in the check tab. `undo`: the step may be taken back all the same, if the person agrees. */
export interface CheckFailure {
  kind: 'host' | 'program';
  message: string;
  undo?: boolean;
}

/** Nothing here rejects: what fails is told by `failure`, and the buttons can be pressed again. */
export interface Check {
  phase: 'idle' | 'working' | 'again' | 'ready';
  view: CheckView | null;
  highlighted: boolean;
  steps: StepInfo[];
  failure: CheckFailure | null;
  /** Last thing done, for the status line. */
  said: string;
  start(scope: Scope): Promise<void>;
  select(place: CellPlace): Promise<void>;
  toggleHighlights(): Promise<void>;
  repair(offers: readonly RepairOffer[]): Promise<void>;
  insertForm(template: string): Promise<void>;
  undo(overwriteEdited?: boolean): Promise<void>;
  refreshSteps(): Promise<void>;
  clearFailure(): void;
}
