import { cellName } from '../../core/model/address';
import type { Cell, Grid } from '../../core/model/grid';
import type { Issue } from '../../core/model/issue';
import { decodeLegacy } from '../../core/text/decode-legacy';
import { judgeLegacy } from '../../core/text/judge-legacy';
import type { LegacyEncoding } from '../../core/text/legacy-font';
import { withoutLookAlikes } from '../../core/text/look-alikes';
import { joinDecoded, legacySegments, withText, type Segment } from './legacy-cell';

export interface DecodedGrids {
  /** In the order given; a grid without any change is the one that was given. */
  grids: Grid[];
  /** One per decoded cell, with the text before and after, and one per text that could not be told. */
  issues: Issue[];
}

/** A cell with an old font: its place in the list of cells, and its parts. */
interface OldCell {
  place: number;
  segments: Segment[];
}

/**
 * The grids with texts in old fonts (.VnTime, .VnTimeH, VNI-Times …) turned to Unicode, by the font of each cell or
 * run, and what was done. Figures are never touched. A text typed in Unicode in a cell that kept its old font stays as
 * it is.
 */
export function decodeGrids(grids: readonly Grid[]): DecodedGrids {
  const issues: Issue[] = [];
  const old = grids.map((grid) => oldCells(grid, issues));
  // Cells that tell their encoding speak for those that do not.
  const verdicts = new Set(old.flatMap((list) => list.flatMap((o) => o.segments.map((s) => s.verdict))));
  const either: Either = {
    decode: verdicts.has('legacy') || !verdicts.has('unicode'),
    doubt: verdicts.has('legacy') && verdicts.has('unicode'),
  };
  return {
    grids: grids.map((grid, g) => (old[g]!.length === 0 ? grid : decodeGrid(grid, old[g]!, either, issues))),
    issues,
  };
}

/** What to do with texts that could be either, and whether to doubt it. */
interface Either {
  decode: boolean;
  doubt: boolean;
}

function oldCells(grid: Grid, issues: Issue[]): OldCell[] {
  const old: OldCell[] = [];
  grid.cells.forEach((cell, place) => {
    const segments = legacySegments(cell);
    if (segments) old.push({ place, segments });
    else if (cell.kind === 'text') noteLookAlikes(grid, cell, String(cell.value), issues);
  });
  return old;
}

function decodeGrid(grid: Grid, old: readonly OldCell[], either: Either, issues: Issue[]): Grid {
  const cells = [...grid.cells];
  for (const { place, segments } of old) {
    const cell = cells[place] as Cell;
    const before = String(cell.value);
    const after = joinDecoded(segments, either.decode);
    const at = { sheet: grid.sheet, cell: cellName(cell.row, cell.col) };
    if (segments.some((s) => s.verdict === 'mixed')) issues.push(repair(at, 'font-mixed', before, null));
    if (after !== before) {
      const doubtful = either.doubt && segments.some((s) => s.verdict === 'either');
      cells[place] = withText(cell, after);
      issues.push(repair(at, doubtful ? 'font-doubtful' : 'font-decoded', before, after));
    }
    noteLookAlikes(grid, cell, after, issues);
  }
  const encoding = mainEncoding(old);
  const same = cells.every((cell, i) => cell === grid.cells[i]);
  const decoded = same ? grid : { ...grid, cells };
  return encoding ? withDecodedLines(decoded, encoding, issues) : decoded;
}

function mainEncoding(old: readonly OldCell[]): LegacyEncoding | null {
  const told = old.flatMap((o) => o.segments).filter((s) => s.verdict === 'legacy');
  const vni = told.filter((s) => s.encoding === 'vni').length;
  if (told.length === 0) return null;
  return vni * 2 > told.length ? 'vni' : 'tcvn3';
}

/**
 * Lines above a Word table come without fonts; they are decoded as the table is, where only that makes Vietnamese of
 * them.
 */
export function withDecodedLines(grid: Grid, encoding: LegacyEncoding, issues: Issue[]): Grid {
  if (!grid.before?.some((line) => judgeLegacy(line, encoding) === 'legacy')) return grid;
  const before = grid.before.map((line) => {
    if (judgeLegacy(line, encoding) !== 'legacy') return line;
    const decoded = decodeLegacy(line, encoding);
    issues.push(repair({ sheet: grid.sheet }, 'font-decoded', line, decoded));
    return decoded;
  });
  return { ...grid, before };
}

/** Not changed here: texts are compared with such letters read as Latin ones, and this says so. */
function noteLookAlikes(grid: Grid, cell: Cell, text: string, issues: Issue[]): void {
  const read = withoutLookAlikes(text);
  if (read === text) return;
  const after = read.normalize('NFC');
  if (after !== text.normalize('NFC'))
    issues.push(repair({ sheet: grid.sheet, cell: cellName(cell.row, cell.col) }, 'look-alike', text, after));
}

type Kind = 'font-decoded' | 'font-doubtful' | 'font-mixed' | 'look-alike';

/** The issue of one repaired (or, without `after`, doubtful) text. */
export function repair(at: Issue['at'], kind: Kind, before: string, after: string | null): Issue {
  const severity = kind === 'font-doubtful' || kind === 'font-mixed' ? 'warning' : 'info';
  return { rule: 'text-repaired', severity, at, actual: before, params: { before, after, kind } };
}
