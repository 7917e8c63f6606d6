import type { Finding } from '../../core/model/finding';
import type { ReceivedFile } from '../../core/model/submission';
import { boundTo } from './bound-to';
import type { CaseFacts } from './case-facts';

/** What is said of the source file itself stays a question whatever became of the submission. */
const OF_THE_SOURCE: ReadonlySet<string> = new Set(['source-changed']);

/**
 * Findings of files that a person returned or left out say so; the others are as they were. Their order and number
 * stay.
 */
export function markSetAside(
  findings: readonly Finding[],
  files: readonly ReceivedFile[],
  facts: CaseFacts,
): Finding[] {
  const byName = new Map(files.map((f) => [f.file, f]));
  const decided = new Map<string, (f: Finding) => Finding['setAside']>();
  const decisionOf = (name: string): ((f: Finding) => Finding['setAside']) => {
    const file = byName.get(name)!;
    const returned = boundTo(facts.returned, file, files).at(-1);
    const out = boundTo(facts.leftOut, file, files);
    return (f) => {
      if (returned) return { how: 'returned', reason: returned.reason, by: returned.by, at: returned.at };
      const entry = out.find((e) => e.template === null || e.template === f.template);
      return entry && { how: 'left-out', reason: entry.reason, by: entry.by, at: entry.at };
    };
  };
  return findings.map((f) => {
    if (f.file === null || !byName.has(f.file) || OF_THE_SOURCE.has(f.rule)) return f;
    let ask = decided.get(f.file);
    if (!ask) decided.set(f.file, (ask = decisionOf(f.file)));
    const setAside = ask(f);
    return setAside ? { ...f, setAside } : f;
  });
}
