import { areaName } from '../../../src/core/model/address';
import { headerCells, headerDepth } from '../../../src/core/plan/header-cells';
import { templateById } from '../../../src/core/templates/registry';

const named = (paths: string[][], top = 0): [string, string][] =>
  headerCells(paths, top).map((h) => [areaName(h.area), h.text]);

test('Phụ lục 2 has a merged header of two rows', () => {
  const cells = named(
    templateById('phu-luc-2')!.columns.map((c) => c.header),
    5,
  );
  expect(cells).toContainEqual(['D6:F6', 'Chia ra theo cấp hành chính']);
  expect(cells).toContainEqual(['E7', 'Cấp huyện']);
  expect(cells).toContainEqual(['C6:C7', 'Tổng số']);
  expect(cells).toContainEqual(['G6:G7', 'Ghi chú']);
});

test('three levels merge across where paths agree and down where they end', () => {
  const paths = [['STT'], ['A', 'B', 'c'], ['A', 'B', 'd'], ['A', 'e'], ['F', 'g']];
  expect(headerDepth(paths)).toBe(3);
  expect(named(paths)).toEqual([
    ['A1:A3', 'STT'],
    ['B1:D1', 'A'],
    ['E1', 'F'],
    ['B2:C2', 'B'],
    ['D2:D3', 'e'],
    ['E2:E3', 'g'],
    ['B3', 'c'],
    ['C3', 'd'],
  ]);
});

test('columns of the same name are not merged, nor groups that a column parts', () => {
  expect(named([['x'], ['x'], ['G', 'a'], ['y'], ['G', 'b']])).toEqual([
    ['A1:A2', 'x'],
    ['B1:B2', 'x'],
    ['C1', 'G'],
    ['D1:D2', 'y'],
    ['E1', 'G'],
    ['C2', 'a'],
    ['E2', 'b'],
  ]);
});

test('every place of the header belongs to one cell', () => {
  for (const id of ['phu-luc-1', 'phu-luc-4', 'mot-cua']) {
    const paths = templateById(id)!.columns.map((c) => c.header);
    const places = headerCells(paths, 0).flatMap(({ area: a }) => {
      const out: string[] = [];
      for (let r = a.top; r <= a.bottom; r++) for (let c = a.left; c <= a.right; c++) out.push(`${r},${c}`);
      return out;
    });
    expect(places).toHaveLength(headerDepth(paths) * paths.length);
    expect(new Set(places).size).toBe(places.length);
  }
});
