import type { Area } from '../model/grid';

/** One cell of a printed header; indexes from 0, `area` inclusive. */
export interface HeaderCell {
  area: Area;
  text: string;
}

/**
 * The merged header of columns whose headers are paths from the top row down, any depth: [["Tổng số"], ["Chia ra", "Cấp
 * tỉnh"], ["Chia ra", "Cấp xã"]] gives "Tổng số" over two rows and "Chia ra" over two columns. Neighbours share a cell
 * where their paths agree down to it and go on below it.
 */
export function headerCells(paths: readonly (readonly string[])[], top: number, left = 0): HeaderCell[] {
  const depth = headerDepth(paths);
  const out: HeaderCell[] = [];
  for (let level = 0; level < depth; level++) {
    for (let col = 0; col < paths.length; col++) {
      const path = paths[col] ?? [];
      if (level >= path.length) continue;
      const leaf = level === path.length - 1;
      let last = col;
      while (!leaf && last + 1 < paths.length && sharesGroup(path, paths[last + 1] ?? [], level)) last += 1;
      const area = { top: top + level, left: left + col, bottom: top + (leaf ? depth - 1 : level), right: left + last };
      out.push({ area, text: path[level] ?? '' });
      col = last;
    }
  }
  return out;
}

/** Rows that a header of these paths takes: 2 for Phụ lục 2. */
export function headerDepth(paths: readonly (readonly string[])[]): number {
  return Math.max(1, ...paths.map((path) => path.length));
}

function sharesGroup(a: readonly string[], b: readonly string[], level: number): boolean {
  if (b.length - 1 <= level) return false;
  for (let i = 0; i <= level; i++) if (a[i] !== b[i]) return false;
  return true;
}
