import {
  countColumns,
  dataRows,
  mainTable,
  type Distortion,
  type MessDoc,
  type MessRow,
  type MessTable,
} from '../mess';
import type { Rng } from '../rng';

const fixed = (d: MessDoc): boolean => mainTable(d).template!.rowMode === 'fixed';
const open = (d: MessDoc): boolean => !fixed(d);

/** A row that the form does not have, with figures in every count column. */
function stranger(t: MessTable, label: string, rng: Rng, number: string | number = ''): MessRow {
  return {
    kind: 'data',
    key: null,
    number,
    label: [label],
    figuresAt: 0,
    meant: {},
    cells: Object.fromEntries(countColumns(t).map((c) => [c.id, { value: rng.int(1, 9) }])),
  };
}
const insert = (t: MessTable, row: MessRow, rng: Rng): void => {
  t.rows.splice(rng.int(1, t.rows.length - 1), 0, row);
};
const copy = (r: MessRow): MessRow => ({ ...r, label: [...r.label], cells: { ...r.cells }, meant: { ...r.meant } });

/** Which rows there are. */
export const rowDistortions: Distortion[] = [
  {
    id: 'rows-shuffled',
    name: 'Các dòng xếp lại thứ tự',
    slot: 'row-order',
    effect: 'harmless',
    fits: fixed,
    apply: (d, rng) => {
      const t = mainTable(d);
      t.rows = rng.shuffled(t.rows);
    },
  },
  {
    id: 'rows-missing',
    name: 'Thiếu dòng',
    slot: 'row-count',
    effect: 'harmless',
    fits: fixed,
    apply: (d, rng) => {
      const t = mainTable(d);
      t.rows = rng.some(t.rows, Math.max(2, t.rows.length - rng.int(1, 6)));
    },
  },
  {
    id: 'rows-renumbered',
    name: 'Xóa dòng rồi đánh lại số',
    slot: 'row-count',
    effect: 'harmless',
    fits: fixed,
    apply: (d, rng) => {
      const t = mainTable(d);
      t.rows.splice(rng.int(0, t.rows.length - 1), 1);
      dataRows(t).forEach((r, i) => {
        r.number = String(i + 1);
      });
    },
  },
  {
    id: 'row-twice-same',
    name: 'Một dòng có hai lần, số giống nhau',
    slot: 'row-count',
    effect: 'asks',
    fits: fixed,
    apply: (d, rng) => {
      const t = mainTable(d);
      const r = rng.pick(dataRows(t));
      const second = copy(r);
      second.meant = Object.fromEntries(Object.keys(r.meant).map((k) => [k, 'ask']));
      t.rows.splice(t.rows.indexOf(r) + rng.int(1, 3), 0, second);
    },
  },
  {
    id: 'row-twice-different',
    name: 'Một dòng có hai lần, số khác nhau',
    slot: 'row-count',
    effect: 'asks',
    fits: fixed,
    apply: (d, rng) => {
      const t = mainTable(d);
      const r = rng.pick(dataRows(t).filter((x) => Object.keys(x.meant).length > 0));
      const second = copy(r);
      for (const k of Object.keys(r.meant)) {
        r.meant[k] = 'ask';
        second.meant[k] = 'ask';
        second.cells[k] = { value: Number(second.cells[k]!.value) + rng.int(1, 9) };
      }
      t.rows.push(second);
    },
  },
  {
    id: 'row-of-which',
    name: 'Thêm dòng “Trong đó: …”',
    slot: 'row-extra',
    effect: 'asks',
    apply: (d, rng) => {
      const t = mainTable(d);
      for (let i = rng.int(1, 3); i > 0; i--)
        insert(
          t,
          stranger(
            t,
            rng.pick([
              'Trong đó: thuộc Chi cục',
              'Trong đó',
              '- Trong đó: đơn vị trực thuộc',
              'Trong đó: số cơ quan cấp phòng',
              '+ Phòng chuyên môn',
            ]),
            rng,
            rng.pick(['', '-', 'a)']),
          ),
          rng,
        );
    },
  },
  {
    id: 'row-groups',
    name: 'Thêm dòng tên nhóm, không có số',
    slot: 'row-extra',
    effect: 'harmless',
    apply: (d, rng) => {
      const t = mainTable(d);
      const n = rng.int(1, 3);
      for (let i = 0; i < n; i++)
        insert(
          t,
          {
            kind: 'text',
            key: null,
            number: ['I', 'II', 'III'][i]!,
            label: [
              rng.pick(['CÔNG TÁC CHỈ ĐẠO', 'Cải cách tổ chức bộ máy', 'Lĩnh vực thuộc sở', 'HIỆN ĐẠI HÓA HÀNH CHÍNH']),
            ],
            figuresAt: 0,
            cells: {},
            meant: {},
          },
          rng,
        );
    },
  },
  {
    id: 'row-groups-sums',
    name: 'Thêm dòng tên nhóm có số cộng của nhóm',
    slot: 'row-extra',
    effect: 'asks',
    fits: open,
    apply: (d, rng) => {
      const t = mainTable(d);
      const cut = rng.int(1, t.rows.length - 2);
      const add = (label: string, number: string, from: number, to: number): MessRow => {
        const row = stranger(t, label, rng, number);
        for (const c of countColumns(t))
          row.cells[c.id] = {
            value: t.rows.slice(from, to).reduce((n, r) => n + Number(r.cells[c.id]?.value ?? 0), 0),
          };
        return row;
      };
      const first = add('Lĩnh vực cấp tỉnh', 'I', 0, cut);
      const second = add('Lĩnh vực cấp huyện', 'II', cut, t.rows.length - 1);
      t.rows.splice(cut, 0, second);
      t.rows.unshift(first);
    },
  },
  {
    id: 'row-total',
    name: 'Thêm dòng Tổng cộng',
    slot: 'row-total',
    effect: 'asks',
    fits: fixed,
    apply: (d, rng) => {
      const t = mainTable(d);
      t.rows[rng.chance(0.7) ? 'push' : 'unshift'](
        stranger(t, rng.pick(['Tổng cộng', 'Tổng số', 'TỔNG CỘNG:', 'Cộng']), rng),
      );
    },
  },
  {
    id: 'row-total-top',
    name: 'Dòng Tổng cộng ở đầu bảng',
    slot: 'row-total',
    effect: 'harmless',
    fits: open,
    apply: (d) => {
      const t = mainTable(d);
      t.rows.unshift(t.rows.pop()!);
    },
  },
  {
    id: 'row-total-bold',
    name: 'Còn dấu in đậm <b>, ** của Tổng cộng',
    slot: 'row-total',
    effect: 'harmless',
    fits: open,
    apply: (d) => {
      const r = mainTable(d).rows.at(-1)!;
      r.label = [`<b>${r.label[0]}</b>`];
      for (const c of Object.values(r.cells)) c.value = `<b>${c.value}</b>`;
    },
  },
  {
    id: 'row-total-missing',
    name: 'Không có dòng Tổng cộng',
    slot: 'row-total',
    effect: 'harmless',
    fits: open,
    apply: (d) => {
      mainTable(d).rows.pop();
    },
  },
  {
    id: 'row-after-total',
    name: 'Còn dòng số liệu sau dòng Tổng cộng',
    slot: 'row-total',
    effect: 'asks',
    fits: open,
    apply: (d, rng) => {
      const t = mainTable(d);
      const r = stranger(t, 'Lĩnh vực bổ sung', rng);
      r.key = 'open:x';
      r.meant = Object.fromEntries(Object.keys(r.cells).map((k) => [k, Number(r.cells[k]!.value)]));
      t.rows.push(r);
    },
  },
  {
    id: 'rows-blank-between',
    name: 'Dòng trống giữa bảng',
    slot: 'row-blank',
    effect: 'harmless',
    apply: (d, rng) => {
      const t = mainTable(d);
      for (let i = rng.int(1, 4); i > 0; i--)
        insert(t, { kind: 'blank', key: null, number: '', label: [''], figuresAt: 0, cells: {}, meant: {} }, rng);
    },
  },
  {
    id: 'row-note-between',
    name: 'Dòng ghi chú xen giữa bảng',
    slot: 'row-blank',
    effect: 'asks',
    apply: (d, rng) => {
      const t = mainTable(d);
      insert(
        t,
        {
          kind: 'text',
          key: null,
          number: '',
          label: ['(Số liệu tính đến 14/12/2020, gồm 12 đơn vị)'],
          figuresAt: 0,
          cells: {},
          meant: {},
        },
        rng,
      );
    },
  },
  {
    id: 'row-new',
    name: 'Thêm một dòng tiêu chí lạ có số',
    slot: 'row-extra',
    effect: 'asks',
    fits: fixed,
    apply: (d, rng) => {
      const t = mainTable(d);
      insert(
        t,
        stranger(
          t,
          rng.pick([
            'Số cơ quan có trang Facebook',
            'Số phòng chuyên môn được kiểm tra',
            'Kế hoạch phòng, chống tham nhũng',
            'Số đơn vị sự nghiệp ban hành quy chế',
            'Số tổ chức hội',
          ]),
          rng,
          '2a',
        ),
        rng,
      );
    },
  },
];
