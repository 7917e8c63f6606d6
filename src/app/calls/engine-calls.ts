import type { OutputPlan } from '../../core/model/output-plan';
import type { InputFile } from '../ports';
import type { FileView } from '../results/file-view';
import type { Calls } from './calls';

export type { EngineSettings, Facts, RegisterChoice, RunView, SettingsInfo } from './work-calls';

export interface ReadEvents {
  started(file: string): void;
  received(file: FileView): void;
}

/** A reading under way. Cancelled, it leaves the engine as it was before. */
export interface ReadJob {
  done: Promise<'done' | 'cancelled'>;
  cancel(): void;
}

/** The engine as a page sees it: all calls, and the reading of files, away from the page's own thread. */
export interface Engine extends Calls {
  /** The files with each archive (.zip) among them replaced by the files in it. Never rejects for what a file holds. */
  unpack(files: readonly InputFile[]): Promise<InputFile[]>;
  /** One file after the other; one that takes too long is ended and reported as unreadable while the others go on. */
  read(files: readonly InputFile[], events: ReadEvents): ReadJob;
  /** The result workbook with all its cells. */
  plan(): Promise<OutputPlan>;
  close(): void;
}
