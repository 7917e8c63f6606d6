import { formatCount, formatPercent } from './format-number';
import { hundredth, refuse, type NumberReading } from './number';

/** What is known of the column and cell that the number stands in. */
export interface StoredNumberOptions {
  kind: 'count' | 'percent';
  /** Number format of the cell as the workbook has it: "0.0%", "#,##0". */
  format?: string;
  /** For a percent without % format; from percentScale. Absent: up to 1 is a fraction, above 1 is of a hundred. */
  scale?: 'fraction' | 'hundred';
}

/** Sums in a workbook carry binary noise far below this; no figure of a report lies between. */
const NOISE = 1e-9;

/** Format without quoted words, escaped characters and [colour] parts. */
function bareFormat(format: string | undefined): string {
  return (format ?? '').replace(/"[^"]*"|\\.|\[[^\][]*\]|_./g, '').split(';')[0] ?? '';
}

/**
 * What a cell stored as a number says. In a count column 3.0000000001 is 3, and 1.234 (what an English Excel makes of a
 * typed "1.234") is refused with the likely 1.234 in the reason. In a percent column 0.958 with a % format is 0.958,
 * 95.8 without one is 0.958 with a repair; exactly 1 is 100 % unless `scale` says otherwise.
 */
export function readStoredNumber(value: number, opts: StoredNumberOptions): NumberReading {
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) {
    return refuse('not-a-number', 'không thể là số liệu báo cáo');
  }
  const format = bareFormat(opts.format);
  if (/[dy]/i.test(format) && !/general/i.test(format)) {
    return refuse('not-a-number', 'ô đang có định dạng ngày tháng; có thể Excel đã tự đổi số gõ vào thành ngày', true);
  }
  if (value < -NOISE) return refuse('negative-number', 'là số âm');
  const positive = Math.abs(value) <= NOISE ? 0 : value;
  return opts.kind === 'count' ? storedCount(positive, format) : storedPercent(positive, format, opts.scale);
}

function storedCount(value: number, format: string): NumberReading {
  if (format.includes('%'))
    return refuse('not-a-number', 'ô có định dạng phần trăm, trong khi cột này ghi số lượng', true);
  const nearest = Math.round(value);
  const whole = Math.abs(value - nearest) <= NOISE;
  // A cell showing "1.000" may hold 1: typed as one thousand where the dot stands before decimals.
  if (whole && nearest > 0 && /\.0{3}(?!0)/.test(format)) {
    return refuse(
      'not-an-integer',
      `ô hiển thị ba chữ số thập phân; có thể định ghi ${formatCount(nearest * 1000)}`,
      true,
    );
  }
  if (whole) return { kind: 'number', value: nearest, repairs: [] };
  const thousand = Math.round(value * 1000);
  if (value >= 1 && value < 1000 && Math.abs(value * 1000 - thousand) <= NOISE * 1000) {
    return refuse('not-an-integer', `không phải là số nguyên; có thể định ghi ${formatCount(thousand)}`, true);
  }
  return refuse('not-an-integer', 'không phải là số nguyên, trong khi cột này ghi số lượng');
}

function storedPercent(value: number, format: string, scale: 'fraction' | 'hundred' | undefined): NumberReading {
  if (format.includes('%') || value === 0 || (scale ?? (value <= 1 ? 'fraction' : 'hundred')) === 'fraction') {
    return { kind: 'percent', value: Number(value.toPrecision(15)), repairs: [] };
  }
  const fraction = hundredth(value);
  return {
    kind: 'percent',
    value: fraction,
    repairs: [{ kind: 'percent-scaled', before: formatCount(value), after: formatPercent(fraction) }],
  };
}
