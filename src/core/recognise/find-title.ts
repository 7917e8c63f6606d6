import type { GridView } from '../model/grid-view';
import { expandAbbreviations } from '../text/abbreviations';
import { foldText } from '../text/fold';
import { stripMarks } from '../text/strip-marks';
import { fromRoman } from '../text/roman';
import { remember } from '../text/remember';
import { prepare } from '../text/prepared-text';
import { similarityPrepared } from '../text/similarity';
import { wordsOf } from './cell-text';
import { letterheadLines, type HeadingLine } from './letterhead';
import type { PreparedTemplate } from './prepared-template';

/** What stands above a table: its lines from the letterhead to the title. Rows count from 0. */
export interface Heading {
  lines: HeadingLine[];
  /** Number after "Phụ lục", where there is one. */
  appendixNumber: number | null;
  /** Row of the "Phụ lục n" line, else of the first line that belongs to the table. */
  top: number;
  reference: string;
  /** The sender's block above "Phụ lục n" or the title, line by line, without the motto beside it. */
  letterhead: string[];
  scope: 'own' | 'province-wide';
}

/** A heading is looked for this many used rows above a header. */
const HIGHEST = 12;
const APPENDIX_LINE = /^(?:phu luc|pl) ?(?:so ?)?[:.]? ?([0-9]{1,2}|[ivx]{1,5})(?![a-z])/;
const REFERENCE = /^\(?\s*(dinh kem|kem theo|ban hanh kem|dinh kem theo)\b/;

const plainOf = remember(stripMarks);

/** "Phụ lục 2", "PHỤ LỤC II", "Phụ lục số 02", "PL2" → 2; glued titles too ("Phụ lục 3THỐNG KÊ …"). */
export function appendixNumberOf(text: string): number | null {
  const plain = plainOf(text).replace(/[*<>]/g, '');
  const m = APPENDIX_LINE.exec(plain) ?? /^(?:phu luc)\s*(?:so\s*)?([0-9]{1,2})/.exec(plain);
  if (!m) return null;
  const n = /^\d+$/.test(m[1]!) ? Number(m[1]) : fromRoman(m[1]!.toUpperCase());
  return n !== null && n >= 1 && n <= 30 ? n : null;
}

const headings = new WeakMap<GridView, Map<string, Heading>>();

/**
 * Reads what stands above a table, from just under the previous one (`floor`, a row from 0) to its header. Read once
 * for a place: every table above and every form asks for it.
 */
export function readHeading(
  view: GridView,
  header: { top: number; left: number; right: number },
  floor: number,
  sheetName: string,
): Heading {
  const above = rowsAbove(view.rows, header.top).filter((r) => r >= floor);
  let known = headings.get(view);
  if (!known) headings.set(view, (known = new Map()));
  const place = [header.top, header.left, header.right, above.length, floor === 0, sheetName].join('|');
  let heading = known.get(place);
  if (!heading) known.set(place, (heading = headingOf(view, header, above, floor, sheetName)));
  return heading;
}

function headingOf(
  view: GridView,
  header: { top: number; left: number; right: number },
  above: readonly number[],
  floor: number,
  sheetName: string,
): Heading {
  const headerTop = header.top;
  // Figures above are another table's; a heading has none.
  const figures = (r: number): boolean =>
    view.row(r).filter((c) => c.kind === 'number' && c.col >= header.left && c.col <= header.right).length >= 2;
  const last = above.filter(figures).pop() ?? -1;
  const rows = above.filter((r) => r > last);
  const lines: HeadingLine[] = floor === 0 ? (view.grid.before ?? []).flatMap((text) => splitLines(text, -1, -1)) : [];
  for (const row of rows) for (const cell of view.row(row)) lines.push(...splitLines(wordsOf(cell), row, cell.col));
  let at = -1;
  let appendixNumber: number | null = null;
  lines.forEach((line, i) => {
    const n = appendixNumberOf(line.text);
    if (n !== null) {
      at = i;
      appendixNumber = n;
    }
  });
  const own = at >= 0 ? lines.slice(at) : lines;
  const reference = own.find((l) => REFERENCE.test(plainOf(l.text)))?.text ?? '';
  const about = own.map((l) => foldText(l.text)).concat(foldText(sheetName));
  const wide = about.some((t) => /toàn tỉnh/.test(t));
  const top = own.find((l) => l.row >= 0)?.row ?? headerTop;
  return {
    lines: own,
    appendixNumber,
    top,
    reference,
    letterhead: letterheadLines(lines, at),
    scope: wide ? 'province-wide' : 'own',
  };
}

/** The last used rows above a row; found by halving, since a sheet may repeat its header thousands of times. */
function rowsAbove(rows: readonly number[], below: number): readonly number[] {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle]! < below) low = middle + 1;
    else high = middle;
  }
  return rows.slice(Math.max(0, low - HIGHEST), low);
}

function splitLines(text: string, row: number, col: number): HeadingLine[] {
  return text
    .split(/\r?\n/)
    .map((t) => t.trim())
    .filter((t) => t !== '')
    .map((t) => ({ row, col, text: t }));
}

const titleScores = new WeakMap<Heading, Map<PreparedTemplate, TitleScore>>();

interface TitleScore {
  score: number;
  title: string;
}

/** How well the heading's lines, alone or two together, say a template's title; and the line that says it. */
export function titleScore(heading: Heading, prepared: PreparedTemplate): TitleScore {
  let known = titleScores.get(heading);
  if (!known) titleScores.set(heading, (known = new Map()));
  let score = known.get(prepared);
  if (!score) known.set(prepared, (score = scoreTitle(heading, prepared)));
  return score;
}

function scoreTitle(heading: Heading, prepared: PreparedTemplate): TitleScore {
  let best = { score: 0, title: '' };
  const texts = heading.lines.map((l) =>
    l.text.replace(/^\s*ph(?:ụ|u)\s*l(?:ụ|u)c\s*(?:số\s*)?(?:\d{1,2}|[IVX]{1,5}(?![\p{L}]))\s*[.:–-]?\s*/iu, ''),
  );
  texts.forEach((text, i) => {
    for (const candidate of [text, `${text} ${texts[i + 1] ?? ''}`.trim()]) {
      if (candidate.length < 8 || candidate.length > 200) continue;
      const score = titleLikeness(candidate, prepared);
      if (score > best.score) best = { score, title: candidate };
    }
  });
  return best;
}

const titleJudges = new WeakMap<PreparedTemplate, (text: string) => number>();

function titleLikeness(text: string, prepared: PreparedTemplate): number {
  let known = titleJudges.get(prepared);
  if (!known) {
    known = remember((candidate: string) => {
      const full = expandAbbreviations(candidate);
      return Math.max(
        ...prepared.titles.map((w) => {
          if (w.full === full) return 1;
          return Math.abs(w.full.length - full.length) > full.length / 2
            ? 0
            : similarityPrepared(prepare(full), w.prepared);
        }),
      );
    });
    titleJudges.set(prepared, known);
  }
  return known(text);
}
