import { cellName } from '../../src/core/model/address';
import type { Area } from '../../src/core/model/grid';
import { formatText } from './formats';
import { colOf, rowOf } from './grid-store';
import type { ExcelHost } from './host';
import { DEFAULT_HEIGHT, DEFAULT_WIDTH } from './state';
import { STYLE_DEFAULTS, type Style } from './styles';

/** One cell as it would be drawn. */
export interface ShownCell {
  row: number;
  col: number;
  address: string;
  text: string;
  number: boolean;
  style: Style;
  comment?: string;
  link?: unknown;
}

/**
 * What a page needs to draw the workbook as a person sees it: tabs and the active (or asked for) sheet. Plain data,
 * indexes from 0, sizes in points.
 */
export interface Display {
  tabs: { name: string; active: boolean; hidden: boolean; color: string }[];
  sheet: {
    name: string;
    protected: boolean;
    gridlines: boolean;
    rows: number;
    cols: number;
    cells: ShownCell[];
    merges: Area[];
    colWidths: number[];
    rowHeights: number[];
    hiddenRows: number[];
    hiddenCols: number[];
    frozen: Area | null;
    filter: Area | null;
    selection: Area | null;
  };
}

export function display(host: ExcelHost, name?: string): Display {
  host.calc.settle();
  const { state } = host;
  const sheet = name === undefined ? state.active : host.sheet(name);
  const { grid } = sheet;
  const used = grid.used(false) ?? { top: 0, left: 0, bottom: 0, right: 0 };
  const comments = new Map(sheet.comments.map((c) => [cellName(c.row, c.col), c.content]));
  const cells = [...new Set([...grid.cells.keys(), ...grid.styles.keys()])]
    .sort((a, b) => a - b)
    .map((key): ShownCell => {
      const [row, col] = [rowOf(key), colOf(key)];
      const address = cellName(row, col);
      const cell = grid.cells.get(key);
      const style = { ...STYLE_DEFAULTS, ...grid.styleAt(row, col) };
      const comment = comments.get(address);
      const link = sheet.links.get(key);
      return {
        row,
        col,
        address,
        text: cell ? formatText(cell.v, String(style['NumberFormat']), host.locale) : '',
        number: typeof cell?.v === 'number',
        style: grid.styleAt(row, col),
        ...(comment === undefined ? {} : { comment }),
        ...(link === undefined ? {} : { link }),
      };
    });
  const rows = used.bottom + 1;
  const cols = used.right + 1;
  return {
    tabs: state.sheets.map((s) => ({
      name: s.name,
      active: s === state.active,
      hidden: s.visibility !== 'Visible',
      color: s.tabColor,
    })),
    sheet: {
      name: sheet.name,
      protected: sheet.protection !== null,
      gridlines: sheet.showGridlines,
      rows,
      cols,
      cells,
      merges: sheet.merges,
      colWidths: Array.from({ length: cols }, (_, i) => sheet.colWidths.get(i) ?? DEFAULT_WIDTH),
      rowHeights: Array.from({ length: rows }, (_, i) => sheet.rowHeights.get(i) ?? DEFAULT_HEIGHT),
      hiddenRows: [...sheet.hiddenRows],
      hiddenCols: [...sheet.hiddenCols],
      frozen: sheet.frozen,
      filter: sheet.filter?.area ?? null,
      selection: sheet === state.active ? state.selection : null,
    },
  };
}
