import { AlignmentType, Paragraph, TextRun, type IParagraphOptions } from 'docx';
import type { Style } from '../../core/model/output-plan';
import { safeText } from '../xlsx-writer/safe-text';

/** The font of administrative documents (Nghị định 30/2020). */
export const FONT = 'Times New Roman';
const POINT = 20;

/** How a paragraph looks; sizes in points. */
export interface Look {
  size: number;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  align?: 'left' | 'center' | 'right' | 'both';
  before?: number;
  after?: number;
}

const ALIGN = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  both: AlignmentType.BOTH,
} as const;

/** A paragraph of plain text; line breaks in it stay, and nothing in it can be more than text. */
export function paragraph(
  text: string,
  look: Look,
  more: Omit<IParagraphOptions, 'children' | 'text'> = {},
): Paragraph {
  const lines = safeText(text).text.split('\n');
  return new Paragraph({
    alignment: ALIGN[look.align ?? 'left'],
    spacing: { before: (look.before ?? 0) * POINT, after: (look.after ?? 0) * POINT },
    children: lines.map((line, i) => run(line, look, i > 0)),
    ...more,
  });
}

/** A piece of a paragraph. */
export function run(text: string, look: Look, onNewLine = false): TextRun {
  return new TextRun({
    text: safeText(text).text,
    font: FONT,
    size: look.size * 2,
    bold: look.bold ?? false,
    italics: look.italic ?? false,
    ...(look.underline ? { underline: {} } : {}),
    ...(onNewLine ? { break: 1 } : {}),
  });
}

/** The look of a style of a plan. */
export function lookOf(style: Style): Look {
  const { font, align } = style;
  return {
    size: font.size,
    bold: font.bold ?? false,
    italic: font.italic ?? false,
    underline: font.underline ?? false,
    align: align.h,
  };
}

/** A value as a workbook shows it in that style: 1234 is "1.234", 0.958 with a percent format "95,8%". */
export function shownValue(value: string | number | null, style: Style): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  const format = style.numberFormat ?? '';
  if (format.includes('%')) return `${grouped(value * 100, /\.(0+)%/.exec(format)?.[1]?.length ?? 0)}%`;
  return Number.isInteger(value) ? grouped(value, 0) : grouped(value, 6).replace(/,?0+$/, '');
}

function grouped(n: number, decimals: number): string {
  const [whole = '0', rest] = Math.abs(n).toFixed(decimals).split('.');
  const text = whole.replace(/\B(?=(\d{3})+$)/g, '.') + (rest ? `,${rest}` : '');
  return n < 0 && /[1-9]/.test(text) ? `-${text}` : text;
}
