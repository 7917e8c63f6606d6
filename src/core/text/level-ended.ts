import type { Level } from '../model/agency';
import type { Period } from '../model/period';

/** The last day of the district level (Luật Tổ chức chính quyền địa phương 72/2025/QH15; domain.md 2). */
const LAST_DAY = '2025-06-30';

/**
 * Whether a level was no more during the whole period: "district" in Quý I/2026; in năm 2025 it still was, for a part.
 */
export function levelEnded(level: Level | undefined, period: Period | null): boolean {
  return level === 'district' && period !== null && period.from > LAST_DAY;
}
