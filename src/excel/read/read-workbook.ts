import { columnName, parseAreaName, parseCellName } from '../../core/model/address';
import type { Area, Cell, Grid, Span } from '../../core/model/grid';
import { isResult, liveSheets, type SheetInfo } from '../book/inspect';
import { refuse } from '../failure';
import { supports } from '../requirements';
import type { Session } from '../run-excel';
import { settle } from '../steps/settle';
import { isInvisible } from './is-invisible';
import { toCell } from './to-cell';

/** Cells asked for in one request: with contents, text, format and look about 250 bytes each, so well below 5 MB. */
const CELLS_PER_REQUEST = 12_000;
/**
 * A workbook of forms has some thousands of cells; beyond this it is something else, and Excel would stand still for
 * minutes.
 */
const MOST_CELLS = 600_000;

interface Part {
  info: SheetInfo;
  index: number;
  used: Excel.Range;
  merges: Excel.RangeAreas;
  rows: Hidden;
  cols: Hidden;
  notes: Note[];
  cells: Cell[];
}
interface Hidden {
  known: boolean | null;
  result?: OfficeExtension.ClientResult<{ rowHidden?: boolean; columnHidden?: boolean }[]>;
}
interface Note {
  place: Excel.Range;
  text: string;
}

/** Evidence sheets of ours are no forms: in the workbook as a whole they are left out, as are put-aside sheets. */
function wanted(sheets: readonly SheetInfo[], scope: 'active-sheet' | 'workbook', active: string): SheetInfo[] {
  if (scope === 'active-sheet') return sheets.filter((s) => s.name === active);
  return sheets.filter((s) => !isResult(s) || s.mark!.key.startsWith('appendix:'));
}

/** The open sheets as grids, as a file reader would give them. */
export async function readWorkbook(
  session: Session,
  scope: 'active-sheet' | 'workbook',
): Promise<{ name: string; active: string; grids: Grid[] }> {
  const book = await settle(session);
  const live = liveSheets(book);
  const parts = wanted(live, scope, book.active).map((info) => ask(info, live.indexOf(info)));
  await session.sync();
  const filled = parts.filter((p) => !p.used.isNullObject);
  const total = filled.reduce((n, p) => n + (p.used.cellCount < 0 ? Infinity : p.used.cellCount), 0);
  if (total > MOST_CELLS)
    refuse(
      'too-large',
      `Bảng tính có hơn ${MOST_CELLS.toLocaleString('vi-VN')} ô trong vùng có dữ liệu nên không đọc trực tiếp ` +
        'được. Hãy kiểm tra từng trang, hoặc thêm tệp này ở mục Tổng hợp.',
    );
  for (const part of filled) askMore(part);
  await readCells(session, filled);
  return { name: book.name, active: book.active, grids: parts.map(toGrid) };
}

function ask(info: SheetInfo, index: number): Part {
  const used = info.sheet.getUsedRangeOrNullObject(true);
  used.load([
    'rowIndex',
    'columnIndex',
    'rowCount',
    'columnCount',
    'cellCount',
    'rowHidden',
    'columnHidden',
    'format/font/name',
    'format/font/color',
    'format/font/strikethrough',
    'format/fill/color',
  ]);
  info.sheet.autoFilter.load('isDataFiltered');
  info.sheet.comments.load('items/content');
  if (supports('ExcelApi', '1.18')) info.sheet.notes.load('items/content');
  const merges = used.getMergedAreasOrNullObject();
  merges.areas.load('items/rowIndex,items/columnIndex,items/rowCount,items/columnCount');
  return { info, index, used, merges, rows: { known: null }, cols: { known: null }, notes: [], cells: [] };
}

/** What could only be asked once it was known that there is something. */
function askMore(part: Part): void {
  const {
    used,
    info: { sheet },
  } = part;
  part.rows.known = used.rowHidden as boolean | null;
  part.cols.known = used.columnHidden as boolean | null;
  if (part.rows.known === null) part.rows.result = used.getRowProperties({ rowHidden: true });
  if (part.cols.known === null) part.cols.result = used.getColumnProperties({ columnHidden: true });
  const notes: { content: string; getLocation(): Excel.Range }[] = [
    ...sheet.comments.items,
    ...(supports('ExcelApi', '1.18') ? sheet.notes.items : []),
  ];
  for (const note of notes) {
    const place = note.getLocation();
    place.load('address');
    part.notes.push({ place, text: note.content });
  }
}

interface Block {
  part: Part;
  top: number;
  range: Excel.Range;
  looks: OfficeExtension.ClientResult<Excel.CellProperties[][]> | null;
}

/** Cells in blocks of whole rows, as many sheets in one request as fit. */
async function readCells(session: Session, parts: readonly Part[]): Promise<void> {
  let blocks: Block[] = [];
  let room = CELLS_PER_REQUEST;
  const send = async (): Promise<void> => {
    await session.sync();
    for (const block of blocks) take(block);
    blocks = [];
    room = CELLS_PER_REQUEST;
  };
  for (const part of parts) {
    const { used } = part;
    for (let top = 0; top < used.rowCount;) {
      if (room < used.columnCount && blocks.length) await send();
      const rows = Math.min(used.rowCount - top, Math.max(1, Math.floor(room / used.columnCount)));
      blocks.push(askBlock(part, top, rows));
      room -= rows * used.columnCount;
      top += rows;
    }
  }
  await send();
}

function askBlock(part: Part, top: number, rows: number): Block {
  const { used, info } = part;
  const range = info.sheet.getRangeByIndexes(used.rowIndex + top, used.columnIndex, rows, used.columnCount);
  range.load('values,formulas,text,numberFormat,valueTypes');
  // One look for all cells needs no question about each.
  const { font, fill } = used.format;
  const alike = font.name !== null && font.color !== null && font.strikethrough !== null && fill.color !== null;
  const looks = alike
    ? null
    : range.getCellProperties({
        format: { font: { name: true, color: true, strikethrough: true }, fill: { color: true } },
      });
  return { part, top, range, looks };
}

function take({ part, top, range, looks }: Block): void {
  const { used } = part;
  const { values, formulas, text, numberFormat, valueTypes } = range;
  const common = {
    name: used.format.font.name,
    hidden: isInvisible(used.format.font.color, used.format.fill.color),
    struck: used.format.font.strikethrough,
  };
  values.forEach((row, r) =>
    row.forEach((value: unknown, c) => {
      const look = looks?.value[r]?.[c]?.format;
      const cell = toCell(used.rowIndex + top + r, used.columnIndex + c, {
        value,
        formula: formulas[r]?.[c],
        text: text[r]?.[c] ?? '',
        format: String(numberFormat[r]?.[c] ?? 'General'),
        error: valueTypes[r]?.[c] === 'Error',
        font: look ? look.font?.name : common.name,
        invisible: look ? isInvisible(look.font?.color, look.fill?.color) : common.hidden,
        struck: look ? look.font?.strikethrough : common.struck,
      });
      if (cell) part.cells.push(cell);
    }),
  );
}

function toGrid(part: Part): Grid {
  const { info, index, used, cells } = part;
  const visibility = ({ Visible: 'visible', Hidden: 'hidden', VeryHidden: 'veryHidden' } as const)[info.visibility];
  const grid: Grid = {
    sheet: info.name,
    index,
    visibility,
    cells,
    merges: mergesOf(part),
    hiddenRows: [],
    hiddenCols: [],
  };
  if (!used.isNullObject) {
    grid.hiddenRows = spans(part.rows, used.rowIndex, used.rowCount, (p) => p.rowHidden === true);
    grid.hiddenCols = spans(part.cols, used.columnIndex, used.columnCount, (p) => p.columnHidden === true);
  }
  if (info.sheet.autoFilter.isDataFiltered) grid.filtered = true;
  // "[Số liệu.xlsx]Sheet1!A1", with or without a folder before it.
  if (cells.some((c) => c.formula !== undefined && /\[[^\][]{1,260}\.xl\w{1,4}\][^!]{0,300}!/i.test(c.formula)))
    grid.externalLinks = true;
  addNotes(part, grid);
  return grid;
}

function mergesOf({ merges, used }: Part): Area[] {
  if (used.isNullObject || merges.isNullObject) return [];
  return merges.areas.items.map((a) => ({
    top: a.rowIndex,
    left: a.columnIndex,
    bottom: a.rowIndex + a.rowCount - 1,
    right: a.columnIndex + a.columnCount - 1,
  }));
}

function spans(
  { known, result }: Hidden,
  from: number,
  count: number,
  isHidden: (p: { rowHidden?: boolean; columnHidden?: boolean }) => boolean,
): Span[] {
  if (known === true) return [{ from, to: from + count - 1 }];
  const out: Span[] = [];
  (result?.value ?? []).forEach((p, i) => {
    if (!isHidden(p)) return;
    const last = out.at(-1);
    if (last && last.to === from + i - 1) last.to = from + i;
    else out.push({ from: from + i, to: from + i });
  });
  return out;
}

function addNotes({ notes, cells }: Part, grid: Grid): void {
  if (notes.length === 0) return;
  const byName = new Map(cells.map((c) => [`${columnName(c.col)}${c.row + 1}`, c]));
  for (const { place, text } of notes) {
    const local = place.address.slice(place.address.lastIndexOf('!') + 1);
    const at = parseCellName(local) ?? parseAreaName(local);
    const cell =
      at && byName.get('row' in at ? `${columnName(at.col)}${at.row + 1}` : `${columnName(at.left)}${at.top + 1}`);
    if (cell) cell.comment = cell.comment === undefined ? text : `${cell.comment}\n${text}`;
    else if (at)
      (grid.notes ??= []).push({
        ...('row' in at ? { row: at.row, col: at.col } : { row: at.top, col: at.left }),
        text,
      });
  }
}
