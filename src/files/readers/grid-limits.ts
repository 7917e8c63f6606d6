import type { Grid } from '../../core/model/grid';
import type { ReadLimits } from '../limits';
import { grouped, tooLarge } from '../refusal';

/** Above this, a merged area is not written out cell by cell (core/model/grid-view.ts). */
const LARGE_MERGE = 2_000;

/**
 * Limits that hold for what was read, whatever the format: each bounds the work of everything that comes after reading.
 * Throws a Refusal.
 */
export function checkGrids(grids: readonly Grid[], limits: ReadLimits): void {
  checkMerges(grids, limits);
  checkTexts(grids, limits);
}

/**
 * Merged areas are looked up for every cell by everything that comes after reading; no format's own limit bounds what
 * they cover.
 */
function checkMerges(grids: readonly Grid[], limits: ReadLimits): void {
  for (const { merges } of grids) {
    let covered = 0;
    let large = 0;
    for (const m of merges) {
      const cells = (m.bottom - m.top + 1) * (m.right - m.left + 1);
      if (cells > LARGE_MERGE) large++;
      else covered += cells;
    }
    if (covered > limits.mergedCells) throw tooLarge(`các vùng gộp ô phủ ${grouped(covered)} ô trong một trang`);
    if (large > limits.largeMerges) throw tooLarge(`${grouped(large)} vùng gộp ô rất rộng trong một trang`);
  }
}

/** Each different text is compared with the wordings of all forms; a text that comes again costs nothing. */
function checkTexts(grids: readonly Grid[], limits: ReadLimits): void {
  const texts = new Set<string>();
  for (const { cells } of grids) {
    for (const cell of cells) {
      if (cell.kind !== 'text') continue;
      texts.add(cell.text);
      if (texts.size > limits.distinctTexts)
        throw tooLarge(`hơn ${grouped(limits.distinctTexts)} nội dung chữ khác nhau`);
    }
  }
}
