import type { CaseState, JournalEntry } from '../../core/model/case';
import type { Consolidation } from '../../core/model/consolidation';
import type { Issue } from '../../core/model/issue';
import type { ReceivedFile } from '../../core/model/submission';
import { formatCount } from '../../core/text/format-number';
import type { CaseFacts } from './case-facts';

export interface Standing {
  state: CaseState;
  facts: CaseFacts;
  files: readonly ReceivedFile[];
  consolidation: Consolidation;
  /** Keys of the findings of this run. */
  keys: ReadonlySet<string>;
  /** Codes of the register; null where there is none. */
  codes: ReadonlySet<string> | null;
}

/** Decisions that hold but speak of facts that are no longer so, each with what changed. */
export function outdatedDecisions({ facts, files, consolidation, keys, codes }: Standing): Issue[] {
  const issues: Issue[] = [];
  const tell = (e: JournalEntry, why: string, severity?: 'warning'): void => {
    issues.push({
      rule: 'decision-outdated',
      at: {},
      ...(severity ? { severity } : {}),
      params: { entry: e.id, about: e.about, why },
    });
  };
  const hashes = new Set(files.map((f) => f.sha256));
  for (const e of facts.accepted.values()) {
    if (!keys.has(e.key) && !facts.rulesOff.has(e.rule))
      tell(e, 'không còn phát hiện đúng như khi được chấp nhận, nên việc chấp nhận không còn áp dụng');
  }
  for (const e of facts.approved.values()) {
    if (!e.sha256s.every((h) => hashes.has(h)))
      tell(e, 'tệp đã duyệt không còn hoặc đã thay đổi, cần duyệt lại', 'warning');
  }
  for (const e of facts.adjusted.values()) {
    const figure = consolidation.tables.find((t) => t.template === e.template)?.rows.find((r) => r.row === e.row)
      ?.figures[e.column];
    const sum = typeof figure?.value === 'number' ? figure.value : null;
    const say = (n: number | null): string => (n === null ? 'để trống' : formatCount(n));
    if (!figure) tell(e, 'số liệu được điều chỉnh không còn trong kết quả', 'warning');
    else if (sum !== e.before)
      tell(e, `tổng từ các đơn vị nay là ${say(sum)}, khi điều chỉnh là ${say(e.before)}`, 'warning');
  }
  for (const e of [...facts.versions.values(), ...facts.returned, ...facts.leftOut, ...facts.scopes]) {
    if (!hashes.has(e.sha256)) tell(e, 'tệp được nói đến không còn trong các tệp nhận được');
  }
  for (const e of facts.agencies) {
    if (hashes.has(e.sha256) && codes && !codes.has(e.agency))
      tell(e, 'đơn vị được xác nhận không có trong danh mục đang dùng', 'warning');
  }
  return issues;
}
