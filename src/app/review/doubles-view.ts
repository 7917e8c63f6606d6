import type { ConsolidatedFigure } from '../../core/model/consolidation';
import { shownValue } from '../../core/model/shown-value';
import { templates } from '../../core/templates/registry';
import { toFindings } from '../../core/validate/to-findings';
import type { CaseRun } from '../case/run-case';
import { doubleCounting, type DoubleCount } from '../consolidate/double-counting';
import { formName } from '../results/file-view';
import { named, type Shown } from './figure-names';
import type { Severity } from '../../core/model/issue';
import type { Taken } from './rules-view';

/** What seems to be in the sum twice, what was left out for it, and the figures as they would be without that. */
export function doublesView(run: CaseRun): DoublesView {
  const name = (key: string): string => run.consolidation.submissions.find((s) => s.key === key)?.name ?? key;
  const found = doubleCounting(run.consolidation, run.files, { templates: templates(), register: run.register }).map(
    ({ issue, ...d }): DoubleView => {
      const [told] = toFindings([issue], []);
      const at = run.findings.findIndex(
        (f) => f.rule === issue.rule && f.file === d.file && f.template === d.template && f.message === told!.message,
      );
      return {
        ...d,
        agencyName: name(d.agency),
        otherName: name(d.other),
        short: d.template === null ? null : formName(d.template),
        severity: told!.severity,
        message: told!.message,
        key: run.keys[at] ?? null,
        accepted: run.findings[at]?.accepted ?? null,
        locked: [d.agency, d.other].filter((key) => run.facts.approved.has(key)),
      };
    },
  );
  return {
    found,
    leftOut: run.facts.leftOut.map(({ id, agency, about, by, at, reason }) => ({
      entry: id,
      agency,
      about,
      by,
      at,
      reason,
    })),
    beside: run.consolidation.tables.flatMap((t) =>
      t.rows.flatMap((r) =>
        Object.values(r.figures)
          .filter((f) => f.withLeftOut)
          .map((f: ConsolidatedFigure) =>
            named({
              template: t.template,
              row: r.row,
              column: f.column,
              label: r.label,
              value: shownValue(f),
              full: f.withLeftOut!.value,
            }),
          ),
      ),
    ),
  };
}
export interface DoubleView extends Omit<DoubleCount, 'issue'> {
  agencyName: string;
  otherName: string;
  short: string | null;
  severity: Severity;
  message: string;
  /** By which `decide` accepts the finding; null where it cannot be told. */
  key: string | null;
  accepted: Taken | null;
  /** Submission keys among the two that are locked. */
  locked: string[];
}
export interface DoublesView {
  found: DoubleView[];
  /** Left out so far, newest last; `entry` takes it back. */
  leftOut: (Taken & { entry: number; agency: string; about: string })[];
  /** Figures that would be otherwise had nothing been left out. */
  beside: {
    template: string;
    short: string;
    row: string;
    column: string;
    place: string;
    label: string;
    value: Shown;
    full: Shown;
  }[];
}
