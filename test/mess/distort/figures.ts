import {
  dataRows,
  figureColumns,
  mainTable,
  numberCells,
  roleOf,
  type Distortion,
  type MessCell,
  type MessDoc,
  type MessRow,
} from '../mess';
import type { Rng } from '../rng';

/** Changes some share of the count cells that hold a number. */
function some(
  d: MessDoc,
  rng: Rng,
  share: number,
  change: (value: number, row: MessRow, column: string) => MessCell | null,
): void {
  for (const [row, column] of numberCells(mainTable(d))) {
    if (!rng.chance(share)) continue;
    const cell = change(Number(row.cells[column]!.value), row, column);
    if (cell) row.cells[column] = cell;
  }
}
const grouped = (n: number, mark: string): string => String(n).replace(/\B(?=(\d{3})+$)/g, mark);
const levelsOf = (d: MessDoc): string[] =>
  mainTable(d)
    .columns.filter((c) => roleOf(mainTable(d), c.key) === 'level')
    .map((c) => c.id);
const withLevels = (d: MessDoc): boolean => levelsOf(d).length > 1;
const withPercent = (d: MessDoc): boolean => mainTable(d).template!.id === 'phu-luc-4';
const percents = (d: MessDoc, change: (share: number) => MessCell): void => {
  for (const r of dataRows(mainTable(d)))
    if (typeof r.meant['percent'] === 'number') r.cells['percent'] = change(r.meant['percent']);
};
const comma = (share: number): string => String(Math.round(share * 1000) / 10).replace('.', ',');

/** What is typed as a figure. */
export const figureDistortions: Distortion[] = [
  {
    id: 'text-numbers',
    name: 'Số lưu dạng chữ',
    slot: 'figures',
    effect: 'harmless',
    apply: (d, rng) => some(d, rng, 0.5, (n) => ({ value: String(n) })),
  },
  {
    id: 'thousands',
    name: 'Dấu chấm phân cách hàng nghìn, dạng chữ',
    slot: 'figures',
    effect: 'harmless',
    apply: (d, rng) => some(d, rng, 1, (n) => ({ value: grouped(n, '.') })),
  },
  {
    id: 'thousands-space',
    name: 'Dấu cách phân cách hàng nghìn',
    slot: 'figures',
    effect: 'harmless',
    apply: (d, rng) => some(d, rng, 1, (n) => ({ value: grouped(n, rng.pick([' ', '\u00A0'])) })),
  },
  {
    id: 'leading-zeros',
    name: 'Số có số 0 ở đầu',
    slot: 'figures',
    effect: 'harmless',
    apply: (d, rng) => some(d, rng, 0.6, (n) => ({ value: String(n).padStart(2, '0') })),
  },
  {
    id: 'spaces-around',
    name: 'Số có dấu cách thừa',
    slot: 'figures',
    effect: 'harmless',
    apply: (d, rng) => some(d, rng, 0.5, (n) => ({ value: rng.pick([` ${n}`, `${n} `, `\u00A0${n}`, `${n}\n`]) })),
  },
  {
    id: 'with-unit',
    name: '“5 cơ quan”, “12 (đơn vị)”',
    slot: 'figures',
    effect: 'asks',
    apply: (d, rng) =>
      some(d, rng, 0.2, (n) => ({ value: rng.pick([`${n} cơ quan`, `${n} (đơn vị)`, `${n}*`, `khoảng ${n}`]) })),
  },
  {
    id: 'decimals',
    name: '“12.5”, “12,5” trong cột số lượng',
    slot: 'figures',
    effect: 'asks',
    apply: (d, rng) =>
      some(d, rng, 0.2, (n, row, column) => {
        row.meant[column] = 'ask';
        return { value: rng.pick([n + 0.5, `${n},5`, `${n}.5`]) };
      }),
  },
  {
    id: 'english-thousands',
    name: '1.234 bị Excel lưu thành 1,234 (số lẻ)',
    slot: 'figures',
    effect: 'asks',
    apply: (d, rng) => some(d, rng, 1, (n) => (n < 1000 || n % 1000 === 0 ? null : { value: n / 1000 })),
  },
  {
    id: 'dashes-for-none',
    name: 'Gạch ngang, Không, KPS, 0 lẫn lộn',
    slot: 'none',
    effect: 'harmless',
    apply: (d, rng) => {
      const t = mainTable(d);
      for (const r of dataRows(t))
        for (const c of figureColumns(t))
          if (!r.cells[c.id] && rng.chance(0.5) && roleOf(t, c.key) !== 'percent')
            r.cells[c.id] = { value: rng.pick(['-', '–', 'Không', 'Không có', 'KPS', '...']) };
    },
  },
  {
    id: 'percent-hundred',
    name: 'Tỷ lệ ghi 95,8 không có %',
    slot: 'percent',
    effect: 'harmless',
    fits: withPercent,
    apply: (d) => percents(d, (s) => ({ value: Math.round(s * 1000) / 10 })),
  },
  {
    id: 'percent-fraction',
    name: 'Tỷ lệ ghi 0,958 không có %',
    slot: 'percent',
    effect: 'asks',
    fits: withPercent,
    apply: (d) => percents(d, (s) => ({ value: s })),
  },
  {
    id: 'percent-text',
    name: 'Tỷ lệ dạng chữ “95,8 %”',
    slot: 'percent',
    effect: 'harmless',
    fits: withPercent,
    apply: (d, rng) => percents(d, (s) => ({ value: `${comma(s)}${rng.pick([' %', '%'])}` })),
  },
  {
    id: 'percent-bare-text',
    name: 'Tỷ lệ dạng chữ “95,8”',
    slot: 'percent',
    effect: 'asks',
    fits: withPercent,
    apply: (d) => percents(d, (s) => ({ value: comma(s) })),
  },
  {
    id: 'formulas',
    name: 'Tổng số là công thức',
    slot: 'formula',
    effect: 'harmless',
    fits: withLevels,
    apply: (d) => {
      for (const r of dataRows(mainTable(d)))
        if (typeof r.meant['total'] === 'number' && levelsOf(d).some((l) => typeof r.meant[l] === 'number'))
          r.cells['total'] = { value: r.meant['total'], formula: 'LEVELS' };
    },
  },
  {
    id: 'formulas-uncached',
    name: 'Công thức chưa có giá trị lưu',
    slot: 'formula',
    effect: 'harmless',
    fits: withLevels,
    apply: (d) => {
      for (const r of dataRows(mainTable(d)))
        if (typeof r.meant['total'] === 'number' && levelsOf(d).some((l) => typeof r.meant[l] === 'number'))
          r.cells['total'] = { value: '', formula: 'LEVELS', noCachedValue: true };
    },
  },
  {
    id: 'formulas-stale',
    name: 'Công thức lưu giá trị cũ',
    slot: 'formula',
    effect: 'asks',
    fits: withLevels,
    apply: (d, rng) => {
      for (const r of dataRows(mainTable(d)))
        if (
          typeof r.meant['total'] === 'number' &&
          levelsOf(d).some((l) => typeof r.meant[l] === 'number') &&
          rng.chance(0.3)
        )
          r.cells['total'] = { value: r.meant['total'] + 1, formula: 'LEVELS' };
    },
  },
  {
    id: 'notes-with-numbers',
    name: 'Ghi chú có số',
    slot: 'notes',
    effect: 'harmless',
    apply: (d, rng) => {
      const t = mainTable(d);
      const note = t.columns.find((c) => roleOf(t, c.key) === 'note');
      if (note)
        for (const r of dataRows(t))
          if (rng.chance(0.4))
            r.cells[note.id] = {
              value: rng.pick([
                'Tăng 3 so với năm 2019',
                '05 TTHC lĩnh vực KNTC',
                'QĐ số 12/QĐ-UBND',
                12,
                '15/11/2020',
                'Cấp phòng',
              ]),
            };
    },
  },
  {
    id: 'figure-merged',
    name: 'Ô số gộp hai dòng',
    slot: 'figure-merge',
    effect: 'asks',
    fits: (d) => mainTable(d).rows.length > 2,
    apply: (d, rng) => {
      const t = mainTable(d);
      const at = rng.int(0, t.rows.length - 2);
      const [a, b] = [t.rows[at]!, t.rows[at + 1]!];
      if (
        a.kind !== 'data' ||
        b.kind !== 'data' ||
        a.key === null ||
        b.key === null ||
        a.label.length + b.label.length > 2 ||
        [a, b].some((r) => Object.values(r.cells).some((c) => c.formula))
      )
        return;
      const column = numberCells(t).find(([r]) => r === a)?.[1];
      if (!column) return;
      a.meant[column] = 'ask';
      delete b.cells[column];
      delete b.meant[column];
      t.figureMerges.push({ row: at, column, down: 1 });
    },
  },
  {
    id: 'wrong-column',
    name: 'Một số gõ nhầm sang cột cấp bên cạnh',
    slot: 'slip',
    effect: 'unknowable',
    fits: withLevels,
    apply: (d, rng) => {
      const [a, b] = levelsOf(d) as [string, string];
      const r = rng.pick(dataRows(mainTable(d)));
      [r.cells[a], r.cells[b]] = [r.cells[b]!, r.cells[a]!];
      [r.meant[a], r.meant[b]] = [r.meant[b]!, r.meant[a]!];
      for (const k of [a, b]) {
        if (!r.cells[k]) delete r.cells[k];
        if (r.meant[k] === undefined) delete r.meant[k];
      }
    },
  },
  {
    id: 'shifted-row',
    name: 'Số bị trượt xuống một dòng',
    slot: 'slip',
    effect: 'unknowable',
    fits: (d) => mainTable(d).template!.rowMode === 'fixed',
    apply: (d) => {
      const rows = dataRows(mainTable(d));
      for (let i = rows.length - 1; i > 0; i--) {
        rows[i]!.cells = rows[i - 1]!.cells;
        rows[i]!.meant = rows[i - 1]!.meant;
      }
      rows[0]!.cells = {};
      rows[0]!.meant = {};
    },
  },
];
