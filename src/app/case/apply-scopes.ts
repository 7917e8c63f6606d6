import type { ReceivedFile } from '../../core/model/submission';
import { boundTo } from './bound-to';
import type { CaseFacts } from './case-facts';

/**
 * Files with the forms that a person marked as figures of the whole province, or as the sender's own, whatever their
 * titles say.
 */
export function applyScopes(files: readonly ReceivedFile[], { scopes }: Pick<CaseFacts, 'scopes'>): ReceivedFile[] {
  if (scopes.length === 0) return [...files];
  return files.map((file) => {
    const said = boundTo(scopes, file, files);
    if (said.length === 0) return file;
    return {
      ...file,
      appendices: file.appendices.map((a) => {
        const scope = said.findLast((e) => e.template === null || e.template === a.template)?.scope;
        return scope === undefined || scope === a.scope ? a : { ...a, scope };
      }),
    };
  });
}
