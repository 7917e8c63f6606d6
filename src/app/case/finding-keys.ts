import type { Finding } from '../../core/model/finding';

/**
 * Stable names of findings, in their order: rule, file, sheet, cell, place in the form and both figures. The same facts
 * have the same name in every run; a changed figure has another. The sentence takes part only where there is no cell to
 * tell findings apart.
 */
export function findingKeys(findings: readonly Finding[]): string[] {
  const seen = new Map<string, number>();
  return findings.map((f) => {
    const base = JSON.stringify([
      f.rule,
      f.file,
      f.sheet,
      f.cell,
      f.template,
      f.row,
      f.column,
      f.expected,
      f.actual,
      ...(f.cell === null ? [f.message] : []),
    ]);
    const n = (seen.get(base) ?? 0) + 1;
    seen.set(base, n);
    return n === 1 ? base : `${base}#${n}`;
  });
}
