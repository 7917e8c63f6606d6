import type { Cell } from '../model/grid';

const MARKUP = /<\/?[a-zA-Z][^<>]{0,200}>/g;

/** The words of a cell without left-over markup: "<b>Tổng cộng</b>" → "Tổng cộng". Blank for a blank cell. */
export function wordsOf(cell: Cell | undefined): string {
  if (!cell) return '';
  // A format may hide a number (";;;"); it is there all the same.
  const text = cell.kind === 'text' || cell.text.trim() === '' ? String(cell.value) : cell.text;
  return text.includes('<') ? text.replace(MARKUP, '').trim() : text.trim();
}
