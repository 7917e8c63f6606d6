import type { Consolidation, Method } from '../../core/model/consolidation';
import { shownValue } from '../../core/model/shown-value';
import type { Template, TemplateColumn } from '../../core/templates/schema';
import { formatCount, formatPercent } from '../../core/text/format-number';
import { shortName } from '../../core/templates/form-name';
import { traceFigure } from './trace-figure';
import type { Repair } from '../../core/model/figure';

/** A trace in words for a screen, or null where the figure is not in the result. */
export function traceView(consolidation: Consolidation, template: Template, figure: FigureKey): TraceView | null {
  const trace = traceFigure(consolidation, figure.template, figure.row, figure.column);
  if (!trace) return null;
  const line = consolidation.tables.find((t) => t.template === figure.template)?.rows.find((r) => r.row === figure.row);
  const column = template.columns.find((c) => c.key === figure.column);
  const show = (value: number): string => (column?.role === 'percent' ? formatPercent(value) : formatCount(value));
  const columnAt = columnsByCell(consolidation, template);
  const value = shownValue(trace.figure);
  const counted = trace.figure.method !== 'dates' && trace.figure.method !== 'join';
  return {
    ...figure,
    short: shortName(template),
    number: line?.number ?? '',
    label: trace.label,
    columnLabel: columnLabel(column),
    value: value === null ? '' : typeof value === 'number' ? show(value) : value,
    method: trace.figure.method,
    remark: trace.figure.remark ?? null,
    ...(trace.figure.adjustment
      ? {
          adjustment: {
            ...trace.figure.adjustment,
            sum: trace.figure.adjustment.sum === null ? '' : show(trace.figure.adjustment.sum),
          },
        }
      : {}),
    ...(typeof trace.figure.withLeftOut?.value === 'number'
      ? { withLeftOut: show(trace.figure.withLeftOut.value) }
      : {}),
    contributions: trace.contributions.map((c) => ({
      agencyName: c.agencyName,
      file: c.file,
      sheet: c.sheet,
      cell: c.cell,
      text: c.text,
      value: counted ? show(c.value) : c.text.trim(),
      share: counted ? c.share : null,
      part: c.part,
      repairs: c.repairs,
      column: columnAt.get(`${c.file}|${c.sheet}|${c.cell}`) ?? '',
    })),
    leftOut: trace.leftOut.map(({ agency, file, sheet, cell, text, reason }) => ({
      agency: submissionName(consolidation, agency),
      file,
      sheet,
      cell,
      text,
      reason,
    })),
  };
}

function columnLabel(column: TemplateColumn | undefined): string {
  return column?.header.at(-1)?.replace(/\s+/g, ' ') ?? '';
}

/** Which column of the form a sender's cell stands in: a total is made of cells of several levels. */
function columnsByCell(consolidation: Consolidation, template: Template): Map<string, string> {
  const labels = new Map(template.columns.map((c) => [c.key, columnLabel(c)]));
  const at = new Map<string, string>();
  for (const s of consolidation.submissions) {
    for (const a of s.appendices) {
      if (a.template !== template.id) continue;
      for (const c of a.cells) at.set(`${a.file}|${a.sheet}|${c.cell}`, labels.get(c.column) ?? '');
    }
  }
  return at;
}

function submissionName(consolidation: Consolidation, submission: string): string {
  return consolidation.submissions.find((s) => s.key === submission)?.name ?? submission;
}

/** Who contributed what to a figure, in words for a screen; largest first. */
export interface TraceView extends FigureKey {
  short: string;
  number: string;
  label: string;
  columnLabel: string;
  value: string;
  method: Method;
  remark: string | null;
  /** The figure was adjusted: `value` shows the adjusted one, `sum` what the sources give. */
  adjustment?: { sum: string; reason: string; by: string; at: string; derived?: boolean };
  /** What it would be with the submissions left out as counted twice. */
  withLeftOut?: string;
  contributions: {
    agencyName: string;
    file: string;
    sheet: string;
    cell: string;
    text: string;
    value: string;
    /** Share of the largest, 0 to 1; null for dates and notes, which have no size. */
    share: number | null;
    part: 'added' | 'common' | 'unsplit';
    column: string;
    repairs: Repair[];
  }[];
  leftOut: { agency: string; file: string; sheet: string; cell: string; text: string; reason: string }[];
}
export interface FigureKey {
  template: string;
  row: string;
  column: string;
}
