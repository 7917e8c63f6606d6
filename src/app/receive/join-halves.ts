import type { Appendix } from '../../core/model/appendix';

/**
 * A form that goes on on another sheet of its file: no row stands in both parts, and every figure of both counts. Each
 * part is marked with the part that it goes on from, and a row that stands in the other part is not missing.
 */
export function joinHalves(appendices: readonly Appendix[]): void {
  for (const [i, second] of appendices.entries()) {
    const first = appendices.slice(0, i).find((a) => isFirstHalf(a, second));
    if (!first) continue;
    second.continues = first.id;
    const rows = new Set([...first.rows, ...second.rows].map((r) => r.key));
    for (const part of [first, second])
      part.issues = part.issues.filter((x) => x.rule !== 'missing-row' || !rows.has(x.at.row ?? ''));
  }
}

function isFirstHalf(first: Appendix, second: Appendix): boolean {
  if (first.template !== second.template || first.scope !== second.scope || first.sheet === second.sheet) return false;
  if (first.empty || second.empty || first.continues) return false;
  const own = new Set(first.rows.map((r) => r.key));
  if (second.rows.some((r) => own.has(r.key))) return false;
  // The numbering goes on: the second part begins right after the last row of the first.
  const last = Number(first.rows.at(-1)?.number);
  return last > 0 && Number(second.rows[0]?.number) === last + 1;
}
