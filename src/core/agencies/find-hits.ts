import { edits } from '../text/edit-distance';
import type { Form, FormKind } from './forms';
import { leastEdits, letterMask } from './letter-mask';
import { isNoise } from './noise';
import type { RegisterIndex } from './register-index';
import type { Token } from './tokens';

/** A name found in a clue. */
export interface Hit {
  form: Form;
  /** First token, from 0, and the one after the last. */
  start: number;
  end: number;
  /** Letters that differ. */
  edits: number;
  /** The clue was typed with marks, and they are others than the name's. */
  otherMarks: boolean;
}

/** Longest name, in words, that is looked for. */
const LONGEST = 14;
/** A letter that differs costs as much as this many that agree, when two readings compete for the same words. */
const EDIT_COST = 3;

/** The names in a clue that do not stand inside a longer name; two agencies on the same words are both given. */
export function findHits(index: RegisterIndex, tokens: readonly Token[], kinds: ReadonlySet<FormKind>): Hit[] {
  const hits: Hit[] = [];
  for (let start = 0; start < tokens.length; start++) {
    let key = '';
    for (let end = start + 1; end <= Math.min(tokens.length, start + LONGEST); end++) {
      key += tokens[end - 1]?.key ?? '';
      for (const form of index.exact.get(key) ?? []) {
        if (kinds.has(form.kind) && standsAlone(form, tokens, start, end)) hits.push(hit(form, tokens, start, end, 0));
      }
      for (const { form, wrong } of nearly(index, key))
        if (kinds.has(form.kind)) hits.push(hit(form, tokens, start, end, wrong));
    }
  }
  return outermost(index, hits, tokens);
}

function* nearly(index: RegisterIndex, key: string): Generator<{ form: Form; wrong: number }> {
  const letters = letterMask(key);
  for (let length = key.length - 3; length <= key.length + 3; length++) {
    for (const { form, limit, mask } of index.tolerant.get(length) ?? []) {
      if (leastEdits(letters, mask) > limit) continue;
      const wrong = edits(key, form.key, limit);
      if (wrong > 0 && wrong <= limit) yield { form, wrong };
    }
  }
}

function hit(form: Form, tokens: readonly Token[], start: number, end: number, wrong: number): Hit {
  return { form, start, end, edits: wrong, otherMarks: wrong === 0 && otherMarks(form, tokens, start, end) };
}

/** Compares only the words of the core: "huyện Van Ninh" has no marks where it matters. */
function otherMarks(form: Form, tokens: readonly Token[], start: number, end: number): boolean {
  let key = '';
  let marked = '';
  for (let i = end - 1; i >= start && key.length < form.core.length; i--) {
    key = (tokens[i]?.key ?? '') + key;
    marked = (tokens[i]?.marked ?? '') + marked;
  }
  return marked !== key && !marked.endsWith(form.marked);
}

/** "TTTTbaocao" splits into TTT and Tbaocao: a symbol needs an end that can be seen, and no "T11" (tháng 11) inside. */
function standsAlone(form: Form, tokens: readonly Token[], start: number, end: number): boolean {
  if (form.kind !== 'symbol' && form.kind !== 'abbreviation') return true;
  const inside = tokens.slice(start, end);
  if (
    inside.some((token, i) => (token.numbered && form.key.length > token.key.length) || (i > 0 && token.gap === 'hard'))
  )
    return false;
  const next = tokens[end];
  return next === undefined || next.gap !== 'camel' || isNoise(next);
}

const RANK: readonly FormKind[] = ['full', 'symbol', 'abbreviation', 'typed', 'place', 'field'];

function outermost(index: RegisterIndex, found: readonly Hit[], tokens: readonly Token[]): Hit[] {
  const hits = found.filter((one) => !(one.otherMarks && isOuterOfPlace(index, one)));
  const worth = ({ form, edits: wrong }: Hit): number => form.key.length - EDIT_COST * wrong;
  hits.sort(
    (a, b) => worth(b) - worth(a) || RANK.indexOf(a.form.kind) - RANK.indexOf(b.form.kind) || a.start - b.start,
  );
  const kept: Hit[] = [];
  for (const one of hits) {
    const over = kept.filter((other) => one.start < other.end && other.start < one.end);
    const twin = over.every(
      (other) =>
        (other.start === one.start && other.end === one.end && other.edits === one.edits) ||
        maybeNoise(other, one, tokens),
    );
    if (twin && !over.some((other) => other.form.agency === one.form.agency)) kept.push(one);
  }
  return kept.filter(
    (one) =>
      !one.otherMarks ||
      !kept.some((other) => other !== one && other.start === one.start && other.end === one.end && !other.otherMarks),
  );
}

/** "năm Nha Trang" is not phường Nam Nha Trang. */
function isOuterOfPlace(index: RegisterIndex, { form }: Hit): boolean {
  return form.kind === 'place' && [...index.longer.values()].some((longer) => longer.includes(form.core));
}

/** "bao cao nam Nha Trang": năm, Nha Trang, or Nam Nha Trang? Both are kept. */
function maybeNoise(outer: Hit, inner: Hit, tokens: readonly Token[]): boolean {
  return (
    outer.form.kind === 'place' &&
    inner.form.kind === 'place' &&
    outer.end === inner.end &&
    outer.start < inner.start &&
    tokens.slice(outer.start, inner.start).every(isNoise)
  );
}
