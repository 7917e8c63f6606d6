import type { Consolidation, ConsolidatedFigure, Contribution } from '../../core/model/consolidation';

/** Who contributed what to one figure. */
export interface Trace {
  figure: ConsolidatedFigure;
  label: string;
  /** Largest first; levels of one row stay together under their sender. */
  contributions: (Contribution & { /** Share of the largest, 0 to 1, for a bar. */ share: number })[];
  /** Cells of the same row and column that are in no sum, with the reason. */
  leftOut: Consolidation['excluded'];
}

/** The way home of a consolidated figure, or null where there is none. */
export function traceFigure(consolidation: Consolidation, template: string, row: string, column: string): Trace | null {
  const table = consolidation.tables.find((t) => t.template === template);
  const line = table?.rows.find((r) => r.row === row);
  const figure = line?.figures[column];
  if (!line || !figure) return null;
  const largest = Math.max(1, ...figure.contributions.map((c) => Math.abs(c.value)));
  const contributions = figure.contributions
    .map((c) => ({ ...c, share: Math.abs(c.value) / largest }))
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const refusedHere = new Set(
    consolidation.submissions
      .flatMap((s) => s.appendices)
      .filter((a) => a.template === template)
      .flatMap((a) =>
        a.cells
          .filter((c) => c.row === row && c.column === column && c.figure.kind === 'refused')
          .map((c) => `${a.file}|${a.sheet}|${c.cell}`),
      ),
  );
  const leftOut = consolidation.excluded.filter((e) => refusedHere.has(`${e.file}|${e.sheet}|${e.cell}`));
  return { figure, label: line.label, contributions, leftOut };
}
