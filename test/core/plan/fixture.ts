import type {
  Consolidation,
  ConsolidatedFigure,
  ConsolidatedRow,
  ConsolidatedTable,
  Contribution,
  Method,
} from '../../../src/core/model/consolidation';
import type { Finding } from '../../../src/core/model/finding';
import type { ReceivedFile, Submission } from '../../../src/core/model/submission';
import { templates } from '../../../src/core/templates/registry';
import type { Template, TemplateRow } from '../../../src/core/templates/schema';

/** Four senders whose figures were written by hand after documents 000 and 003; small enough to add in one's head. */
const SENDERS = [
  { key: 'TTT', name: 'Thanh tra tỉnh', file: 'nhận/01 Thanh tra tỉnh.xlsx' },
  { key: 'STP', name: 'Sở Tư pháp', file: 'nhận/02 Sở Tư pháp #2.xlsx' },
  { key: 'DK', name: 'UBND huyện Diên Khánh', file: 'nhận/03 Diên Khánh.docx' },
  { key: 'VP', name: 'Văn phòng UBND tỉnh', file: 'nhận/04 VP UBND (50%).xls' },
];

type Given = Record<string, number | string>;
/** template → row key or label → sender → column → figure or note. */
const DATA: Record<string, Record<string, Record<string, Given>>> = {
  'phu-luc-1': {
    1: {
      TTT: { issued: '30/01/2020', assigned: 43, completed: 43, note: 'Đạt 100% kế hoạch' },
      STP: { issued: '04/01/2020', assigned: 1250, completed: 1249 },
    },
    3: {
      TTT: {
        issued: '07/02/2020',
        assigned: 32,
        completed: 32,
        note: 'Việc tuyên truyền công tác CCHC được thực hiện trong ngày pháp luật của cơ quan (đạt 100% kế hoạch)',
      },
      DK: { issued: '17/3/2020', assigned: 5, completed: 4, note: '=HYPERLINK("http://a.vn","bấm")' },
    },
    5: {
      TTT: {
        note:
          'Thanh tra tỉnh không có đơn vị trực thuộc, việc kiểm tra đánh giá các phòng được triển khai theo kế ' +
          'hoạch vào quý IV/2019',
      },
    },
  },
  'phu-luc-2': {
    1: { TTT: { province: 6, note: 'Cấp phòng' }, STP: { province: 3 }, DK: { district: 1, commune: 18 } },
    2: { TTT: { province: 6 }, STP: { province: 3 }, DK: { district: 1, commune: 9 } },
    11: { TTT: { province: 1, note: 'CQ Thanh tra tỉnh' }, DK: { district: 1, commune: 1820 } },
    26: { TTT: { unsplit: 4 }, STP: { province: 120 }, DK: { district: 321, commune: 135 } },
  },
  'phu-luc-3': { 1: { TTT: { province: 1 }, STP: { province: 1 }, DK: { district: 12, commune: 18 } } },
  'phu-luc-4': {
    1: {
      TTT: { province: 10, note: '05 TTHC lĩnh vực KNTC, 05 TTHC lĩnh vực PCTN' },
      STP: { province: 1205 },
      DK: { district: 321, commune: 135 },
      VP: { district: 321, commune: 134 },
    },
    2: { TTT: { province: 4 }, DK: { district: 321 }, VP: { district: 321 } },
  },
  'mot-cua': {
    'Tài nguyên nước': { VP: { received: 31, early: 29, onTime: 2, returned: 3 } },
    'Cấp Quyết định chủ trương đầu tư; GCN đăng ký đầu tư và Chuyển nhượng dự án đầu tư': {
      VP: { received: 8, early: 8, returned: 2 },
    },
    'Đất đai': {
      VP: { received: 94, early: 60, onTime: 33, returned: 23, pending: 1 },
      DK: { received: 12_400, early: 12_000, onTime: 400 },
    },
  },
};

function contribution(
  sender: (typeof SENDERS)[number],
  value: number | string,
  cell: string,
  part: Contribution['part'],
): Contribution {
  const n = typeof value === 'number' ? value : 0;
  const text = typeof value === 'number' && value < 10 && value > 0 ? `0${value}` : String(value);
  const repairs = text.startsWith('0') ? [{ kind: 'number-as-text' as const, before: text, after: String(n) }] : [];
  return {
    agency: sender.key,
    agencyName: sender.name,
    file: sender.file,
    sheet: sender.file.endsWith('.docx') ? 'Bảng 1' : "PL'2",
    cell,
    text,
    value: n,
    repairs,
    part,
  };
}

function levelFigure(row: string, column: string, method: Method, parts: Contribution[]): ConsolidatedFigure {
  const values = parts.map((p) => p.value);
  const sum = values.reduce((a, b) => a + b, 0);
  const common = new Set(values).size === 1 ? values[0]! : null;
  const value = parts.length === 0 ? null : method === 'common' ? common : sum;
  return {
    row,
    column,
    method,
    value,
    contributions: parts.map((p) => (method === 'common' ? { ...p, part: 'common' } : p)),
  };
}

function figuresOf(
  template: Template,
  row: Pick<TemplateRow, 'key' | 'consolidate'>,
  given: Record<string, Given>,
): ConsolidatedRow['figures'] {
  const figures: ConsolidatedRow['figures'] = {};
  const parts = (column: string, part: Contribution['part']): Contribution[] =>
    SENDERS.flatMap((s) =>
      given[s.key]?.[column] === undefined
        ? []
        : [contribution(s, given[s.key]![column]!, `D${Number(row.key) + 9 || 9}`, part)],
    );
  for (const column of template.columns) {
    const method = row.consolidate?.[column.key] ?? column.consolidate;
    if (method === 'none') continue;
    const list = parts(column.key, 'added');
    if (method === 'dates')
      figures[column.key] = {
        row: row.key,
        column: column.key,
        method,
        value: null,
        contributions: list,
        ...(list.length ? { remark: `${list.length} đơn vị ban hành; sớm nhất 04/01/2020, muộn nhất 17/3/2020` } : {}),
      };
    else if (method === 'join')
      figures[column.key] = {
        row: row.key,
        column: column.key,
        method,
        value: list.map((p) => `${p.agencyName}: ${p.text}`).join('\n') || null,
        contributions: list,
      };
    else if (method !== 'sum-of-levels') figures[column.key] = levelFigure(row.key, column.key, method, list);
  }
  const total = template.columns.find((c) => c.consolidate === 'sum-of-levels');
  if (total) {
    const unsplit = parts('unsplit', 'unsplit');
    const levels = template.columns.filter((c) => c.role === 'level').map((c) => figures[c.key]!);
    const numbers = levels.map((f) => f.value).filter((v): v is number => typeof v === 'number');
    const undecided = levels.filter((f) => f.value === null && f.contributions.length > 0);
    const extra = unsplit.reduce((n, p) => n + p.value, 0);
    const value =
      undecided.length === 0 && numbers.length + unsplit.length > 0 ? numbers.reduce((a, b) => a + b, extra) : null;
    figures[total.key] = {
      row: row.key,
      column: total.key,
      method: 'sum-of-levels',
      value,
      contributions: [...levels.flatMap((f) => f.contributions), ...unsplit],
      ...(extra ? { unsplit: extra } : {}),
      ...(undecided.length ? { remark: 'Chưa tính được vì Cấp xã để trống do các đơn vị ghi khác nhau' } : {}),
    };
  }
  return figures;
}

function tableOf(template: Template): ConsolidatedTable {
  const data = DATA[template.id] ?? {};
  const rows: ConsolidatedRow[] =
    template.rowMode === 'fixed'
      ? template.rows.map((r) => ({
          row: r.key,
          label: r.label,
          number: r.number,
          figures: figuresOf(template, r, data[r.key] ?? {}),
        }))
      : Object.entries(data).map(([label, given]) => ({
          row: label.toLowerCase(),
          label,
          number: '',
          figures: figuresOf(template, { key: label.toLowerCase() }, given),
        }));
  if (template.totalRow) rows.push(totalOf(template, rows));
  return { template: template.id, version: template.version, rows, from: SENDERS.map((s) => s.key) };
}

/** The total row of an open list; Thanh tra tỉnh sent nothing but its total of 7. */
function totalOf(template: Template, rows: readonly ConsolidatedRow[]): ConsolidatedRow {
  const key = template.totalRow!.key;
  const figures: ConsolidatedRow['figures'] = {};
  for (const column of template.columns.filter((c) => c.consolidate === 'sum')) {
    const parts = rows.map((r) => r.figures[column.key]!);
    const alone = column.key === 'received' ? [contribution(SENDERS[0]!, 7, 'B4', 'unsplit')] : [];
    const numbers = [...parts.map((p) => p.value), ...alone.map((p) => p.value)].filter(
      (v): v is number => typeof v === 'number',
    );
    figures[column.key] = {
      row: key,
      column: column.key,
      method: 'sum',
      value: numbers.length ? numbers.reduce((a, b) => a + b, 0) : null,
      contributions: [...parts.flatMap((p) => p.contributions), ...alone],
      ...(alone.length ? { unsplit: 7, remark: 'Gồm số không chia theo dòng của Thanh tra tỉnh' } : {}),
    };
  }
  return { row: key, label: template.totalRow!.label, number: '', figures };
}

/** The consolidation of the four senders under every form that ships. */
export function fixture(): {
  consolidation: Consolidation;
  templates: Template[];
  findings: Finding[];
  files: ReceivedFile[];
} {
  const forms = templates().filter((t) => DATA[t.id]);
  const period = { from: '2019-12-15', to: '2020-12-14', label: 'năm 2020' };
  const submissions: Submission[] = SENDERS.map((s) => ({
    key: s.key,
    name: s.name,
    code: s.key,
    level: 'province',
    files: [s.file],
    appendices: [{ file: s.file } as Submission['appendices'][number]],
    replaced: [],
    control: [],
  }));
  const files: ReceivedFile[] = [
    ...SENDERS.map((s, i) => received(s.file, s.name, String(i + 1), 'read', null)),
    received(
      'nhận/05 hỏng.xlsx',
      null,
      '5',
      'rejected',
      'Tệp bị khóa bằng mật khẩu: đề nghị đơn vị gửi lại bản không khóa.',
    ),
  ];
  return {
    templates: forms,
    files,
    findings: FINDINGS,
    consolidation: {
      period,
      submissions,
      tables: forms.map(tableOf),
      issues: [],
      controlTotals: [
        {
          template: 'phu-luc-2',
          row: '1',
          column: 'province',
          agency: 'VP',
          agencyName: 'Văn phòng UBND tỉnh',
          file: SENDERS[3]!.file,
          sheet: 'PL2 toàn tỉnh',
          cell: 'D10',
          control: 10,
          sum: 9,
          difference: -1,
        },
      ],
      excluded: [
        {
          agency: 'STP',
          file: SENDERS[1]!.file,
          sheet: 'PL2',
          cell: 'D14',
          text: '6 phòng',
          reason: 'Không phải là số',
        },
      ],
      proof: {
        files: { in: 5, merged: 4, returned: 1, setAside: 0 },
        cells: { read: 421, placed: 420, refused: 1 },
        totals: [
          { template: 'phu-luc-2', column: 'province', placed: 140, refused: 0, raw: 140 },
          { template: 'mot-cua', column: 'received', placed: 12_533, refused: 0, raw: 12_533 },
        ],
        closes: true,
        breaks: [],
      },
    },
  };
}

function received(
  file: string,
  name: string | null,
  digit: string,
  status: ReceivedFile['status'],
  reason: string | null,
): ReceivedFile {
  return {
    file,
    sha256: digit.repeat(64),
    status,
    reason,
    period: name ? { from: '2019-12-15', to: '2020-12-14', label: 'năm 2020' } : null,
    agency: {
      agency: name ? { code: name, name, level: 'province' } : null,
      score: 1,
      because: [],
      candidates: [],
      state: name ? 'agreed' : 'unknown',
    },
    appendices: [],
    issues: [],
    tallies: [],
  };
}

const FINDINGS: Finding[] = [
  {
    rule: 'number-as-text',
    severity: 'info',
    message: 'Ô D14 ghi số dưới dạng chữ "04"; đã đọc là 4.',
    file: SENDERS[0]!.file,
    sheet: 'PL2',
    cell: 'D14',
    template: 'phu-luc-2',
    row: '3',
    column: 'province',
    expected: 4,
    actual: '04',
  },
  {
    rule: 'part-exceeds-whole',
    severity: 'warning',
    message:
      'Số cơ quan được kiểm tra không thể lớn hơn số cơ quan trong kế hoạch kiểm tra CCHC được phê duyệt: dòng 2 ' +
      'ghi 9, dòng 1 ghi 6.',
    file: SENDERS[2]!.file,
    sheet: 'Bảng 2',
    cell: 'C5',
    template: 'phu-luc-2',
    row: '2',
    column: 'total',
    expected: 6,
    actual: 9,
  },
  {
    rule: 'sum-levels',
    severity: 'error',
    message: 'Dòng 3: Tổng số ghi 3 nhưng cộng các cấp được 1.',
    file: SENDERS[1]!.file,
    sheet: 'PL2',
    cell: 'C13',
    template: 'phu-luc-2',
    row: '3',
    column: 'total',
    expected: 1,
    actual: 3,
  },
  {
    rule: 'missing-submission',
    severity: 'warning',
    message: 'Sở Tài chính chưa gửi báo cáo kỳ này.',
    file: null,
    sheet: null,
    cell: null,
    template: null,
    row: null,
    column: null,
    expected: null,
    actual: null,
  },
];
