import type { CellPlan, OutputPlan } from '../../core/model/output-plan';
import type { ResultTable } from '../results/result-table';
import type { FigureKey, TraceView } from '../results/trace-view';

/** Calls about the result of the last run. All but `trace` and `adopt` need a run. */
export interface ResultCalls {
  table(template: string): Promise<ResultTable | null>;
  /** `written`: the sources of the figure as it stands in the workbook, which may come from an earlier run. */
  trace(figure: FigureKey & { written?: boolean }): Promise<TraceView | null>;
  /** The sources of all figures as one text, which is kept with the workbook. */
  evidence(arg: null): Promise<string>;
  /** Takes up the text that was kept with a workbook. */
  adopt(evidence: string): Promise<null>;
  /** The result workbook without its cells. */
  planHead(arg: null): Promise<OutputPlan>;
  /** Cells of one sheet of it from an index on, in portions, so that no message is large; empty after the last cell. */
  planCells(arg: { sheet: number; from: number }): Promise<CellPlan[]>;
  workbook(arg: null): Promise<Uint8Array>;
  /** The report of the run as JSON text. */
  report(arg: null): Promise<string>;
}
