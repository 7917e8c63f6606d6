import {
  countColumns,
  dataRows,
  labelColumn,
  mainTable,
  numberCells,
  type Distortion,
  type MessDoc,
  type MessRow,
} from '../mess';
import type { Rng } from '../rng';

const fixed = (d: MessDoc): boolean => mainTable(d).template!.rowMode === 'fixed';

/** The row says something else now: what stands in it is not the form's figure. */
function turn(row: MessRow, label: string): void {
  row.label = [label];
  row.figuresAt = 0;
  for (const k of Object.keys(row.meant)) row.meant[k] = 'ask';
}

function turnSome(d: MessDoc, rng: Rng, change: (label: string) => string | null): void {
  const able = dataRows(mainTable(d)).filter((r) => r.label.length === 1 && change(r.label[0]!) !== null);
  for (const row of rng.some(able, Math.min(able.length, rng.int(1, 4)))) turn(row, change(row.label[0]!)!);
}

/** "chưa" or "không" before the first verb of the wording. */
function denied(label: string, word: string): string | null {
  const made = label.replace(
    /(được |thực hiện |ban hành |công khai |sử dụng |áp dụng |đạt |triển khai |có cơ cấu |giải quyết |công lập)/u,
    (verb) => (verb === 'công lập' ? 'ngoài công lập' : `${word} ${verb}`),
  );
  return made === label ? null : made;
}

const OTHER_WORDS: [string, string][] = [
  ['kiểm tra', 'thanh tra'],
  ['quy chế', 'quy trình'],
  ['công chức', 'viên chức'],
  ['viên chức', 'lao động hợp đồng'],
  ['cấp xã', 'cấp huyện'],
  ['Số cơ quan', 'Số phòng'],
  ['Nghị định 130', 'Nghị định 117'],
  ['Nghị định 43', 'Nghị định 16'],
  ['tuyển dụng', 'sử dụng'],
  ['phần mềm', 'phần cứng'],
  ['tuyên truyền', 'thông tin'],
];

const open = (d: MessDoc): boolean => !fixed(d);
/** Nobody can know the count that stands behind these cells. */
const askAll = (d: MessDoc, which: (column: string) => boolean): void => {
  for (const row of dataRows(mainTable(d))) for (const k of Object.keys(row.meant)) if (which(k)) row.meant[k] = 'ask';
};
const isCount =
  (d: MessDoc) =>
  (key: string): boolean =>
    countColumns(mainTable(d)).some((c) => c.id === key);
const someCells = (d: MessDoc, rng: Rng, change: (row: MessRow, column: string) => void): void => {
  const cells = numberCells(mainTable(d)).filter(([r, k]) => typeof r.meant[k] === 'number');
  for (const [row, column] of rng.some(cells, Math.min(cells.length, rng.int(1, 3)))) change(row, column);
};

/** Wordings that look like the form's and mean something else. */
export const meaningDistortions: Distortion[] = [
  {
    id: 'label-denied',
    name: 'Lời văn phủ định (chưa, không, ngoài công lập)',
    slot: 'label',
    effect: 'asks',
    fits: fixed,
    apply: (d, rng) => turnSome(d, rng, (l) => denied(l, rng.pick(['chưa', 'không']))),
  },
  {
    id: 'label-share',
    name: 'Lời văn hỏi tỷ lệ thay cho số lượng',
    slot: 'label',
    effect: 'asks',
    fits: fixed,
    apply: (d, rng) =>
      turnSome(d, rng, (l) =>
        l.startsWith('Số ') ? l.replace(/^Số (lượng )?/u, rng.pick(['Tỷ lệ ', 'Tỷ lệ % ', '% '])) : null,
      ),
  },
  {
    id: 'label-part',
    name: 'Lời văn “Trong đó: …” thay cho cả dòng',
    slot: 'label',
    effect: 'asks',
    fits: fixed,
    apply: (d, rng) => turnSome(d, rng, (l) => `Trong đó: ${l.charAt(0).toLowerCase()}${l.slice(1)}`),
  },
  {
    id: 'label-other-word',
    name: 'Một từ của lời văn thay bằng từ khác nghĩa',
    slot: 'label',
    effect: 'asks',
    fits: fixed,
    apply: (d, rng) =>
      turnSome(d, rng, (l) => {
        const found = OTHER_WORDS.find(([from]) => l.includes(from));
        return found ? l.replace(found[0], found[1]) : null;
      }),
  },
  {
    id: 'unit-scaled-above',
    name: '“Đơn vị tính: nghìn hồ sơ”, “1.000” trên bảng',
    slot: 'above',
    effect: 'asks',
    apply: (d, rng) => {
      mainTable(d).above.push({
        col: 0,
        text: rng.pick(['(Đơn vị tính: nghìn hồ sơ)', 'ĐVT: 1.000', 'Đơn vị: trăm', 'Đơn vị tính: nghìn']),
      });
      askAll(d, isCount(d));
    },
  },
  {
    id: 'unit-percent-above',
    name: '“Đơn vị tính: %” trên bảng số lượng',
    slot: 'above',
    effect: 'asks',
    apply: (d, rng) => {
      mainTable(d).above.push({ col: 0, text: rng.pick(['Đơn vị tính: %', '(ĐVT: %)', 'Đơn vị tính: phần trăm']) });
      askAll(d, isCount(d));
    },
  },
  {
    id: 'unit-scaled-header',
    name: 'Tên cột ghi “(nghìn)”, “(x1000)”',
    slot: 'header',
    effect: 'asks',
    apply: (d, rng) => {
      const c = rng.pick(countColumns(mainTable(d)));
      c.path[c.path.length - 1] += rng.pick([' (nghìn)', '\n(x1000)', ' (trăm hồ sơ)']);
      askAll(d, (k) => k === c.id);
    },
  },
  {
    id: 'unit-percent-header',
    name: 'Tên cột số lượng ghi “(%)” hoặc “Tỷ lệ”',
    slot: 'header',
    effect: 'asks',
    apply: (d, rng) => {
      const c = rng.pick(countColumns(mainTable(d)));
      c.path[c.path.length - 1] = rng.chance(0.5) ? `${c.path.at(-1)} (%)` : `Tỷ lệ ${c.path.at(-1)!.toLowerCase()}`;
      askAll(d, (k) => k === c.id);
    },
  },
  {
    id: 'unit-row-percent',
    name: 'Cột Đơn vị tính có dòng ghi “%”',
    slot: 'added',
    effect: 'asks',
    fits: fixed,
    apply: (d, rng) => {
      const t = mainTable(d);
      const odd = rng.pick(dataRows(t));
      t.columns.splice(t.columns.indexOf(labelColumn(t)) + 1, 0, { id: 'dvt', key: null, path: ['Đơn vị tính'] });
      for (const r of dataRows(t)) r.cells['dvt'] = { value: r === odd ? '%' : 'cơ quan' };
      for (const k of Object.keys(odd.meant)) if (isCount(d)(k)) odd.meant[k] = 'ask';
    },
  },
  {
    id: 'figures-struck',
    name: 'Vài số bị gạch ngang',
    slot: 'figures',
    effect: 'asks',
    apply: (d, rng) =>
      someCells(d, rng, (row, k) => {
        row.cells[k]!.struck = rng.pick(['all', 'part']);
        row.meant[k] = 'ask';
      }),
  },
  {
    id: 'figures-raised',
    name: 'Số có dấu chú thích nâng cao (52¹)',
    slot: 'figures',
    effect: 'asks',
    apply: (d, rng) =>
      someCells(d, rng, (row, k) => {
        const mark = rng.pick(['1', '2', '(1)']);
        row.cells[k] = { value: `${row.cells[k]!.value}${mark}`, raised: mark };
      }),
  },
  {
    id: 'figures-pair',
    name: 'Số ghi “12/15”',
    slot: 'figures',
    effect: 'asks',
    apply: (d, rng) =>
      someCells(d, rng, (row, k) => {
        row.cells[k] = { value: `${row.cells[k]!.value}/${Number(row.cells[k]!.value) + rng.int(-1, 9)}` };
      }),
  },
  {
    id: 'columns-hidden-old',
    name: 'Các cột số cũ cùng tên bị ẩn',
    slot: 'added',
    effect: 'asks',
    fits: fixed,
    apply: (d, rng) => {
      const t = mainTable(d);
      const counts = countColumns(t);
      const old = counts.map((c) => ({ id: `${c.id}-old`, key: null, path: [...c.path] }));
      for (const r of dataRows(t))
        for (const c of counts)
          if (typeof r.cells[c.id]?.value === 'number')
            r.cells[`${c.id}-old`] = { value: Math.max(0, Number(r.cells[c.id]!.value) - rng.int(1, 5)) };
      t.columns.splice(t.columns.indexOf(counts[0]!), 0, ...old);
      t.hiddenColumns.push(...old.map((c) => c.id));
    },
  },
  {
    id: 'row-hidden-old',
    name: 'Dòng cũ của một tiêu chí bị ẩn',
    slot: 'row-count',
    effect: 'asks',
    fits: fixed,
    apply: (d, rng) => {
      const t = mainTable(d);
      const row = rng.pick(dataRows(t).filter((r) => Object.keys(r.meant).length > 0 && r.label.length === 1));
      const old: MessRow = { ...row, label: [...row.label], cells: { ...row.cells }, meant: {} };
      for (const k of Object.keys(row.meant)) {
        old.cells[k] = { value: Number(row.cells[k]!.value) + 1 };
        old.meant[k] = 'ask';
      }
      t.hiddenRows = t.hiddenRows.map((i) => (i >= t.rows.indexOf(row) ? i + 1 : i)).concat(t.rows.indexOf(row));
      t.rows.splice(t.rows.indexOf(row), 0, old);
    },
  },
  {
    id: 'row-total-words',
    name: 'Dòng tổng ghi lời khác (Tổng số hồ sơ, Cộng chung)',
    slot: 'row-total',
    effect: 'harmless',
    fits: open,
    apply: (d, rng) => {
      const t = mainTable(d);
      t.rows.at(-1)!.label = [rng.pick(['Tổng số hồ sơ', 'Tổng các lĩnh vực', 'Cộng chung', 'TỔNG CỘNG TOÀN SỞ'])];
    },
  },
];
