import { wordsWithoutUnseen } from '../../core/text/unseen';
import { applyConfirmations } from '../../core/agencies/apply-confirmations';
import type { Clue } from '../../core/agencies/clue';
import type { Confirmations } from '../../core/agencies/confirmations';
import { matchAgency } from '../../core/agencies/match-agency';
import { commonRegister, nameWithoutRegister } from '../../core/agencies/name-without-register';
import { registerIndex } from '../../core/agencies/register-index';
import type { Register } from '../../core/agencies/register-schema';
import { senderMarks } from '../../core/agencies/sender-marks';
import type { AgencyMatch, SenderMarks } from '../../core/model/agency';
import type { Appendix } from '../../core/model/appendix';
import type { Issue } from '../../core/model/issue';
import type { Period } from '../../core/model/period';
import type { SheetClue } from '../../core/recognise/recognise-sheet';
import { tableSenders } from './table-senders';

export interface NamingOptions {
  register: Register | null;
  /** The period of the run, where it is known. */
  period: Period | null;
  /** Senders that a person confirmed before. */
  confirmations?: Confirmations | null;
}

/** What one file says of who sent it. */
export interface Named {
  agency: AgencyMatch;
  marks: SenderMarks;
  /** Own senders of the tables, by id, where the file holds tables of several; else empty. */
  tables: ReadonlyMap<string, AgencyMatch>;
}

/**
 * Who sent a file, by its name and by what stands around its tables. Where the tables' own letterheads or sheets name
 * several senders, each table has its own. `told` is the period that the file names.
 */
export function nameSenders(
  file: string,
  clues: readonly SheetClue[],
  appendices: readonly Appendix[],
  options: NamingOptions,
  told: Period | null = null,
): Named {
  const { register, period, confirmations } = options;
  const all: Clue[] = [{ kind: 'file-name', text: wordsWithoutUnseen(file) }, ...unique(clues)];
  const named = (on: string | undefined): ((c: readonly Clue[]) => AgencyMatch) =>
    register ? (c) => matchAgency(register, c, on) : (c) => nameWithoutRegister(c, on);
  const first = named(period?.to)(all);
  // Where nobody named a period, the file's own tells a thị xã of 2025 from the phường of that name since.
  const second = first.state === 'agreed' || period || !told ? null : named(told.to)(all);
  const [found, on] = second?.state === 'agreed' ? [second, told!.to] : [first, period?.to];
  const known = register ?? commonRegister();
  const marks = senderMarks(all, registerIndex(known).province);
  const tables = tableSenders({ file, clues, appendices, register, on: on ?? told?.to, match: named(on ?? told?.to) });
  if (tables.size > 0) return { agency: ofSeveral(named(on)([all[0]!]), tables), marks, tables };
  const nobody = found.agency === null && found.candidates.length === 0;
  const sheets = appendices.map((a) => a.sheet);
  const match = register && nobody ? bySheetNames(register, sheets, on) : found;
  return { agency: confirmations ? applyConfirmations(known, confirmations, all, match, on) : match, marks, tables };
}

/** Of a file with several senders: whom its own name says. */
function ofSeveral(byName: AgencyMatch, tables: ReadonlyMap<string, AgencyMatch>): AgencyMatch {
  if (byName.agency && byName.state === 'agreed') return byName;
  const names = new Set([...tables.values()].flatMap(({ agency }) => agency?.name ?? []));
  return {
    agency: null,
    score: 0,
    because: [`Tệp có bảng của nhiều đơn vị: ${[...names].join(', ')}.`],
    candidates: [],
    state: 'unknown',
  };
}

/**
 * Only the sheets bear a name ("STC"): shown, and asked about, since a sheet may be named after whoever made the form.
 */
function bySheetNames(register: Register, sheets: readonly string[], on: string | undefined): AgencyMatch {
  const match = matchAgency(
    register,
    [...new Set(sheets)].map((text): Clue => ({ kind: 'sheet-name', text: wordsWithoutUnseen(text) })),
    on,
  );
  return match.state === 'agreed' ? { ...match, state: 'doubtful' } : match;
}

function unique(clues: readonly SheetClue[]): SheetClue[] {
  const seen = new Set<string>();
  return clues.filter((c) => {
    const key = `${c.kind}\n${c.text}`;
    return seen.has(key) ? false : (seen.add(key), true);
  });
}

/** The questions about who sent a file: one for the file, or one for each sheet whose own sender is not sure. */
export function senderIssues(file: string, { agency, tables }: Named, appendices: readonly Appendix[]): Issue[] {
  if (tables.size === 0) return issueOf(agency, { file });
  const sheets = new Map<string, AgencyMatch>();
  for (const { id, sheet } of appendices) if (!sheets.has(sheet)) sheets.set(sheet, tables.get(id) ?? agency);
  return [...sheets].flatMap(([sheet, match]) => issueOf(match, { file, sheet }));
}

function issueOf(match: AgencyMatch, at: Issue['at']): Issue[] {
  if (match.state === 'agreed') return [];
  const candidates = match.candidates.map((c) => c.agency.name);
  const rule = match.state === 'doubtful' || candidates.length > 0 ? 'agency-ambiguous' : 'agency-unknown';
  return [{ rule, at, params: { candidates, because: match.because, chosen: match.agency?.name ?? null } }];
}
