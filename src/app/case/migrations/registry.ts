import type { Migration } from './migration';
import { roundsAndEntryNumbers } from './rounds-and-entry-numbers';

/** Every migration, oldest first; each begins where the one before ends. */
export const migrations: readonly Migration[] = [roundsAndEntryNumbers];
