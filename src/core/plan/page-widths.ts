import type { ConsolidatedRow } from '../model/consolidation';
import type { Template, TemplateColumn } from '../templates/schema';
import { lineCount, textWidth } from './measure';
import { STYLES } from './styles';

/** What fits across A4 landscape between margins of 30 and 15 mm at full size: 252 mm of 6-point characters. */
const PAGE_CHARS = 118;
/**
 * A count column may grow by this much, in characters, so that its heading ("Cấp huyện") stays on one line; a share has
 * a long heading.
 */
const GROWTH = 3;
/** A date column shows a sentence in the result ("23 đơn vị ban hành; sớm nhất …"), so it gets this much more. */
const SENTENCE = 8;
/** Shares of the room for the label that are tried where a form has notes too. */
const SHARES = [0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8];

/**
 * Column widths in characters that fill the page exactly; label and notes share what is left so that the table is as
 * short as can be.
 */
export function pageWidths(template: Template, rows: readonly ConsolidatedRow[]): number[] {
  const { columns } = template;
  const fixed = columns.map((c) => (isFlexible(c) ? 0 : fixedWidth(c)));
  const room = PAGE_CHARS - fixed.reduce((a, b) => a + b, 0);
  const flexible = columns.filter(isFlexible);
  const asked = flexible.reduce((n, c) => n + c.width, 0);
  if (flexible.length === 0 || room < asked / 2) return columns.map((c) => c.width);
  const [label, note] = [columns.find((c) => c.role === 'label'), columns.find((c) => c.role === 'note')];
  const share = flexible.length === 2 && label && note ? bestShare(rows, note.key, room, label.width / asked) : null;
  return columns.map((c, i) => {
    if (!isFlexible(c)) return fixed[i] ?? c.width;
    const width = share === null ? (c.width / asked) * room : room * (c === label ? share : 1 - share);
    return Math.floor(width * 10) / 10;
  });
}

const isFlexible = (c: TemplateColumn): boolean => c.role === 'label' || c.role === 'note';

function fixedWidth(column: TemplateColumn): number {
  if (column.role === 'date') return column.width + SENTENCE;
  if (column.role === 'percent') return column.width + GROWTH;
  if (column.role !== 'total' && column.role !== 'level') return column.width;
  const heading = textWidth(column.header[column.header.length - 1] ?? '', STYLES.header.font) / 6 + 1.5;
  return Math.min(Math.max(column.width, Math.ceil(heading)), column.width + GROWTH);
}

function bestShare(rows: readonly ConsolidatedRow[], note: string, room: number, wanted: number): number {
  let best = { share: wanted, lines: Infinity };
  for (const share of SHARES) {
    let lines = 0;
    for (const row of rows) {
      const value = row.figures[note]?.value;
      const ofNote = typeof value === 'string' ? lineCount(value, room * (1 - share), STYLES.note.font) : 1;
      lines += Math.max(lineCount(row.label, room * share, STYLES.label.font), ofNote);
    }
    const nearer = Math.abs(share - wanted) < Math.abs(best.share - wanted);
    if (lines < best.lines || (lines === best.lines && nearer)) best = { share, lines };
  }
  return best.share;
}
