import type { Confirmation, Confirmations } from '../../core/agencies/confirmations';
import { canonicalJson } from '../case/canonical-json';

export interface MergedConfirmations {
  confirmations: Confirmations;
  /** The file to write. */
  content: string;
}

/**
 * Confirmed senders with more of them; where both speak of the same marks, the one in `more` holds. Null as the first
 * starts a new file.
 */
export function mergeConfirmations(first: Confirmations | null, more: readonly Confirmation[]): MergedConfirmations {
  const newer = new Set(more.map(keyOf));
  const list = [...(first?.confirmations ?? []).filter((c) => !newer.has(keyOf(c))), ...more].sort((a, b) =>
    keyOf(a) < keyOf(b) ? -1 : 1,
  );
  const confirmations: Confirmations = { ...first, schema: 1, confirmations: list };
  return { confirmations, content: canonicalJson(confirmations) };
}

function keyOf({ fileName, folder = '', letterhead = '', symbol = '' }: Confirmation): string {
  return [fileName, folder, letterhead, symbol].join('\n');
}
