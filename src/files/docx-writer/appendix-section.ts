import { TableRow, type ISectionOptions, type Paragraph, type Table } from 'docx';
import type { CellPlan, OutputPlan, SheetPlan, StyleName } from '../../core/model/output-plan';
import { section, textWidth } from './page';
import { fixedTable, shares, tableCell } from './tables';
import { lookOf, paragraph, shownValue } from './words';

const ABOVE: ReadonlySet<StyleName> = new Set<StyleName>(['heading', 'title', 'reference']);
const SIGNED: ReadonlySet<StyleName> = new Set<StyleName>(['signature', 'signatureNote']);

/** Place in the navigation pane and for screen readers, without changing the look. */
const OUTLINE: Partial<Record<StyleName, { outlineLevel: number }>> = {
  heading: { outlineLevel: 0 },
  title: { outlineLevel: 1 },
};

/** One step of indent in a cell, in dxa: 1.4 mm. */
const INDENT = 80;

type Styles = OutputPlan['styles'];

/**
 * One appendix as a section: the lines above, the table with its header repeated on every page, footnotes, signature
 * block.
 */
export function appendixSection(sheet: SheetPlan, styles: Styles): ISectionOptions {
  const shown = sheet.cells.filter((c) => c.value !== null && c.value !== '');
  const lines = (test: (style: StyleName) => boolean): CellPlan[] =>
    shown.filter((c) => test(c.style)).sort((a, b) => a.row - b.row || a.col - b.col);
  const width = textWidth(sheet.page);
  const signed = lines((s) => SIGNED.has(s));
  const above = lines((s) => ABOVE.has(s)).map((c) =>
    paragraph(
      String(c.value),
      { ...lookOf(styles[c.style]), after: 2 },
      { keepNext: true, ...(OUTLINE[c.style] ?? {}) },
    ),
  );
  const below = lines((s) => s === 'footnote').map((c) =>
    paragraph(String(c.value), { ...lookOf(styles[c.style]), before: 2 }, { keepNext: signed.length > 0 }),
  );
  return section(sheet.page, [
    ...above,
    paragraph('', { size: 6 }, { keepNext: true }),
    bodyTable(sheet, styles, width, signed.length > 0),
    ...below,
    paragraph('', { size: 6 }, { keepNext: true }),
    ...(signed.length > 0 ? [signatureTable(sheet, signed, styles, width)] : []),
  ]);
}

/** The rows of the plan that are a table: all but titles, footnotes and signature. */
function bodyTable(sheet: SheetPlan, styles: Styles, width: number, keepLast: boolean): Table {
  const cells = sheet.cells.filter((c) => !ABOVE.has(c.style) && !SIGNED.has(c.style) && c.style !== 'footnote');
  const rows = [...new Set(cells.map((c) => c.row))].sort((a, b) => a - b);
  const at = new Map(cells.map((c) => [`${c.row},${c.col}`, c]));
  const widths = shares(sheet.widths, width);
  const repeat = sheet.page.repeatRows;
  const covered = new Set<string>();
  const made = rows.map((r, i) => {
    const keepNext = keepLast && i === rows.length - 1;
    const rowCells = sheet.widths.flatMap((_, c) => {
      if (covered.has(`${r},${c}`)) return [];
      const area = sheet.merges.find((m) => m.top === r && m.left === c) ?? { top: r, left: c, bottom: r, right: c };
      for (let y = area.top; y <= area.bottom; y++)
        for (let x = area.left; x <= area.right; x++) covered.add(`${y},${x}`);
      return [
        drawCell(
          at.get(`${r},${c}`),
          styles,
          widths.slice(area.left, area.right + 1).reduce((a, b) => a + b, 0),
          area,
          keepNext,
        ),
      ];
    });
    return new TableRow({
      children: rowCells,
      cantSplit: true,
      ...(repeat && r >= repeat.from && r <= repeat.to ? { tableHeader: true } : {}),
    });
  });
  return fixedTable(widths, made, true);
}

function drawCell(
  cell: CellPlan | undefined,
  styles: Styles,
  width: number,
  area: { top: number; left: number; bottom: number; right: number },
  keepNext: boolean,
): ReturnType<typeof tableCell> {
  const style = styles[cell?.style ?? 'empty'];
  const text = paragraph(shownValue(cell?.value ?? null, style), lookOf(style), {
    keepNext,
    ...(style.align.indent
      ? {
          indent:
            style.align.h === 'right' ? { right: style.align.indent * INDENT } : { left: style.align.indent * INDENT },
        }
      : {}),
  });
  return tableCell([text], width, {
    columnSpan: area.right - area.left + 1,
    rowSpan: area.bottom - area.top + 1,
    top: style.align.v === 'top',
  });
}

/** The signature block where the plan has it, side by side with whoever drew up the form. */
function signatureTable(sheet: SheetPlan, signed: readonly CellPlan[], styles: Styles, width: number): Table {
  const split = Math.max(...signed.map((c) => c.col));
  const widths = shares(sheet.widths, width);
  const left = widths.slice(0, split).reduce((a, b) => a + b, 0);
  const [first, last] = [signed[0]?.row ?? 0, signed[signed.length - 1]?.row ?? 0];
  const block = (own: readonly CellPlan[]): Paragraph[] =>
    Array.from({ length: last - first + 1 }, (_, i) => {
      const cell = own.find((c) => c.row === first + i);
      const keepNext = i < last - first;
      // Lines without a text are as high as the others, so that both names stand on one line.
      return cell
        ? paragraph(String(cell.value), { ...lookOf(styles[cell.style]), after: 1 }, { keepNext })
        : paragraph('', { size: styles.signature.font.size, after: 1 }, { keepNext });
    });
  const right = tableCell(block(signed.filter((c) => c.col >= split)), width - left, { top: true });
  const cells =
    left > 0 ? [tableCell(block(signed.filter((c) => c.col < split)), left, { top: true }), right] : [right];
  return fixedTable(
    left > 0 ? [left, width - left] : [width],
    [new TableRow({ children: cells, cantSplit: true })],
    false,
  );
}
