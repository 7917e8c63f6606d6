import type { Level } from '../model/agency';
import type { Form } from './form';

/** What the check of a rule sees: one appendix, the sender's others, and the time the report speaks of. */
export interface CheckContext {
  readonly form: Form;
  /** The sender's appendix of another template that this one is to be compared with, or null where it sent none. */
  partner(template: string): Form | null;
  /** Of the sender; null where it is not known. */
  readonly level: Level | null;
  /** Years the report speaks of, ascending: [2020]. Empty where nothing tells. */
  readonly years: readonly number[];
}
