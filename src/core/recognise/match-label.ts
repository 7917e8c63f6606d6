import { expandAbbreviations } from '../text/abbreviations';
import { remember } from '../text/remember';
import { prepare } from '../text/prepared-text';
import { similarityPrepared } from '../text/similarity';
import type { PreparedTemplate } from './prepared-template';

export interface LabelCandidate { key: string; score: number }

/** How a wording compares with the rows of a template, best first; at most three. An exact wording is alone at 1. */
export function matchLabel(label: string, prepared: PreparedTemplate): readonly LabelCandidate[] {
  let match = matchers.get(prepared);
  if (!match) {
    match = remember((text: string) => compare(text, prepared));
    matchers.set(prepared, match);
  }
  return match(label);
}

const matchers = new WeakMap<PreparedTemplate, (label: string) => readonly LabelCandidate[]>();

function compare(label: string, prepared: PreparedTemplate): readonly LabelCandidate[] {
  const full = expandAbbreviations(label);
  const exact = prepared.byLabel.get(full);
  if (exact) return [{ key: exact.key, score: 1 }];
  if (label.trim().length < 4) return [];
  const text = prepare(full);
  const all = prepared.rows.map(({ row, labels }) => ({
    key: row.key,
    score: Math.max(...labels.map((l) => similarityPrepared(text, l.prepared))),
  }));
  return all.sort((a, b) => b.score - a.score).slice(0, 3).filter((c) => c.score > 0.3);
}
