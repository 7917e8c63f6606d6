import type { Outcome } from '../../core/model/outcome';
import type { CaseFigures, FigureValues } from '../../core/model/case';
import type { Period } from '../../core/model/period';
import { commonPeriod } from '../receive/common-period';
import { parseCase } from '../case/parse-case';
import { reportSchema } from '../results/report-schema';

/** The figures of an earlier result. `agencies` is null where it did not keep them (reports of the first releases). */
export interface EarlierResult {
  period: Period | null;
  province: FigureValues;
  agencies: CaseFigures['agencies'] | null;
}

export type ReadEarlier = Outcome<{ earlier: EarlierResult }>;

/** An earlier result from the text of a report (BAOCAO.json) or of a saved case. */
export function readEarlier(text: string): ReadEarlier {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { ok: false, message: 'Kết quả kỳ trước không phải là JSON đọc được.' };
  }
  if (json !== null && typeof json === 'object' && 'journal' in json) {
    const parsed = parseCase(text);
    if (!parsed.ok) return parsed;
    if (!parsed.state.figures)
      return { ok: false, message: 'Hồ sơ kỳ trước chưa có số liệu: cần lưu lại sau khi tổng hợp.' };
    return { ok: true, earlier: { period: parsed.state.period, ...parsed.state.figures } };
  }
  const report = reportSchema.safeParse(json);
  if (!report.success)
    return { ok: false, message: 'Kết quả kỳ trước không phải là báo cáo hay hồ sơ của chương trình.' };
  const province: FigureValues = {};
  for (const table of report.data.tables) {
    province[table.template] = Object.fromEntries(
      table.rows.map((r) => [
        r.row,
        Object.fromEntries(Object.entries(r.values).filter((e): e is [string, number] => typeof e[1] === 'number')),
      ]),
    );
  }
  return {
    ok: true,
    earlier: {
      period: commonPeriod(report.data.files.filter((f) => f.status === 'read')),
      province,
      agencies: report.data.agencies ?? null,
    },
  };
}
