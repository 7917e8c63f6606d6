import type { Issue, Place } from '../model/issue';
import type { Identity, Term } from '../templates/schema';
import { cannotRun } from './cannot-run';
import type { CheckContext } from './check-context';
import type { Form } from './form';
import { addUp, formName, operandAt, totalAt, type Operand } from './operand';
import { percentPrecision } from './percent-facts';
import { termParams } from './terms';

/** What came of one comparison: `one-sided` where a figure stands against none and the identity says to skip that. */
type Outcome = 'agrees' | 'one-sided' | Issue;

/**
 * Checks an identity between a figure and one or more others, for every row it names. Levels first: where both sides
 * are split by level, level against level; totals only where the levels settled nothing. So one mistake is one issue.
 */
export function* compare(context: CheckContext, identity: Identity): Iterable<Issue> {
  const { form } = context;
  const rows = identity.left.row === undefined ? (identity.rows ?? form.rows) : [identity.left.row];
  for (const row of rows) if (form.hasRow(row)) yield* compareRow(context, identity, row);
}

function* compareRow(context: CheckContext, identity: Identity, row: string): Iterable<Issue> {
  const { form } = context;
  const named =
    identity.left.column === undefined
      ? (identity.columns ?? form.columnsOf('total', 'level', 'figure').map((c) => c.key))
      : [identity.left.column];
  const role = (column: string): string | undefined => form.column(column)?.role;
  const levels = named.filter((c) => role(c) === 'level');
  const others = named.filter((c) => role(c) !== 'level');
  if (levels.length > 0 && others.some((c) => role(c) === 'total') && bothSplit(context, identity, row, levels)) {
    const outcomes = levels.map((column) => pair(context, identity, row, column));
    const issues = outcomes.filter((o): o is Issue => typeof o === 'object');
    yield* issues;
    if (issues.length > 0 || !outcomes.includes('one-sided')) return;
  }
  const compared = others.length > 0 ? others : levels;
  for (const column of compared) {
    const outcome = pair(context, identity, row, column);
    if (typeof outcome === 'object') yield outcome;
  }
}

function bothSplit(context: CheckContext, identity: Identity, row: string, levels: readonly string[]): boolean {
  const given = (form: Form | null, r: string): boolean =>
    form !== null && form.hasRow(r) && levels.some((level) => form.amount(r, level).state === 'given');
  return given(context.form, row) && identity.right.some((term) => given(formFor(context, term), term.row ?? row));
}

function pair(context: CheckContext, identity: Identity, row: string, column: string): Outcome {
  const { form } = context;
  const at = form.place(row, column);
  const left = totalAt(form, row, column);
  if (left.state === 'cannot') return cannotRun(identity.rule, at, left.reason);
  const terms = identity.right.map((term) => rightTerm(context, term, row, column));
  if (left.state !== 'given')
    return identity.op === '=' && terms.some((t) => t.operand.state === 'given' && t.operand.value !== 0)
      ? 'one-sided'
      : 'agrees';
  if (identity.op === '<=' && left.value === 0) return 'agrees';
  const zero = identity.missing === 'zero';
  const right =
    addUp(
      terms.map((t) => t.operand),
      zero,
    ) ?? (zero ? { state: 'given' as const, value: 0 } : { state: 'none' as const });
  if (right.state === 'cannot') return cannotRun(identity.rule, at, right.reason);
  const params = {
    op: identity.op,
    ...(identity.because === undefined ? {} : { because: identity.because }),
    ...termParams(terms.map((t) => t.place)),
    ...(terms.some((t) => t.derived) ? { derived: true } : {}),
  };
  if (right.state !== 'given') {
    if (identity.missing !== 'warn') return left.value === 0 ? 'agrees' : 'one-sided';
    const wholeText = terms.map((t) => t.text).find((text) => text !== '');
    return {
      rule: identity.rule,
      severity: 'warning',
      at,
      expected: null,
      actual: left.value,
      params: { ...params, ...(wholeText ? { wholeText } : {}) },
    };
  }
  const holds = identity.op === '=' ? left.value === right.value : left.value <= right.value;
  return holds
    ? 'agrees'
    : { rule: identity.rule, severity: identity.severity, at, expected: right.value, actual: left.value, params };
}

interface RightTerm {
  operand: Operand;
  place: Place;
  /** As typed; "" where blank or absent. */
  text: string;
  /** Computed from a figure and the percentage beside it. */
  derived?: boolean;
}

function rightTerm(context: CheckContext, term: Term, leftRow: string, leftColumn: string): RightTerm {
  const form = formFor(context, term);
  const row = term.row ?? leftRow;
  const column = term.column ?? leftColumn;
  if (!form) {
    const template = term.template ?? '';
    const reason =
      context.form.appendix.scope === 'own'
        ? `đơn vị chưa gửi ${formName(template)}`
        : `không có ${formName(template)} toàn tỉnh để đối chiếu`;
    return { operand: { state: 'cannot', reason }, place: { template, row, column }, text: '' };
  }
  const total = form.column(column)?.role === 'total';
  const figure = total ? totalAt(form, row, column) : operandAt(form, row, column);
  const operand = term.share === undefined ? figure : wholeOf(form, row, term.share, figure);
  return {
    operand,
    derived: operand !== figure,
    place: { template: form.template.id, row, column },
    text: form.cell(row, column)?.text.trim() ?? '',
  };
}

/**
 * What a figure is a share of: 8 beside 80 % is 10. The figure itself where no percentage below 100 % stands beside it.
 * The largest whole that the rounded percentage allows, so that nothing right is called wrong.
 */
function wholeOf(form: Form, row: string, percentColumn: string, figure: Operand): Operand {
  const percent = operandAt(form, row, percentColumn);
  if (figure.state !== 'given' || percent.state !== 'given' || percent.value <= 0 || percent.value >= 1) return figure;
  const least = percent.value - percentPrecision(form.cell(row, percentColumn), percent.value);
  const exact = Math.round(figure.value / percent.value);
  return { state: 'given', value: least > 0 ? Math.max(exact, Math.floor(figure.value / least + 1e-9)) : exact };
}

function formFor(context: CheckContext, term: Term): Form | null {
  return term.template === undefined || term.template === context.form.template.id
    ? context.form
    : context.partner(term.template);
}
