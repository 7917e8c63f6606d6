import { parseAreaName, parseCellName } from '../../src/core/model/address';
import type { Book, BookCell } from './book';

/** Text as Excel writes it into a page: blanks that count are entities. */
const words = (text: string): string =>
  text
    .replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]!)
    .replace(/^ | $/g, '&nbsp;')
    .replace(/\n/g, '<br>');

function cellHtml(cell: BookCell | undefined, spans: string): string {
  if (!cell) return `<td${spans}></td>`;
  const style = cell.font ? ` style='font-family:"${cell.font}", serif;color:black'` : '';
  const text = cell.runs
    ? cell.runs.map((r) => (r.font ? `<font face="${r.font}">${words(r.text)}</font>` : words(r.text))).join('')
    : words(String(cell.value ?? ''));
  return `<td${spans}${style}>${text}</td>`;
}

/** One table per sheet of the book. */
export function makeHtml(book: Book): Uint8Array {
  const tables = book.sheets.map((sheet) => {
    const merges = (sheet.merges ?? []).map((m) => parseAreaName(m)!);
    const cells = new Map(
      sheet.cells.map((c) => {
        const p = parseCellName(c.at)!;
        return [`${p.row},${p.col}`, c];
      }),
    );
    const places = [
      ...sheet.cells.map((c) => parseCellName(c.at)!),
      ...merges.map((m) => ({ row: m.bottom, col: m.right })),
    ];
    const hiddenCols = (sheet.hiddenCols ?? []).map((c) => parseCellName(`${c}1`)!.col);
    const height = Math.max(0, ...places.map((p) => p.row)) + 1;
    const width = Math.max(0, ...places.map((p) => p.col), ...hiddenCols) + 1;
    let html = '<table border=0>\r\n';
    for (let c = 0; c < width; c++) html += `<col width=64${hiddenCols.includes(c) ? " style='display:none'" : ''}>`;
    for (let r = 0; r < height; r++) {
      html += `<tr height=20${sheet.hiddenRows?.includes(r + 1) ? " style='display:none'" : ''}>`;
      for (let c = 0; c < width; c++) {
        const merge = merges.find((m) => r >= m.top && r <= m.bottom && c >= m.left && c <= m.right);
        if (merge && (merge.top !== r || merge.left !== c)) continue;
        html += cellHtml(
          cells.get(`${r},${c}`),
          merge ? ` colspan=${merge.right - merge.left + 1} rowspan="${merge.bottom - merge.top + 1}"` : '',
        );
      }
      html += '</tr>\n';
    }
    return `${html}</table>`;
  });
  return new TextEncoder().encode(
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta ' +
      `charset=utf-8><style>td{color:black}</style></head><body>${tables.join('')}</body></html>`,
  );
}
