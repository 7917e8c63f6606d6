import type { RunRequest } from '../run-request';
import type { OptionSpec, Values, WordSpec } from './specs';

export const PATHS: WordSpec = {
  name: 'PATH',
  help: 'ít nhất một tệp hoặc thư mục',
  many: true,
  file: 'read',
};

/** Who the agencies are and which period is read. */
export const RUN_OPTIONS = {
  agencies: { kind: 'text', value: 'DANHMUC.json', help: 'danh mục cơ quan, đơn vị của tỉnh', file: 'read' },
  confirmations: {
    kind: 'text',
    value: 'XACNHAN.json',
    help: 'đơn vị gửi đã được xác nhận ở các kỳ trước, xem phuluc confirm',
    file: 'read',
  },
  period: { kind: 'text', value: '2020', help: 'kỳ báo cáo; không ghi thì lấy theo hồ sơ hoặc theo các tệp' },
} as const satisfies Record<string, OptionSpec>;

/** The same, and a case whose decisions apply. */
export const CASE_RUN_OPTIONS = {
  ...RUN_OPTIONS,
  case: {
    kind: 'text',
    value: 'HOSO.json',
    help: 'hồ sơ với các quyết định đã ghi (hoặc tệp kết quả .xlsx có hồ sơ bên trong)',
    file: 'read',
  },
} as const satisfies Record<string, OptionSpec>;

/** An ISO day of an option: "2020-12-16". */
export const isoDay =
  (name: string) =>
  (text: string): string | null =>
    /^\d{4}-\d{2}-\d{2}$/.test(text) ? null : `--${name} viết dạng 2020-12-16.`;

/** What a run over received files is asked for. */
export function runRequest(
  paths: readonly string[],
  { agencies, confirmations, period, ...rest }: Values<typeof RUN_OPTIONS> & { readonly case?: string | null },
): RunRequest {
  return { paths, agencies, confirmations, period, casePath: rest.case ?? null, except: null };
}
