import { remember } from '../text/remember';
import type { Clue, ClueKind } from './clue';
import { edits } from '../text/edit-distance';
import { findHits, type Hit } from './find-hits';
import type { FormKind } from './forms';
import { isNoise, isPlaceType, opensRecipient, opensUnit } from './noise';
import { isProvinceForm, type RegisterIndex } from './register-index';
import { symbolOf } from './symbol-of';
import { tokenise, type Token } from './tokens';

/** How strongly one clue names an agency, 0 to 1, by which of its names. */
export interface Named {
  hit: Hit;
  score: number;
  via: 'name' | 'symbol';
}

const BASE: Record<FormKind, number> = {
  full: 0.95,
  symbol: 0.92,
  abbreviation: 0.88,
  typed: 0.86,
  place: 0.76,
  field: 0.76,
};
const PER_EDIT = 0.05;
const OTHER_MARKS = 0.9;

/**
 * What each kind of clue is worth, and which short names count in it. A letterhead holds places of writing ("Nha Trang,
 * ngày …"), so that "XÃ VĨNH THẠNH" counts there only as a line of its own; a sheet may bear a field's name ("Y tế").
 */
const KINDS: Record<ClueKind, { weight: number; forms: ReadonlySet<FormKind> }> = {
  letterhead: { weight: 1, forms: new Set(['full', 'typed']) },
  reference: { weight: 0.98, forms: new Set(['full']) },
  signature: { weight: 0.9, forms: new Set(['full']) },
  title: { weight: 0.9, forms: new Set(['full']) },
  'file-name': { weight: 1, forms: new Set(['full', 'symbol', 'abbreviation', 'typed', 'place', 'field']) },
  'sheet-name': { weight: 0.85, forms: new Set(['full', 'symbol', 'abbreviation', 'typed']) },
};

/**
 * A document of whoever asks for the report names him, not the sender: "(Ban hành kèm theo Công văn số 932/SNV-CCHC
 * …)".
 */
const REQUEST = /công văn|ban hành|quyết định|thông tư|hướng dẫn|nghị định/iu;

/** Whom a clue names, several times where it names several; scores of this clue alone. */
export function scoreClue(index: RegisterIndex, clue: Clue): readonly Named[] {
  let byKind = known.get(index);
  if (!byKind) known.set(index, (byKind = new Map()));
  let score = byKind.get(clue.kind);
  if (!score) byKind.set(clue.kind, (score = remember((text: string) => named(index, { kind: clue.kind, text }))));
  return score(clue.text);
}

/** Titles and heading lines recur from file to file; what they say is worked out once per register. */
const known = new WeakMap<RegisterIndex, Map<Clue['kind'], (text: string) => readonly Named[]>>();

function named(index: RegisterIndex, clue: Clue): Named[] {
  const { weight, forms } = KINDS[clue.kind];
  const text = clue.text.normalize('NFC');
  const symbol = clue.kind === 'file-name' || clue.kind === 'sheet-name' ? null : symbolOf(text);
  if (clue.kind === 'reference' && symbol === null && REQUEST.test(text) && !/báo cáo/iu.test(text)) return [];
  const tokens = tokenise(
    clue.kind === 'file-name' ? text.replace(/\.(xlsx?|xlsm|xlsb|ods|docx?|odt|csv|pdf|zip)$/iu, '') : text,
  );
  const hits = findHits(index, tokens, forms).filter(
    (hit) =>
      !isRecipient(tokens, hit) && (clue.kind !== 'letterhead' || hit.form.kind !== 'typed' || isOwnLine(tokens, hit)),
  );
  const found: Named[] = hits
    .filter(({ form }) => !isProvinceForm(form))
    .map((hit) => ({
      hit,
      via: 'name',
      score: weight * worth(hit) * surroundings(index, clue.kind, tokens, hits, hit),
    }));
  if (symbol !== null) found.push(...bySymbol(index, symbol, weight));
  return found;
}

function worth({ form, edits: wrong, otherMarks }: Hit): number {
  return (BASE[form.kind] - PER_EDIT * wrong) * (otherMarks ? OTHER_MARKS : 1);
}

/** "STC", "SLĐ-TBXH"; of "STC-QLNS" only what stands before the dash. */
function bySymbol(index: RegisterIndex, symbol: string, weight: number): Named[] {
  for (const text of [symbol, symbol.split('-')[0] ?? '']) {
    const key = tokenise(text)
      .map((token) => token.key)
      .join('');
    const forms = (index.exact.get(key) ?? []).filter(
      ({ kind }) => kind === 'symbol' || kind === 'abbreviation' || kind === 'full',
    );
    if (forms.length > 0) {
      return forms.map((form) => ({
        via: 'symbol',
        score: weight * BASE.symbol,
        hit: { form, start: 0, end: 0, edits: 0, otherMarks: false },
      }));
    }
  }
  return [];
}

/** "XÃ VĨNH THẠNH" alone in its line or its block of a line; not "TP. Nha Trang, ngày 25 tháng 11". */
function isOwnLine(tokens: readonly Token[], hit: Hit): boolean {
  const stops = (token: Token | undefined): boolean => !token || token.gap === 'hard' || token.gap === 'start';
  const line = tokens[hit.start]?.line;
  return (
    stops(tokens[hit.start]) &&
    stops(tokens[hit.end]) &&
    tokens[hit.end - 1]?.line === line &&
    !tokens.some((token) => token.line === line && token.key === 'ngay')
  );
}

/** "STC gửi Sở Nội vụ": words between are only "đến", "về", "cho". */
function isRecipient(tokens: readonly Token[], hit: Hit): boolean {
  for (let i = hit.start - 1; i >= Math.max(0, hit.start - 3); i--) {
    if (opensRecipient(tokens, i)) return true;
    if (!/^(den|ve|cho|len|nhan|kinh)$/.test(tokens[i]?.key ?? '')) return false;
  }
  return false;
}

/** A part of the agency is named besides ("Phòng Nội vụ"): shown as doubtful, if nothing else speaks for the agency. */
const PART = 0.72;
/** Puts the score under the floor: the officer is asked. */
const ASK = 0.5;

/** What the other words do to a name: 1 where they say nothing, less where they may mean another or a longer name. */
function surroundings(
  index: RegisterIndex,
  kind: ClueKind,
  tokens: readonly Token[],
  hits: readonly Hit[],
  hit: Hit,
): number {
  const free = (i: number): boolean => !hits.some(({ start, end }) => i >= start && i < end);
  const others = tokens.map((_, i) => i).filter(free);
  const isPlace = hit.form.kind === 'place' || hit.form.kind === 'typed' || /^ub/.test(hit.form.key);
  // "UBND huyện Diên Khánh / UBND xã …": a commune of the district, unless the province has communes in the register.
  if (isPlace && others.some((i) => isPlaceType(tokens[i] as Token) && typeOf(hit) !== tokens[i]?.key)) return ASK;
  if (hit.form.kind === 'place' && (partOfLonger(index, tokens, hit) || startsWithNoise(tokens, hits, hit))) return ASK;
  // "Snn a tế": a symbol that is not in capitals is one only where nothing else is said.
  if (hit.form.kind === 'symbol' && !tokens[hit.start]?.capitals && others.some((i) => !isNoise(tokens[i] as Token)))
    return ASK;
  const unit = others.some((i) => opensUnit(tokens, i)) ? PART : 1;
  return unit * neighbours(index, kind, tokens, hits, hit);
}

function typeOf(hit: Hit): string {
  return hit.form.key.replace(/^ubnd/, '').slice(0, -hit.form.core.length);
}

/** "Nm Nha Trang" is rather Nam Nha Trang than Nha Trang. */
function partOfLonger(index: RegisterIndex, tokens: readonly Token[], hit: Hit): boolean {
  const near = (token: Token | undefined, join: (key: string) => string): boolean => {
    if (!token) return false;
    // What is left of a mistyped word: "phuongong N Ninh Hoa".
    if (token.key.length === 1 && !/\p{N}/u.test(token.key)) return index.longer.has(hit.form.core);
    const limit = isNoise(token) && token.key.length > 2 ? 1 : 2;
    return (index.longer.get(hit.form.core) ?? []).some((longer) => edits(join(token.key), longer, limit) <= limit);
  };
  const text = tokens
    .slice(hit.start, hit.end)
    .map((token) => token.key)
    .join('');
  return near(tokens[hit.start - 1], (key) => key + text) || near(tokens[hit.end], (key) => text + key);
}

/** In "bao cao nam Nha Trang" the first word of Nam Nha Trang may be "năm". */
function startsWithNoise(tokens: readonly Token[], hits: readonly Hit[], hit: Hit): boolean {
  const previous = tokens[hit.start - 1];
  return (
    previous !== undefined &&
    isNoise(previous) &&
    !/\p{N}/u.test(previous.key) &&
    hits.some(({ start, end }) => start > hit.start && end === hit.end)
  );
}

/** Factors for an unexplained word directly before and after a name of each kind. */
const BEFORE: Record<FormKind, number> = {
  full: 0.85,
  symbol: 0.95,
  abbreviation: 0.9,
  typed: 0.6,
  place: 0.6,
  field: 0.6,
};
const AFTER: Record<FormKind, number> = {
  full: 0.75,
  symbol: 0.95,
  abbreviation: 0.85,
  typed: 0.7,
  place: 0.6,
  field: 0.6,
};

function neighbours(
  index: RegisterIndex,
  kind: ClueKind,
  tokens: readonly Token[],
  hits: readonly Hit[],
  hit: Hit,
): number {
  const strange = (i: number, gap: Token | undefined): boolean => {
    const token = tokens[i];
    if (!token || !gap || gap.gap === 'hard' || gap.gap === 'start') return false;
    const owners = hits.filter((other) => i >= other.start && i < other.end);
    if (owners.length > 0) return !owners.some(({ form }) => form.agency === hit.form.agency || isProvinceForm(form));
    // "gNoi vu": a letter stuck to a word belongs to it.
    if (gap.gap === 'camel' && token.key.length === 1 && /\p{L}/u.test(token.key)) return true;
    return (
      !isProvince(index, tokens, i) &&
      !(kind === 'letterhead' ? AROUND_HEADING.has(token.key) || /\p{N}/u.test(token.key) : isNoise(token))
    );
  };
  const before = strange(hit.start - 1, tokens[hit.start]);
  const after = strange(hit.end, tokens[hit.end]);
  // "Sở Văn hóa và Thể thao, Du lịch" is a longer name that the register does not have.
  if ((after && hits.some(({ start }) => start === hit.end)) || (before && hits.some(({ end }) => end === hit.start)))
    return ASK;
  if ((before || after) && !hit.form.tolerant && !(hit.end - hit.start === 1 && standsOut(tokens, hit))) return ASK;
  // "VP UBND …" goes on with the name of a district that was not understood; a heading line holds a name and nothing
  // else.
  if (after && (/^vpub(nd)?$/.test(hit.form.key) || kind === 'letterhead')) return ASK;
  if (before && kind === 'letterhead') return ASK;
  return (before ? BEFORE[hit.form.kind] : 1) * (after ? AFTER[hit.form.kind] : 1);
}

/** "STC Nguyễn Văn A" is STC; "Sc T pháp" is not SCT and "Khánh Snn" not SNN, but mistyped names. */
function standsOut(tokens: readonly Token[], hit: Hit): boolean {
  return tokens[hit.start]?.capitals === true && !tokens[hit.start - 1]?.capitals && !tokens[hit.end]?.capitals;
}

/**
 * The motto that shares the first lines, word by word: each with the words that stand before and after it, so that "Cam
 * Hiệp Nam" is no part of it.
 */
const HEADING: Readonly<Record<string, { before?: string; after?: string }>> = {
  hoa: { before: 'cong' },
  xa: { after: 'hoi' },
  hoi: { before: 'xa' },
  chu: { after: 'nghia' },
  nghia: { before: 'chu' },
  viet: { after: 'nam' },
  nam: { before: 'viet' },
  doc: { after: 'lap' },
  lap: { before: 'doc' },
  tu: { after: 'do' },
  do: { before: 'tu' },
  hanh: { after: 'phuc' },
  phuc: { before: 'hanh' },
};

/** All that may stand beside the name in its own heading line. */
const AROUND_HEADING = new Set(['so', 'ngay', 'bc', 'phu', 'pl', 'mau', 'bieu']);

/** "Sở Tài chính Khánh Hòa", "… tỉnh Khánh Hòa", and the motto: nothing of a longer name. */
function isProvince(index: RegisterIndex, tokens: readonly Token[], i: number): boolean {
  const key = tokens[i]?.key ?? '';
  if (key === 'cong') return tokens[i + 1]?.key === 'hoa';
  if (index.province.has(key))
    return index.province.has(tokens[i + 1]?.key ?? '') || index.province.has(tokens[i - 1]?.key ?? '');
  const motto = HEADING[key];
  if (motto)
    return (
      (motto.before === undefined || tokens[i - 1]?.key === motto.before) &&
      (motto.after === undefined || tokens[i + 1]?.key === motto.after)
    );
  // "tỉnh Khánh Hòa".
  return key === 'tinh';
}
