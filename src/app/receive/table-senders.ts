import { wordsWithoutUnseen } from '../../core/text/unseen';
import type { Clue } from '../../core/agencies/clue';
import { committeeNamed, localCommittee } from '../../core/agencies/name-without-register';
import { matchAgency } from '../../core/agencies/match-agency';
import type { Register } from '../../core/agencies/register-schema';
import type { Agency, AgencyMatch } from '../../core/model/agency';
import type { Appendix } from '../../core/model/appendix';
import type { SheetClue } from '../../core/recognise/recognise-sheet';
import { similarity } from '../../core/text/similarity';
import { isDocumentTable } from './is-document-table';

export interface TableClues {
  file: string;
  clues: readonly SheetClue[];
  appendices: readonly Appendix[];
  register: Register | null;
  /** ISO day on which the senders must exist; undefined where nobody knows the period. */
  on: string | undefined;
  match(clues: readonly Clue[]): AgencyMatch;
}

/** Whom one table's letterhead or sheet name says. `key` tells two apart, also where neither is in the register. */
interface Says {
  key: string;
  name: string;
  match: AgencyMatch;
}

/** Names this like each other are one name with a slip. */
const SAME_NAME = 0.85;

/**
 * Own senders of the tables of a file, by appendix id, where their letterheads, or the names of sheets with the same
 * form, say more than one; else empty: the file has one sender. A table of which it is not clear has nobody, with the
 * reason, so that it is asked about and not added.
 */
export function tableSenders(input: TableClues): Map<string, AgencyMatch> {
  const { appendices } = input;
  if (appendices.length < 2) return new Map();
  const heads = new Map(appendices.map((a) => [a.id, headOf(a, input)]));
  const sheets = new Map(appendices.map((a) => [a.id, sheetOf(a, input)]));
  const byHeads = distinct([...heads.values()]) > 1;
  if (!byHeads && !sheetsTell(appendices, sheets)) return new Map();
  const byName = input.match([{ kind: 'file-name', text: wordsWithoutUnseen(input.file) }]);
  const found = new Map<string, AgencyMatch>();
  let before: { appendix: Appendix; match: AgencyMatch } | null = null;
  for (const appendix of appendices) {
    const head = heads.get(appendix.id) ?? null;
    const sheet = sheets.get(appendix.id) ?? null;
    const first = appendix.continues === undefined ? undefined : found.get(appendix.continues);
    const own: AgencyMatch = first && !head ? first : tableSender(appendix, { head, sheet, byName, byHeads, before });
    found.set(appendix.id, own);
    before = { appendix, match: own };
  }
  return found;
}

interface Around {
  head: Says | null;
  sheet: Says | null;
  byName: AgencyMatch;
  byHeads: boolean;
  before: { appendix: Appendix; match: AgencyMatch } | null;
}

function tableSender(appendix: Appendix, { head, sheet, byName, byHeads, before }: Around): AgencyMatch {
  const sheetWords = `Tên trang tính: ${appendix.sheet}`;
  if (head && sheet && head.key !== sheet.key)
    return asked([head, sheet], `Đầu trang ghi ${head.name}, tên trang tính là “${appendix.sheet}”.`);
  if (head) {
    const file = byName.state === 'agreed' ? byName.agency : null;
    if (file && file.code !== head.match.agency?.code && file.level === head.match.agency?.level)
      return asked([head], `Đầu trang ghi ${head.name}, tên tệp ghi ${file.name}.`, file);
    return sheet ? { ...head.match, because: [...head.match.because, sheetWords] } : head.match;
  }
  if (sheet) return sheet.match;
  // The next table of the same sheet or document stands under the same letterhead.
  if (before && (before.appendix.sheet === appendix.sheet || (byHeads && isDocumentTable(appendix.sheet))))
    return before.match;
  return asked([], `Không rõ trang “${appendix.sheet}” là của đơn vị nào.`);
}

function asked(says: readonly Says[], why: string, other: Agency | null = null): AgencyMatch {
  const named = [...says.flatMap(({ match }) => match.agency ?? []), ...(other ? [other] : [])];
  const candidates = [...new Map(named.map((agency) => [agency.code, { agency, score: 0.5 }])).values()];
  return { agency: null, score: 0, because: [why], candidates, state: candidates.length > 0 ? 'doubtful' : 'unknown' };
}

/** The sender whom the letterhead above a table names, in the register or not. */
function headOf(appendix: Appendix, { clues, match }: TableClues): Says | null {
  const own = clues.filter((c) => c.of === appendix.id);
  const head = own.find((c) => c.kind === 'letterhead');
  if (!head) return null;
  const named = match([head]);
  if (named.agency) {
    // The reference line under the title, where it names somebody too.
    const both = match(own.filter((c) => c.kind === 'letterhead' || c.kind === 'reference'));
    return { key: named.agency.code, name: named.agency.name, match: both.agency ? both : named };
  }
  const stranger = localCommittee(head.text);
  return stranger ? strangerSays(stranger, `Tên cơ quan ở đầu trang: ${stranger.name}`, named) : null;
}

/** The sender whom the name of a sheet says: "P. Vĩnh Hải", "Vĩnh Hải", "STC". */
function sheetOf(appendix: Appendix, { register, on }: TableClues): Says | null {
  if (isDocumentTable(appendix.sheet)) return null;
  const text = appendix.sheet;
  if (register) {
    // A bare place counts as in a file's name.
    const match = [
      matchAgency(register, [{ kind: 'sheet-name', text }], on),
      matchAgency(register, [{ kind: 'file-name', text }], on),
    ].find((m) => m.agency !== null && m.state === 'agreed');
    if (match?.agency) {
      const because = [`Tên trang tính: ${text}`];
      return { key: match.agency.code, name: match.agency.name, match: { ...match, because } };
    }
  }
  const place = committeeNamed(text);
  return place ? strangerSays(place, `Tên trang tính: ${text}`, null, register !== null) : null;
}

/** A committee that the register does not have: nobody, with its name as the reason. Without a register it is asked. */
function strangerSays(agency: Agency, because: string, named: AgencyMatch | null, listed = named !== null): Says {
  const match: AgencyMatch = listed
    ? { agency: null, score: 0, because: [because], candidates: named?.candidates ?? [], state: 'unknown' }
    : { agency, score: 0.6, because: [because], candidates: [], state: 'doubtful' };
  return { key: agency.code, name: agency.name, match };
}

/** How many senders are named; names that differ by a slip are one. */
function distinct(says: readonly (Says | null)[]): number {
  const kept: Says[] = [];
  for (const one of says) {
    if (!one || kept.some((k) => k.key === one.key)) continue;
    const slip = kept.some((k) => (!k.match.agency || !one.match.agency) && similarity(k.name, one.name) >= SAME_NAME);
    if (!slip) kept.push(one);
  }
  return kept.length;
}

/** Sheets that hold the same form and are named after different senders. */
function sheetsTell(appendices: readonly Appendix[], sheets: ReadonlyMap<string, Says | null>): boolean {
  const forms = new Map<string, (Says | null)[]>();
  for (const a of appendices) forms.set(a.template, [...(forms.get(a.template) ?? []), sheets.get(a.id) ?? null]);
  return [...forms.values()].some((says) => distinct(says) > 1);
}
