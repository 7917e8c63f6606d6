import { templateById, templates } from '../../core/templates/registry';
import { shortName } from '../../core/templates/form-name';
import type { Finding } from '../../core/model/finding';
import { ruleList } from '../../core/validate/rule-list';
import type { RunView, WorkCalls } from '../calls/work-calls';
import { caseView } from '../case/case-view';
import { dryRun } from '../consolidate/dry-run';
import { expectedAgencies } from '../consolidate/missing-senders';
import { checkGrids } from '../receive/check-grids';
import { blankForm } from '../results/blank-form';
import { fileView, formName, type Counts } from '../results/file-view';
import type { SessionDeps } from './session-deps';
import type { SessionState } from './session-state';
import { settle } from './settle';

/** The calls about settings, received files and the run. */
export function answerWork(state: SessionState, deps: Pick<SessionDeps, 'registers'>): WorkCalls {
  return {
    facts: async () => ({
      forms: templates().map((t) => ({ id: t.id, short: shortName(t), name: t.name })),
      rules: ruleList(),
    }),
    settle: async (settings) => settle(state, settings, deps.registers),
    forget: async (files) => {
      state.forget(files);
      return null;
    },
    run: async () => runView(state),
    check: async ({ name, grids }) => checkGrids(name, grids, state.receiveOptions()),
    blank: async (template) => {
      const form = templateById(template);
      return form ? blankForm(form, state.period) : null;
    },
  };
}

function runView(state: SessionState): RunView {
  const run = state.run();
  const { period } = state.runOptions();
  const replaced = new Set(run.consolidation.submissions.flatMap((s) => s.replaced.map((r) => r.appendix.id)));
  const counts = countByFile(run.findings);
  return {
    files: run.files.map((f) => fileView(f, counts.get(f.file) ?? { error: 0, warning: 0, info: 0 }, replaced)),
    findings: run.findings,
    dryRun: dryRun(run, expectedAgencies({ register: state.register, period })),
    tables: run.consolidation.tables.map((t) => ({
      template: t.template,
      short: formName(t.template),
      name: templateById(t.template)?.name ?? '',
      senders: t.from.length,
      leads: templateById(t.template)?.leads ?? false,
      rows: t.rows.length,
    })),
    proof: run.consolidation.proof,
    tableLines: run.consolidation.tableLines ?? [],
    narrative: run.files.flatMap((f) =>
      f.narrative && f.narrative.withFigures > 0 ? [{ file: f.file, withFigures: f.narrative.withFigures }] : [],
    ),
    period,
    case: caseView(run),
  };
}

function countByFile(findings: readonly Finding[]): Map<string, Counts> {
  const counts = new Map<string, Counts>();
  for (const f of findings) {
    if (f.file === null) continue;
    const c = counts.get(f.file) ?? { error: 0, warning: 0, info: 0 };
    c[f.severity] += 1;
    counts.set(f.file, c);
  }
  return counts;
}
