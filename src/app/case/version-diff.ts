import type { Appendix, AppendixCell } from '../../core/model/appendix';
import { indexAppendix } from '../../core/model/appendix-index';
import type { ConsolidatedTable } from '../../core/model/consolidation';
import { shownValue } from '../../core/model/shown-value';
import type { ReceivedFile } from '../../core/model/submission';
import { templateById } from '../../core/templates/registry';

type Shown = number | string | null;

/** One cell of a form that the two versions fill differently. Null: absent there. */
export interface CellDifference {
  template: string;
  row: string;
  column: string;
  /** Wording of the row, as in the form or as typed. */
  label: string;
  before: { sheet: string; cell: string; text: string } | null;
  after: { sheet: string; cell: string; text: string } | null;
}

/** A figure of the province under the one and the other version. */
export interface FigureDifference {
  template: string;
  row: string;
  column: string;
  label: string;
  before: Shown;
  after: Shown;
}

/**
 * Cells in which two files of one sender differ, form by form in the order of the newer file; equal cells are not
 * listed.
 */
export function compareVersions(
  before: Pick<ReceivedFile, 'appendices'>,
  after: Pick<ReceivedFile, 'appendices'>,
): CellDifference[] {
  const forms = [...new Set([...after.appendices, ...before.appendices].map((a) => `${a.template}\n${a.scope}`))];
  return forms.flatMap((form) => {
    const of = (list: readonly Appendix[]): Appendix | undefined =>
      list.find((a) => `${a.template}\n${a.scope}` === form);
    return compareAppendices(of(before.appendices), of(after.appendices));
  });
}

/** The same for two appendices of one form; undefined: that version does not have the form. */
export function compareAppendices(before: Appendix | undefined, after: Appendix | undefined): CellDifference[] {
  const some = after ?? before;
  if (!some) return [];
  const old = before && indexAppendix(before);
  const now = after && indexAppendix(after);
  const template = templateById(some.template);
  const columns = [...new Set([...(template?.columns.map((c) => c.key) ?? []), ...some.columns.map((c) => c.key)])];
  const rows = [...new Set([...(now?.rows ?? []), ...(old?.rows ?? [])])];
  const label = (row: string): string =>
    template?.rows.find((r) => r.key === row)?.label ??
    [after, before].flatMap((a) => a?.rows ?? []).find((r) => r.key === row)?.label ??
    row;
  const found: CellDifference[] = [];
  for (const row of rows) {
    for (const column of columns) {
      const [a, b] = [old?.get(row, column), now?.get(row, column)];
      if (same(a, b)) continue;
      found.push({
        template: some.template,
        row,
        column,
        label: label(row),
        before: place(before, a),
        after: place(after, b),
      });
    }
  }
  return found;
}

/** "04" and 4 are one figure; a blank cell and none at all say the same. */
function same(a: AppendixCell | undefined, b: AppendixCell | undefined): boolean {
  const said = (c: AppendixCell | undefined): string =>
    !c || c.figure.kind === 'blank'
      ? ''
      : c.figure.kind === 'text'
        ? c.text.replace(/\s+/g, ' ').trim()
        : JSON.stringify(c.figure);
  return said(a) === said(b);
}

function place(appendix: Appendix | undefined, cell: AppendixCell | undefined): CellDifference['before'] {
  if (!appendix || !cell) return null;
  // A formula shows what it last came to; what counts is what it comes to.
  const computed = cell.repairs.find((r) => r.kind === 'formula-computed')?.after;
  return { sheet: appendix.sheet, cell: cell.cell, text: computed ?? cell.text };
}

/** Every figure of the province that differs between two results, in the order of the forms. */
export function compareTables(
  before: readonly ConsolidatedTable[],
  after: readonly ConsolidatedTable[],
): FigureDifference[] {
  const found: FigureDifference[] = [];
  for (const id of new Set([...after, ...before].map((t) => t.template))) {
    const old = new Map(before.find((t) => t.template === id)?.rows.map((r) => [r.row, r]));
    const now = new Map(after.find((t) => t.template === id)?.rows.map((r) => [r.row, r]));
    for (const row of new Set([...now.keys(), ...old.keys()])) {
      const [a, b] = [old.get(row), now.get(row)];
      for (const column of new Set([...Object.keys(b?.figures ?? {}), ...Object.keys(a?.figures ?? {})])) {
        const [from, to] = [a?.figures[column], b?.figures[column]];
        const [x, y] = [from ? shownValue(from) : null, to ? shownValue(to) : null];
        if (x !== y) found.push({ template: id, row, column, label: (b ?? a)!.label, before: x, after: y });
      }
    }
  }
  return found;
}
