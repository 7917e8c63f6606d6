import { foldText } from './fold';

/**
 * The folded text without Vietnamese marks, đ as d, for finding what was typed without accents. "Sở Tư pháp" is "so tu
 * phap".
 */
export function stripMarks(s: string): string {
  return foldText(s)
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/g, 'd')
    .normalize('NFC');
}
