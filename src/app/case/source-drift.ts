import type { CaseFile } from '../../core/model/case';
import type { Issue } from '../../core/model/issue';
import type { ReceivedFile } from '../../core/model/submission';

/** Files whose content is not what the case knew, and files that are gone. One that was only renamed is neither. */
export function sourceDrift(
  known: readonly CaseFile[],
  files: readonly Pick<ReceivedFile, 'file' | 'sha256'>[],
): Issue[] {
  const issues: Issue[] = [];
  const hashes = new Set(files.map((f) => f.sha256));
  const now = new Map(files.map((f) => [f.file, f.sha256]));
  for (const { file, sha256 } of known) {
    const present = now.get(file);
    if (present === sha256 || hashes.has(sha256)) continue;
    if (present === undefined) issues.push({ rule: 'source-changed', at: {}, params: { file, missing: true } });
    else issues.push({ rule: 'source-changed', at: { file }, params: { file } });
  }
  return issues;
}
