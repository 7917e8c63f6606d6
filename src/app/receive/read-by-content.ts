import { cellName } from '../../core/model/address';
import type { Cell, Grid } from '../../core/model/grid';
import type { Issue } from '../../core/model/issue';
import type { RecognisedSheet } from '../../core/recognise/recognise-sheet';
import { decodeLegacy } from '../../core/text/decode-legacy';
import { judgeLegacy } from '../../core/text/judge-legacy';
import { repair, withDecodedLines } from './decode-grids';
import { withText } from './legacy-cell';

/** A sheet that became a form by decoding texts whose fonts say nothing. */
export interface SecondReading {
  grid: Grid;
  sheet: RecognisedSheet;
  issues: Issue[];
}

const NAMES = { tcvn3: 'TCVN3 (ABC)', vni: 'VNI' } as const;
const HIGH = /[\u00A1-\u00FF]/;
/**
 * Without a font as witness the form must fit this well after decoding; found forms of the samples have 0.95 and more.
 */
const CERTAIN = 0.9;
/** This many texts that are Vietnamese only when decoded are worth a second attempt. */
const TEXTS = 3;

/**
 * Tries a sheet in which nothing was recognised for certain as TCVN3 and as VNI text, and takes what makes forms of it
 * beyond doubt; null where neither does. Costs little for sheets whose texts are Vietnamese as they stand: they are not
 * tried.
 */
export function readByContent(
  grid: Grid,
  first: RecognisedSheet,
  recognise: (grid: Grid) => RecognisedSheet,
): SecondReading | null {
  // Long VNI texts look enough like what they mean for some of a form to be found, wrongly cut.
  if (first.appendices.some((a) => a.confidence >= CERTAIN)) return null;
  let best: SecondReading | null = null;
  let certainty = 0;
  for (const encoding of ['tcvn3', 'vni'] as const) {
    const reading = decodeAll(grid, encoding);
    if (!reading) continue;
    const sheet = recognise(reading.grid);
    const confidence = Math.max(0, ...sheet.appendices.map((a) => a.confidence));
    if (confidence < CERTAIN || confidence <= certainty || sheet.appendices.length < first.appendices.length) continue;
    certainty = confidence;
    const params = {
      before: null,
      after: null,
      kind: 'font-by-content',
      encoding: NAMES[encoding],
      count: reading.issues.length,
    };
    const warning: Issue = { rule: 'text-repaired', severity: 'warning', at: { sheet: grid.sheet }, params };
    best = { grid: reading.grid, sheet, issues: [warning, ...reading.issues] };
  }
  return best;
}

function decodeAll(grid: Grid, encoding: 'tcvn3' | 'vni'): { grid: Grid; issues: Issue[] } | null {
  const issues: Issue[] = [];
  const verdicts = grid.cells.map((c) =>
    c.kind === 'text' && HIGH.test(String(c.value)) ? judgeLegacy(String(c.value), encoding) : null,
  );
  const legacy = verdicts.filter((v) => v === 'legacy').length;
  if (legacy < TEXTS || legacy <= verdicts.filter((v) => v === 'unicode' || v === 'mixed').length) return null;
  const cells = grid.cells.map((cell, i): Cell => {
    if (verdicts[i] !== 'legacy' && verdicts[i] !== 'either') return cell;
    const before = String(cell.value);
    const after = decodeLegacy(before, encoding);
    if (after === before) return cell;
    issues.push(repair({ sheet: grid.sheet, cell: cellName(cell.row, cell.col) }, 'font-decoded', before, after));
    return withText(cell, after);
  });
  return { grid: withDecodedLines({ ...grid, cells }, encoding, issues), issues };
}
