import type { Consolidation } from '../model/consolidation';
import type { Finding } from '../model/finding';
import type { OutputPlan } from '../model/output-plan';
import type { ReceivedFile } from '../model/submission';
import type { Template } from '../templates/schema';
import type { PlanOptions } from './options';
import { inFormOrder, planAppendices } from './plan-appendices';
import { planByAgency } from './plan-by-agency';
import { planCharts } from './plan-charts';
import { planFindings } from './plan-findings';
import { planProof } from './plan-proof';
import { planSources } from './plan-sources';
import { BY_AGENCY_SHEET, CHARTS_SHEET, FINDINGS_SHEET, PROOF_SHEET, SOURCES_SHEET } from './sheet-names';
import { STYLES } from './styles';

export interface PlanInput {
  consolidation: Consolidation;
  templates: readonly Template[];
  findings: readonly Finding[];
  files: readonly ReceivedFile[];
  options?: PlanOptions;
}

/**
 * The result workbook: one sheet per appendix in the order of the forms, then "Theo đơn vị", "Biểu đồ", "Phát hiện", "Đối soát", "Nguồn".
 * A table whose form is not among `templates` is a bug and throws: a figure must not vanish from the result.
 */
export function buildPlan({ consolidation, templates, findings, files, options = {} }: PlanInput): OutputPlan {
  const taken = new Set([BY_AGENCY_SHEET, CHARTS_SHEET, FINDINGS_SHEET, PROOF_SHEET, SOURCES_SHEET].map((n) => n.toLowerCase()));
  const sorted: Consolidation = { ...consolidation, tables: inFormOrder(consolidation.tables, templates) };
  const appendices = planAppendices(sorted, templates, options, taken);
  const charts = planCharts(sorted, templates, findings, files);
  const period = consolidation.period ? `, ${consolidation.period.label}` : '';
  return {
    title: `Tổng hợp phụ lục cải cách hành chính${period}`,
    styles: STYLES,
    sheets: [
      ...appendices,
      planByAgency(sorted, templates),
      ...(charts ? [charts] : []),
      planFindings(findings, files, templates, options),
      planProof(consolidation, templates, files, options),
      planSources(sorted, templates, appendices, files, options),
    ],
  };
}

/** The set to sign: the appendices alone, without the evidence that is kept beside them and without comments. */
export function buildSignedSet({ consolidation, templates, options = {} }: Pick<PlanInput, 'consolidation' | 'templates' | 'options'>): OutputPlan {
  const period = consolidation.period ? ` ${consolidation.period.label}` : '';
  return {
    title: `Phụ lục kèm theo báo cáo cải cách hành chính${period}`,
    styles: STYLES,
    sheets: planAppendices(consolidation, templates, { ...options, alone: true }),
  };
}
