import type { ReadResult } from '../../app/ports';
import type { ReadLimits } from '../limits';
import type { InflateRaw } from '../zip/archive';

export interface ReaderOptions {
  /** A faster inflater than the built-in one, e.g. zlib in Node. */
  inflate?: InflateRaw;
  limits?: ReadLimits;
  /** Passwords to try where a file asks for one. They are not kept. */
  passwords?: readonly string[];
}

/** Reads one format. Refusals are results; a throw is a bug. */
export type FormatReader = (bytes: Uint8Array, options: ReaderOptions) => ReadResult | Promise<ReadResult>;
