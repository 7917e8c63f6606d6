import type { Severity } from './issue';

/** Something to tell a person. Field names and order are those of the report (design §5); absent parts are null. */
export interface Finding {
  rule: string;
  severity: Severity;
  message: string;
  file: string | null;
  sheet: string | null;
  /** A1 address. */
  cell: string | null;
  template: string | null;
  row: string | null;
  column: string | null;
  expected: number | string | null;
  actual: number | string | null;
  /** A person accepted it with a reason: it stays visible and blocks nothing. */
  accepted?: { reason: string; by: string; at: string };
  /**
   * What it speaks of counts nowhere: a person returned the file or left it out as counted elsewhere. It tells why, and
   * asks nothing more.
   */
  setAside?: { how: 'returned' | 'left-out'; reason: string; by: string; at: string };
}
