import type { HostFailure } from '../app/ports';

/**
 * The oldest Excel that can do everything the add-in needs: Excel 2021 (ExcelApi 1.14, shared runtime 1.1).
 * Whatever lies above is asked for with `supports` at the place of use.
 */
export const FLOOR: readonly (readonly [set: string, version: string])[] = [
  ['ExcelApi', '1.14'],
  ['SharedRuntime', '1.1'],
];

/** True where this Excel has the requirement set; false outside Excel, where Office.context is empty. */
export function supports(set: string, version: string): boolean {
  if (typeof Office === 'undefined') return false;
  const context = Office.context as Partial<Office.Context> | undefined;
  return context?.requirements?.isSetSupported(set, version) === true;
}

/** Null where this Excel is new enough, else what to tell the officer. */
export function checkFloor(has: (set: string, version: string) => boolean = supports): HostFailure | null {
  const missing = FLOOR.filter(([set, version]) => !has(set, version)).map(([set, version]) => `${set} ${version}`);
  if (missing.length === 0) return null;
  return {
    ok: false,
    kind: 'unsupported',
    message:
      `Bản Excel này cũ hơn Excel 2021 (thiếu ${missing.join(', ')}), nên không dùng được tiện ích. Đề nghị cài ` +
      'Excel 2021 trở lên, hoặc mở trang này bằng trình duyệt để làm việc với tệp.',
  };
}
