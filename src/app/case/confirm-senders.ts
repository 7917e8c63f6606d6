import type { Register } from '../../core/agencies/register-schema';
import type { ReceivedFile } from '../../core/model/submission';
import { boundTo } from './bound-to';
import type { CaseFacts } from './case-facts';

const SENDER_RULES: ReadonlySet<string> = new Set(['agency-unknown', 'agency-ambiguous']);

/**
 * Files with the senders that a person confirmed, bound to the files' content; the question about the sender is
 * answered with it.
 */
export function confirmSenders(
  files: readonly ReceivedFile[],
  facts: CaseFacts,
  register: Register | null,
): ReceivedFile[] {
  return files.map((file) => {
    const entry = boundTo(facts.agencies, file, files).at(-1);
    const agency = entry && register?.agencies.find((a) => a.code === entry.agency);
    if (!entry || !agency) return file;
    return {
      ...file,
      agency: {
        agency: { code: agency.code, name: agency.name, level: agency.level },
        score: 1,
        because: [`${entry.by} xác nhận: ${entry.reason}`],
        candidates: [],
        state: 'agreed',
      },
      issues: file.issues.filter((i) => !SENDER_RULES.has(i.rule)),
    };
  });
}
