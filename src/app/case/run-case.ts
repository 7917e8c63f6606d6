import { adjustTables } from '../../core/consolidate/adjust';
import { consolidate } from '../../core/consolidate/consolidate';
import type { Adjustment, CaseState, CaseSummary } from '../../core/model/case';
import type { ConsolidatedTable } from '../../core/model/consolidation';
import type { Issue } from '../../core/model/issue';
import type { Finding } from '../../core/model/finding';
import type { ReceivedFile } from '../../core/model/submission';
import { ruleList } from '../../core/validate/rule-list';
import { toFindings } from '../../core/validate/to-findings';
import { runConsolidation } from '../consolidate/run-consolidation';
import { type RunResult } from '../consolidate/run-options';
import { type RunOptions } from '../consolidate/run-options';
import { sortFindings } from '../consolidate/sort-findings';
import { applyScopes } from './apply-scopes';
import { caseChoices } from './case-choices';
import { caseFacts, type CaseFacts } from './case-facts';
import { confirmSenders } from './confirm-senders';
import { findingKeys } from './finding-keys';
import { markSetAside } from './mark-set-aside';
import { outdatedDecisions } from './outdated-decisions';
import { sourceDrift } from './source-drift';

/** A run over which the journal was read: the same files and the same state give the same of these. */
export interface CaseRun extends RunResult {
  state: CaseState;
  facts: CaseFacts;
  /** Names of `findings`, place by place. */
  keys: string[];
  summary: CaseSummary;
}

/**
 * Runs the consolidation and lets the decisions of a case hold over it. Nothing of the journal changes what was read.
 */
export function runCase(received: readonly ReceivedFile[], options: RunOptions, state: CaseState): CaseRun {
  const facts = caseFacts(state);
  const files = applyScopes(confirmSenders(received, facts, options.register), facts);
  const choices = caseChoices(state, facts, files);
  const off = new Set([...(options.off ?? []), ...facts.rulesOff.keys()]);
  const run = runConsolidation(files, { ...options, off, choices });
  const keys = new Set(findingKeys(run.findings));
  const codes = options.register ? new Set(options.register.agencies.map((a) => a.code)) : null;
  const extra = [
    ...sourceDrift(state.files, received),
    ...rulesOff(facts),
    ...outdatedDecisions({ state, facts, files, consolidation: run.consolidation, keys, codes }),
  ];
  const findings = withAcceptances(
    markSetAside(sortFindings([...run.findings, ...toFindings(extra, [])]), files, facts),
    facts,
  );
  const { tables } = adjustTables(run.consolidation.tables, options.templates, adjustments(facts));
  const without = withLeftOut(files, options, choices, facts);
  return {
    ...run,
    findings: findings.list,
    keys: findings.keys,
    state,
    facts,
    summary: summaryOf(state, facts),
    consolidation: { ...run.consolidation, tables: without ? beside(tables, without) : tables },
  };
}

/** A rule that a person switched off is told, so that its silence is not taken for a clean result. */
function rulesOff(facts: CaseFacts): Issue[] {
  const summaries = new Map(ruleList().map((r) => [r.id, r.summary]));
  return [...facts.rulesOff.values()].map((e) => ({
    rule: 'rule-not-run',
    at: {},
    params: {
      rule: e.rule,
      check: summaries.get(e.rule) ?? e.rule,
      reasons: [`${e.by} đã tắt cho hồ sơ này: ${e.reason}`],
      count: 1,
    },
  }));
}

function withAcceptances(findings: readonly Finding[], facts: CaseFacts): { list: Finding[]; keys: string[] } {
  const keys = findingKeys(findings);
  const list = findings.map((f, i) => {
    const entry = facts.accepted.get(keys[i]!);
    return entry ? { ...f, accepted: { reason: entry.reason, by: entry.by, at: entry.at } } : f;
  });
  return { list, keys };
}

function adjustments(facts: CaseFacts): Adjustment[] {
  return [...facts.adjusted.values()].map((e) => ({
    template: e.template,
    row: e.row,
    column: e.column,
    value: e.after,
    before: e.before,
    reason: e.reason,
    by: e.by,
    at: e.at,
  }));
}

/** The tables as they would be if nothing had been left out as counted twice; null where nothing was. */
function withLeftOut(
  files: readonly ReceivedFile[],
  options: RunOptions,
  choices: NonNullable<RunOptions['choices']>,
  facts: CaseFacts,
): ConsolidatedTable[] | null {
  if (facts.leftOut.length === 0) return null;
  const returned = new Map([...choices.leftOut].filter(([, l]) => l.returned));
  return consolidate(files, options.templates, options.period, { ...choices, leftOut: returned }).tables;
}

/** The unadjusted figure beside the one that counts, wherever they differ. Words (dates, notes) are not compared. */
function beside(tables: readonly ConsolidatedTable[], other: readonly ConsolidatedTable[]): ConsolidatedTable[] {
  return tables.map((table) => {
    const rows = new Map(other.find((t) => t.template === table.template)?.rows.map((r) => [r.row, r]));
    return {
      ...table,
      rows: table.rows.map((row) => ({
        ...row,
        figures: Object.fromEntries(
          Object.entries(row.figures).map(([column, figure]) => {
            const full = rows.get(row.row)?.figures[column];
            const differs =
              full && figure.method !== 'join' && figure.method !== 'dates' && full.value !== figure.value;
            return [column, differs ? { ...figure, withLeftOut: { value: full.value } } : figure];
          }),
        ),
      })),
    };
  });
}

function summaryOf(state: CaseState, facts: CaseFacts): CaseSummary {
  return {
    journal: state.journal.map((entry) => ({ entry, revokedBy: facts.revoked.get(entry.id) ?? null })),
    rulesOff: [...facts.rulesOff.values()].map(({ rule, reason, by, at }) => ({ rule, reason, by, at })),
  };
}
