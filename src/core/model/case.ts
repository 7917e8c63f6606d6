import type { Period } from './period';

/** Under which name a result workbook keeps the case that it was made from. */
export const CASE_ATTACHMENT = 'case.json';

/** A source file as it was when the case was last taken down. */
export interface CaseFile {
  file: string;
  sha256: string;
  /** Bytes; null where nobody counted them. */
  size: number | null;
  /** In which round it came, from 1: a file of a later round replaces an earlier one only when a person says so. */
  round: number;
  /** ISO day on which it was received, where somebody wrote it down. */
  receivedOn: string | null;
}

/**
 * What a person decided. Agencies are submission keys (code, or file name where unknown); hashes are SHA-256 in hex.
 */
export type Decision =
  /** A finding is known and stays as it is; `key` is its stable name, `message` what it said. */
  | { kind: 'accept'; key: string; rule: string; message: string }
  | { kind: 'rule-off'; rule: string }
  | { kind: 'confirm-agency'; file: string; sha256: string; agency: string; before: string | null }
  /** The appendix of this file counts; those with the hashes in `over` do not. */
  | { kind: 'choose-version'; agency: string; template: string; file: string; sha256: string; over: string[] }
  /** Counted elsewhere already; `template` null: everything in the file. */
  | { kind: 'leave-out'; agency: string; file: string; sha256: string; template: string | null }
  /**
   * A form is, or is not, a control total over the whole province, whatever its title says; `template` null: every form
   * in the file.
   */
  | {
      kind: 'scope';
      agency: string;
      file: string;
      sha256: string;
      template: string | null;
      scope: 'own' | 'province-wide';
    }
  | { kind: 'return'; agency: string; file: string; sha256: string }
  /** Locks what the agency sent, by hash. */
  | { kind: 'approve'; agency: string; sha256s: string[] }
  /** `before`: the sum of the sources when it was decided. */
  | { kind: 'adjust'; template: string; row: string; column: string; before: number | null; after: number }
  /** Takes back the entry with this number. */
  | { kind: 'revoke'; entry: number };

/** One line of the journal. Nothing is ever removed from it; what holds now follows from reading it from the top. */
export type JournalEntry = Decision & {
  /** From 1, in the order of the journal. */
  id: number;
  /** ISO time, as told by whoever decided: "2020-12-16T09:30:00.000Z". */
  at: string;
  by: string;
  reason: string;
  /** What it is about, for people: "Phụ lục 2, dòng 3, cột Tổng số". */
  about: string;
};

/** Which list of agencies the case was held against. */
export interface RegisterRef {
  province: string;
  agencies: number;
  fingerprint: string;
}

/** Figures of a sender: template → row → column → value. */
export type FigureValues = Record<string, Record<string, Record<string, number>>>;

/** The figures when the case was last taken down, for comparing a later period with this one. */
export interface CaseFigures {
  province: FigureValues;
  agencies: { key: string; name: string; level: 'province' | 'district' | 'commune' | null; values: FigureValues }[];
}

/** What an officer may choose for the sheets to sign. */
export interface SheetChoices {
  /** "Phụ lục II" (Nghị định 30/2020) or "Phụ lục 2" (as in the forms received). */
  numerals?: 'roman' | 'arabic';
  /** Where it is signed: "Khánh Hòa". Dots to fill in where absent. */
  place?: string;
  /** Whose report it goes with: "UBND tỉnh Khánh Hòa". Dots to fill in where absent. */
  issuer?: string;
  /**
   * Lines above the signature: ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]. Dots to fill in where absent.
   */
  signers?: string[];
  /** Full name below the room for the signature; left to be written where absent. */
  signerName?: string;
  /**
   * Name of who drew up the form, at the left of the signature ("Người lập biểu"); "" for the heading alone; no such
   * block where absent.
   */
  preparer?: string;
  /** Number of the report that it goes with: "312/BC-UBND", or "312" alone; room to write it where absent. */
  reportNumber?: string;
  /**
   * ISO day on which the report is signed, for the reference line and above the signature; room to write it where
   * absent.
   */
  reportDate?: string;
}

/** What an officer chose for the result workbook, as the case keeps it. */
export interface CaseSettings extends SheetChoices {
  /** Forms that every agency must send; where absent, those that at least half of the senders sent. */
  expected?: string[];
}

/** A consolidation that can be put down and taken up again. Two equal states over equal files give equal results. */
export interface CaseState {
  schema: 2;
  period: Period | null;
  register: RegisterRef | null;
  files: CaseFile[];
  journal: JournalEntry[];
  settings: CaseSettings;
  figures: CaseFigures | null;
}

/** How a person's decisions bear on which appendices count. Ids are appendix ids. */
export interface SubmissionChoices {
  leftOut: ReadonlyMap<string, { reason: string; returned: boolean }>;
  /** Lower counts before higher; 0 where absent. */
  rank: ReadonlyMap<string, number>;
  /** Set aside by a person's word: no longer a question. */
  settled: ReadonlySet<string>;
  /** Counts although its sender or its period stand against it. */
  included?: ReadonlySet<string>;
}

/** A figure of the province that a person put in place of what the sources give. */
export interface Adjustment {
  template: string;
  row: string;
  column: string;
  value: number;
  /** The sum of the sources when it was decided. */
  before: number | null;
  reason: string;
  by: string;
  at: string;
}

/** What the result workbook tells of a case. */
export interface CaseSummary {
  journal: { entry: JournalEntry; /** The entry that took it back. */ revokedBy: number | null }[];
  /** Rules that did not run, with the reason. */
  rulesOff: { rule: string; reason: string; by: string; at: string }[];
}
