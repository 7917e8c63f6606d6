import type { Cell } from '../model/grid';

const MARKUP = /<\/?[a-zA-Z][^<>]{0,200}>/g;

/** The words of a cell without left-over markup: "<b>Tổng cộng</b>" → "Tổng cộng". Blank for a blank cell. */
export function wordsOf(cell: Cell | undefined): string {
  if (!cell) return '';
  const text = cell.kind === 'text' ? String(cell.value) : cell.text;
  return text.includes('<') ? text.replace(MARKUP, '').trim() : text.trim();
}
