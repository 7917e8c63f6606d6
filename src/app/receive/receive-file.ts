import { tallyAppendix, tallyGrid } from '../../core/consolidate/tally';
import { areaName } from '../../core/model/address';
import type { Appendix } from '../../core/model/appendix';
import type { Repair } from '../../core/model/figure';
import type { Grid } from '../../core/model/grid';
import type { Issue } from '../../core/model/issue';
import type { Period } from '../../core/model/period';
import type { ReceivedFile } from '../../core/model/submission';
import type { FileTables } from '../../core/model/table-line';
import { recogniseSheet, type RecognisedSheet, type SheetClue } from '../../core/recognise/recognise-sheet';
import type { Template } from '../../core/templates/schema';
import { clearUnseen } from './clear-unseen';
import { declareFile, declareGrid } from './declare-grid';
import { declareObjects } from './declare-objects';
import { decodeGrids } from './decode-grids';
import { joinHalves } from './join-halves';
import { ownOutput } from './own-output';
import { filePeriod, tablePeriod } from './table-periods';
import { nameSenders, senderIssues, type NamingOptions } from './name-senders';
import { readByContent } from './read-by-content';
import type { Hasher, ReadFile, SourceFile, WorkbookReader } from '../ports';

export interface ReceiveDeps {
  reader: WorkbookReader;
  hasher: Hasher;
}

export interface ReceiveOptions extends NamingOptions {
  templates: readonly Template[];
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
  const { agency, marks } = nameSenders(source.file, [], [], options);
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
    issues.push(...sheet.issues, ...declareObjects(file, grid));
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
  const period = filePeriod(file, clues, appendices);
  const named = nameSenders(file, clues, appendices, options, period);
  const { agency, marks } = named;
  for (const appendix of appendices) {
    const own = named.tables.get(appendix.id);
    if (own) appendix.agency = own;
    const told = tablePeriod(appendix, clues);
    if (told) appendix.period = told;
  }
  issues.push(...senderIssues(file, named, appendices));
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
    period,
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

/** "phu-luc-2 trên PL2!A1:G36", for progress and logs. */
export function appendixWords(appendix: Appendix): string {
  return `${appendix.template} · ${appendix.sheet}!${areaName(appendix.area)}`;
}
