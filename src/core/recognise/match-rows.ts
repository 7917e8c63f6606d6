import { expandAbbreviations } from '../text/abbreviations';
import { isShortened } from '../text/shortened';
import { turnedWords } from '../text/turned-words';
import { matchLabel, type LabelCandidate } from './match-label';
import type { PreparedTemplate } from './prepared-template';
import type { RowLine } from './row-lines';

/** One or more sheet rows taken together as one row of the template. */
export interface RowMatch {
  key: string;
  number: string;
  label: string;
  lines: RowLine[];
  /** 0 to 1. */
  confidence: number;
  matchedBy: 'wording' | 'wording-and-number' | 'number' | 'open';
}

/** A row of the sheet that is none of the form's with certainty; `candidates` are the nearest, the best first. */
export interface UnmatchedRow {
  lines: RowLine[];
  label: string;
  number: string;
  candidates: readonly LabelCandidate[];
}

/** Which rows of a sheet are which rows of a form. */
export interface RowMatching {
  matches: RowMatch[];
  unknown: UnmatchedRow[];
  /** Second and later rows for a template row that already has one; hidden ones yield to what is seen. */
  duplicates: { match: RowMatch; first: RowMatch }[];
  missing: string[];
  /** Rows whose printed number is another row's in the template; they were matched by wording. */
  renumbered: number;
  /** Share of the template's rows that were found, weighted by confidence. */
  coverage: number;
  /** Mean confidence of the rows found. */
  certainty: number;
}

/** From this similarity on, wording alone decides, given the margin below. */
const SURE = 0.85;
/** A second candidate must be at least this far behind for wording alone. */
const MARGIN = 0.05;
/** With the printed number agreeing, this similarity is enough. */
const WITH_NUMBER = 0.7;
/** Below what goes unasked. */
const DOUBTED = 0.89;
/** Initials, printed number and order agree: no question. */
const SHORTENED = 0.92;
/** A label may be broken over this many sheet rows. */
const LONGEST_LABEL = 4;

interface Group {
  lines: RowLine[];
  label: string;
  number: string;
  candidates: readonly LabelCandidate[];
}

/**
 * Matches body lines to the rows of a fixed template: wording first, number second; what is not safe stays unmatched.
 */
export function matchRows(lines: readonly RowLine[], prepared: PreparedTemplate): RowMatching {
  const found = new Map<string, RowMatch>();
  const matching: RowMatching = {
    matches: [],
    unknown: [],
    duplicates: [],
    missing: [],
    renumbered: 0,
    coverage: 0,
    certainty: 0,
  };
  for (let i = 0; i < lines.length;) {
    const group = bestGroup(lines, i, prepared);
    i += group.lines.length;
    const match = group.lines[0]!.struck ? null : decide(group, prepared);
    if (!match) {
      matching.unknown.push(group);
      continue;
    }
    const first = found.get(match.key);
    if (first && isHidden(first) && !isHidden(match)) {
      // An old copy was hidden: what is seen counts, what is hidden is told.
      matching.matches[matching.matches.indexOf(first)] = match;
      for (const d of matching.duplicates) if (d.first === first) d.first = match;
      matching.duplicates.push({ match: first, first: match });
      found.set(match.key, match);
      continue;
    }
    if (first) {
      matching.duplicates.push({ match, first });
      continue;
    }
    found.set(match.key, match);
    matching.matches.push(match);
    const printed = prepared.rowOf.get(match.key)?.number;
    if (match.number !== '' && match.number !== printed) matching.renumbered++;
  }
  takeShortened(matching, found, prepared);
  doubtTwins(matching, found);
  const rows = prepared.template.rows;
  matching.missing = rows.filter((r) => !found.has(r.key)).map((r) => r.key);
  const sum = matching.matches.reduce((n, m) => n + m.confidence, 0);
  matching.coverage = rows.length === 0 ? 0 : sum / rows.length;
  matching.certainty = matching.matches.length === 0 ? 0 : sum / matching.matches.length;
  return matching;
}

/**
 * A row whose wording is shortened to initials ("SL CQHC được KT") is the row of its printed number where that number
 * stands in order between those of its neighbours.
 */
function takeShortened(matching: RowMatching, found: Map<string, RowMatch>, prepared: PreparedTemplate): void {
  const order = new Map(prepared.template.rows.map((r, i) => [r.key, i]));
  const placed = [...matching.matches].sort((a, b) => a.lines[0]!.row - b.lines[0]!.row);
  for (const row of [...matching.unknown]) {
    const line = row.lines[0]!;
    const own = row.number === '' || line.struck ? [] : prepared.rows.filter((r) => r.row.number === row.number);
    const [only] = own;
    if (!only || own.length > 1 || found.has(only.row.key)) continue;
    const at = order.get(only.row.key)!;
    const before = placed.findLast((m) => m.lines[0]!.row < line.row);
    const after = placed.find((m) => m.lines[0]!.row > line.row);
    if ((before && order.get(before.key)! >= at) || (after && order.get(after.key)! <= at) || (!before && !after))
      continue;
    const says = (full: string): boolean =>
      isShortened(row.label, full) && !turnedWords(expandAbbreviations(row.label), full);
    if (!only.labels.some((l) => says(l.full))) continue;
    const match: RowMatch = {
      key: only.row.key,
      number: row.number,
      label: row.label,
      lines: row.lines,
      confidence: SHORTENED,
      matchedBy: 'number',
    };
    matching.unknown.splice(matching.unknown.indexOf(row), 1);
    found.set(match.key, match);
    placed.push(match);
    placed.sort((a, b) => a.lines[0]!.row - b.lines[0]!.row);
    matching.matches.push(match);
    matching.matches.sort((a, b) => a.lines[0]!.row - b.lines[0]!.row);
  }
}

/** Every line of the row is hidden. */
export const isHidden = (match: RowMatch): boolean => match.lines.every((l) => l.hidden === true);

/**
 * An unread row with figures that resembles a row already found may be that row a second time: then a person is asked
 * about both.
 */
function doubtTwins(matching: RowMatching, found: ReadonlyMap<string, RowMatch>): void {
  for (const row of matching.unknown) {
    if (row.lines.every((l) => l.counts === 0 || l.struck)) continue;
    for (const candidate of row.candidates) {
      const twin = found.get(candidate.key);
      const likely =
        candidate.score >= WITH_NUMBER && !row.candidates.some((c) => c.score >= WITH_NUMBER && !found.has(c.key));
      if (twin && (likely || (row.number !== '' && row.number === twin.number)))
        twin.confidence = Math.min(twin.confidence, DOUBTED);
    }
  }
}

/** A line goes on in the next one when that has no number of its own and at most one of them carries figures. */
function goesOn(group: readonly RowLine[], next: RowLine): boolean {
  const last = group[group.length - 1]!;
  if (next.row - last.row > 2 || next.struck !== last.struck) return false;
  const first = group[0]!;
  if (next.labelTop <= last.row && next.label !== '') return true;
  if (next.number !== '') return false;
  if (next.label === '')
    return (
      next.row === last.row + 1 &&
      first.label !== '' &&
      group.every((l) => l.counts === 0) &&
      next.figures.every(couldBeFigure)
    );
  return next.counts === 0 || group.every((l) => l.counts === 0);
}

/** A number, or text that begins with a digit or is a dash: not a signature that stands under a column. */
function couldBeFigure(cell: RowLine['figures'][number]): boolean {
  return cell.kind === 'number' || /^\s*(\d|[-–—]\s*$)/.test(cell.text);
}

function joinedLabel(lines: readonly RowLine[]): string {
  const parts: string[] = [];
  let top = -1;
  for (const line of lines) {
    if (line.label === '' || line.labelTop === top) continue;
    top = line.labelTop;
    parts.push(line.label);
  }
  return parts.join(' ');
}

function bestGroup(lines: readonly RowLine[], from: number, prepared: PreparedTemplate): Group {
  const first = lines[from]!;
  let taken = [first];
  let best: Group = {
    lines: taken,
    label: first.label,
    number: first.number,
    candidates: matchLabel(first.label, prepared),
  };
  for (let n = 1; n < LONGEST_LABEL && from + n < lines.length; n++) {
    const next = lines[from + n]!;
    if (!goesOn(taken, next)) break;
    taken = [...taken, next];
    const label = joinedLabel(taken);
    const sameLabel = label === best.label;
    const candidates = sameLabel ? best.candidates : matchLabel(label, prepared);
    // A line that is a row by itself does not belong to a heading above it.
    const alone = sameLabel || next.label === '' ? 0 : (matchLabel(next.label, prepared)[0]?.score ?? 0);
    if (alone >= SURE && alone > (candidates[0]?.score ?? 0)) break;
    // The longer reading wins a tie: "… một cửa" + "liên thông" is row 27, not row 26 and an orphan.
    const better = (candidates[0]?.score ?? 0) >= (best.candidates[0]?.score ?? 0);
    if (better || sameLabel) best = { lines: taken, label, number: best.number, candidates };
  }
  return best;
}

function decide(group: Group, prepared: PreparedTemplate): RowMatch | null {
  const [best, second] = group.candidates;
  if (!best) return null;
  const printed = prepared.rowOf.get(best.key)?.number ?? '';
  const numberAgrees = group.number !== '' && group.number === printed;
  const margin = best.score - (second?.score ?? 0);
  const base = { key: best.key, number: group.number, label: group.label, lines: group.lines };
  if (best.score === 1 && !numberAgrees && isBeginningOf(group, best.key, prepared))
    return { ...base, confidence: DOUBTED, matchedBy: 'wording' };
  if (best.score === 1 || (best.score >= SURE && margin >= MARGIN)) {
    return {
      ...base,
      confidence: asked(best, numberAgrees || group.number === '' ? best.score : best.score * 0.98),
      matchedBy: numberAgrees ? 'wording-and-number' : 'wording',
    };
  }
  if (numberAgrees && best.score >= WITH_NUMBER && margin >= 0) {
    return { ...base, confidence: asked(best, (best.score + 1) / 2), matchedBy: 'wording-and-number' };
  }
  const sameNumber = second && group.number !== '' ? prepared.rowOf.get(second.key)?.number === group.number : false;
  if (second && sameNumber && second.score >= SURE && margin < MARGIN) {
    return {
      ...base,
      key: second.key,
      confidence: asked(second, (second.score + 1) / 2),
      matchedBy: 'wording-and-number',
    };
  }
  return null;
}

/** A wording with another word in it may mean another thing, however long the rest: a person is asked. */
const asked = (candidate: LabelCandidate, confidence: number): number =>
  candidate.reworded ? Math.min(confidence, DOUBTED) : confidence;

/**
 * The row with the printed number has a longer wording that begins with this label: "… một cửa" under 27 may be a
 * cut-off "… một cửa liên thông".
 */
function isBeginningOf(group: Group, key: string, prepared: PreparedTemplate): boolean {
  const other =
    group.number === '' ? undefined : prepared.rows.find((r) => r.row.number === group.number && r.row.key !== key);
  const own = prepared.rows.find((r) => r.row.key === key)!;
  return other !== undefined && other.labels.some((o) => own.labels.some((l) => o.full.startsWith(l.full)));
}
