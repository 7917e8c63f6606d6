import type { Agency, AgencyMatch } from '../model/agency';
import type { Clue, ClueKind } from './clue';
import { existsOn } from './exists-on';
import { registerIndex } from './register-index';
import type { Register, RegisterAgency } from './register-schema';
import { scoreClue, type Named } from './score-clue';

/** Below this nobody is named; a bare name with no strange word beside it is 0.76. */
const FLOOR = 0.55;
/** How far the best must be ahead of the next. */
const MARGIN = 0.2;
/** Below this the name is shown as doubtful. */
const SURE = 0.7;
/** Weaker readings are not worth showing to a person. */
const SHOWN = 0.2;

const SOURCE: Record<ClueKind, string> = {
  letterhead: 'Tên cơ quan ở đầu trang',
  reference: 'Dòng dẫn báo cáo',
  'file-name': 'Tên tệp',
  'sheet-name': 'Tên trang tính',
  signature: 'Phần ký',
  title: 'Tiêu đề',
};

interface Tally {
  agency: RegisterAgency;
  miss: number;
  because: string[];
  /** The best score of the file's name and of the letterhead. */
  first: Partial<Record<ClueKind, number>>;
}

/** What a sender writes anew for each report; a reference line may be left over from another's file. */
const FIRST: ReadonlySet<ClueKind> = new Set(['file-name', 'letterhead']);

/**
 * Who sent a file, from what its heading, reference line, name and so on say. Names nobody where clues of like strength
 * disagree, where two agencies are close, or where the only name is of an agency that did not exist on `on` (ISO day,
 * of the period's end); `candidates` then are what a person should choose from. "So Tu phap.xlsx" and "(Đính kèm Báo
 * cáo số 12/BC-STP …)" give Sở Tư pháp, agreed.
 */
export function matchAgency(register: Register, clues: readonly Clue[], on?: string): AgencyMatch {
  const index = registerIndex(register);
  const tallies = new Map<RegisterAgency, Tally>();
  const gone: { agency: RegisterAgency; score: number }[] = [];
  for (const clue of clues) {
    for (const [agency, named] of bestByAgency(scoreClue(index, clue), on, gone)) {
      const tally: Tally = tallies.get(agency) ?? { agency, miss: 1, because: [], first: {} };
      tally.miss *= 1 - named.score;
      tally.because.push(reason(clue, named));
      if (FIRST.has(clue.kind)) tally.first[clue.kind] = Math.max(tally.first[clue.kind] ?? 0, named.score);
      tallies.set(agency, tally);
    }
  }
  return decide(register, withoutParents(tallies), gone, on);
}

/** One reading per agency; those that did not exist on the day are put aside unless another of the same name did. */
function bestByAgency(
  named: readonly Named[],
  on: string | undefined,
  gone: { agency: RegisterAgency; score: number }[],
): Map<RegisterAgency, Named> {
  const best = new Map<RegisterAgency, Named>();
  for (const one of named) {
    const { agency } = one.hit.form;
    if (!existsOn(agency, on)) {
      const heir = named.some(
        ({ hit }) => hit.start === one.hit.start && hit.end === one.hit.end && existsOn(hit.form.agency, on),
      );
      if (!heir) gone.push({ agency, score: one.score });
    } else if (one.score > (best.get(agency)?.score ?? 0)) best.set(agency, one);
  }
  return best;
}

function reason(clue: Clue, { via, hit }: Named): string {
  const shown = clue.text
    .normalize('NFC')
    .split('\n')
    .map((line) => line.trim())
    .join(' / ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 120);
  if (via === 'symbol') return `Ký hiệu trong số báo cáo (${hit.form.agency.name}): ${shown}`;
  return `${SOURCE[clue.kind]}${hit.edits > 0 ? ` (gần giống "${hit.form.agency.name}")` : ''}: ${shown}`;
}

/** The upper line of a heading names whom the sender belongs to. */
function withoutParents(tallies: ReadonlyMap<RegisterAgency, Tally>): Tally[] {
  const all = [...tallies.values()];
  const parents = new Set(all.map(({ agency }) => agency.parent));
  return all.filter(({ agency }) => !parents.has(agency.code));
}

function decide(
  register: Register,
  tallies: readonly Tally[],
  gone: readonly { agency: RegisterAgency; score: number }[],
  on?: string,
): AgencyMatch {
  const ranked = tallies
    .map((tally) => ({ ...tally, score: 1 - tally.miss }))
    .sort((a, b) => b.score - a.score || order(a.agency, b.agency));
  const [best, second] = ranked;
  const goneBest = Math.max(0, ...gone.map(({ score }) => score));
  const dissent = Math.max(second?.score ?? 0, goneBest);
  const candidates = ranked
    .filter(({ score }) => score >= SHOWN)
    .map(({ agency, score }) => ({ agency: plain(agency), score: round(score) }));
  for (const heir of heirs(register, gone, on))
    if (!candidates.some(({ agency }) => agency.code === heir.agency.code)) candidates.push(heir);
  const against = ranked
    .slice(1)
    .filter(({ score }) => score >= SHOWN)
    .flatMap(({ agency, because }) => because.map((line) => `Khác: ${agency.name}. ${line}`));
  const former = [
    ...new Set(
      gone.map(
        ({ agency }) =>
          `${agency.name} không có trong kỳ báo cáo này${agency.to ? `, chỉ đến ngày ${vietnamese(agency.to)}` : ''}.`,
      ),
    ),
  ];
  const because = [...(best?.because ?? []), ...against, ...former];
  if (!best && gone.length === 0) return { agency: null, score: 0, because: [], candidates: [], state: 'unknown' };
  const own = ofItsOwn(ranked, gone);
  if (own) {
    const others = candidates.filter((c) => c.agency.code !== own.agency.code);
    const both = own.first['file-name'] !== undefined && own.first['letterhead'] !== undefined;
    return {
      agency: plain(own.agency),
      score: round(own.score),
      because: [...own.because, ...against.filter((line) => !line.startsWith(`Khác: ${own.agency.name}.`))],
      candidates: others,
      state: both ? 'agreed' : 'doubtful',
    };
  }
  if (!best || best.score < FLOOR || best.score - dissent < MARGIN) {
    return {
      agency: null,
      score: round(best?.score ?? 0),
      because,
      candidates,
      state: candidates.length > 0 ? 'doubtful' : 'unknown',
    };
  }
  const score = best.score * (1 - dissent / 2);
  const agreed = score >= SURE && dissent < SHOWN;
  return {
    agency: plain(best.agency),
    score: round(score),
    because,
    candidates: candidates.slice(1),
    state: agreed ? 'agreed' : 'doubtful',
  };
}

/**
 * The one whom the file's name or its letterhead surely names, where others stand only in lines that are left over from
 * another sender's file; null where nobody else is named, or where name and letterhead do not say the same.
 */
function ofItsOwn<T extends Tally & { score: number }>(
  ranked: readonly T[],
  gone: readonly { score: number }[],
): T | null {
  if (ranked.length < 2 || gone.some(({ score }) => score >= SHOWN)) return null;
  const named = ranked.filter(({ first }) => Object.values(first).some((score) => score >= SHOWN));
  const [only, second] = named;
  if (!only || second || Math.max(...Object.values(only.first)) < SURE) return null;
  const others = ranked.filter((one) => one !== only);
  // Where the others are weak, or the margin is wide, the sum of all clues says the same.
  return others.some(({ score }) => only.score - score < MARGIN || score >= SHOWN) ? only : null;
}

/** Who took over from an agency that is no more, as candidates only. */
function heirs(
  register: Register,
  gone: readonly { agency: RegisterAgency; score: number }[],
  on?: string,
): { agency: Agency; score: number }[] {
  return gone
    .filter(({ score }) => score >= SHOWN)
    .flatMap(({ agency, score }) =>
      register.agencies
        .filter((other) => agency.successors?.includes(other.code) && existsOn(other, on))
        .map((other) => ({ agency: plain(other), score: round(score / 2) })),
    );
}

function plain({ code, name, level }: RegisterAgency): Agency {
  return { code, name, level };
}

function order(a: RegisterAgency, b: RegisterAgency): number {
  return a.code < b.code ? -1 : 1;
}

function round(score: number): number {
  return Math.round(score * 1000) / 1000;
}

function vietnamese(day: string): string {
  return day.split('-').reverse().join('/');
}
