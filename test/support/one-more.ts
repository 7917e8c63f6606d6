import type { Rule } from '../../src/core/validate/rule';

/** A form that nothing of the program has heard of: files collected by post, with a chart of its own. */
export const FORM = {
  schema: 1,
  id: 'buu-chinh',
  version: '2026.1',
  validity: { from: null, to: null },
  source: 'Lập cho kiểm thử',
  name: 'Kết quả gửi, nhận hồ sơ qua bưu chính',
  shortName: 'Bưu chính',
  appendixNumber: null,
  title: 'KẾT QUẢ GỬI, NHẬN HỒ SƠ QUA DỊCH VỤ BƯU CHÍNH',
  columns: [
    { key: 'stt', role: 'index', header: ['STT'], width: 6 },
    { key: 'kind', role: 'label', header: ['Loại hồ sơ'], width: 40 },
    { key: 'sent', role: 'figure', header: ['Số hồ sơ gửi qua bưu chính'], consolidate: 'sum', grows: true, width: 12 },
    { key: 'lost', role: 'figure', header: ['Số hồ sơ thất lạc'], consolidate: 'sum', width: 12 },
    { key: 'note', role: 'note', header: ['Ghi chú'], width: 20 },
  ],
  rowMode: 'fixed',
  rows: [
    { key: '1', number: '1', label: 'Hồ sơ chứng thực bản sao giấy tờ' },
    { key: '2', number: '2', label: 'Hồ sơ cấp đổi giấy phép lái xe' },
    { key: '3', number: '3', label: 'Hồ sơ đăng ký hộ kinh doanh cá thể' },
  ],
  chart: {
    kind: 'parts',
    title: 'Hồ sơ gửi qua bưu chính',
    lead: 'Theo loại hồ sơ.',
    unit: 'Số hồ sơ',
    nameHeader: 'Loại hồ sơ',
    parts: [
      { column: 'sent', header: 'Đã gửi', tone: 'middle', good: true },
      { column: 'lost', header: 'Thất lạc', tone: 'bad', good: false },
    ],
    shareHeader: 'Tỷ lệ đến nơi',
  },
};

/** A rule that nothing of the program has heard of. */
export const RULE: Rule = {
  id: 'lost-by-post',
  severity: 'warning',
  alwaysOn: true,
  summary: 'Có hồ sơ thất lạc khi gửi qua bưu chính.',
  message: () => 'Có hồ sơ thất lạc; đề nghị giải trình.',
  *check({ form }) {
    for (const row of form.rows) {
      const lost = form.amount(row, 'lost');
      if (lost.state === 'given' && lost.value > 0) yield { rule: 'lost-by-post', at: form.place(row, 'lost') };
    }
  },
};
