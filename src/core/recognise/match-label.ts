import { foldText } from '../text/fold';
import { prepare } from '../text/prepared-text';
import { similarityPrepared } from '../text/similarity';
import type { PreparedTemplate } from './prepared-template';

export interface LabelCandidate { key: string; score: number }

/** How a wording compares with the rows of a template, best first; at most three. An exact wording is alone at 1. */
export function matchLabel(label: string, prepared: PreparedTemplate): LabelCandidate[] {
  const exact = prepared.byLabel.get(foldText(label));
  if (exact) return [{ key: exact.key, score: 1 }];
  if (label.trim().length < 4) return [];
  const text = prepare(label);
  const all = prepared.rows.map(({ row, labels }) => ({
    key: row.key,
    score: Math.max(...labels.map((l) => similarityPrepared(text, l.prepared))),
  }));
  return all.sort((a, b) => b.score - a.score).slice(0, 3).filter((c) => c.score > 0.3);
}
