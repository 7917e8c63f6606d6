import type { Board } from '../model/board';
import { CASE_ATTACHMENT, type CaseSummary } from '../model/case';
import type { Consolidation } from '../model/consolidation';
import type { Finding } from '../model/finding';
import type { OutputPlan } from '../model/output-plan';
import type { ReceivedFile } from '../model/submission';
import type { Template } from '../templates/schema';
import type { PlanOptions } from './options';
import { inFormOrder, planAppendices } from './plan-appendices';
import { planByAgency } from './plan-by-agency';
import { planControls } from './plan-controls';
import { planCharts } from './plan-charts';
import { planBoard } from './plan-board';
import { planFindings } from './plan-findings';
import { planJournal } from './plan-journal';
import { planProof } from './plan-proof';
import { planSources } from './plan-sources';
import {
  BOARD_SHEET,
  BY_AGENCY_SHEET,
  CHARTS_SHEET,
  CONTROLS_SHEET,
  FINDINGS_SHEET,
  JOURNAL_SHEET,
  PROOF_SHEET,
  SOURCES_SHEET,
} from './sheet-names';
import { shownTable } from './shown-table';
import { STYLES } from './styles';

/** What the result workbook is made of; board and case only where there is a register and something was decided. */
export interface PlanInput {
  consolidation: Consolidation;
  templates: readonly Template[];
  findings: readonly Finding[];
  files: readonly ReceivedFile[];
  options?: PlanOptions;
  /** Who has sent what, and the reminder list as one text. */
  board?: { board: Board; reminder: string };
  /** The decisions of a case; `text` is the saved case, kept inside the workbook. */
  case?: { summary: CaseSummary; text: string };
}

/**
 * The result workbook: one sheet per appendix in the order of the forms, then the evidence: "Đối soát" first, "Số kiểm
 * soát" where a specialised agency gave some, "Theo đơn vị", "Biểu đồ", "Tình hình nộp" and "Nhật ký" where there is a
 * board and something was decided, "Phát hiện", "Nguồn".
 * A table whose form is not among `templates` is a bug and throws: a figure must not vanish from the result.
 */
export function buildPlan({
  consolidation,
  templates,
  findings,
  files,
  options = {},
  board,
  case: kept,
}: PlanInput): OutputPlan {
  const taken = new Set(
    [
      BY_AGENCY_SHEET,
      CHARTS_SHEET,
      CONTROLS_SHEET,
      BOARD_SHEET,
      JOURNAL_SHEET,
      FINDINGS_SHEET,
      PROOF_SHEET,
      SOURCES_SHEET,
    ].map((n) => n.toLowerCase()),
  );
  const sorted: Consolidation = { ...consolidation, tables: inFormOrder(consolidation.tables, templates) };
  const appendices = planAppendices(sorted, templates, options, taken);
  const charts = planCharts({ ...sorted, tables: sorted.tables.map(shownTable) }, templates, findings, files);
  const controls = planControls(sorted, templates, options);
  const period = consolidation.period ? `, ${consolidation.period.label}` : '';
  return {
    title: `Tổng hợp phụ lục cải cách hành chính${period}`,
    styles: STYLES,
    sheets: [
      ...appendices,
      planProof(sorted, templates, files, options),
      ...(controls ? [controls] : []),
      planByAgency(sorted, templates, options.agencyOrder),
      ...(charts ? [charts] : []),
      ...(board ? [planBoard(board.board, board.reminder)] : []),
      ...(kept && kept.summary.journal.length > 0 ? [planJournal(kept.summary, sorted.tables, templates)] : []),
      planFindings(findings, files, templates, options),
      planSources(sorted, templates, appendices, files, options),
    ],
    ...(kept ? { attachments: [{ name: CASE_ATTACHMENT, text: kept.text }] } : {}),
  };
}

/** The set to sign: the appendices alone, without the evidence that is kept beside them and without comments. */
export function buildSignedSet({
  consolidation,
  templates,
  options = {},
}: Pick<PlanInput, 'consolidation' | 'templates' | 'options'>): OutputPlan {
  const period = consolidation.period ? ` ${consolidation.period.label}` : '';
  return {
    title: `Phụ lục kèm theo báo cáo cải cách hành chính${period}`,
    styles: STYLES,
    sheets: planAppendices(consolidation, templates, { ...options, alone: true }),
  };
}
