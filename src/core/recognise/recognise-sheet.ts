import type { Appendix } from '../model/appendix';
import type { Grid } from '../model/grid';
import { viewGrid, type GridView } from '../model/grid-view';
import type { FoundTable, OutsideTables } from '../model/table-line';
import type { Issue } from '../model/issue';
import { cellName, parseCellName } from '../model/address';
import type { Template } from '../templates/schema';
import { buildAppendix } from './build-appendix';
import { draftTable, type ScoredDraft } from './draft-table';
import { findHeaders, headerVocabulary, type HeaderBlock, type HeaderVocabulary } from './find-headers';
import { readHeading, titleScore, type Heading } from './find-title';
import { headlessDraft, headlessForm, headlessIssue } from './headless';
import { leftovers, type Leftover } from './leftovers';
import { listTables, unknownTableIssue } from './list-tables';
import { prepareTemplate, type PreparedTemplate } from './prepared-template';
import { firstWordsOf, splitRegions, type FirstWords } from './split-regions';

/** A piece of text that may name the sender or the period; `of`: id of the table that it belongs to. */
export interface SheetClue {
  kind: 'letterhead' | 'reference' | 'signature' | 'title';
  text: string;
  of: string;
}

/** What was recognised on one sheet, and every table that was not. */
export interface RecognisedSheet {
  appendices: Appendix[];
  clues: SheetClue[];
  /** About the sheet as a whole. */
  issues: Issue[];
  /** Tables that look like a form but were not safe enough: each is also an issue. */
  doubtful: number;
  /** Every table on the sheet, also those that no form took; and what stands beside them. */
  tables: FoundTable[];
  outside: OutsideTables;
}

/** A fit below this is no appendix. */
const FIT_FLOOR = 0.5;
/** Two templates closer than this are not told apart. */
const FIT_MARGIN = 0.06;
/** A line this like a form's title is that title. */
const SAYS_TITLE = 0.85;
/** A table of a form's rows under other columns is told, and not taken. */
const NOT_TAKEN = 0.49;
/** A table that fits this much and is refused deserves a word. */
const FIT_HINT = 0.32;
/**
 * Headers of one sheet that are tried in vain, and headers looked at below one: 190 senders under each other have
 * fewer, and a sheet that only repeats its header ends soon. What no table took is told all the same.
 */
const MOST_IN_VAIN = 120;
const MOST_AHEAD = 200;

/** Blocks of figures without a header that are looked into; the rest is told as it stands. */
const MOST_LEFT = 40;

interface Known {
  prepared: PreparedTemplate[];
  vocabulary: HeaderVocabulary;
  first: FirstWords;
}

const known = new WeakMap<readonly Template[], Known>();

function knownOf(templates: readonly Template[]): Known {
  let found = known.get(templates);
  if (!found) {
    const prepared = templates.map(prepareTemplate);
    found = { prepared, vocabulary: headerVocabulary(prepared), first: firstWordsOf(prepared) };
    known.set(templates, found);
  }
  return found;
}

/**
 * Finds the appendices on one sheet by what stands there: title, header tree and row wordings are scored together for
 * every template, and the best one is taken when it is good enough and clearly ahead. Says why. Figures that no form
 * took are told.
 */
export function recogniseSheet(
  grid: Grid,
  file: string,
  templates: readonly Template[],
  year: number | null = null,
): RecognisedSheet {
  const forms = knownOf(templates);
  const view = viewGrid(grid);
  const result: RecognisedSheet = {
    appendices: [],
    clues: [],
    issues: [],
    doubtful: 0,
    tables: [],
    outside: { sheet: grid.sheet, cells: 0, figures: 0, at: [] },
  };
  const blocks = findHeaders(view, forms.vocabulary);
  const regions = splitRegions(view, blocks, forms.first);
  for (const region of regions)
    recogniseRegion(
      region,
      region === view ? blocks : findHeaders(region, forms.vocabulary),
      { file, year },
      forms,
      result,
    );
  readHeadless(view, file, forms, result);
  const { tables, outside } = listTables(view, file, result.appendices, templates);
  for (const table of tables) {
    const issue = unknownTableIssue(view, file, table, result.issues);
    if (issue) result.issues.push(issue);
  }
  return { ...result, tables, outside };
}

/** Tables of one part of a sheet, one below the other. */
function recogniseRegion(
  view: GridView,
  blocks: readonly HeaderBlock[],
  { file, year }: { file: string; year: number | null },
  forms: Known,
  result: RecognisedSheet,
): void {
  const grid = view.grid;
  const lastRow = view.rows[view.rows.length - 1] ?? 0;
  const before = result.appendices.length;
  let floor = 0;
  let vain = 0;
  for (let i = 0; i < blocks.length && vain < MOST_IN_VAIN;) {
    const block = blocks[i]!;
    const heading = readHeading(view, block, floor, grid.sheet);
    const ahead = blocks.slice(i + 1, i + 1 + MOST_AHEAD);
    const limit = (blocks[i + 1 + MOST_AHEAD]?.top ?? lastRow + 1) - 1;
    const drafts = forms.prepared
      .map((p) => draftTable({ view, file, prepared: p, block, heading, limit, blocks: ahead, year }))
      .filter((d): d is ScoredDraft => d !== null)
      .sort((a, b) => b.fit - a.fit);
    // Another form is not taken for one that it resembles; a list of fields has nothing but its columns to be known by.
    const own = drafts.filter((d) => !d.foreign);
    const [best, second] = own.length > 0 ? own : drafts.filter((d) => d.prepared.template.rowMode === 'fixed');
    if (best?.foreign) best.fit = Math.min(best.fit, NOT_TAKEN);
    if (!best || best.fit < FIT_FLOOR) {
      if (best && best.fit >= FIT_HINT) noteDoubt(result, file, grid, block, best, second);
      vain++;
      do i++;
      while (i < blocks.length && repeats(view, blocks[i - 1]!, blocks[i]!));
      continue;
    }
    const close = second && second.fit >= FIT_FLOOR && best.fit - second.fit < FIT_MARGIN;
    if (close) noteDoubt(result, file, grid, block, best, second);
    const other = otherTitle(best, heading, forms);
    if (other) best.titleOf = other;
    const appendix = buildAppendix(best);
    result.appendices.push(appendix);
    addClues(result, heading, appendix.id);
    floor = Math.max(appendix.area.bottom, block.bottom) + 1;
    while (i < blocks.length && blocks[i]!.top < floor) i++;
  }
  if (result.appendices.length > before) addSignature(result, view, floor);
}

/** A header right under its own copy: what it is the head of, the copy was tried with. */
function repeats(view: GridView, block: HeaderBlock, next: HeaderBlock): boolean {
  const text = (b: HeaderBlock): string =>
    view
      .row(b.top)
      .map((c) => `${c.col}:${c.text}`)
      .join('|');
  return (
    next.top === block.bottom + 1 &&
    next.left === block.left &&
    next.right === block.right &&
    text(next) === text(block)
  );
}

/**
 * The template whose title stands above a table that was read as another one; undefined where the title agrees or says
 * nothing.
 */
function otherTitle(best: ScoredDraft, heading: Heading, forms: Known): string | undefined {
  if (best.title !== '') return undefined;
  return forms.prepared.find((p) => p !== best.prepared && titleScore(heading, p).score >= SAYS_TITLE)?.template.id;
}

/** Rows of a form without its header, among the figures that no table holds: read where sums prove the columns. */
function readHeadless(view: GridView, file: string, forms: Known, result: RecognisedSheet): void {
  const { grid } = view;
  const areas = result.appendices.map((a) => ({ ...a.area, top: a.header.top }));
  const covered = (row: number, col: number): boolean =>
    areas.some((a) => row >= a.top && row <= a.bottom && col >= a.left && col <= a.right);
  const told = (box: Leftover): boolean =>
    result.issues.some(
      (i) =>
        i.rule === 'template-uncertain' &&
        i.params?.['refused'] === true &&
        i.at.cell !== undefined &&
        near(i.at.cell, box),
    );
  let boxes = leftovers(view, covered).filter((b) => !told(b));
  for (let tried = 0; boxes.length > 0; tried++) {
    const box = boxes.shift()!;
    areas.push(box);
    const form =
      tried >= MOST_LEFT
        ? null
        : headlessForm(view, box, forms.prepared, (row, col) =>
            areas.some((a) => a !== box && row >= a.top && row <= a.bottom && col >= a.left && col <= a.right),
          );
    const draft = form && headlessDraft(view, file, box, form);
    if (draft) {
      const appendix = buildAppendix(draft);
      result.appendices.push(appendix);
      addClues(result, draft.heading, appendix.id);
      // Figures beside what was read are looked at again.
      areas[areas.length - 1] = { ...appendix.area, top: appendix.header.top };
      boxes = leftovers(view, covered).filter((b) => !told(b));
    } else if (form) {
      result.issues.push(headlessIssue(file, grid.sheet, form));
      result.doubtful++;
    }
  }
}

/** The doubt already told stands at the head of these figures. */
function near(cell: string, box: { top: number; left: number; right: number }): boolean {
  const at = parseCellName(cell);
  return at !== null && box.top - at.row >= 0 && box.top - at.row <= 6 && at.col >= box.left - 3 && at.col <= box.right;
}

function noteDoubt(
  result: RecognisedSheet,
  file: string,
  grid: Grid,
  block: HeaderBlock,
  best: ScoredDraft,
  second: ScoredDraft | undefined,
): void {
  const chosen = best.fit >= FIT_FLOOR;
  if (!chosen) result.doubtful++;
  result.issues.push({
    rule: 'template-uncertain',
    severity: chosen ? 'warning' : 'error',
    at: { file, sheet: grid.sheet, cell: cellName(block.top, block.left), template: best.prepared.template.id },
    params: {
      score: round(best.fit),
      second: second?.prepared.template.id ?? null,
      secondScore: second ? round(second.fit) : null,
      refused: !chosen,
    },
  });
}

function addClues(result: RecognisedSheet, heading: Heading, of: string): void {
  const letterhead = heading.letterhead.join('\n');
  if (letterhead !== '') result.clues.push({ kind: 'letterhead', text: letterhead, of });
  if (heading.reference !== '') result.clues.push({ kind: 'reference', text: heading.reference, of });
  for (const line of heading.lines) {
    if (line.text !== heading.reference) result.clues.push({ kind: 'title', text: line.text, of });
  }
}

/** Lines below the last table: place and date, "GIÁM ĐỐC", names. */
function addSignature(result: RecognisedSheet, view: GridView, from: number): void {
  const of = result.appendices.at(-1)!.id;
  const lines = view.rows
    .filter((r) => r >= from)
    .slice(0, 12)
    .flatMap((r) => view.row(r).map((c) => c.text));
  if (lines.length > 0) result.clues.push({ kind: 'signature', text: lines.join('\n'), of });
}

const round = (x: number): number => Math.round(x * 1000) / 1000;
