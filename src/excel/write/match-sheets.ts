import type { OutputPlan, SheetPlan } from '../../core/model/output-plan';
import { isResult, liveSheets, type Book, type SheetInfo } from '../book/inspect';
import { tempName } from '../book/marks';
import type { SheetNames } from './draw-sheet';
import { quoted } from './link-target';

/** One sheet to write: what it replaces and what it will be called. */
export interface Target {
  plan: SheetPlan;
  key: string;
  replaces: SheetInfo | null;
  name: string;
  temp: string;
}

export interface Matched {
  targets: Target[];
  /**
   * Sheets of ours to put aside: those replaced, and those of the same earlier result that the new one no longer has.
   */
  aside: SheetInfo[];
}

/** Longest sheet name in Excel. */
const LONGEST = 31;

/** "Phụ lục 2", or "Phụ lục 2 (2)" where that is taken. */
export function freeName(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted;
  for (let n = 2; taken.has(name.toLowerCase()); n++)
    name = `${wanted.slice(0, LONGEST - String(n).length - 3)} (${n})`;
  return name;
}

/**
 * Which sheet of the plan takes the place of which sheet of ours. Sheets without our mark are never touched: where one
 * has the wanted name, the new sheet gets another. A `form` replaces nothing.
 */
export function matchSheets(book: Book, plan: OutputPlan, step: string, form: boolean): Matched {
  const ours = form ? [] : liveSheets(book).filter(isResult);
  const counts = new Map<string, number>();
  const keyed = plan.sheets.map((sheet) => {
    const base = `${sheet.role}:${sheet.template ?? ''}`;
    const n = counts.get(base) ?? 0;
    counts.set(base, n + 1);
    const key = `${base}:${n}`;
    return { plan: sheet, key, replaces: ours.find((s) => s.mark?.key === key) ?? null };
  });
  const replaced = new Set(keyed.flatMap((k) => k.replaces ?? []));
  const writes = new Set([...replaced].map((s) => s.mark?.write));
  const aside = ours.filter((s) => replaced.has(s) || writes.has(s.mark?.write));
  const taken = new Set(book.sheets.filter((s) => !aside.includes(s)).map((s) => s.name.toLowerCase()));
  const targets = keyed.map((k, i): Target => {
    const name = freeName(k.plan.name, taken);
    taken.add(name.toLowerCase());
    return { ...k, name, temp: tempName(step, i) };
  });
  return { targets, aside };
}

/** Renames sheets inside formulas: "'Phụ lục 2'!C13" and, where no quotes are needed, "PL2!C13". */
function renamer(pairs: readonly (readonly [from: string, to: string])[]): (formula: string) => string {
  const to = new Map(pairs.map(([a, b]) => [a.toLowerCase(), b]));
  return (formula) =>
    formula.replace(
      /"[^"]*"|'((?:[^']|''){1,300})'!|(?<![\p{L}\p{M}\p{N}_.~-])([\p{L}_~][\p{L}\p{M}\p{N}_.~-]*)!/gu,
      (whole, inQuotes: string | undefined, bare: string | undefined) => {
        const name = inQuotes?.replace(/''/g, "'") ?? bare;
        const next = name === undefined ? undefined : to.get(name.toLowerCase());
        return next === undefined ? whole : `${quoted(next)}!`;
      },
    );
}

export function sheetNames(targets: readonly Target[]): SheetNames {
  return {
    toTemp: renamer(targets.map((t) => [t.plan.name, t.temp])),
    toFinal: renamer(targets.map((t) => [t.temp, t.name])),
  };
}
