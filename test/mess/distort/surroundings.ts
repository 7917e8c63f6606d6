import { templateById } from '../../../src/core/templates/registry';
import { baseTable } from '../base-table';
import { mainSheet, mainTable, type Distortion, type MessRow, type MessTable } from '../mess';
import type { Rng } from '../rng';

const stranger = (number: string | number, label: string, values: Record<string, string | number>): MessRow => ({
  kind: 'data',
  key: null,
  number,
  label: [label],
  figuresAt: 0,
  meant: {},
  cells: Object.fromEntries(Object.entries(values).map(([k, v]) => [k, { value: v }])),
});
const plain = (above: string[], columns: MessTable['columns'], rows: MessRow[]): MessTable => ({
  template: null,
  above: above.map((text) => ({ col: 0, text })),
  columns,
  lostHeaderRows: [],
  merged: true,
  rows,
  below: [],
  figureMerges: [],
  hiddenRows: [],
  hiddenColumns: [],
});

/** STT | Nội dung | Tổng số | Ghi chú about something else. */
function otherTable(rng: Rng): MessTable {
  const label = rng.pick(['Nội dung', 'Chỉ tiêu', 'Hạng mục']);
  const items = rng.some(
    [
      'Mua văn phòng phẩm',
      'Mực in',
      'Chi tiếp khách',
      'Công tác phí',
      'Sửa chữa trụ sở',
      'Số vụ khiếu nại',
      'Số đơn thư đã xử lý',
      'Số cuộc thanh tra',
      'Đào tạo lái xe',
    ],
    rng.int(2, 7),
  );
  return plain(
    [rng.pick(['DỰ TOÁN KINH PHÍ', 'Bảng tổng hợp', 'KẾT QUẢ CÔNG TÁC QUÝ'])],
    [
      { id: 'stt', key: null, path: ['STT'] },
      { id: 'label', key: null, path: [label] },
      { id: 'a', key: null, path: ['Tổng số'] },
      { id: 'b', key: null, path: ['Ghi chú'] },
    ],
    items.map((text, i) => stranger(i + 1, text, { a: rng.int(1, 90), b: '' })),
  );
}

/** The full header of Phụ lục 2 over rows of another form. */
function otherRows(rng: Rng): MessTable {
  const items = rng.some(
    [
      'Số vụ khiếu nại đã giải quyết',
      'Số cuộc thanh tra hành chính',
      'Số đoàn kiểm tra liên ngành',
      'Số văn bản quy phạm pháp luật ban hành',
      'Số công chức được nâng lương',
      'Số buổi tiếp công dân',
      'Số hộ nghèo',
    ],
    rng.int(3, 7),
  );
  const level = (id: string, text: string): MessTable['columns'][number] => ({
    id,
    key: null,
    path: ['Chia ra theo cấp hành chính', text],
  });
  return plain(
    ['THỐNG KÊ CÔNG TÁC KHÁC'],
    [
      { id: 'stt', key: null, path: ['STT'] },
      { id: 'label', key: null, path: ['Tiêu chí'] },
      { id: 't', key: null, path: ['Tổng số'] },
      level('p', 'Cấp tỉnh'),
      level('d', 'Cấp huyện'),
      level('c', 'Cấp xã'),
      { id: 'n', key: null, path: ['Ghi chú'] },
    ],
    items.map((text, i) => stranger(i + 1, text, { t: 6, p: rng.int(1, 3), d: 2, c: 1 })),
  );
}

/** Biểu II.06a/VPCP/KSTT (domain 1.3): another form, with received and resolved files by field. */
function form06a(rng: Rng): MessTable {
  const col = (id: string, ...path: string[]): MessTable['columns'][number] => ({ id, key: null, path });
  const R = 'Số hồ sơ nhận giải quyết';
  const D = 'Số lượng hồ sơ đã giải quyết';
  const P = 'Số lượng hồ sơ đang giải quyết';
  const columns = [
    col('stt', 'STT'),
    col('label', 'Lĩnh vực, công việc giải quyết theo cấp'),
    col('c3', R, 'Tổng số'),
    col('c4', R, 'Trực tuyến'),
    col('c5', R, 'Trực tiếp, dịch vụ bưu chính'),
    col('c6', R, 'Từ kỳ trước'),
    col('c7', D, 'Tổng số'),
    col('c8', D, 'Trước hạn'),
    col('c9', D, 'Đúng hạn'),
    col('c10', D, 'Quá hạn'),
    col('c11', P, 'Tổng số'),
    col('c12', P, 'Trong hạn'),
    col('c13', P, 'Quá hạn'),
  ];
  const rows = ['Đất đai', 'Hộ tịch', 'Chứng thực', 'Xây dựng'].map((f, i) =>
    stranger(i + 1, f, Object.fromEntries(columns.slice(2).map((c) => [c.id, rng.int(0, 40)]))),
  );
  return plain(
    ['Biểu số II.06a/VPCP/KSTT', 'TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT TTHC TẠI CƠ QUAN, ĐƠN VỊ TRỰC TIẾP GIẢI QUYẾT TTHC'],
    columns,
    rows,
  );
}

const blankForm = (table: MessTable): MessTable => ({
  ...table,
  rows: table.rows.map((r) => ({ ...r, cells: {}, meant: {} })),
});
const OTHERS = ['phu-luc-1', 'phu-luc-2', 'phu-luc-3', 'phu-luc-4'];
const another = (table: MessTable, rng: Rng): MessTable =>
  baseTable(templateById(rng.pick(OTHERS.filter((id) => id !== table.template!.id)))!, rng);

/** What stands around a form: on its sheet, and on the other sheets of its file. */
export const surroundingDistortions: Distortion[] = [
  {
    id: 'letterhead',
    name: 'Quốc hiệu, tên cơ quan ở trên',
    slot: 'above',
    effect: 'harmless',
    apply: (d, rng) => {
      mainTable(d).above.unshift(
        { col: 0, text: 'UBND TỈNH KHÁNH HÒA' },
        { col: 3, text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM' },
        { col: 0, text: 'SỞ NỘI VỤ' },
        { col: 0, text: `Số: ${rng.int(1, 99)}/BC-SNV` },
      );
    },
  },
  {
    id: 'unit-line',
    name: '“Đơn vị tính: …”, “Kỳ báo cáo: …” trên bảng',
    slot: 'above',
    effect: 'harmless',
    apply: (d) => {
      mainTable(d).above.push(
        { col: 4, text: 'Đơn vị tính: cơ quan' },
        { col: 0, text: 'Kỳ báo cáo: năm 2020 (từ 15/12/2019 đến 14/12/2020)' },
        { col: 0, text: '' },
      );
    },
  },
  {
    id: 'signature',
    name: 'Ngày ký, người lập biểu ở dưới',
    slot: 'below',
    effect: 'harmless',
    apply: (d, rng) => {
      mainTable(d).below.push(
        ...(rng.chance(0.5) ? [{ col: 0, text: '' }] : []),
        { col: 3, text: 'Khánh Hòa, ngày 29 tháng 11 năm 2020' },
        { col: 1, text: 'Người lập biểu' },
        { col: 3, text: 'GIÁM ĐỐC' },
        { col: 1, text: 'Nguyễn Văn A' },
      );
    },
  },
  {
    id: 'notes-below',
    name: '“Ghi chú:” dưới bảng, trong chữ có số',
    slot: 'below',
    effect: 'harmless',
    apply: (d, rng) => {
      mainTable(d).below.push(
        ...(rng.chance(0.5) ? [{ col: 0, text: '' }] : []),
        { col: 0, text: 'Ghi chú:' },
        { col: 0, text: '- Các sở, ngành báo cáo số liệu thuộc phạm vi cơ quan (bao gồm 05 đơn vị trực thuộc)' },
        { col: 1, text: '- Số liệu tính đến 14/12/2020; trong đó 12 cơ quan chưa báo cáo' },
      );
    },
  },
  {
    id: 'empty-edges',
    name: 'Bảng không bắt đầu từ ô A1',
    slot: 'place',
    effect: 'harmless',
    apply: (d, rng) => {
      const s = mainSheet(d);
      s.top = rng.int(1, 14);
      s.left = rng.int(1, 6);
    },
  },
  {
    id: 'two-forms-down',
    name: 'Hai đến bốn biểu trên một trang, trên dưới',
    slot: 'sheet',
    effect: 'harmless',
    apply: (d, rng) => {
      const s = mainSheet(d);
      const t = mainTable(d);
      s.gap = rng.int(1, 3);
      const more = rng.shuffled(OTHERS.filter((id) => id !== t.template!.id)).slice(0, rng.int(1, 3));
      for (const id of more) s.tables.push(baseTable(templateById(id)!, rng));
    },
  },
  {
    id: 'two-forms-tight',
    name: 'Hai biểu liền nhau, không có dòng trống và tên',
    slot: 'sheet',
    effect: 'harmless',
    apply: (d, rng) => {
      const s = mainSheet(d);
      s.gap = 0;
      const o = another(mainTable(d), rng);
      o.above = [];
      s.tables.push(o);
    },
  },
  {
    id: 'two-forms-side',
    name: 'Hai biểu cạnh nhau trên một trang',
    slot: 'sheet',
    effect: 'asks',
    apply: (d, rng) => {
      const s = mainSheet(d);
      s.side = true;
      s.gap = rng.int(1, 2);
      s.tables.push(another(mainTable(d), rng));
    },
  },
  {
    id: 'two-forms-touching',
    name: 'Hai biểu cạnh nhau, không có cột trống ở giữa',
    slot: 'sheet',
    effect: 'asks',
    apply: (d, rng) => {
      const s = mainSheet(d);
      s.side = true;
      s.gap = 0;
      s.tables.push(another(mainTable(d), rng));
    },
  },
  {
    id: 'other-table-above',
    name: 'Bảng không liên quan ở trên, cùng trang',
    slot: 'sheet',
    effect: 'harmless',
    apply: (d, rng) => {
      const s = mainSheet(d);
      s.gap = 2;
      s.tables.unshift(otherTable(rng));
    },
  },
  {
    id: 'other-table-below',
    name: 'Bảng không liên quan ở dưới, cùng trang',
    slot: 'sheet',
    effect: 'harmless',
    apply: (d, rng) => {
      const s = mainSheet(d);
      s.gap = rng.int(1, 2);
      s.tables.push(otherTable(rng));
    },
  },
  {
    id: 'other-rows',
    name: 'Biểu khác có đầu bảng giống hệt Phụ lục 2',
    slot: 'book',
    effect: 'harmless',
    apply: (d, rng) => {
      d.sheets.push({
        name: 'Khác',
        side: false,
        top: 0,
        left: 0,
        gap: 2,
        visibility: 'visible',
        tables: [otherRows(rng)],
      });
    },
  },
  {
    id: 'form-06a',
    name: 'Biểu II.06a/VPCP/KSTT ở trang khác',
    slot: 'book',
    effect: 'harmless',
    apply: (d, rng) => {
      d.sheets.unshift({
        name: 'II.06a',
        side: false,
        top: 0,
        left: 0,
        gap: 2,
        visibility: 'visible',
        tables: [form06a(rng)],
      });
    },
  },
  {
    id: 'twenty-sheets',
    name: 'Một trang phụ lục trong tệp 20 trang',
    slot: 'book',
    effect: 'harmless',
    apply: (d, rng) => {
      const at = rng.int(0, 19);
      for (let i = 0; i < 19; i++)
        d.sheets.splice(i < at ? 0 : d.sheets.length, 0, {
          name: `Trang ${i + 1}`,
          side: false,
          top: 0,
          left: 0,
          gap: 1,
          visibility: 'visible',
          tables: [otherTable(rng)],
        });
    },
  },
  {
    id: 'blank-form',
    name: 'Kèm một trang chỉ là mẫu trống',
    slot: 'book',
    effect: 'harmless',
    apply: (d, rng) => {
      const s = mainSheet(d);
      d.sheets[rng.chance(0.5) ? 'unshift' : 'push']({ ...s, name: 'Mẫu', tables: [blankForm(mainTable(d))] });
    },
  },
  {
    id: 'draft-and-final',
    name: 'Bản nháp và bản chính trong một tệp',
    slot: 'book',
    effect: 'harmless',
    apply: (d, rng) => {
      const s = mainSheet(d);
      d.sheets.unshift({ ...s, name: 'Nháp', tables: [baseTable(mainTable(d).template!, rng)] });
      d.sheets.reverse();
    },
  },
  {
    id: 'own-and-province',
    name: 'Biểu của cơ quan và biểu toàn tỉnh',
    slot: 'book',
    effect: 'harmless',
    apply: (d, rng) => {
      const s = mainSheet(d);
      const t = baseTable(mainTable(d).template!, rng);
      t.above.push({ col: 0, text: '(Số liệu trên phạm vi toàn tỉnh)' });
      d.sheets.push({ ...s, name: 'Toàn tỉnh', tables: [t] });
    },
  },
  {
    id: 'hidden-sheet',
    name: 'Trang bị ẩn',
    slot: 'sheet-name',
    effect: 'asks',
    apply: (d) => {
      mainSheet(d).visibility = 'hidden';
    },
  },
];
