/** error: cannot be right; warning: ask the sender; info: to know. */
export type Severity = 'error' | 'warning' | 'info';

/** Where something is. Absent parts are unknown or do not apply. */
export interface Place {
  file?: string;
  sheet?: string;
  /** A1 address. */
  cell?: string;
  template?: string;
  /** Row key. */
  row?: string;
  /** Column key. */
  column?: string;
}

/**
 * What a stage noticed, before it is a sentence: rule id, place and parameters.
 * The rule's own file (core/validate/rules) turns it into a Finding.
 */
export interface Issue {
  rule: string;
  at: Place;
  /** Overrides the rule's severity, e.g. where a template says so. */
  severity?: Severity;
  expected?: number | string | null;
  actual?: number | string | null;
  /** Whatever the rule's sentence needs; only plain values, so that it crosses a worker. */
  params?: Record<string, string | number | boolean | null | readonly string[]>;
}
