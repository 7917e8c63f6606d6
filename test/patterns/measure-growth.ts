import type { Pattern } from './all-patterns';
import { hostileTexts, type Hostile } from './hostile-texts';

/** Repetitions, each four times those before: what is slow is found while it is still short. */
const SIZES = [160, 640, 2_560, 10_240];
/** So many repetitions are some millions of steps for a pattern that tries all combinations. */
const FEW = 22;
/** A linear pattern takes hundredths of this; below it nothing is compared. Milliseconds. */
const NOTICED = 12;
/** Four times the text: about four times the work where it is linear, sixteen times where it is quadratic. */
const STEEP = 9;

/** The text for which the pattern's work grows faster than the text, with what was measured; null: none was found. */
export function steepGrowth({ source, flags }: Pattern): string | null {
  const pattern = new RegExp(source, flags);
  for (const hostile of hostileTexts(source, flags)) {
    if (time(pattern, textOf(hostile, FEW)) > NOTICED && least(pattern, textOf(hostile, FEW)) > NOTICED)
      return words(hostile, 'every combination is tried');
    for (const size of SIZES) {
      if (time(pattern, textOf(hostile, size)) < NOTICED) continue;
      const [short, long] = [least(pattern, textOf(hostile, size / 4)), least(pattern, textOf(hostile, size))];
      // A second step tells growth from a machine that was busy once, or an engine that compiles late.
      if (long > NOTICED && long > STEEP * short && isSteeper(pattern, textOf(hostile, size * 4), STEEP * long))
        return words(hostile, `n = ${size}: ${short.toFixed(2)} → ${long.toFixed(2)} ms`);
      if (long > NOTICED * STEEP) break;
    }
  }
  return null;
}

/** More than `ms`, also when asked twice. */
const isSteeper = (pattern: RegExp, text: string, ms: number): boolean =>
  time(pattern, text) > ms && time(pattern, text) > ms;

const textOf = ({ before, repeated, behind }: Hostile, times: number): string =>
  before + repeated.repeat(times) + behind;

const words = ({ before, repeated, behind }: Hostile, what: string): string =>
  `${JSON.stringify(before)} + ${JSON.stringify(repeated)} × n + ${JSON.stringify(behind)}: ${what}`;

const least = (pattern: RegExp, text: string): number => Math.min(...[1, 2, 3].map(() => time(pattern, text)));

/**
 * Processor time in milliseconds, since machines are shared, of all matches, as `replace`, `split` and `matchAll` look
 * for them; one match is less work.
 */
function time(pattern: RegExp, text: string): number {
  pattern.lastIndex = 0;
  const started = process.cpuUsage();
  if (pattern.global || pattern.sticky) text.replace(pattern, '');
  else pattern.exec(text);
  const used = process.cpuUsage(started);
  return (used.user + used.system) / 1_000;
}
