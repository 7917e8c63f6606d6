import { writeXlsx, type WriteOptions } from 'hucre/xlsx';
import type { WorkbookWriter } from '../../app/ports';
import { columnName } from '../../core/model/address';
import type { OutputPlan, PagePlan } from '../../core/model/output-plan';
import { checkSheet } from './check-sheet';
import { finishParts, PROGRAM } from './finish-parts';
import { keepUnderscores, safeText } from './safe-text';
import { quoted, safeSheetNames } from './sheet-names';
import { FONT } from './to-style';
import { toSheet } from './to-sheet';

/** Equal plans must give equal bytes, so the file does not say when it was made; its report does. */
const FIXED_DATE = new Date(Date.UTC(2020, 0, 1));
/** Column widths are counted in digits of this size (Times New Roman 12: 8 pixels). */
const DEFAULT_SIZE = 12;

/**
 * Draws a plan as an .xlsx workbook with hucre. Texts can never become formulas; a plan that would hide a value throws.
 */
export function createXlsxWriter(): WorkbookWriter {
  return {
    async write(plan) {
      const written = safeSheetNames(plan.sheets.map((s) => s.name));
      const names = new Map(plan.sheets.map((s, i) => [s.name, written[i] ?? s.name]));
      if (names.size !== plan.sheets.length) throw new Error('Two sheets of the plan have the same name');
      plan.sheets.forEach(checkSheet);
      const parts = plan.sheets.map((sheet) => toSheet(sheet, plan.styles, names));
      const title = keepUnderscores(safeText(plan.title, 255).text);
      const bytes = await writeXlsx({
        sheets: parts.map((p) => p.sheet),
        namedRanges: printNames(plan, written),
        defaultFont: { name: FONT, size: DEFAULT_SIZE, family: 1 },
        properties: { title, creator: PROGRAM, lastModifiedBy: PROGRAM, created: FIXED_DATE, modified: FIXED_DATE },
      });
      return finishParts(
        bytes,
        plan.sheets.map((sheet, i) => ({ plan: sheet, locations: parts[i]?.locations ?? new Map() })),
        plan.attachments,
      );
    },
  };
}

/** Columns before rows, as Excel writes them. */
function printTitles({ repeatCols, repeatRows }: PagePlan): string[] {
  return [
    ...(repeatCols ? [`$${columnName(repeatCols.from)}:$${columnName(repeatCols.to)}`] : []),
    ...(repeatRows ? [`$${repeatRows.from + 1}:$${repeatRows.to + 1}`] : []),
  ];
}

/**
 * Print areas and repeated rows and columns. hucre would write these itself, but without quotes round "Phụ lục 2",
 * which Excel refuses.
 */
function printNames(plan: OutputPlan, written: readonly string[]): NonNullable<WriteOptions['namedRanges']> {
  const out: NonNullable<WriteOptions['namedRanges']> = [];
  plan.sheets.forEach((sheet, i) => {
    const scope = written[i] ?? sheet.name;
    const { area } = sheet.page;
    if (area)
      out.push({
        name: '_xlnm.Print_Area',
        scope,
        range: `${quoted(scope)}!$${absolute(area.left, area.top)}:$${absolute(area.right, area.bottom)}`,
      });
    const titles = printTitles(sheet.page).map((range) => `${quoted(scope)}!${range}`);
    if (titles.length > 0) out.push({ name: '_xlnm.Print_Titles', scope, range: titles.join(',') });
  });
  return out;
}

/** "C$13" of a column and row from 0. */
function absolute(col: number, row: number): string {
  return `${columnName(col)}$${row + 1}`;
}
