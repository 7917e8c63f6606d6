import { areaName } from '../../core/model/address';
import type { Area } from '../../core/model/grid';

/** Few rectangles that cover the cells with equal keys. Cells may come in any order; undefined keys are left out. */
export function areasOf<K>(
  rows: number,
  cols: number,
  keyAt: (row: number, col: number) => K | undefined,
): Map<K, Area[]> {
  const out = new Map<K, Area[]>();
  let open = new Map<number, { key: K; area: Area }>();
  for (let row = 0; row < rows; row++) {
    const now = new Map<number, { key: K; area: Area }>();
    for (let col = 0; col < cols;) {
      const key = keyAt(row, col);
      let right = col;
      while (right + 1 < cols && keyAt(row, right + 1) === key) right += 1;
      if (key !== undefined) {
        const above = open.get(col);
        if (above && above.key === key && above.area.right === right) {
          above.area.bottom = row;
          now.set(col, above);
        } else {
          const area = { top: row, left: col, bottom: row, right };
          now.set(col, { key, area });
          const list = out.get(key);
          if (list) list.push(area);
          else out.set(key, [area]);
        }
      }
      col = right + 1;
    }
    open = now;
  }
  return out;
}

/**
 * Excel refuses addresses of several areas somewhere above 8,192 characters with the sheet's name before each
 * (office-js issue 5198); this stays far below.
 */
const ADDRESS_CHARS = 1_600;

/** Addresses for Worksheet.getRanges: "A1:B2,D5,…", each short enough. */
export function addresses(areas: readonly Area[], name: (area: Area) => string = areaName): string[] {
  const out: string[] = [];
  let current = '';
  for (const area of areas) {
    const text = name(area);
    if (current && current.length + text.length + 1 > ADDRESS_CHARS) {
      out.push(current);
      current = '';
    }
    current = current ? `${current},${text}` : text;
  }
  if (current) out.push(current);
  return out;
}
