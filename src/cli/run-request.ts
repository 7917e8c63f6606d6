import type { WorkbookReader, Hasher } from '../app/ports';
import type { SourceDeps } from './read-sources';
import type { ReadFiles } from './reading/read-files';

export interface RunRequest {
  paths: readonly string[];
  agencies: string | null;
  period: string | null;
  except: string | null;
  /** A saved case, or a result workbook that holds one. */
  casePath?: string | null;
  /** Senders confirmed before. */
  confirmations?: string | null;
}
export interface RunDeps extends SourceDeps {
  reader: WorkbookReader;
  hasher: Hasher;
  /** Reads in threads that can be ended; without it files are read one after the other in this one. */
  readFiles?: ReadFiles;
  /** Tells the person something beside the result. */
  complain?(line: string): void;
  progress(done: number, total: number, file: string): void;
  /** A text kept inside a workbook, or null. */
  attachment(bytes: Uint8Array, name: string): string | null;
}
