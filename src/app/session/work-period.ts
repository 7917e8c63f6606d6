import type { CaseState } from '../../core/model/case';
import { failure, type Failure, type Outcome } from '../../core/model/outcome';
import type { Period } from '../../core/model/period';
import type { ReceivedFile } from '../../core/model/submission';
import { readPeriod } from '../../core/text/period';
import { commonPeriod } from '../receive/common-period';

/** A period as a person writes it; an empty text names none. */
export function namedPeriod(text: string): Outcome<{ value: Period | null }> {
  const value = text.trim() === '' ? null : readPeriod(text);
  if (value || text.trim() === '') return { ok: true, value };
  return failure(`Không hiểu kỳ báo cáo “${text}”. Ví dụ: 2020, Quý III/2020, 6 tháng đầu năm 2020.`);
}

/** The period of a run: the one that was named, else that of the case, else the one that the files have in common. */
export function workPeriod(
  named: Period | null,
  { period }: Pick<CaseState, 'period'>,
  received: readonly ReceivedFile[],
): Period | null {
  return named ?? period ?? commonPeriod(received);
}

/**
 * Why a case is not used for this period: its decisions and figures hold in one period only. Null where it may be used;
 * a case without files has no period yet. `how`: how another case is begun, in words that stand behind the reason.
 */
export function otherPeriod(
  { period, files }: Pick<CaseState, 'period' | 'files'>,
  asked: Period | null,
  how: string,
): Failure | null {
  if (!period || !asked || files.length === 0 || (period.from === asked.from && period.to === asked.to)) return null;
  return failure(
    `Hồ sơ này của kỳ ${period.label}, không dùng cho kỳ ${asked.label}; mỗi kỳ lập một hồ sơ riêng (${how}).`,
  );
}
