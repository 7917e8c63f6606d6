import type { Consolidation } from '../model/consolidation';
import type { Finding } from '../model/finding';
import type { OutputPlan, SheetPlan } from '../model/output-plan';
import type { ReceivedFile } from '../model/submission';
import type { Template } from '../templates/schema';
import type { PlanOptions } from './options';
import { planAppendix } from './plan-appendix';
import { planByAgency } from './plan-by-agency';
import { planFindings } from './plan-findings';
import { planProof } from './plan-proof';
import { planSources } from './plan-sources';
import { BY_AGENCY_SHEET, FINDINGS_SHEET, freeName, PROOF_SHEET, sheetNameOf, SOURCES_SHEET } from './sheet-names';
import { STYLES } from './styles';

export interface PlanInput {
  consolidation: Consolidation;
  templates: readonly Template[];
  findings: readonly Finding[];
  files: readonly ReceivedFile[];
  options?: PlanOptions;
}

/**
 * The result workbook: one sheet per appendix in the order of the forms, then "Theo đơn vị", "Phát hiện", "Đối soát", "Nguồn".
 * A table whose form is not among `templates` is a bug and throws: a figure must not vanish from the result.
 */
export function buildPlan({ consolidation, templates, findings, files, options = {} }: PlanInput): OutputPlan {
  const taken = new Set([BY_AGENCY_SHEET, FINDINGS_SHEET, PROOF_SHEET, SOURCES_SHEET].map((n) => n.toLowerCase()));
  const order = (id: string): number => templates.findIndex((t) => t.id === id);
  const tables = [...consolidation.tables].sort((a, b) => order(a.template) - order(b.template));
  const sorted: Consolidation = { ...consolidation, tables };
  const appendices: SheetPlan[] = tables.map((table) => {
    const template = templates.find((t) => t.id === table.template && t.version === table.version) ?? templates.find((t) => t.id === table.template);
    if (!template) throw new Error(`No template "${table.template}" for a consolidated table`);
    const name = freeName(sheetNameOf(template), taken);
    taken.add(name.toLowerCase());
    return planAppendix(template, table, consolidation.period, name, options);
  });
  const period = consolidation.period ? `, ${consolidation.period.label}` : '';
  return {
    title: `Tổng hợp phụ lục cải cách hành chính${period}`,
    styles: STYLES,
    sheets: [
      ...appendices,
      planByAgency(sorted, templates),
      planFindings(findings, files, templates, options),
      planProof(consolidation, templates, files, options),
      planSources(sorted, templates, appendices, files, options),
    ],
  };
}
