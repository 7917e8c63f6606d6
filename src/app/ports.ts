import type { Grid } from '../core/model/grid';
import type { Issue } from '../core/model/issue';
import type { Letter } from '../core/model/letter';
import type { CellNote, NoticeList } from '../core/model/notice';
import type { Failure, Outcome } from '../core/model/outcome';
import type { OutputPlan } from '../core/model/output-plan';
import type { NarrativeCount } from '../core/model/table-line';

/** Bytes of one received file, and what to call it: relative path with forward slashes. */
export interface SourceFile {
  file: string;
  bytes: Uint8Array;
  /** Passwords to try where it asks for one; never kept. */
  passwords?: readonly string[];
}

/** A file that could be read, as grids; `issues` tell what a reader noticed (misnamed file, external links …). */
export interface ReadFile {
  ok: true;
  format: string;
  grids: Grid[];
  issues: Issue[];
  /** Running text beside the tables; Word only. */
  narrative?: NarrativeCount;
}

/** A file that could not be read, and the rule that names it; `message` also says what to ask the sender for. */
export interface UnreadFile extends Failure {
  rule: 'file-unreadable' | 'file-encrypted' | 'file-too-large' | 'file-unsupported';
}

export type ReadResult = ReadFile | UnreadFile;

/** Bytes → grids. Never throws for what a file holds; never changes the bytes. */
export interface WorkbookReader {
  read(source: SourceFile): Promise<ReadResult>;
}

/**
 * A file taken out of an archive, called "tep.zip/tên bên trong.xlsx"; with `refusal` where it could not be taken out,
 * and then without bytes.
 */
export interface ArchivedFile extends SourceFile {
  refusal?: UnreadFile;
}

/**
 * An archive of files → its files, one level deep; null for what is no such archive (a workbook is none, though it is a
 * container). Never throws for what it holds.
 */
export interface ArchiveExpander {
  expand(source: SourceFile): ArchivedFile[] | UnreadFile | null;
}

/** Plan → bytes of a workbook. */
export interface WorkbookWriter {
  write(plan: OutputPlan): Promise<Uint8Array>;
}

/** Plan, letter or list → bytes of a Word document. Equal input gives equal bytes. */
export interface DocumentWriter {
  /** The appendix sheets of a plan, each in a section of its own; other sheets are left out. */
  writeAppendices(plan: OutputPlan): Promise<Uint8Array>;
  writeLetter(letter: Letter): Promise<Uint8Array>;
  writeList(list: NoticeList): Promise<Uint8Array>;
}

/**
 * A copy of a received workbook with notes on cells and a sheet that lists them; everything else in it stays as it was
 * sent. Null where this kind of file cannot carry them: then the list goes as a document.
 */
export interface FileAnnotator {
  annotate(source: SourceFile, notes: readonly CellNote[], list: NoticeList): Uint8Array | null;
}

/** SHA-256 in lower-case hex. */
export interface Hasher {
  sha256(bytes: Uint8Array): Promise<string>;
}

/** How far a run is. `done` of `total` files; `file` is the one at work. */
export interface Progress {
  stage: 'read' | 'consolidate' | 'write';
  done: number;
  total: number;
  file?: string;
}

/**
 * Why the host did not do what was asked; `message` says in Vietnamese what, and what to do. The workbook is as it was.
 */
export interface HostFailure extends Failure {
  kind:
    | 'cell-edit'
    | 'protected-sheet'
    | 'protected-workbook'
    | 'session-lost'
    | 'too-large'
    | 'workbook-switched'
    | 'changed-since'
    | 'not-found'
    | 'unsupported'
    | 'other';
}
export type HostResult<T> = Outcome<{ value: T }, HostFailure>;

/** A cell of the open workbook; A1 address. */
export interface CellPlace {
  sheet: string;
  cell: string;
}

/** One kept step that can be taken back, newest last. */
export interface StepInfo {
  id: string;
  title: string;
  /** ISO time. */
  at: string;
  sheets: string[];
}

/** What the kept steps take in the workbook. */
export interface StepStorage {
  steps: StepInfo[];
  sheets: number;
  bytes: number;
}

/** What a repair writes: a number instead of text, or a formula (without "="). */
export interface CellRepair {
  sheet: string;
  cell: string;
  value?: number;
  formula?: string;
  /** Text that must still be there, else nothing is written. */
  expected: string;
}

/**
 * The workbook open in Excel. Every write is one step with a snapshot of what it replaces, kept in the workbook, so
 * that undo() restores values, formulas, formats, sheet order and visibility, also after closing and opening again.
 */
export interface OpenWorkbook {
  /** Values, formulas, texts, merges, hidden parts and comments of the active sheet or of all sheets, as grids. */
  read(scope: 'active-sheet' | 'workbook'): Promise<HostResult<{ name: string; active: string; grids: Grid[] }>>;
  select(place: CellPlace): Promise<HostResult<void>>;
  /**
   * Shows marks on cells; the sheet's own fills, comments and values are untouched and come back exactly with
   * clearHighlights.
   */
  highlight(
    marks: readonly (CellPlace & { severity: 'error' | 'warning' | 'info'; message: string })[],
  ): Promise<HostResult<void>>;
  clearHighlights(): Promise<HostResult<void>>;
  /**
   * Writes all sheets of a plan as one step. Only sheets that carry our mark are replaced; one that was edited since we
   * wrote it makes the call fail with 'changed-since' (its names in the message) unless `overwriteEdited` is set. With
   * `asForm` the sheets are for the officer to fill in: they replace nothing and are never replaced.
   */
  write(
    plan: OutputPlan,
    title: string,
    options?: { overwriteEdited?: boolean; asForm?: boolean; progress?(done: number, total: number): void },
  ): Promise<
    HostResult<{
      /** Names this writing: what is kept for its figures goes under it. */
      write: string;
      sheets: string[];
      roundTrips: number;
      /** In Vietnamese: what could not be set though every figure is there (page setup where there is no printer). */
      notes?: string[];
    }>
  >;
  repair(repairs: readonly CellRepair[], title: string): Promise<HostResult<{ written: number; skipped: CellPlace[] }>>;
  steps(): Promise<HostResult<StepInfo[]>>;
  /**
   * Takes back the newest step; fails with 'changed-since' where its sheets or cells were edited after it, unless
   * `overwriteEdited` is set.
   */
  undo(options?: { overwriteEdited?: boolean }): Promise<HostResult<StepInfo | null>>;
  /** A cell was selected. The value says which figure of ours it shows, where it is one. Returns how to stop. */
  onSelect(
    listener: (
      place: CellPlace & {
        figure: {
          template: string;
          row: string;
          column: string;
          /** The writing that the sheet is of. */
          write: string;
        } | null;
      },
    ) => void,
  ): () => void;
  /** Cells were edited by the person (not by us). */
  onEdit(listener: (sheet: string) => void): () => void;
  /** Something of ours in the workbook was found damaged and set aside; in Vietnamese. Returns how to stop. */
  onNotice?(listener: (message: string) => void): () => void;
  /** What the kept steps take: put-aside sheets, and about how many bytes before the file is packed. */
  stepStorage(): Promise<HostResult<StepStorage>>;
  /** Forgets every kept step and what it put aside; nothing of that can be taken back afterwards. */
  clearSteps(): Promise<HostResult<StepStorage>>;
  /** The sources of the figures of one writing, kept as long as its sheets are, in sight or put aside. */
  loadSources(write: string): Promise<HostResult<string | null>>;
  saveSources(write: string, text: string): Promise<HostResult<void>>;
  /** A small value kept with the workbook (settings, the case). */
  load(key: string): Promise<HostResult<string | null>>;
  save(key: string, value: string): Promise<HostResult<void>>;
}

/**
 * A file to read; `bytes` is asked for once, when its turn comes. `refusal`: it came out of an archive that would not
 * give it.
 */
export interface InputFile {
  file: string;
  size: number;
  bytes(): Promise<ArrayBuffer>;
  refusal?: UnreadFile;
  /** Passwords to try where it asks for one; never kept. */
  passwords?: readonly string[];
}
