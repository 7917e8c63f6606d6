import type { ArchivedFile, DocumentWriter, FileAnnotator, SourceFile, UnreadFile, WorkbookWriter } from '../ports';
import type { ReceiveDeps } from '../receive/receive-file';
import type { MadeFile } from '../returns/make-returns';

/** What a session needs of the world. What is seldom used comes as a promise, so that it can be loaded when needed. */
export interface SessionDeps extends ReceiveDeps {
  /** The files of an archive; null for a file that is none. */
  expand(source: SourceFile): Promise<ArchivedFile[] | UnreadFile | null>;
  /** The text that a result workbook keeps under a name; null where there is none. */
  attachment(bytes: Uint8Array, name: string): string | null;
  /** Registers that ship with the program, by id, as parsed JSON. */
  registers: Record<string, () => Promise<unknown>>;
  workbooks(): Promise<WorkbookWriter>;
  documents(): Promise<DocumentWriter>;
  annotator(): Promise<FileAnnotator>;
  zip(files: readonly MadeFile[]): Promise<Uint8Array>;
}
