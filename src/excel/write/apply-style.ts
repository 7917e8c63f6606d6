import type { Style } from '../../core/model/output-plan';
import { CALL_BYTES } from './packer';

/** The product's only font (Nghị định 30/2020). */
const FONT = 'Times New Roman';

const H = { left: 'Left', center: 'Center', right: 'Right' } as const;
const V = { top: 'Top', center: 'Center', bottom: 'Bottom' } as const;
const EDGES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideHorizontal', 'InsideVertical'] as const;

/** About how many bytes of a request applyStyle takes. */
export const STYLE_BYTES = 26 * CALL_BYTES;

/**
 * Gives a look to fresh cells: what is as Excel has it anyway is not said. Number formats are set elsewhere, as several
 * areas at once have none.
 */
export function applyStyle(format: Excel.RangeFormat, style: Style): void {
  const { font, align } = style;
  format.font.name = FONT;
  format.font.size = font.size;
  if (font.bold) format.font.bold = true;
  if (font.italic) format.font.italic = true;
  // Said also where it is plain black: a hyperlink turns its cell blue and underlined.
  if (font.underline) format.font.underline = 'Single';
  if (font.color) format.font.color = `#${font.color}`;
  format.horizontalAlignment = H[align.h];
  format.verticalAlignment = V[align.v];
  if (align.wrap) format.wrapText = true;
  if (align.indent) format.indentLevel = align.indent;
  if (style.fill) format.fill.color = `#${style.fill}`;
  if (!style.border) return;
  for (const edge of EDGES) {
    const border = format.borders.getItem(edge);
    border.style = 'Continuous';
    border.weight = style.border === 'hair' ? 'Hairline' : 'Thin';
  }
}
