import {
  countColumns,
  dataRows,
  labelColumn,
  mainTable,
  roleOf,
  type Distortion,
  type MessColumn,
  type MessDoc,
  type MessTable,
} from '../mess';
import type { Rng } from '../rng';

const levels = (t: MessTable): MessColumn[] => t.columns.filter((c) => roleOf(t, c.key) === 'level');
const withLevels = (d: MessDoc): boolean => levels(mainTable(d)).length === 3;

function addColumn(
  d: MessDoc,
  rng: Rng,
  place: 'left' | 'middle' | 'right',
  header: string,
  value: () => string | number,
): void {
  const t = mainTable(d);
  const column: MessColumn = { id: `x${t.columns.length}`, key: null, path: [header] };
  const at =
    place === 'left'
      ? t.columns.indexOf(labelColumn(t)) + 1
      : place === 'right'
        ? t.columns.length
        : rng.int(t.columns.indexOf(labelColumn(t)) + 2, t.columns.length - 1);
  t.columns.splice(at, 0, column);
  for (const r of dataRows(t)) if (rng.chance(0.8)) r.cells[column.id] = { value: value() };
}

const LAST_YEAR = ['Kỳ trước', 'Năm trước', 'Số liệu năm 2019', 'Cùng kỳ năm trước', 'Lũy kế'];

/** Which columns there are. */
export const columnDistortions: Distortion[] = [
  {
    id: 'levels-permuted',
    name: 'Các cột cấp đổi thứ tự',
    slot: 'columns',
    effect: 'harmless',
    fits: withLevels,
    apply: (d, rng) => {
      const t = mainTable(d);
      const at = levels(t).map((c) => t.columns.indexOf(c));
      const mixed = rng.shuffled(levels(t));
      at.forEach((i, k) => {
        t.columns[i] = mixed[k]!;
      });
    },
  },
  {
    id: 'columns-permuted',
    name: 'Các cột số đổi thứ tự',
    slot: 'columns',
    effect: 'harmless',
    apply: (d, rng) => {
      const t = mainTable(d);
      const own = countColumns(t);
      const at = own.map((c) => t.columns.indexOf(c));
      const mixed = rng.shuffled(own);
      at.forEach((i, k) => {
        t.columns[i] = mixed[k]!;
      });
    },
  },
  {
    id: 'two-levels',
    name: 'Hai cấp, không có cột Cấp huyện',
    slot: 'columns',
    effect: 'harmless',
    fits: withLevels,
    apply: (d) => {
      const t = mainTable(d);
      t.columns = t.columns.filter((c) => c.key !== 'district');
      for (const r of dataRows(t)) {
        const lost = r.meant['district'];
        delete r.meant['district'];
        delete r.cells['district'];
        if (typeof lost === 'number' && typeof r.meant['total'] === 'number') {
          r.meant['total'] -= lost;
          r.cells['total'] = { value: r.meant['total'] };
          delete r.meant['percent'];
          delete r.cells['percent'];
        }
      }
    },
  },
  {
    id: 'note-missing',
    name: 'Không có cột Ghi chú',
    slot: 'columns',
    effect: 'harmless',
    apply: (d) => {
      const t = mainTable(d);
      t.columns = t.columns.filter((c) => roleOf(t, c.key) !== 'note');
    },
  },
  {
    id: 'added-unit',
    name: 'Thêm cột Đơn vị tính',
    slot: 'added',
    effect: 'harmless',
    apply: (d, rng) => addColumn(d, rng, 'left', rng.pick(['Đơn vị tính', 'ĐVT']), () => 'cơ quan'),
  },
  {
    id: 'added-left',
    name: 'Thêm cột số kỳ trước bên trái',
    slot: 'added',
    effect: 'harmless',
    apply: (d, rng) => addColumn(d, rng, 'left', rng.pick(LAST_YEAR), () => rng.int(1, 99)),
  },
  {
    id: 'added-middle',
    name: 'Thêm cột số kỳ trước ở giữa',
    slot: 'added',
    effect: 'harmless',
    apply: (d, rng) => addColumn(d, rng, 'middle', rng.pick(LAST_YEAR), () => rng.int(1, 99)),
  },
  {
    id: 'added-right',
    name: 'Thêm cột số kỳ trước, so sánh % bên phải',
    slot: 'added',
    effect: 'harmless',
    apply: (d, rng) =>
      addColumn(d, rng, 'right', rng.pick([...LAST_YEAR, 'So sánh %', 'Tăng/giảm']), () => rng.int(1, 99)),
  },
  {
    id: 'added-same-name',
    name: 'Hai cột cùng tên Tổng số (năm trước, năm nay)',
    slot: 'added',
    effect: 'asks',
    fits: (d) => mainTable(d).template!.id !== 'phu-luc-1',
    apply: (d, rng) => {
      const t = mainTable(d);
      const total = t.columns.find((c) => roleOf(t, c.key) === 'total')!;
      addColumn(d, rng, 'left', total.path[0]!, () => rng.int(1, 99));
    },
  },
  {
    id: 'added-nameless',
    name: 'Thêm cột số không có tên',
    slot: 'added',
    effect: 'asks',
    apply: (d, rng) => addColumn(d, rng, rng.pick(['left', 'middle', 'right']), '', () => rng.int(1, 99)),
  },
  {
    id: 'spacer-column',
    name: 'Có cột trống hẹp ở giữa',
    slot: 'added',
    effect: 'harmless',
    apply: (d, rng) => addColumn(d, rng, 'middle', '', () => ''),
  },
  {
    id: 'columns-hidden',
    name: 'Ẩn một cột số',
    slot: 'hidden',
    effect: 'asks',
    apply: (d, rng) => {
      const t = mainTable(d);
      t.hiddenColumns.push(rng.pick(countColumns(t)).id);
    },
  },
  {
    id: 'rows-hidden',
    name: 'Ẩn vài dòng',
    slot: 'hidden',
    effect: 'asks',
    apply: (d, rng) => {
      const t = mainTable(d);
      // Of two rows for one criterion the one that is seen counts; which one that is must not be left to chance here.
      const alone = t.rows
        .map((_, i) => i)
        .filter((i) => i > 0 && t.rows.filter((r) => r.key !== null && r.key === t.rows[i]!.key).length < 2);
      if (alone.length > 0) t.hiddenRows.push(rng.pick(alone));
    },
  },
];
