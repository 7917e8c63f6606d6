import { columnName } from '../../core/model/address';
import type { PagePlan } from '../../core/model/output-plan';

/** Distance of the page number from the edge of the paper, as in the exported file. */
const HEADER_CM = 1;
/** Page number in size 13 (Nghị định 30/2020: 13–14), as in the exported file. */
const PAGE_NUMBER = '&"Times New Roman,Regular"&13&P';

/** Paper, margins, repeated rows and columns, page numbers. */
export function applyPage(sheet: Excel.Worksheet, page: PagePlan): void {
  const { pageLayout } = sheet;
  pageLayout.orientation = page.orientation === 'landscape' ? 'Landscape' : 'Portrait';
  pageLayout.paperSize = 'A4';
  pageLayout.centerHorizontally = true;
  if (page.fitWidth) pageLayout.zoom = { horizontalFitToPages: 1 };
  else if (page.scale) pageLayout.zoom = { scale: page.scale };
  const { top, bottom, left, right } = page.margins;
  const header = page.pageNumbers ? { header: HEADER_CM } : {};
  pageLayout.setPrintMargins('Centimeters', {
    top: top / 10,
    bottom: bottom / 10,
    left: left / 10,
    right: right / 10,
    ...header,
  });
  const { area, repeatRows, repeatCols } = page;
  if (area)
    pageLayout.setPrintArea(
      sheet.getRangeByIndexes(area.top, area.left, area.bottom - area.top + 1, area.right - area.left + 1),
    );
  if (repeatRows) pageLayout.setPrintTitleRows(sheet.getRange(`${repeatRows.from + 1}:${repeatRows.to + 1}`));
  if (repeatCols)
    pageLayout.setPrintTitleColumns(sheet.getRange(`${columnName(repeatCols.from)}:${columnName(repeatCols.to)}`));
  if (page.pageNumbers) {
    pageLayout.headersFooters.state = 'FirstAndDefault';
    pageLayout.headersFooters.defaultForAllPages.centerHeader = PAGE_NUMBER;
    pageLayout.firstPageNumber = 1;
  }
  for (const row of page.breaks ?? []) sheet.horizontalPageBreaks.add(`A${row + 1}`);
}
