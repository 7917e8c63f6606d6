import { foldText } from '../text/fold';
import { labelKey } from '../text/normalise-label';
import type { PreparedTemplate } from './prepared-template';
import type { RowMatch, RowMatching } from './match-rows';
import type { RowLine } from './row-lines';

/**
 * Rows of an open list (fields, tasks): every line with a label and figures is a row keyed by its normalised label, up to the total row.
 * A line of words alone goes with the line before it when it begins in lower case (a broken label), else it is a heading.
 */
export function matchOpenRows(lines: readonly RowLine[], prepared: PreparedTemplate): RowMatching {
  const matching: RowMatching = { matches: [], unknown: [], duplicates: [], missing: [], renumbered: 0, coverage: 1, certainty: 1 };
  const seen = new Map<string, number>();
  let pending: RowLine | null = null;
  for (const line of lines) {
    if (line.counts === 0) {
      const last = matching.matches[matching.matches.length - 1];
      if (last && startsLower(line.label) && line.row - last.lines[last.lines.length - 1]!.row <= 2) {
        last.lines.push(line);
        last.label = `${last.label} ${line.label}`;
        last.key = labelKey(last.label);
      } else {
        pending = line;
        if (line.figures.length > 0) matching.unknown.push({ lines: [line], label: line.label, number: line.number, candidates: [] });
      }
      continue;
    }
    if (line.label === '') { matching.unknown.push({ lines: [line], label: '', number: line.number, candidates: [] }); continue; }
    const joined: RowLine[] = pending && startsLower(line.label) && line.row - pending.row <= 2 ? [pending, line] : [line];
    const label = joined.map((l) => l.label).join(' ');
    pending = null;
    const total = prepared.totalLabels.includes(foldText(label));
    const key = total ? prepared.template.totalRow!.key : labelKey(label);
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    const match: RowMatch = { key: times === 1 ? key : `${key} (${times})`, number: line.number, label, lines: joined, confidence: 1, matchedBy: 'open' };
    const first = matching.matches.find((m) => m.key === key);
    matching.matches.push(match);
    if (times > 1 && first) matching.duplicates.push({ match, first });
    if (total) break;
  }
  return matching;
}

function startsLower(label: string): boolean {
  const first = label.trim().charAt(0);
  return first !== '' && first === first.toLowerCase() && first !== first.toUpperCase();
}
