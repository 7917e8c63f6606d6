import type { Cell } from '../../core/model/grid';

/** A stretch of text and how it is drawn. */
export interface MarkedRun {
  text: string;
  struck?: boolean;
  raised?: boolean;
}

/**
 * What a cell's runs say beyond their letters: struck through as a whole or in part, and the raised end of a text
 * ("521" with a raised "1").
 */
export function textMarks(runs: readonly MarkedRun[]): Pick<Cell, 'struck' | 'raised'> {
  const marks: Pick<Cell, 'struck' | 'raised'> = {};
  const written = runs.filter((r) => /\S/.test(r.text));
  const struck = written.filter((r) => r.struck).length;
  if (struck > 0) marks.struck = struck === written.length ? 'all' : 'part';
  let end = runs.length;
  while (end > 0 && (runs[end - 1]!.raised || !/\S/.test(runs[end - 1]!.text))) end--;
  const raised = runs
    .slice(end)
    .map((r) => r.text)
    .join('');
  if (end > 0 && /\S/.test(raised)) marks.raised = raised;
  return marks;
}
