import type { Consolidation } from '../../core/model/consolidation';
import { templateById } from '../../core/templates/registry';
import type { FigureKey } from './trace-view';
import type { TraceView } from './trace-view';
import { traceView } from './trace-view';

/** What is kept with a result so that its figures lead home after the files are gone; version 1. */
interface Evidence {
  schema: 1;
  traces: TraceView[];
}

const keyOf = (f: FigureKey): string => `${f.template}\n${f.row}\n${f.column}`;

/** The sources of every figure of a result as one text, to be kept with the workbook. */
export function makeEvidence(consolidation: Consolidation): string {
  const traces: TraceView[] = [];
  for (const table of consolidation.tables) {
    const template = templateById(table.template);
    if (!template) continue;
    for (const row of table.rows) {
      for (const column of Object.keys(row.figures)) {
        const trace = traceView(consolidation, template, { template: table.template, row: row.row, column });
        if (trace && (trace.contributions.length > 0 || trace.leftOut.length > 0 || trace.value !== ''))
          traces.push(trace);
      }
    }
  }
  return JSON.stringify({ schema: 1, traces } satisfies Evidence);
}

/** The sources kept with a workbook, by figure; null where the text is none of ours or of a version not known. */
export function readEvidence(json: string): ((figure: FigureKey) => TraceView | null) | null {
  let parsed: Partial<Evidence> | null;
  try {
    parsed = JSON.parse(json) as Partial<Evidence> | null;
  } catch {
    return null;
  }
  if (parsed?.schema !== 1 || !Array.isArray(parsed.traces)) return null;
  const byKey = new Map(parsed.traces.map((t) => [keyOf(t), t]));
  return (figure) => byKey.get(keyOf(figure)) ?? null;
}
