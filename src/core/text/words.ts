import { foldText } from './fold';

/**
 * The folded words (letters and digits) in reading order. "Văn hóa, Thể thao & Du lịch" is ["văn", "hóa", "thể",
 * "thao", "du", "lịch"].
 */
export function words(s: string): string[] {
  return foldText(s).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
