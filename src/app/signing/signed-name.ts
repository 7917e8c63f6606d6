import type { Period } from '../../core/model/period';

/** What the files of the set to sign are called, without ending: "Phụ lục báo cáo CCHC năm 2020". */
export function signedName(period: Pick<Period, 'label'> | null): string {
  const label = period?.label.replace(/[\\/:*?"<>|]/g, '-') ?? '';
  return `Phụ lục báo cáo CCHC${label ? ` ${label}` : ''}`;
}
