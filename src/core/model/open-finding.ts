import type { Finding } from './finding';

/**
 * Whether a finding still asks something: nobody accepted it, and what it speaks of was neither returned nor left out.
 */
export function isOpen(finding: Pick<Finding, 'accepted' | 'setAside'>): boolean {
  return !finding.accepted && !finding.setAside;
}
