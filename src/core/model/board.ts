import type { Level } from './agency';
import type { Period } from './period';

/** chưa gửi, đã gửi, có lỗi, trả lại, đã duyệt. */
export type BoardState = 'not-sent' | 'sent' | 'faulty' | 'returned' | 'approved';

/**
 * waiting: not sent, and there is still time; overdue: not sent, and there is none; unknown: nobody wrote down when it
 * came.
 */
export type Timeliness = 'on-time' | 'late' | 'waiting' | 'overdue' | 'unknown';

/** One expected sender. */
export interface BoardRow {
  /** Submission key: agency code, or file name where the agency is not known. */
  key: string;
  name: string;
  level: Level | null;
  state: BoardState;
  /** By template id; null: neither expected nor sent. */
  templates: Record<string, BoardState | null>;
  /** Short names of expected forms that did not come, where some did: "Phụ lục 4". */
  missing: string[];
  files: string[];
  /** ISO day on which the last of the forms first came; by it a sender is on time or late. */
  receivedOn: string | null;
  /** ISO day on which something was sent again, where that was later. */
  resentOn?: string;
  /** Where that day is from: written down, or the date of the report that came with it. */
  receivedBy: 'recorded' | 'report-date' | null;
  time: Timeliness;
  /** Findings that were not accepted. */
  errors: number;
  warnings: number;
  /** Versions that wait to be accepted. */
  pending: number;
  /** False: sent, but is not in the register for this period. */
  expected: boolean;
}

/** Who has sent what, and what became of it. */
export interface Board {
  period: Period | null;
  /**
   * Last day for lower units; `known` is false where holidays of that year are not in the table; `announced` says that
   * the year's announcement was used.
   */
  deadline: { day: string; known: boolean; announced?: true } | null;
  today: string | null;
  templates: { id: string; short: string }[];
  rows: BoardRow[];
  counts: Record<BoardState, number>;
  late: number;
  overdue: number;
  /** Files whose sender is not known. */
  unnamed: string[];
}
