import type { CellStyle } from 'hucre/xlsx';
import type { Style } from '../../core/model/output-plan';

/** The font of administrative documents (Nghị định 30/2020). */
export const FONT = 'Times New Roman';

const solid = (rgb: string): CellStyle['fill'] => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } });

/**
 * Our style as hucre's. `asText` marks a cell whose text must never be taken for a formula: hucre knows no quotePrefix,
 * so the mark travels as an explicit "locked" (which cells are anyway) and finish-parts turns it into quotePrefix.
 */
export function toStyle(style: Style, asText: boolean): CellStyle {
  const { font, align, border } = style;
  const side = border ? { style: border, color: { rgb: '000000' } } : undefined;
  return {
    font: {
      name: FONT,
      size: font.size,
      family: 1,
      ...(font.bold ? { bold: true } : {}),
      ...(font.italic ? { italic: true } : {}),
      ...(font.underline ? { underline: true } : {}),
      color: { rgb: font.color ?? '000000' },
    },
    alignment: {
      horizontal: align.h,
      vertical: align.v,
      ...(align.wrap ? { wrapText: true } : {}),
      ...(align.indent ? { indent: align.indent } : {}),
    },
    ...(side ? { border: { top: side, right: side, bottom: side, left: side } } : {}),
    ...(style.fill ? { fill: solid(style.fill) } : {}),
    ...(style.numberFormat ? { numFmt: style.numberFormat } : {}),
    ...(asText ? { protection: { locked: true } } : {}),
  };
}
