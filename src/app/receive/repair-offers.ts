import { cellName, columnName } from '../../core/model/address';
import type { Appendix } from '../../core/model/appendix';
import type { Issue } from '../../core/model/issue';
import type { Template } from '../../core/templates/schema';
import { formatCount } from '../../core/text/format-number';
import type { CellRepair } from '../ports';

/**
 * What may be mended in place: numbers stored as text, and totals left blank beside figures. Two kinds, each cell once.
 */
export function repairOffers(
  appendices: readonly Appendix[],
  issues: readonly Issue[],
  templates: readonly Template[],
): RepairOffer[] {
  const offers = new Map<string, RepairOffer>();
  for (const appendix of appendices) {
    for (const cell of appendix.cells) {
      if (cell.figure.kind !== 'number' || typeof cell.stored !== 'string' || cell.formula || cell.hidden) continue;
      const { sheet } = appendix;
      const { value } = cell.figure;
      offers.set(`${sheet}!${cell.cell}`, {
        kind: 'number-as-text',
        sheet,
        cell: cell.cell,
        before: cell.text,
        after: formatCount(value),
        repair: { sheet, cell: cell.cell, value, expected: cell.stored },
      });
    }
  }
  for (const issue of issues) {
    const offer = issue.params?.repair === 'missing-total' ? missingTotal(issue, appendices, templates) : null;
    if (offer) offers.set(`${offer.sheet}!${offer.cell}`, offer);
  }
  return [...offers.values()];
}

/** "=SUM(D13:F13)" where the levels stand side by side, else "=D13+F13". */
function missingTotal(
  issue: Issue,
  appendices: readonly Appendix[],
  templates: readonly Template[],
): RepairOffer | null {
  const { sheet, cell, template: id, row } = issue.at;
  const appendix = appendices.find((a) => a.sheet === sheet && a.template === id);
  const template = templates.find((t) => t.id === id);
  const at = appendix?.rows.find((r) => r.key === row);
  if (!appendix || !template || !at || !sheet || !cell || typeof issue.expected !== 'number') return null;
  const levels = new Set(template.columns.filter((c) => c.role === 'level').map((c) => c.key));
  const cols = appendix.columns
    .filter((c) => levels.has(c.key))
    .map((c) => c.col)
    .sort((a, b) => a - b);
  if (cols.length === 0) return null;
  const beside = cols.every((c, i) => i === 0 || c === cols[i - 1]! + 1);
  const formula = beside
    ? `SUM(${cellName(at.gridRow, cols[0]!)}:${cellName(at.gridRow, cols.at(-1)!)})`
    : cols.map((c) => `${columnName(c)}${at.gridRow + 1}`).join('+');
  return {
    kind: 'missing-total',
    sheet,
    cell,
    before: '',
    after: `${formatCount(issue.expected)} (=${formula})`,
    repair: { sheet, cell, formula, expected: '' },
  };
}

/** A repair that may be offered; nothing is written before a person says so. */
export interface RepairOffer {
  kind: 'number-as-text' | 'missing-total';
  sheet: string;
  cell: string;
  /** As it stands and as it would stand. */
  before: string;
  after: string;
  repair: CellRepair;
}
