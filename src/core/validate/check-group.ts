import type { Level } from '../model/agency';
import type { Appendix } from '../model/appendix';
import type { Period } from '../model/period';

/** Everything one sender sent for one period, maybe in several files: what rules see at a time. */
export interface CheckGroup {
  /** Name of the sender, or of the file where the sender is not known: "Thanh tra tỉnh". */
  name: string;
  appendices: readonly Appendix[];
  /** Of the sender; null or absent where it is not known. */
  level?: Level | null;
  /** Null where nothing says which period it is. */
  period: Period | null;
}
