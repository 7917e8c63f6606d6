import { applyConfirmations } from '../../core/agencies/apply-confirmations';
import type { Confirmations } from '../../core/agencies/confirmations';
import { matchAgency } from '../../core/agencies/match-agency';
import { commonRegister, nameWithoutRegister } from '../../core/agencies/name-without-register';
import { registerIndex } from '../../core/agencies/register-index';
import { senderMarks } from '../../core/agencies/sender-marks';
import type { Clue } from '../../core/agencies/clue';
import type { Register } from '../../core/agencies/register-schema';
import { tallyAppendix, tallyGrid } from '../../core/consolidate/tally';
import { areaName } from '../../core/model/address';
import type { AgencyMatch, SenderMarks } from '../../core/model/agency';
import type { Appendix } from '../../core/model/appendix';
import type { Repair } from '../../core/model/figure';
import type { Grid } from '../../core/model/grid';
import type { Issue } from '../../core/model/issue';
import type { Period } from '../../core/model/period';
import type { ReceivedFile } from '../../core/model/submission';
import type { FileTables } from '../../core/model/table-line';
import { recogniseSheet, type RecognisedSheet, type SheetClue } from '../../core/recognise/recognise-sheet';
import type { Template } from '../../core/templates/schema';
import { readPeriod } from '../../core/text/period';
import { wordsWithoutUnseen } from '../../core/text/unseen';
import { clearUnseen } from './clear-unseen';
import { declareFile, declareGrid } from './declare-grid';
import { decodeGrids } from './decode-grids';
import { joinHalves } from './join-halves';
import { ownOutput } from './own-output';
import { readByContent } from './read-by-content';
import type { Hasher, ReadFile, SourceFile, WorkbookReader } from '../ports';

export interface ReceiveDeps {
  reader: WorkbookReader;
  hasher: Hasher;
}

export interface ReceiveOptions {
  templates: readonly Template[];
  register: Register | null;
  /** The period of the run, where it is known. */
  period: Period | null;
  /** Senders that a person confirmed before. */
  confirmations?: Confirmations | null;
}

/**
 * Reads one file and says what it is: sender, period, appendices, and what was noticed. Never throws for what a file
 * holds.
 */
export async function receiveFile(
  source: SourceFile,
  deps: ReceiveDeps,
  options: ReceiveOptions,
): Promise<ReceivedFile> {
  const sha256 = await deps.hasher.sha256(source.bytes);
  const result = await deps.reader.read(source);
  if (result.ok) {
    const own = ownOutput(result.grids);
    return own === null ? describe(source.file, sha256, result, options) : setAside(source.file, sha256, own);
  }
  const { agency, marks } = nameSender(source.file, [], options);
  return {
    file: source.file,
    sha256,
    status: 'rejected',
    reason: result.message,
    agency,
    marks,
    period: null,
    appendices: [],
    tallies: [],
    issues: [{ rule: result.rule, at: { file: source.file }, params: { reason: result.message } }],
  };
}

/** A file that nobody sent: told, and never counted. */
function setAside(file: string, sha256: string, reason: string): ReceivedFile {
  return {
    file,
    sha256,
    status: 'ignored',
    reason,
    agency: { agency: null, score: 0, state: 'unknown', candidates: [], because: [] },
    period: null,
    appendices: [],
    tallies: [],
    issues: [{ rule: 'own-output', at: { file }, params: { reason } }],
  };
}

/** The same for grids that are already at hand (the workbook open in Excel). */
export function describe(
  file: string,
  sha256: string,
  read: Pick<ReadFile, 'grids' | 'issues' | 'narrative'>,
  options: ReceiveOptions,
): ReceivedFile {
  const decoded = decodeGrids(read.grids.map(clearUnseen));
  const issues: Issue[] = [...read.issues, ...decoded.issues].map((i) => ({ ...i, at: { ...i.at, file } }));
  const appendices: Appendix[] = [];
  const clues: SheetClue[] = [];
  const tallies: ReceivedFile['tallies'] = [];
  const tables: FileTables = { tables: [], outside: [], raw: [] };
  const recognise = (grid: Grid): RecognisedSheet =>
    recogniseSheet(grid, file, options.templates, yearOf(options.period));
  for (const given of decoded.grids) {
    const first = recognise(given);
    const second = readByContent(given, first, recognise);
    const { grid, sheet } = second ?? { grid: given, sheet: first };
    if (second) issues.push(...second.issues.map((i) => ({ ...i, at: { ...i.at, file } })));
    issues.push(...sheet.issues);
    clues.push(...sheet.clues);
    for (const appendix of sheet.appendices) {
      markDecoded(appendix, issues);
      issues.push(...declareGrid(grid, appendix));
      appendices.push(appendix);
      tallies.push(tallyAppendix(grid, appendix, labelColumns(appendix, options.templates)));
    }
    tables.tables.push(...sheet.tables);
    if (sheet.outside.cells > 0) tables.outside.push(sheet.outside);
    tables.raw.push(tallyGrid(grid));
  }
  joinHalves(appendices);
  issues.push(...declareFile(file, decoded.grids, issues));
  const period = periodOf(file, clues);
  const { agency, marks } = nameSender(
    file,
    clues,
    options,
    period,
    appendices.map((a) => a.sheet),
  );
  issues.push(...senderIssues(file, agency));
  if (period && options.period && (period.from !== options.period.from || period.to !== options.period.to)) {
    issues.push({
      rule: 'period-mismatch',
      at: { file },
      expected: options.period.label,
      actual: period.label,
      params: { period: period.label, expected: options.period.label },
    });
  }
  const status = appendices.length > 0 ? 'read' : 'ignored';
  const reason =
    status === 'read' ? null : 'Không tìm thấy phụ lục nào trong tệp; đề nghị đơn vị gửi đúng tệp, theo đúng biểu mẫu';
  if (status === 'ignored') issues.push({ rule: 'no-appendix', at: { file }, params: {} });
  return {
    file,
    sha256,
    status,
    reason,
    agency,
    marks,
    period: period ?? options.period,
    appendices,
    issues,
    tallies,
    tables,
    ...(read.narrative ? { narrative: read.narrative } : {}),
  };
}

const yearOf = (period: Period | null): number | null => (period ? Number(period.to.slice(0, 4)) : null);

/** Figures whose cell was decoded carry that repair, so that it is seen wherever the figure is traced to. */
function markDecoded(appendix: Appendix, issues: readonly Issue[]): void {
  const decoded = new Map<string, Repair>();
  for (const { rule, at, params } of issues) {
    if (rule !== 'text-repaired' || at.sheet !== appendix.sheet || !at.cell) continue;
    if (params?.kind !== 'font-decoded' && params?.kind !== 'font-doubtful') continue;
    decoded.set(at.cell, { kind: 'font-decoded', before: String(params.before), after: String(params.after) });
  }
  if (decoded.size === 0) return;
  for (const cell of appendix.cells) {
    const repair = decoded.get(cell.cell);
    if (repair) cell.repairs = [repair, ...cell.repairs];
  }
}

function labelColumns(appendix: Appendix, templates: readonly Template[]): Set<number> {
  const roles = new Map(templates.find((t) => t.id === appendix.template)?.columns.map((c) => [c.key, c.role]));
  return new Set(
    appendix.columns.filter((c) => roles.get(c.key) === 'label' || roles.get(c.key) === 'index').map((c) => c.col),
  );
}

function nameSender(
  file: string,
  clues: readonly SheetClue[],
  { register, period, confirmations }: ReceiveOptions,
  told: Period | null = null,
  sheets: readonly string[] = [],
): { agency: AgencyMatch; marks: SenderMarks } {
  const all: Clue[] = [{ kind: 'file-name', text: wordsWithoutUnseen(file) }, ...unique(clues)];
  const match = (on: string | undefined): AgencyMatch =>
    register ? matchAgency(register, all, on) : nameWithoutRegister(all, on);
  const first = match(period?.to);
  // Where nobody named a period, the file's own tells a thị xã of 2025 from the phường of that name since.
  const second = first.state === 'agreed' || period || !told ? null : match(told.to);
  const [found, on] = second?.state === 'agreed' ? [second, told!.to] : [first, period?.to];
  const known = register ?? commonRegister();
  const nobody = found.agency === null && found.candidates.length === 0;
  const named = register && nobody ? bySheetNames(register, sheets, on) : found;
  const agency = confirmations ? applyConfirmations(known, confirmations, all, named, on) : named;
  return { agency, marks: senderMarks(all, registerIndex(known).province) };
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

function senderIssues(file: string, match: AgencyMatch): Issue[] {
  if (match.state === 'agreed') return [];
  const candidates = match.candidates.map((c) => `${c.agency.name} (${c.score.toFixed(2).replace('.', ',')})`);
  const rule = match.state === 'doubtful' || candidates.length > 0 ? 'agency-ambiguous' : 'agency-unknown';
  return [{ rule, at: { file }, params: { candidates, because: match.because, chosen: match.agency?.name ?? null } }];
}

/** The period that a heading or the file name tells; a report's date alone tells none. */
function periodOf(file: string, clues: readonly SheetClue[]): Period | null {
  const found: Period[] = [];
  for (const clue of clues) {
    if (clue.kind !== 'title') continue;
    const period = readPeriod(clue.text);
    if (period) found.push(period);
  }
  const distinct = new Set(found.map((p) => `${p.from}/${p.to}`));
  if (distinct.size === 1) return found[0]!;
  if (distinct.size > 1) return null;
  const name = wordsWithoutUnseen(file)
    .split('/')
    .pop()!
    .replace(/\.[a-z0-9]{2,5}$/i, '')
    .replace(/[_]+/g, ' ');
  return /(năm|nam|quý|quy|tháng|thang)\s*\d/i.test(name) ? readPeriod(name) : null;
}

/** "phu-luc-2 trên PL2!A1:G36", for progress and logs. */
export function appendixWords(appendix: Appendix): string {
  return `${appendix.template} · ${appendix.sheet}!${areaName(appendix.area)}`;
}
