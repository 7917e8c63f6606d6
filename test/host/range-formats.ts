import type { Area } from '../../src/core/model/grid';
import type { ExcelHost } from './host';
import {
  NULL,
  defineType,
  rangeObject,
  type AreasObject,
  type FormatObject,
  type HostObject,
  type TypeDef,
} from './objects';
import { common } from './cells';
import { height, intersect, localName, quoteSheet, width } from './references';
import { MAX_COLS, MAX_ROWS, sizeOf } from './grid-store';
import { DEFAULT_HEIGHT, DEFAULT_WIDTH } from './state';
import { STYLE_DEFAULTS, styleValue } from './styles';
import { formatText } from './formats';
import { refuse } from './wire';

/** Cells looked at one by one before a format is called mixed; beyond lies only what has no look of its own. */
const LOOK_AT = 200_000;

/** One property over all areas: its value, or null where cells differ. */
function readStyle(o: FormatObject, property: string): unknown {
  let first: unknown;
  let seen = 0;
  for (const area of o.areas)
    for (let r = area.top; r <= area.bottom; r++)
      for (let c = area.left; c <= area.right; c++) {
        const value = o.sheet.grid.styleAt(r, c)[property] ?? STYLE_DEFAULTS[property];
        if (seen++ === 0) first = value;
        else if (value !== first) return null;
        if (seen > LOOK_AT) return first;
      }
  return first;
}

function writeStyle(o: FormatObject, property: string, value: unknown, host: ExcelHost): void {
  const kept = styleValue(property, value);
  if (kept === undefined) throw refuse.argument();
  for (const area of o.areas) {
    host.guardSheet(o.sheet, area, 'allowFormatCells');
    o.sheet.grid.restyle(area, (style) => o.sheet.grid.pool.with(style, property, kept));
  }
  const area = o.areas[0];
  if (area)
    host.events.fire(
      'FormatChanged',
      o.sheet.id,
      { address: localName(area), source: 'Local' },
      host.state.enableEvents,
    );
}

/** Gets and sets of every simulated style property directly under a prefix. */
function styleMembers(prefix: string): {
  get: NonNullable<TypeDef<FormatObject>['get']>;
  set: NonNullable<TypeDef<FormatObject>['set']>;
} {
  const names = Object.keys(STYLE_DEFAULTS)
    .filter(
      (k) => k.startsWith(prefix) && !k.slice(prefix.length).includes('.') && k !== 'NumberFormat' && k !== 'Style',
    )
    .map((k) => k.slice(prefix.length));
  return {
    get: Object.fromEntries(names.map((name) => [name, (o: FormatObject) => readStyle(o, prefix + name)])),
    set: Object.fromEntries(
      names.map((name) => [
        name,
        (o: FormatObject, value: unknown, host: ExcelHost) => writeStyle(o, prefix + name, value, host),
      ]),
    ),
  };
}

const inner =
  (type: string) =>
  (o: FormatObject): FormatObject => ({ type, sheet: o.sheet, areas: o.areas, path: '' });

function size(rows: boolean) {
  const parts = (o: FormatObject): { sizes: Map<number, number>; normal: number; from: number; to: number }[] =>
    o.areas.map((a) =>
      rows
        ? { sizes: o.sheet.rowHeights, normal: DEFAULT_HEIGHT, from: a.top, to: a.bottom }
        : { sizes: o.sheet.colWidths, normal: DEFAULT_WIDTH, from: a.left, to: a.right },
    );
  return {
    get: (o: FormatObject): unknown => {
      const [p] = parts(o);
      return p ? common(p.from, p.to, (i) => p.sizes.get(i) ?? p.normal) : null;
    },
    set: (o: FormatObject, value: unknown, host: ExcelHost): void => {
      host.guardSheet(o.sheet, undefined, rows ? 'allowFormatRows' : 'allowFormatColumns');
      // 409.5 points is Excel's highest row; 255 characters, about 1,342 points, its widest column.
      if (typeof value !== 'number' || value < 0 || value > (rows ? 409.5 : 1342)) throw refuse.argument();
      for (const p of parts(o)) {
        // All columns at once: only as many as exist; all rows at once is a default height, kept for the used ones.
        const to = Math.min(
          p.to,
          rows && p.to === MAX_ROWS - 1 ? (o.sheet.grid.used(false)?.bottom ?? p.from) : p.to,
          p.from + MAX_COLS,
        );
        for (let i = p.from; i <= to; i++) p.sizes.set(i, value);
      }
    },
  };
}

/**
 * Width that fits the longest text: about 5.4 points a character of Calibri 11 and a margin. A guess, good enough to
 * see that it ran.
 */
function autofit(o: FormatObject, host: ExcelHost): void {
  host.guardSheet(o.sheet, undefined, 'allowFormatColumns');
  const { grid } = o.sheet;
  for (const area of o.areas) {
    const longest = new Map<number, number>();
    const used = grid.used(true, area);
    if (!used) continue;
    for (let r = used.top; r <= used.bottom; r++)
      for (let c = used.left; c <= used.right; c++) {
        const cell = grid.at(r, c);
        if (cell)
          longest.set(
            c,
            Math.max(
              longest.get(c) ?? 0,
              formatText(cell.v, String(grid.styleAt(r, c)['NumberFormat'] ?? 'General'), host.locale).length,
            ),
          );
      }
    for (const [c, length] of longest) o.sheet.colWidths.set(c, Math.round(length * 5.4 + 6));
  }
}

const format = styleMembers('');
const columns = size(false);
const rows = size(true);
defineType<FormatObject>('RangeFormat', {
  get: { ...format.get, ColumnWidth: columns.get, RowHeight: rows.get },
  set: { ...format.set, ColumnWidth: columns.set, RowHeight: rows.set },
  nav: {
    Font: inner('RangeFont'),
    Fill: inner('RangeFill'),
    Borders: inner('RangeBorderCollection'),
    Protection: inner('FormatProtection'),
  },
  call: {
    AutofitColumns: (o, _, host) => autofit(o, host),
    AutofitRows: (o, _, host) => {
      host.guardSheet(o.sheet, undefined, 'allowFormatRows');
      for (const a of o.areas)
        for (const r of [...o.sheet.rowHeights.keys()]) if (r >= a.top && r <= a.bottom) o.sheet.rowHeights.delete(r);
    },
  },
});
defineType<FormatObject>('RangeFont', styleMembers('Font.'));
defineType<FormatObject>('FormatProtection', styleMembers('Protection.'));
defineType<FormatObject>('RangeFill', {
  ...styleMembers('Fill.'),
  call: { Clear: (o, _, host) => writeStyle(o, 'Fill.Color', '#FFFFFF', host) },
});

/** The strips of cells that carry an edge, and the side of each cell it lies on. */
const EDGES: Record<string, (a: Area) => [Area | null, string][]> = {
  EdgeTop: (a) => [[{ ...a, bottom: a.top }, 'Top']],
  EdgeBottom: (a) => [[{ ...a, top: a.bottom }, 'Bottom']],
  EdgeLeft: (a) => [[{ ...a, right: a.left }, 'Left']],
  EdgeRight: (a) => [[{ ...a, left: a.right }, 'Right']],
  InsideHorizontal: (a) =>
    height(a) < 2
      ? []
      : [
          [{ ...a, bottom: a.bottom - 1 }, 'Bottom'],
          [{ ...a, top: a.top + 1 }, 'Top'],
        ],
  InsideVertical: (a) =>
    width(a) < 2
      ? []
      : [
          [{ ...a, right: a.right - 1 }, 'Right'],
          [{ ...a, left: a.left + 1 }, 'Left'],
        ],
  DiagonalDown: (a) => [[a, 'DiagonalDown']],
  DiagonalUp: (a) => [[a, 'DiagonalUp']],
};

const border = (o: FormatObject, side: string): HostObject => {
  if (!EDGES[side]) throw refuse.argument();
  return { type: 'RangeBorder', sheet: o.sheet, areas: o.areas, path: side } as FormatObject;
};
const strips = (o: FormatObject): [FormatObject, string][] =>
  o.areas.flatMap((area) =>
    EDGES[o.path]!(area).flatMap(([strip, side]): [FormatObject, string][] =>
      strip ? [[{ ...o, areas: [strip] }, `Borders.${side}.`]] : [],
    ),
  );

const BORDER_PROPERTIES = ['Style', 'Weight', 'Color', 'TintAndShade'];
defineType<FormatObject>('RangeBorder', {
  id: (o) => o.path,
  get: {
    SideIndex: (o) => o.path,
    ...Object.fromEntries(
      BORDER_PROPERTIES.map((name) => [
        name,
        (o: FormatObject) => {
          const values = strips(o).map(([strip, prefix]) => readStyle(strip, prefix + name));
          return values.length === 0
            ? STYLE_DEFAULTS[`Borders.Top.${name}`]
            : values.every((v) => v === values[0])
              ? values[0]
              : null;
        },
      ]),
    ),
  },
  set: Object.fromEntries(
    BORDER_PROPERTIES.map((name) => [
      name,
      (o: FormatObject, value: unknown, host: ExcelHost) => {
        for (const [strip, prefix] of strips(o)) {
          writeStyle(strip, prefix + name, value, host);
          // A weight or a colour on a border that is not there draws it, as in Excel.
          if (name !== 'Style' && readStyle(strip, `${prefix}Style`) === 'None')
            writeStyle(strip, `${prefix}Style`, 'Continuous', host);
        }
      },
    ]),
  ),
});
defineType<FormatObject>('RangeBorderCollection', {
  items: (o) => Object.keys(EDGES).map((side) => border(o, side)),
  get: { Count: () => Object.keys(EDGES).length },
  call: {
    GetItem: (o, [side]) => border(o, side),
    GetItemAt: (o, [i]) => border(o, Object.keys(EDGES)[i] ?? ''),
    GetCount: () => Object.keys(EDGES).length,
  },
});

const names = (o: AreasObject): string => o.areas.map((a) => `${quoteSheet(o.sheet.name)}!${localName(a)}`).join(',');
defineType<AreasObject>('RangeAreas', {
  get: {
    Address: names,
    AddressLocal: names,
    AreaCount: (o) => o.areas.length,
    CellCount: (o) => o.areas.reduce((n, a) => n + sizeOf(a), 0),
  },
  nav: {
    Worksheet: (o) => ({ type: 'Worksheet', sheet: o.sheet }) as HostObject,
    Areas: (o) => ({ type: 'RangeCollection', sheet: o.sheet, areas: o.areas }) as AreasObject | HostObject,
    Format: (o) => ({ type: 'RangeFormat', sheet: o.sheet, areas: o.areas, path: '' }) as FormatObject,
    ConditionalFormats: (o) =>
      ({ type: 'ConditionalFormatCollection', sheet: o.sheet, areas: o.areas }) as AreasObject | HostObject,
  },
  call: {
    GetIntersectionOrNullObject: (o, [other]) => {
      const areas = o.areas.flatMap((a) => {
        const i = intersect(a, (other as { area: Area }).area);
        return i ? [i] : [];
      });
      return areas.length ? { type: 'RangeAreas', sheet: o.sheet, areas } : NULL;
    },
  },
});
defineType<FormatObject>('RangeCollection', {
  items: (o) => o.areas.map((a) => rangeObject(o.sheet, a)),
  call: {
    GetCount: (o) => o.areas.length,
    GetItemAt: (o, [i]) => {
      const a = o.areas[i];
      if (!a) throw refuse.argument();
      return rangeObject(o.sheet, a);
    },
  },
});
