import { parseArgs } from 'node:util';
import { CASE_HELP, CONFIRM_HELP, REGISTER_HELP, RETURN_HELP, SIGN_HELP } from './commands/help';
import { optionTrouble } from './option-trouble';

export interface ConsolidateArgs {
  command: 'consolidate';
  paths: string[];
  out: string;
  json: string | null;
  agencies: string | null;
  confirmations: string | null;
  period: string | null;
  casePath: string | null;
  today: string | null;
}
export interface CheckArgs {
  command: 'check';
  paths: string[];
  json: string | null;
  agencies: string | null;
  confirmations: string | null;
  period: string | null;
  casePath: string | null;
  all: boolean;
}
export type Args = ConsolidateArgs | CheckArgs | { command: 'templates' } | { command: 'rules' } | { command: 'help' };

/** Wrong usage, with the words for the person at the keyboard. */
export interface WrongUsage {
  wrong: string;
}

export const HELP = `phuluc – kiểm tra và tổng hợp phụ lục báo cáo cải cách hành chính

Cách dùng:
  phuluc check PATH… [--agencies DANHMUC.json] [--confirmations XACNHAN.json] [--period 2020] [--json BAOCAO.json] [--all]
      Kiểm tra tệp hoặc thư mục, in các phát hiện theo từng tệp, nặng trước. Mã thoát 1 nếu có lỗi.
  phuluc consolidate PATH… --out KETQUA.xlsx [--json BAOCAO.json] [--agencies DANHMUC.json] [--confirmations XACNHAN.json]
                     [--period 2020]
      Tổng hợp toàn tỉnh. Mã thoát 0 nếu có kết quả, 3 nếu đối soát không khớp hoặc không có gì để tổng hợp.
${RETURN_HELP}
${SIGN_HELP}
${CASE_HELP}
${REGISTER_HELP}
${CONFIRM_HELP}
  phuluc templates    Liệt kê các biểu mẫu đã biết.
  phuluc rules        Liệt kê các quy tắc kiểm tra.

PATH là tệp hoặc thư mục. Kỳ báo cáo: 2020, "Quý III/2020", "6 tháng đầu năm 2020", "từ ngày 15/12/2019 đến ngày 14/12/2020".
Không ghi --agencies thì dùng tệp agencies.json trong thư mục được đọc hoặc thư mục chứa nó, nếu có.
--confirmations XACNHAN.json: đơn vị gửi đã được xác nhận ở các kỳ trước, xem phuluc confirm.
Tệp nhận được chỉ được đọc, không bao giờ bị sửa, và không rời khỏi máy này.`;

/** Reads the command line; a WrongUsage where it cannot be carried out. */
export function readArgs(argv: readonly string[]): Args | WrongUsage {
  const [command, ...rest] = argv;
  if (command === undefined || command === 'help' || command === '--help' || command === '-h')
    return { command: 'help' };
  if (command === 'templates' || command === 'rules')
    return rest.length === 0 ? { command } : { wrong: `Lệnh ${command} không có tham số.` };
  if (command !== 'check' && command !== 'consolidate') return { wrong: `Không có lệnh "${command}".` };
  let parsed;
  try {
    parsed = parseArgs({
      args: [...rest],
      allowPositionals: true,
      strict: true,
      options: {
        out: { type: 'string' },
        json: { type: 'string' },
        agencies: { type: 'string' },
        confirmations: { type: 'string' },
        period: { type: 'string' },
        case: { type: 'string' },
        today: { type: 'string' },
        all: { type: 'boolean' },
      },
    });
  } catch (error) {
    return { wrong: optionTrouble(error) };
  }
  const { values, positionals } = parsed;
  if (positionals.length === 0) return { wrong: `Lệnh ${command} cần ít nhất một tệp hoặc thư mục.` };
  const common = {
    paths: positionals,
    json: values.json ?? null,
    agencies: values.agencies ?? null,
    confirmations: values.confirmations ?? null,
    period: values.period ?? null,
    casePath: values.case ?? null,
  };
  if (command === 'check') {
    if (values.out !== undefined) return { wrong: 'Lệnh check không ghi kết quả, nên không có --out.' };
    return { command, ...common, all: values.all ?? false };
  }
  if (values.out === undefined) return { wrong: 'Lệnh consolidate cần --out KETQUA.xlsx.' };
  if (!values.out.toLowerCase().endsWith('.xlsx')) return { wrong: 'Tên tệp kết quả (--out) phải có đuôi .xlsx.' };
  if (values.today !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(values.today))
    return { wrong: '--today viết dạng 2020-12-16.' };
  return { command, ...common, out: values.out, today: values.today ?? null };
}
