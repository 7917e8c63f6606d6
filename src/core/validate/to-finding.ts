import type { Finding } from '../model/finding';
import type { Issue } from '../model/issue';
import { ruleById } from './rule-by-id';
import type { Words } from './words';

/** The finding of an issue: its rule's severity (unless the issue has its own) and sentence; what is absent is null. */
export function toFinding(issue: Issue, words: Words): Finding {
  const rule = ruleById(issue.rule);
  const { at } = issue;
  return {
    rule: rule.id,
    severity: issue.severity ?? rule.severity,
    message: rule.message(issue, words).normalize('NFC'),
    file: at.file ?? null,
    sheet: at.sheet ?? null,
    cell: at.cell ?? null,
    template: at.template ?? null,
    row: at.row ?? null,
    column: at.column ?? null,
    expected: issue.expected ?? null,
    actual: issue.actual ?? null,
  };
}
