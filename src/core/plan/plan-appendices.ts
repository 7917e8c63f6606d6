import type { Consolidation } from '../model/consolidation';
import type { SheetPlan } from '../model/output-plan';
import type { Template } from '../templates/schema';
import type { PlanOptions } from './options';
import { planAppendix } from './plan-appendix';
import { freeName, sheetNameOf } from './sheet-names';

/**
 * One sheet per consolidated table, in the order of the forms; `taken` holds the sheet names (lower case) that are not
 * free. A table whose form is not among `templates` is a bug and throws: a figure must not vanish from the result.
 */
export function planAppendices(
  consolidation: Pick<Consolidation, 'tables' | 'period'>,
  templates: readonly Template[],
  options: PlanOptions,
  taken: Set<string> = new Set(),
): SheetPlan[] {
  let last = Math.max(0, ...consolidation.tables.map((t) => templateOf(templates, t).appendixNumber ?? 0));
  return inFormOrder(consolidation.tables, templates).map((table) => {
    const template = templateOf(templates, table);
    const name = freeName(sheetNameOf(template), taken);
    taken.add(name.toLowerCase());
    // Where there are several appendices each has a number (Nghị định 30/2020); a form without one takes the next.
    const unnumbered = options.alone && template.appendixNumber === null && consolidation.tables.length > 1;
    return planAppendix(
      unnumbered ? { ...template, appendixNumber: ++last } : template,
      table,
      consolidation.period,
      name,
      options,
    );
  });
}

/** The tables in the order of their forms. */
export function inFormOrder<T extends { template: string }>(tables: readonly T[], templates: readonly Template[]): T[] {
  const order = (id: string): number => templates.findIndex((t) => t.id === id);
  return [...tables].sort((a, b) => order(a.template) - order(b.template));
}

function templateOf(templates: readonly Template[], table: { template: string; version: string }): Template {
  const template =
    templates.find((t) => t.id === table.template && t.version === table.version) ??
    templates.find((t) => t.id === table.template);
  if (!template) throw new Error(`No template "${table.template}" for a consolidated table`);
  return template;
}
