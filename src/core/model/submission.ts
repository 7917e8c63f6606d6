import type { AgencyMatch } from './agency';
import type { Appendix } from './appendix';
import type { Issue } from './issue';
import type { Period } from './period';

/** One received file after reading and recognition. */
export interface ReceivedFile {
  /** Relative to the folder given, forward slashes. */
  file: string;
  sha256: string;
  /** read: at least one appendix; rejected: could not be read; ignored: read, but nothing in it is an appendix. */
  status: 'read' | 'rejected' | 'ignored';
  reason: string | null;
  agency: AgencyMatch;
  period: Period | null;
  appendices: Appendix[];
  /** About the file as a whole. */
  issues: Issue[];
  tally: FileTally;
}

/**
 * What a second look at the raw cells says, made without the recognised cells: the other side of the proof.
 * Counted per appendix from the Grid alone.
 */
export interface FileTally {
  /** Non-blank cells in the bodies of tables, right of the label column, header rows left out. */
  cells: number;
  /** appendix id → column index (from 0) → sum of the plain numbers found there, and how many. */
  sums: Record<string, Record<number, { sum: number; count: number }>>;
}

/** What one agency sent for one period. */
export interface Submission {
  /** Agency code, or the file name where the agency is not known. */
  key: string;
  name: string;
  /** Null where the agency is not known. */
  code: string | null;
  files: string[];
  /** Those that count: one per template, the latest. */
  appendices: Appendix[];
  /** Earlier ones, kept and shown. */
  replaced: { appendix: Appendix; by: string }[];
  /** Province-wide forms: control totals. */
  control: Appendix[];
}
