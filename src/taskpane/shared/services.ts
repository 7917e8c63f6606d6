import { createContext, useContext } from 'react';
import type { Engine } from '../../app/calls/engine-calls';
import type { InputFile } from '../../app/ports';
import type { WorkKeeper } from '../shell/kept-work';
import type { HostFailure, OpenWorkbook } from '../../app/ports';

/** Where ribbon buttons wait for what they do. */
export interface Commands {
  install(name: string, handler: () => void | Promise<void>): () => void;
}

export type ThemeName = 'light' | 'dark' | 'contrast';

/** What the composition root hands to the page. */
export interface Services {
  engine: Engine;
  /** Null outside Excel. */
  workbook: OpenWorkbook | null;
  /** Files of the sample province, or null where the page has none. */
  sample: (() => Promise<InputFile[]>) | null;
  /** office.js was wanted and could not be reached. */
  officeMissing: boolean;
  /** Set where Excel is there but older than what the pane needs. */
  tooOld: HostFailure | null;
  commands: Commands | null;
  /** Where work is put down while the page is loaded again, and the loading; absent: the browser's own. */
  keeper?: WorkKeeper;
  loadAgain?(): void;
  /** The theme Office asks for; null: as the system. */
  officeTheme: ThemeName | null;
}

export const ServicesContext = createContext<Services | null>(null);

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (!services) throw new Error('No services around this part of the page');
  return services;
}
