import type { Appendix } from '../model/appendix';
import type { Issue } from '../model/issue';
import { templateById } from '../templates/registry';
import type { CheckContext } from './check-context';
import type { CheckGroup } from './check-group';
import { formOf, type Form } from './form';
import { gatherNotRun } from './gather-not-run';
import { rules } from './registry';
import { reportYears } from './report-years';

/** How the rules are run. */
export interface ValidateOptions {
  /** Ids of rules not to run. */
  off?: ReadonlySet<string>;
}

/**
 * What the rules say of one sender's appendices, appendix by appendix in the order given, each in the order of its
 * rows. An issue that reading or recognition already put on the same cell under the same rule is not told twice. A rule
 * that should have run and could not is told once per appendix as "rule-not-run".
 */
export function validate(group: CheckGroup, options: ValidateOptions = {}): Issue[] {
  const forms: Form[] = [];
  const issues: Issue[] = [];
  for (const appendix of group.appendices) {
    const template = templateById(appendix.template);
    if (template) forms.push(formOf(appendix, template));
    else issues.push(unknownTemplate(appendix));
  }
  for (const form of forms) {
    const context: CheckContext = {
      form,
      partner: (template) => partnerOf(form, forms, template),
      level: group.level ?? null,
      years: reportYears(group.period, form),
    };
    issues.push(...checkForm(context, options.off));
  }
  return options.off?.has('rule-not-run') ? issues.filter((i) => i.rule !== 'rule-not-run') : issues;
}

function checkForm(context: CheckContext, off: ReadonlySet<string> | undefined): Issue[] {
  const { form } = context;
  const known = new Set(form.appendix.issues.map((i) => `${i.rule}\n${i.at.cell ?? ''}`));
  const found: Issue[] = [];
  for (const rule of rules) {
    if (!rule.check || off?.has(rule.id)) continue;
    for (const issue of rule.check(context)) {
      if (issue.at.cell === undefined || !known.has(`${issue.rule}\n${issue.at.cell}`)) found.push(issue);
    }
  }
  const order = new Map(form.rows.map((row, i) => [row, i]));
  const rank = (issue: Issue): number => (issue.at.row === undefined ? -1 : (order.get(issue.at.row) ?? order.size));
  return gatherNotRun(found, form)
    .map((issue, i) => ({ issue, i }))
    .sort((a, b) => rank(a.issue) - rank(b.issue) || a.i - b.i)
    .map((x) => x.issue);
}

/**
 * The form to compare with: same scope (a province-wide form says nothing about the sender's own), from the same file
 * where there is one, else the last one sent.
 */
function partnerOf(form: Form, forms: readonly Form[], template: string): Form | null {
  const found = forms.filter((f) => f.template.id === template && f.appendix.scope === form.appendix.scope);
  return found.findLast((f) => f.appendix.file === form.appendix.file) ?? found.at(-1) ?? null;
}

function unknownTemplate(appendix: Appendix): Issue {
  return {
    rule: 'rule-not-run',
    at: { file: appendix.file, sheet: appendix.sheet, template: appendix.template },
    params: { check: 'Kiểm tra phụ lục', reasons: ['chương trình không có biểu mẫu này'], count: 1 },
  };
}
