/** Brings a saved case from one form to the next. A shipped migration is never changed; a new form adds one. */
export interface Migration {
  /** Says what it does: "rounds-and-entry-numbers". */
  name: string;
  from: number;
  to: number;
  up(old: Record<string, unknown>): Record<string, unknown>;
}
