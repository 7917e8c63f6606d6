import type { Agency, AgencyMatch, SenderMarks } from '../model/agency';
import type { Clue } from './clue';
import type { Confirmation, Confirmations } from './confirmations';
import { existsOn } from './exists-on';
import { matchAgency } from './match-agency';
import { registerIndex } from './register-index';
import type { Register } from './register-schema';
import { saysWho } from './says-who';
import { folderOf, senderMarks } from './sender-marks';

/** A clue this strong against the confirmed sender brings the question back; the same as a sure name in matchAgency. */
const AGAINST = 0.7;
/** How strongly a confirmation of a file that is only partly like this one speaks. */
const PARTLY = 0.5;

type Mark = 'same' | 'other' | 'silent';
interface Held {
  confirmation: Confirmation;
  name: Mark;
  folder: Mark;
  letterhead: Mark;
  symbol: Mark;
}

/**
 * The match with what a person confirmed before for a file like this one. Only where nothing that was seen then has
 * changed is the sender agreed; where the file now says otherwise, or two confirmations differ, it is doubtful and a
 * person is asked again.
 */
export function applyConfirmations(
  register: Register,
  { confirmations }: Confirmations,
  clues: readonly Clue[],
  match: AgencyMatch,
  on?: string,
): AgencyMatch {
  const { province } = registerIndex(register);
  const marks = senderMarks(clues, province);
  const held = confirmations
    .map((c) => hold(c, marks, province))
    .filter((h) => [h.name, h.letterhead, h.symbol].includes('same'));
  const whole = held.filter((h) => ![h.name, h.folder, h.letterhead, h.symbol].includes('other'));
  if (whole.length === 0) return held.length === 0 || match.state === 'agreed' ? match : partly(register, held, match);
  const codes = new Set(whole.map((h) => h.confirmation.agency));
  const latest = whole.reduce((a, b) => ((b.confirmation.at ?? '') >= (a.confirmation.at ?? '') ? b : a));
  const agency = register.agencies.find((a) => a.code === latest.confirmation.agency);
  const ask = (why: string): AgencyMatch => doubtful(match, agencies(register, [...codes]), why);
  if (codes.size > 1) return ask(`Các lần xác nhận trước khác nhau: ${[...codes].join(', ')}.`);
  if (!agency) return ask(`Đã được xác nhận là ${latest.confirmation.agency}, nhưng danh mục không có mã này.`);
  if (!existsOn(agency, on))
    return ask(`Đã được xác nhận là ${agency.name}, nhưng đơn vị này không có trong kỳ báo cáo.`);
  const against = dissent(register, clues, latest, on);
  if (against)
    return ask(`${confirmedWords(latest.confirmation)} là ${agency.name}, nhưng tệp này cho thấy ${against.name}.`);
  return {
    agency: plain(agency),
    score: 1,
    because: [`${confirmedWords(latest.confirmation)}.`, ...match.because],
    candidates: match.candidates.filter((c) => c.agency.code !== agency.code),
    state: 'agreed',
  };
}

function hold(confirmation: Confirmation, marks: SenderMarks, province: ReadonlySet<string>): Held {
  const name = saysWho(confirmation.fileName, province) ? confirmation.fileName : undefined;
  return {
    confirmation,
    name: compare(name, marks.fileName === '' ? undefined : marks.fileName),
    folder: compare(confirmation.folder, marks.folder),
    letterhead: compare(confirmation.letterhead, marks.letterhead),
    symbol: compare(confirmation.symbol, marks.symbol),
  };
}

function compare(then: string | undefined, now: string | undefined): Mark {
  if (then === undefined || now === undefined) return 'silent';
  return then === now ? 'same' : 'other';
}

/** Whom the clues name that were not before the person who confirmed. */
function dissent(
  register: Register,
  clues: readonly Clue[],
  { confirmation, name, folder, letterhead, symbol }: Held,
  on: string | undefined,
): Agency | null {
  const fresh = clues.filter(
    ({ kind }) =>
      (kind === 'file-name' && name !== 'same') ||
      (kind === 'letterhead' && letterhead !== 'same') ||
      (kind === 'reference' && symbol !== 'same'),
  );
  // A file of the same name in another sender's folder.
  const around =
    name === 'same' && folder !== 'same'
      ? clues.filter((c) => c.kind === 'file-name').map((c): Clue => ({ kind: 'file-name', text: folderOf(c.text) }))
      : [];
  const match = matchAgency(register, [...fresh, ...around], on);
  const best = match.agency ? { agency: match.agency, score: match.score } : match.candidates[0];
  return best && best.agency.code !== confirmation.agency && best.score >= AGAINST ? best.agency : null;
}

/** Two units under one letterhead, or a sender that names its file anew: shown, never taken. */
function partly(register: Register, held: readonly Held[], match: AgencyMatch): AgencyMatch {
  const found = agencies(register, [...new Set(held.map((h) => h.confirmation.agency))]);
  if (found.length === 0) return match;
  return {
    ...doubtful(match, found, `Một phần giống tệp đã được xác nhận của ${found.map((a) => a.name).join(', ')}.`),
    agency: match.agency,
    score: match.score,
  };
}

function doubtful(match: AgencyMatch, first: readonly Agency[], why: string): AgencyMatch {
  const own = match.agency ? [{ agency: match.agency, score: match.score }] : [];
  const others = [...own, ...match.candidates].filter((c) => !first.some((a) => a.code === c.agency.code));
  return {
    agency: null,
    score: match.score,
    because: [why, ...match.because],
    candidates: [...first.map((agency) => ({ agency, score: PARTLY })), ...others],
    state: 'doubtful',
  };
}

function agencies(register: Register, codes: readonly string[]): Agency[] {
  return register.agencies.filter((a) => codes.includes(a.code)).map(plain);
}

function plain({ code, name, level }: Agency): Agency {
  return { code, name, level };
}

/** "Đã được xác nhận ngày 16/12/2020 (Nguyễn Văn A)". */
function confirmedWords({ at, by }: Confirmation): string {
  const day = at ? ` ngày ${at.slice(0, 10).split('-').reverse().join('/')}` : '';
  return `Đã được xác nhận${day}${by ? ` (${by})` : ''}`;
}
