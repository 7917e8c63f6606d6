import type { Area } from '../../src/core/model/grid';
import { MAX_COLS, MAX_ROWS } from './grid-store';
import type { ExcelHost } from './host';
import {
  NULL,
  areasObject,
  defineBag,
  defineType,
  rangeObject,
  readBag,
  writeBag,
  type BagObject,
  type SheetObject,
} from './objects';
import { asRange } from './range-moves';
import { localName, parseLocal } from './references';
import { HostError, refuse } from './wire';

// ---------- frozen panes: the frozen area is kept as what lies above and left of the split ----------

function freeze(o: SheetObject, area: Area | null, host: ExcelHost): void {
  host.guardSheet(o.sheet);
  o.sheet.frozen = area;
}
const count = (n: unknown): number => {
  if (typeof n !== 'number' || !Number.isInteger(n) || n < 1) throw refuse.argument();
  return n;
};

defineType<SheetObject>('WorksheetFreezePanes', {
  call: {
    FreezeRows: (o, [n], host) => freeze(o, { top: 0, left: 0, bottom: count(n ?? 1) - 1, right: MAX_COLS - 1 }, host),
    FreezeColumns: (o, [n], host) =>
      freeze(o, { top: 0, left: 0, bottom: MAX_ROWS - 1, right: count(n ?? 1) - 1 }, host),
    FreezeAt: (o, [range], host) => freeze(o, { ...asRange(range, o.sheet, host).area, top: 0, left: 0 }, host),
    Unfreeze: (o, _, host) => freeze(o, null, host),
    GetLocation: (o) => {
      if (!o.sheet.frozen) throw refuse.notFound();
      return rangeObject(o.sheet, o.sheet.frozen);
    },
    GetLocationOrNullObject: (o) => (o.sheet.frozen ? rangeObject(o.sheet, o.sheet.frozen) : NULL),
  },
});

// ---------- protection ----------

const PROTECTION_OPTIONS = [
  'allowAutoFilter',
  'allowDeleteColumns',
  'allowDeleteRows',
  'allowEditObjects',
  'allowEditScenarios',
  'allowFormatCells',
  'allowFormatColumns',
  'allowFormatRows',
  'allowInsertColumns',
  'allowInsertHyperlinks',
  'allowInsertRows',
  'allowPivotTables',
  'allowSort',
  'selectionMode',
];
/** Belief: the code Excel gives for a wrong password. */
const wrongPassword = (): HostError => new HostError('InvalidArgument', 'The password you supplied is not correct.');

defineType<SheetObject>('WorksheetProtection', {
  get: { Protected: (o) => o.sheet.protection !== null, Options: (o) => o.sheet.protection?.options ?? null },
  call: {
    Protect: (o, [options, password]) => {
      if (o.sheet.protection) throw refuse.denied();
      const unknown = Object.keys(options ?? {}).filter((k) => !PROTECTION_OPTIONS.includes(k));
      if (unknown.length) throw refuse.argument();
      o.sheet.protection = { password: password ?? '', options: { ...options } };
    },
    Unprotect: (o, [password]) => {
      if (o.sheet.protection && o.sheet.protection.password !== (password ?? '')) throw wrongPassword();
      o.sheet.protection = null;
    },
  },
});
defineType('WorkbookProtection', {
  get: { Protected: (_, host) => host.state.protection !== null },
  call: {
    Protect: (_, [password], host) => {
      if (host.state.protection) throw refuse.denied();
      host.state.protection = { password: password ?? '' };
    },
    Unprotect: (_, [password], host) => {
      if (host.state.protection && host.state.protection.password !== (password ?? '')) throw wrongPassword();
      host.state.protection = null;
    },
  },
});

// ---------- autofilter: which rows it hides is not worked out ----------

defineType<SheetObject>('AutoFilter', {
  get: {
    Enabled: (o) => o.sheet.filter !== null,
    IsDataFiltered: (o) =>
      o.sheet.filter !== null &&
      (o.sheet.filter.criteria.length > 0 ||
        [...o.sheet.hiddenRows].some((r) => r >= o.sheet.filter!.area.top && r <= o.sheet.filter!.area.bottom)),
    Criteria: (o) => o.sheet.filter?.criteria ?? null,
  },
  call: {
    Apply: (o, [range, column, criteria], host) => {
      host.guardSheet(o.sheet, undefined, 'allowAutoFilter');
      const found = asRange(range, o.sheet, host);
      if (found.sheet !== o.sheet) throw refuse.argument();
      if (criteria) throw refuse.notSimulated('AutoFilter.apply with criteria');
      o.sheet.filter = { area: found.area, criteria: typeof column === 'number' ? [{ column }] : [] };
    },
    Remove: (o, _, host) => {
      host.guardSheet(o.sheet, undefined, 'allowAutoFilter');
      o.sheet.filter = null;
      host.calc.touch();
    },
    ClearCriteria: (o, _, host) => {
      host.guardSheet(o.sheet, undefined, 'allowAutoFilter');
      const { filter } = o.sheet;
      if (!filter) return;
      filter.criteria = [];
      for (const r of [...o.sheet.hiddenRows])
        if (r > filter.area.top && r <= filter.area.bottom) o.sheet.hiddenRows.delete(r);
      host.calc.touch();
    },
    GetRange: (o) => {
      if (!o.sheet.filter) throw refuse.notFound();
      return rangeObject(o.sheet, o.sheet.filter.area);
    },
    GetRangeOrNullObject: (o) => (o.sheet.filter ? rangeObject(o.sheet, o.sheet.filter.area) : NULL),
  },
});

// ---------- page layout ----------

/** Points in one unit of setPrintMargins. */
const UNITS: Record<string, number> = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 };

function setMargins(o: BagObject, unit: string, margins: Record<string, number>, host: ExcelHost): void {
  const points = UNITS[unit];
  if (!points) throw refuse.argument();
  host.guardSheet(o.sheet!);
  for (const side of ['top', 'bottom', 'left', 'right', 'header', 'footer']) {
    const value = margins[side];
    if (value !== undefined)
      writeBag(o)[`${side.charAt(0).toUpperCase()}${side.slice(1)}Margin`] = Math.round(value * points * 1000) / 1000;
  }
}

const place = (key: string) => ({
  set: (o: BagObject, [range]: unknown[], host: ExcelHost): void => {
    host.guardSheet(o.sheet!);
    const text =
      (range as { type?: string }).type === 'RangeAreas'
        ? (range as { areas: Area[] }).areas.map(localName).join(',')
        : localName(asRange(range, o.sheet!, host).area);
    writeBag(o)[key] = text;
  },
  areas: (o: BagObject): Area[] =>
    String(readBag(o)[key] ?? '')
      .split(',')
      .flatMap((t) => parseLocal(t) ?? []),
});
const printArea = place('PrintArea');
const titleRows = place('PrintTitleRows');
const titleColumns = place('PrintTitleColumns');
const single = (from: ReturnType<typeof place>) => (o: BagObject) => {
  const [area] = from.areas(o);
  return area ? rangeObject(o.sheet!, area) : NULL;
};

defineBag(
  'PageLayout',
  {
    // Paper size: null until somebody chooses; the printer's default then counts. Margins in points: Excel's "Normal".
    Orientation: 'Portrait',
    PaperSize: null,
    BlackAndWhite: false,
    PrintErrors: 'AsDisplayed',
    Zoom: { scale: 100 },
    CenterHorizontally: false,
    CenterVertically: false,
    PrintHeadings: false,
    PrintGridlines: false,
    LeftMargin: 50.4,
    RightMargin: 50.4,
    TopMargin: 54,
    BottomMargin: 54,
    HeaderMargin: 21.6,
    FooterMargin: 21.6,
    PrintComments: 'NoComments',
    DraftMode: false,
    FirstPageNumber: '',
    PrintOrder: 'DownThenOver',
  },
  { HeadersFooters: 'HeaderFooterGroup' },
  {
    SetPrintMargins: (o, [unit, margins], host) => setMargins(o, unit, margins ?? {}, host),
    SetPrintArea: printArea.set,
    SetPrintTitleRows: titleRows.set,
    SetPrintTitleColumns: titleColumns.set,
    GetPrintAreaOrNullObject: (o) => {
      const areas = printArea.areas(o);
      return areas.length ? areasObject(o.sheet!, areas) : NULL;
    },
    GetPrintTitleRowsOrNullObject: single(titleRows),
    GetPrintTitleColumnsOrNullObject: single(titleColumns),
  },
);
defineBag(
  'HeaderFooterGroup',
  { State: 'Default', UseSheetMargins: true, UseSheetScale: true },
  {
    DefaultForAllPages: 'HeaderFooter',
    EvenPages: 'HeaderFooter',
    FirstPage: 'HeaderFooter',
    OddPages: 'HeaderFooter',
  },
);
defineBag('HeaderFooter', {
  LeftHeader: '',
  CenterHeader: '',
  RightHeader: '',
  LeftFooter: '',
  CenterFooter: '',
  RightFooter: '',
});

/** Rows before which a page ends, kept with the page; columns are not simulated. */
interface BreakObject extends SheetObject {
  row: number;
}
const rowBreaks = (o: SheetObject): number[] => (o.sheet.page['RowBreaks'] as number[] | undefined) ?? [];
defineType<SheetObject>('PageBreakCollection', {
  items: (o) => rowBreaks(o).map((row) => ({ type: 'PageBreak', sheet: o.sheet, row }) as unknown as SheetObject),
  call: {
    Add: (o, [range], host) => {
      host.guardSheet(o.sheet);
      const row = asRange(range, o.sheet, host).area.top;
      o.sheet.page['RowBreaks'] = [...new Set([...rowBreaks(o), row])].sort((a, b) => a - b);
      return { type: 'PageBreak', sheet: o.sheet, row } as unknown as SheetObject;
    },
    RemovePageBreaks: (o, _, host) => {
      host.guardSheet(o.sheet);
      delete o.sheet.page['RowBreaks'];
    },
  },
});
defineType<BreakObject>('PageBreak', {
  call: { GetCellAfterBreak: (o) => rangeObject(o.sheet, { top: o.row, left: 0, bottom: o.row, right: 0 }) },
});
