import type { AppendixColumn } from '../model/appendix';
import type { GridView } from '../model/grid-view';
import { likeTotal } from './match-open-rows';
import type { RowMatch, RowMatching } from './match-rows';
import { numberIn } from './sum-identity';

/** "I", "II", "A": how a group of rows is numbered above rows numbered 1, 2, 3. */
const GROUP_NUMBER = /^(?:[IVX]{1,5}|[A-H])$/;

/** A row that may be a field or the sum of the fields below it. */
const DOUBTFUL = 0.5;

/**
 * In an open list: takes out the rows that head a group and repeat its sum ("I. Lĩnh vực cấp tỉnh"), because their
 * figures would count twice. Such a row is numbered as a group, or its figures are in every column the sum of the rows
 * below it and the total row fits only without it.
 */
export function dropGroupRows(
  view: GridView,
  columns: readonly AppendixColumn[],
  rows: RowMatching,
  totalKey: string | undefined,
): RowMatching {
  const value = (m: RowMatch): number[] => columns.map((c) => numberIn(view, m, c.col) ?? 0);
  if (totalKey !== undefined && !rows.matches.some((m) => m.key === totalKey))
    nameTotal(columns, rows, totalKey, value);
  const list = rows.matches.filter((m) => m.key !== totalKey);
  const values = list.map(value);
  const numbered = list.some((m) => /^\d/.test(m.number));
  const byNumber = new Set(numbered ? list.filter((m) => GROUP_NUMBER.test(m.number)) : []);
  const under = new Set(subtotals(list, values).map((i) => list[i]!));
  const total = rows.matches.find((m) => m.key === totalKey);
  const fits = (out: ReadonlySet<RowMatch>): boolean =>
    total !== undefined &&
    sumsTo(
      value(total),
      values.filter((_, i) => !out.has(list[i]!)),
    );
  const bySum = (least: number): Set<RowMatch> =>
    new Set(list.filter((m, i) => byNumber.has(m) || spansSum(values, i, least)));
  const both = (a: ReadonlySet<RowMatch>, b: ReadonlySet<RowMatch>): Set<RowMatch> => new Set([...a, ...b]);
  const named = new Set([...under].filter((m) => likeTotal(m.label)));
  const tries =
    total && !fits(byNumber)
      ? [both(byNumber, named), both(byNumber, under), bySum(2), bySum(1), both(bySum(2), under), both(bySum(1), under)]
      : [];
  const groups = tries.find(fits) ?? both(byNumber, total && fits(byNumber) ? new Set() : named);
  // Sums that look like a group's while no total row can settle it: the rows stay, and are asked about.
  if (!total || !fits(groups)) {
    for (const m of both(bySum(2), under)) if (!groups.has(m)) m.confidence = DOUBTFUL;
    // Called a sum, and no sum of what stands above: nobody knows whether it counts, so it does not until asked.
    for (const m of list) if (!groups.has(m) && m.confidence > DOUBTFUL && likeTotal(m.label)) groups.add(m);
  }
  if (groups.size === 0) return rows;
  return {
    ...rows,
    matches: rows.matches.filter((m) => !groups.has(m)),
    duplicates: rows.duplicates.filter((d) => !groups.has(d.match) && !groups.has(d.first)),
    unknown: [
      ...rows.unknown,
      ...[...groups].map((m) => ({ lines: m.lines, label: m.label, number: m.number, candidates: [] })),
    ].sort((a, b) => a.lines[0]!.row - b.lines[0]!.row),
  };
}

/**
 * No row bears the form's word for its total: the first or last row that adds up all others is it where its label
 * begins as a total's does, else a person is asked; so is a row called a total that does not add up.
 */
function nameTotal(
  columns: readonly AppendixColumn[],
  rows: RowMatching,
  totalKey: string,
  value: (m: RowMatch) => number[],
): void {
  const { matches } = rows;
  if (matches.length < LEAST_WITH_TOTAL) return;
  const values = matches.map(value);
  const parts = new Set(subtotals(matches, values));
  for (const at of [matches.length - 1, 0]) {
    const match = matches[at]!;
    const adds =
      values[at]!.filter((v) => v !== 0).length >= Math.min(2, columns.length) &&
      [new Set<number>(), parts].some((out) =>
        sumsTo(
          values[at]!,
          values.filter((_, i) => i !== at && !out.has(i)),
        ),
      );
    const called = likeTotal(match.label);
    if (adds && called) {
      match.key = totalKey;
      rows.duplicates = rows.duplicates.filter((d) => d.match !== match && d.first !== match);
      return;
    }
    if (adds || called) match.confidence = DOUBTFUL;
  }
}

/** Two rows may hold the same figures by chance. */
const LEAST_WITH_TOTAL = 3;

const plus = (a: readonly number[], b: readonly number[]): number[] => a.map((x, i) => x + b[i]!);
/** Equal wherever both can be read (what cannot is NaN), in at least one column that is not zero. */
const same = (a: readonly number[], b: readonly number[]): boolean =>
  a.every((x, i) => x === b[i] || Number.isNaN(x) || Number.isNaN(b[i])) && a.some((x, i) => x !== 0 && x === b[i]);
const sumsTo = (total: readonly number[], parts: readonly number[][]): boolean =>
  parts.length > 0 && same(total, parts.reduce(plus));

/**
 * Rows that are in every column the sum of the rows above them since the last such row, from 0: of two rows or more
 * that hold figures, or of one where it is called a sum.
 */
function subtotals(list: readonly RowMatch[], values: readonly number[][]): number[] {
  const found: number[] = [];
  let run: number[][] = [];
  values.forEach((own, i) => {
    const filled = run.filter((v) => v.some((x) => x !== 0)).length;
    const called = likeTotal(list[i]!.label);
    if (sumsTo(own, run) && (called ? filled > 0 : filled > 1 && own.filter((x) => x !== 0).length > 1)) {
      found.push(i);
      run = [];
    } else run.push(own);
  });
  return found;
}

/** The figures of row `at` are the sum of `least` or more rows right below it. */
function spansSum(values: readonly number[][], at: number, least: number): boolean {
  const own = values[at]!;
  if (own.filter((v) => v !== 0).length < 2) return false;
  let sum: number[] | null = null;
  for (let i = at + 1; i < values.length; i++) {
    sum = sum ? plus(sum, values[i]!) : values[i]!;
    if (i >= at + least && same(sum, own)) return true;
    if (sum.some((v, k) => v > own[k]!)) return false;
  }
  return false;
}
