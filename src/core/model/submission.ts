import type { AgencyMatch, Level, SenderMarks } from './agency';
import type { Appendix } from './appendix';
import type { Issue } from './issue';
import type { Period } from './period';
import type { FileTables, NarrativeCount } from './table-line';

/** One received file after reading and recognition. */
export interface ReceivedFile {
  /** Relative to the folder given, forward slashes. */
  file: string;
  sha256: string;
  /** read: at least one appendix; rejected: could not be read; ignored: read, but nothing in it is an appendix. */
  status: 'read' | 'rejected' | 'ignored';
  reason: string | null;
  /** Of a file with tables of several senders: whom its name says, if anybody; see Appendix.agency. */
  agency: AgencyMatch;
  /** By which a person's word on the sender is found again in the next period. */
  marks?: SenderMarks;
  /** As read from titles or the file's name; null where they say none, or several. */
  period: Period | null;
  appendices: Appendix[];
  /** About the file as a whole. */
  issues: Issue[];
  /** One per appendix. */
  tallies: AppendixTally[];
  /** Every table of the file with its cells; absent where the file could not be read. */
  tables?: FileTables;
  /** Word only. */
  narrative?: NarrativeCount;
}

/**
 * What a second look at the raw cells of one appendix says, made from the Grid without the recognised cells: the other
 * side of the proof.
 */
export interface AppendixTally {
  /** Appendix id. */
  appendix: string;
  /** Non-blank cells of the body right or left of label and STT, header rows left out. */
  cells: number;
  /** Column index (from 0) → sum of the plain whole numbers found there. */
  sums: Record<number, number>;
}

/** What one agency sent for one period. */
export interface Submission {
  /** Agency code, or the file name where the agency is not known. */
  key: string;
  name: string;
  /** Null where the agency is not known. */
  code: string | null;
  level: Level | null;
  files: string[];
  /** Those that count: one per template, the latest. */
  appendices: Appendix[];
  /** Earlier ones, kept and shown. */
  replaced: { appendix: Appendix; by: string }[];
  /** Province-wide forms: control totals. */
  control: Appendix[];
  /** In no sum, with the reason. */
  leftOut?: LeftOut[];
}

/** An appendix that is in no sum. */
export interface LeftOut {
  appendix: Appendix;
  /** In Vietnamese, a clause. */
  reason: string;
  /** A person returned it to the sender. */
  returned: boolean;
  /** Why it was left out where no person decided so. */
  why?: LeftOutWhy;
}

/**
 * does-not-close: the figures of its file do not close; unknown-sender: nobody said who sent it; other-period: its
 * figures are of another period; same-file: byte for byte the file of another sender.
 */
export type LeftOutWhy = 'does-not-close' | 'unknown-sender' | 'other-period' | 'same-file';
