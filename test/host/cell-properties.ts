import type { ExcelHost } from './host';
import type { RangeObject } from './objects';
import { addressOf, spread } from './cells';
import { cellKey } from './grid-store';
import { STYLE_DEFAULTS, styleValue, type Style } from './styles';
import { pascal, refuse } from './wire';

type Options = { [key: string]: boolean | Options };

/**
 * Answers of getCellProperties: one object per cell, with exactly what the options ask for. Conditional formats are not
 * looked at.
 */
export function cellProperties(o: RangeObject, options: Options): unknown[][] {
  const made = new Map<Style, unknown>();
  const rows: unknown[][] = [];
  for (let r = o.area.top; r <= o.area.bottom; r++) {
    const row: unknown[] = [];
    for (let c = o.area.left; c <= o.area.right; c++) {
      const style = o.sheet.grid.styleAt(r, c);
      let look = made.get(style);
      if (look === undefined)
        made.set(style, (look = options['format'] ? formatOf(style, options['format'], '') : null));
      row.push({
        ...(look ? { format: look } : {}),
        ...(options['address']
          ? { address: addressOf({ sheet: o.sheet, area: { top: r, left: c, bottom: r, right: c } }) }
          : {}),
        ...(options['style'] ? { style: style['Style'] ?? 'Normal' } : {}),
        ...(options['hidden'] ? { hidden: o.sheet.hiddenRows.has(r) || o.sheet.hiddenCols.has(c) } : {}),
        ...(options['hyperlink'] ? { hyperlink: o.sheet.links.get(cellKey(r, c)) ?? null } : {}),
      });
    }
    rows.push(row);
  }
  return rows;
}

function formatOf(style: Style, options: boolean | Options, prefix: string): unknown {
  const out: Record<string, unknown> = {};
  // `true` for a group asks for every property of that group.
  const names =
    options === true
      ? Object.keys(STYLE_DEFAULTS)
          .filter((k) => k.startsWith(prefix) && !k.slice(prefix.length).includes('.'))
          .map((k) => k.slice(prefix.length))
      : Object.keys(options).filter((k) => (options as Options)[k]);
  for (const name of names) {
    const key = prefix + pascal(name);
    const inner = options === true ? true : (options as Options)[name]!;
    if (key === 'Borders') {
      out[name] = borders(style, inner);
      continue;
    }
    const camel = name.charAt(0).toLowerCase() + name.slice(1);
    if (key in STYLE_DEFAULTS) out[camel] = key in style ? style[key] : STYLE_DEFAULTS[key];
    else if (['Font', 'Fill', 'Protection'].includes(key)) out[camel] = formatOf(style, inner, `${key}.`);
    else throw refuse.notSimulated(`getCellProperties format.${name}`);
  }
  return out;
}

function borders(style: Style, options: boolean | Options): unknown {
  const side = (name: string): unknown => formatOf(style, options, `Borders.${name}.`);
  return { top: side('Top'), bottom: side('Bottom'), left: side('Left'), right: side('Right') };
}

/**
 * Answers of getRowProperties and getColumnProperties: one object per row or column; what its cells do not have in
 * common is null.
 */
export function lineProperties(
  o: RangeObject,
  { rowHidden, columnHidden, rowIndex, columnIndex, ...options }: Options,
  rows: boolean,
): unknown[] {
  const cells = cellProperties(o, options);
  const lines = rows ? cells : (cells[0] ?? []).map((_, c) => cells.map((row) => row[c]));
  return lines.map((line, i) => {
    const at = (rows ? o.area.top : o.area.left) + i;
    return {
      ...(line.reduce((a, b) => alike(a, b)) as object),
      ...(rows && rowHidden ? { rowHidden: o.sheet.hiddenRows.has(at) } : {}),
      ...(!rows && columnHidden ? { columnHidden: o.sheet.hiddenCols.has(at) } : {}),
      ...(rows && rowIndex ? { rowIndex: at } : {}),
      ...(!rows && columnIndex ? { columnIndex: at } : {}),
    };
  });
}

function alike(a: unknown, b: unknown): unknown {
  if (a === b) return a;
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return null;
  return Object.fromEntries(
    Object.keys(a).map((key) => [key, alike((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key])]),
  );
}

const BORDER_SIDES = ['top', 'bottom', 'left', 'right', 'diagonalDown', 'diagonalUp'];

/** setCellProperties: a table of objects of the range's shape; null or {} leaves a cell alone. */
export function setCellProperties(o: RangeObject, rows: unknown, host: ExcelHost): void {
  host.guardSheet(o.sheet, o.area, 'allowFormatCells');
  if (!Array.isArray(rows)) throw refuse.argument();
  const { grid } = o.sheet;
  spread(o, rows, (row, col, item) => {
    const {
      format,
      style: name,
      hyperlink,
      ...unknown
    } = item as Record<string, Record<string, unknown> | string | undefined>;
    if (Object.keys(unknown).length) throw refuse.notSimulated(`setCellProperties ${Object.keys(unknown).join()}`);
    let style = grid.styleAt(row, col);
    if (name !== undefined) style = grid.pool.with(style, 'Style', name);
    for (const [key, value] of flatten(format as Record<string, unknown> | undefined, '')) {
      const kept = key in STYLE_DEFAULTS ? styleValue(key, value) : undefined;
      if (kept === undefined)
        throw key in STYLE_DEFAULTS ? refuse.argument() : refuse.notSimulated(`setCellProperties format ${key}`);
      style = grid.pool.with(style, key, kept);
    }
    grid.setStyle(row, col, style);
    if (hyperlink) o.sheet.links.set(cellKey(row, col), hyperlink as Record<string, unknown>);
  });
}

function flatten(format: Record<string, unknown> | undefined, prefix: string): [string, unknown][] {
  return Object.entries(format ?? {}).flatMap(([name, value]): [string, unknown][] => {
    const side = BORDER_SIDES.includes(name) && prefix === 'Borders.';
    const key = prefix + pascal(name);
    return value !== null &&
      typeof value === 'object' &&
      (side || ['Font', 'Fill', 'Borders', 'Protection'].includes(key))
      ? flatten(value as Record<string, unknown>, `${key}.`)
      : [[key, value]];
  });
}
