import type { Cell } from '../../core/model/grid';
import { decodeLegacy } from '../../core/text/decode-legacy';
import { judgeLegacy, type LegacyVerdict } from '../../core/text/judge-legacy';
import { legacyEncodingOf, type LegacyEncoding } from '../../core/text/legacy-font';

/** Text of a cell that is in one encoding throughout; null where its font is not an old one. */
export interface Segment {
  text: string;
  encoding: LegacyEncoding | null;
  verdict: LegacyVerdict;
}

/**
 * The parts of a text cell by encoding, or null where none of it is in an old font. Numbers, dates and errors are never
 * looked at.
 */
export function legacySegments(cell: Cell): Segment[] | null {
  if (cell.kind !== 'text') return null;
  const text = String(cell.value);
  if (!cell.runs) {
    const encoding = legacyEncodingOf(cell.font);
    return encoding === null ? null : [segment(text, encoding)];
  }
  const parts: { text: string; encoding: LegacyEncoding | null }[] = [];
  for (const run of cell.runs) {
    const encoding = legacyEncodingOf(run.font ?? cell.font);
    const last = parts[parts.length - 1];
    // A letter of VNI may be cut in two by a change from bold to regular.
    if (last && last.encoding === encoding) last.text += run.text;
    else parts.push({ text: run.text, encoding });
  }
  if (parts.every((p) => p.encoding === null)) return null;
  // A reader that drops blanks between runs leaves no safe way to tell which letters have which font.
  if (parts.map((p) => p.text).join('') !== text) return wholeText(text, parts);
  return parts.map((p) => segment(p.text, p.encoding));
}

function wholeText(text: string, parts: readonly { encoding: LegacyEncoding | null }[]): Segment[] {
  const used = new Set(parts.map((p) => p.encoding));
  const only = used.size === 1 ? ([...used][0] ?? null) : null;
  return [only ? segment(text, only) : { text, encoding: null, verdict: 'mixed' }];
}

function segment(text: string, encoding: LegacyEncoding | null): Segment {
  return { text, encoding, verdict: encoding === null ? 'plain' : judgeLegacy(text, encoding) };
}

/**
 * The text of the segments in Unicode. Parts that are Unicode already stay; those that could be either are decoded when
 * `decodeEither` is set, since the font is the better witness.
 */
export function joinDecoded(segments: readonly Segment[], decodeEither: boolean): string {
  return segments
    .map((s) => {
      const decode = s.encoding !== null && (s.verdict === 'legacy' || (s.verdict === 'either' && decodeEither));
      return decode ? decodeLegacy(s.text, s.encoding!) : s.text;
    })
    .join('');
}

/** The same cell with its text in Unicode; it has no old font any more, so that nothing decodes it twice. */
export function withText(cell: Cell, text: string): Cell {
  const { font: _font, runs: _runs, ...rest } = cell;
  return { ...rest, value: text, text };
}
