import type { DocumentWriter, FileAnnotator, WorkbookWriter } from '../app/ports';
import type { RunDeps } from './run-request';
import type { ZipFiles } from './write-tree';

/** What commands print to: results, and what a person must know beside them. Each call is one line. */
export interface Console {
  say(line: string): void;
  complain(line: string): void;
}

/** Everything a command works with. */
export interface CliDeps extends RunDeps, Console {
  complain(line: string): void;
  workbooks: WorkbookWriter;
  documents: DocumentWriter;
  annotator: FileAnnotator;
  zip: ZipFiles;
  rules(): readonly { id: string; severity: string; summary: string }[];
  /** ISO time. */
  now(): string;
}
