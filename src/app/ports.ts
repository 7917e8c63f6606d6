import type { Grid } from '../core/model/grid';
import type { Issue } from '../core/model/issue';
import type { OutputPlan } from '../core/model/output-plan';

/** Bytes of one received file, and what to call it: relative path with forward slashes. */
export interface SourceFile { file: string; bytes: Uint8Array }

/** A file that could be read, as grids; `issues` tell what a reader noticed (misnamed file, external links …). */
export interface ReadFile { ok: true; format: string; grids: Grid[]; issues: Issue[] }

/** A file that could not be read: an expected failure with the rule that names it and the words for its sentence. */
export interface UnreadFile {
  ok: false;
  rule: 'file-unreadable' | 'file-encrypted' | 'file-too-large' | 'file-unsupported';
  /** In Vietnamese, what is wrong and what to ask the sender for. */
  reason: string;
}

export type ReadResult = ReadFile | UnreadFile;

/** Bytes → grids. Never throws for what a file holds; never changes the bytes. */
export interface WorkbookReader { read(source: SourceFile): Promise<ReadResult> }

/** Plan → bytes of a workbook. */
export interface WorkbookWriter { write(plan: OutputPlan): Promise<Uint8Array> }

/** SHA-256 in lower-case hex. */
export interface Hasher { sha256(bytes: Uint8Array): Promise<string> }

/** How far a run is. `done` of `total` files; `file` is the one at work. */
export interface Progress { stage: 'read' | 'consolidate' | 'write'; done: number; total: number; file?: string }
