import { expandAbbreviations } from '../text/abbreviations';
import { remember } from '../text/remember';
import { prepare, type PreparedText } from '../text/prepared-text';
import { DEFAULT_FLOOR, similarityPrepared } from '../text/similarity';
import { unmatchedWords } from '../text/unmatched-words';
import { turnedWords } from '../text/turned-words';
import { wordWeight } from '../text/word-weight';
import type { PreparedTemplate } from './prepared-template';

/**
 * `reworded`: a word that means something stands in place of another, or beside the row's own; likeness of letters says
 * little then.
 */
export interface LabelCandidate {
  key: string;
  score: number;
  reworded?: boolean;
}

/**
 * No row of a form has a wording of more than 250 letters; several lines joined stay far below this. Comparing costs
 * the square of the length.
 */
const LONGEST = 1_500;

/** How a wording compares with the rows of a template, best first; at most three. An exact wording is alone at 1. */
export function matchLabel(label: string, prepared: PreparedTemplate): readonly LabelCandidate[] {
  if (label.length > LONGEST) return [];
  return matcherOf(matchers, prepared, true)(label);
}

/**
 * The row of a template that a wording is like, or null where none is more than a little like it: the first of
 * matchLabel, found at a tenth of its cost where the wording has nothing to do with the form, as in sheets of other
 * people.
 */
export function likelyRow(label: string, prepared: PreparedTemplate): LabelCandidate | null {
  if (label.length > LONGEST) return null;
  const first = matcherOf(quickMatchers, prepared, false)(label)[0];
  return first && first.score > DEFAULT_FLOOR ? first : null;
}

type Matchers = WeakMap<PreparedTemplate, (label: string) => readonly LabelCandidate[]>;
const matchers: Matchers = new WeakMap();
const quickMatchers: Matchers = new WeakMap();

function matcherOf(
  known: Matchers,
  prepared: PreparedTemplate,
  shown: boolean,
): (label: string) => readonly LabelCandidate[] {
  let match = known.get(prepared);
  if (!match) known.set(prepared, (match = remember((text: string) => compare(text, prepared, shown))));
  return match;
}

/** A label cut off after its beginning is that row when no other row begins so; it is asked about all the same. */
const CUT_OFF = 0.87;
/** So many letters and words are a beginning that says something. */
const LEAST_LETTERS = 16;
const LEAST_WORDS = 4;
/**
 * What says the opposite of a row, or a share or part of it, is far from being that row: below what a printed number
 * could make up for.
 */
const TURNED = 0.65;
/** Fillers weigh less (word-weight). */
const LEAST_MEANING = 0.5;
/** The rest of what is similar stays clearly behind a row whose beginning it is. */
const BEHIND = 0.8;

/** `shown`: scores below the floor are wanted as they are. */
function compare(label: string, prepared: PreparedTemplate, shown: boolean): readonly LabelCandidate[] {
  const full = expandAbbreviations(label);
  const exact = prepared.byLabel.get(full);
  if (exact) return [{ key: exact.key, score: 1 }];
  if (label.trim().length < 4) return [];
  const text = prepare(full);
  const scored = (floor: number): LabelCandidate[] =>
    prepared.rows
      .map(({ row, labels }) => ({
        key: row.key,
        score: Math.max(
          ...labels.map((l) =>
            Math.min(turnedWords(full, l.full) ? TURNED : 1, similarityPrepared(text, l.prepared, floor)),
          ),
        ),
      }))
      .sort((a, b) => b.score - a.score);
  let all = scored(DEFAULT_FLOOR);
  // Below the floor the scores are only bounds; what a person is shown must be real.
  if (shown && (all[0]?.score ?? 0) <= DEFAULT_FLOOR) all = scored(0);
  const cut = rowBeginning(full, prepared) ?? rowContinued(full, prepared);
  if (cut !== null && all.every((c) => c.key === cut || c.score < BEHIND)) {
    all = [
      { key: cut, score: Math.max(CUT_OFF, all.find((c) => c.key === cut)!.score) },
      ...all.filter((c) => c.key !== cut),
    ];
  }
  return all
    .slice(0, 3)
    .filter((c) => c.score > 0.3)
    .map((c) => (c.key !== cut && isReworded(text, c.key, prepared) ? { ...c, reworded: true } : c));
}

/** Only blanks and the order of letters differ: "thôngt in", "đơn ịv". */
function sameLetters(a: PreparedText, b: PreparedText): boolean {
  const sorted = (text: PreparedText): string => [...text.plainWords.join('')].sort().join('');
  return a.plainWords.join('').length === b.plainWords.join('').length && sorted(a) === sorted(b);
}

/**
 * A word of the label has no counterpart in any wording of the row, and is more than a filler: "thanh tra" for "kiểm
 * tra", "117" for "130".
 */
function isReworded(text: PreparedText, key: string, prepared: PreparedTemplate): boolean {
  const labels = prepared.rows.find((r) => r.row.key === key)!.labels;
  return labels.every((l) => {
    if (sameLetters(text, l.prepared)) return false;
    const [first, second] = text.folded < l.prepared.folded ? [text, l.prepared] : [l.prepared, text];
    const found = unmatchedWords(first, second);
    const own = first === text ? found.ofA : found.ofB;
    return own.some((w) => wordWeight(w) >= LEAST_MEANING);
  });
}

/** The only row whose wording begins with this text, or null. */
function rowBeginning(full: string, prepared: PreparedTemplate): string | null {
  if (full.length < LEAST_LETTERS || full.split(' ').length < LEAST_WORDS) return null;
  const rows = prepared.rows.filter((r) => r.labels.some((l) => l.full.startsWith(full)));
  return rows.length === 1 ? rows[0]!.row.key : null;
}

/** Words that say when and where, not what: "năm 2020", "(đến 14/12/2020)", "của cơ quan". */
const WHEN_AND_WHERE =
  /^[\s,;:(\-]*(?:trong|của|tại|đến|từ|tính|năm|kỳ|quý|tháng|ngày|cơ quan|đơn vị|tỉnh|sở|ngành|địa phương|báo cáo|này|nay|\d[\d/.-]*|[ivx]+(?![ivx]))(?:trong|của|tại|đến|từ|tính|năm|kỳ|quý|tháng|ngày|cơ quan|đơn vị|tỉnh|sở|ngành|địa phương|báo cáo|này|nay|\d[\d/.-]*|[ivx]+(?![ivx])|[\s,;:)])*$/u;

/**
 * The row whose whole wording this text begins with, where what follows only says when and where; the longest of
 * several; or null.
 */
function rowContinued(full: string, prepared: PreparedTemplate): string | null {
  let best: { key: string; length: number } | null = null;
  for (const { row, labels } of prepared.rows) {
    for (const { full: own } of labels) {
      if (own.length < LEAST_LETTERS || !full.startsWith(own) || !WHEN_AND_WHERE.test(full.slice(own.length))) continue;
      if (!best || own.length > best.length) best = { key: row.key, length: own.length };
    }
  }
  return best?.key ?? null;
}
