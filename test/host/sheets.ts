import type { Area } from '../../src/core/model/grid';
import { renameInFormulas } from './formula-edits';
import type { ExcelHost } from './host';
import {
  NULL,
  areasObject,
  defineType,
  listCalls,
  rangeObject,
  sheetObject,
  type BagObject,
  type HostObject,
  type SheetObject,
} from './objects';
import { asRange } from './range-moves';
import { checkedArea, WHOLE_SHEET } from './references';
import { newSheet, type SheetState } from './state';
import { refuse } from './wire';

/**
 * Excel's rules for sheet names: 1–31 characters, none of : \ / ? * [ ], no apostrophe at either end, unlike every
 * other ("History" is reserved).
 */
export function checkSheetName(host: ExcelHost, name: unknown, self?: SheetState): string {
  if (
    typeof name !== 'string' ||
    name === '' ||
    name.length > 31 ||
    /[:\\/?*[\]]/.test(name) ||
    /^'|'$/.test(name) ||
    /^history$/i.test(name)
  )
    throw refuse.argument();
  if (host.state.sheets.some((s) => s !== self && s.name.toLowerCase() === name.toLowerCase())) throw refuse.exists();
  return name;
}

function freeName(host: ExcelHost, name: (n: number) => string, from: number): string {
  let n = from;
  while (host.findSheet(name(n))) n += 1;
  return name(n);
}

export function addSheet(host: ExcelHost, name?: string): SheetState {
  host.guardStructure();
  const sheet = newSheet(
    checkSheetName(host, name ?? freeName(host, (n) => `Sheet${n}`, host.state.sheets.length + 1)),
    host.state.pool,
  );
  host.state.sheets.push(sheet);
  host.events.fire('Added', sheet.id, { source: 'Local' }, host.state.enableEvents);
  return sheet;
}

const visible = (host: ExcelHost): SheetState[] => host.state.sheets.filter((s) => s.visibility === 'Visible');
const isLastVisible = (host: ExcelHost, sheet: SheetState): boolean =>
  sheet.visibility === 'Visible' && visible(host).length === 1;

export function deleteSheet(host: ExcelHost, sheet: SheetState): void {
  host.guardStructure();
  // Excel for Windows refuses a very hidden sheet too; the documentation of Worksheet.delete says so.
  if (isLastVisible(host, sheet) || sheet.visibility === 'VeryHidden')
    throw refuse.operation('A workbook must contain at least one visible worksheet.');
  const at = host.state.sheets.indexOf(sheet);
  host.state.sheets.splice(at, 1);
  sheet.deleted = true;
  renameInFormulas(host, sheet.name, null);
  host.events.fire('Deleted', sheet.id, { source: 'Local' }, host.state.enableEvents);
  if (host.state.active === sheet) host.activate(nearestVisible(host, at));
  host.calc.touch();
}

const nearestVisible = (host: ExcelHost, at: number): SheetState =>
  host.state.sheets.slice(at).find((s) => s.visibility === 'Visible') ?? visible(host).at(-1)!;

export function renameSheet(host: ExcelHost, sheet: SheetState, name: unknown): void {
  host.guardStructure();
  const before = sheet.name;
  sheet.name = checkSheetName(host, name, sheet);
  renameInFormulas(host, before, sheet.name);
}

function setVisibility(host: ExcelHost, sheet: SheetState, value: unknown): void {
  host.guardStructure();
  if (value !== 'Visible' && value !== 'Hidden' && value !== 'VeryHidden') throw refuse.argument();
  if (value !== 'Visible' && isLastVisible(host, sheet))
    throw refuse.operation('A workbook must contain at least one visible worksheet.');
  sheet.visibility = value;
  if (value !== 'Visible' && host.state.active === sheet)
    host.activate(nearestVisible(host, host.state.sheets.indexOf(sheet)));
}

function move(host: ExcelHost, sheet: SheetState, to: number): void {
  host.guardStructure();
  if (!Number.isInteger(to) || to < 0 || to >= host.state.sheets.length) throw refuse.argument();
  host.state.sheets.splice(host.state.sheets.indexOf(sheet), 1);
  host.state.sheets.splice(to, 0, sheet);
}

function copySheet(host: ExcelHost, from: SheetState, position: string, relative?: SheetObject): SheetState {
  host.guardStructure();
  const copy: SheetState = {
    ...newSheet(
      freeName(host, (n) => `${from.name.slice(0, 31 - ` (${n})`.length)} (${n})`, 2),
      host.state.pool,
    ),
    visibility: from.visibility,
    tabColor: from.tabColor,
    showGridlines: from.showGridlines,
    showHeadings: from.showHeadings,
    grid: from.grid.copy(),
    merges: structured(from.merges),
    colWidths: new Map(from.colWidths),
    rowHeights: new Map(from.rowHeights),
    hiddenRows: new Set(from.hiddenRows),
    hiddenCols: new Set(from.hiddenCols),
    conditional: structured(from.conditional),
    comments: structured(from.comments),
    links: new Map(from.links),
    page: structured(from.page),
    frozen: from.frozen,
    filter: structured(from.filter),
    protection: structured(from.protection),
    custom: new Map(from.custom),
  };
  const beside = relative ? host.state.sheets.indexOf(relative.sheet) : -1;
  const at: Record<string, number> = {
    None: host.state.sheets.length,
    End: host.state.sheets.length,
    Beginning: 0,
    Before: beside,
    After: beside + 1,
  };
  host.state.sheets.splice(at[position] ?? host.state.sheets.length, 0, copy);
  host.events.fire('Added', copy.id, { source: 'Local' }, host.state.enableEvents);
  return copy;
}

const structured = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** The next visible or any sheet before or after. */
function neighbour(host: ExcelHost, sheet: SheetState, step: 1 | -1, visibleOnly: boolean): HostObject {
  const { sheets } = host.state;
  for (let i = sheets.indexOf(sheet) + step; i >= 0 && i < sheets.length; i += step)
    if (!visibleOnly || sheets[i]!.visibility === 'Visible') return sheetObject(sheets[i]!);
  return NULL;
}

defineType<HostObject>('WorksheetCollection', {
  items: (_, host) => host.state.sheets.map(sheetObject),
  call: {
    ...listCalls<HostObject>((_, host) => host.state.sheets.map(sheetObject), refuse.notFound),
    Add: (_, [name], host) => sheetObject(addSheet(host, name ?? undefined)),
    GetActiveWorksheet: (_, _args, host) => sheetObject(host.state.active),
    GetFirst: (_, [visibleOnly], host) => sheetObject(visibleOnly ? visible(host)[0]! : host.state.sheets[0]!),
    GetLast: (_, [visibleOnly], host) => sheetObject(visibleOnly ? visible(host).at(-1)! : host.state.sheets.at(-1)!),
    GetCount: (_, [visibleOnly], host) => (visibleOnly ? visible(host) : host.state.sheets).length,
  },
});

const simple =
  <K extends 'showGridlines' | 'showHeadings' | 'enableCalculation' | 'standardWidth'>(key: K) =>
  (o: SheetObject, value: unknown, host: ExcelHost): void => {
    if (typeof value !== typeof o.sheet[key]) throw refuse.argument();
    host.guardSheet(o.sheet);
    o.sheet[key] = value as SheetState[K];
  };

const bagAt =
  (type: string) =>
  (o: SheetObject): BagObject => ({ type, root: o.sheet.page, path: [], sheet: o.sheet });
const ofSheet =
  (type: string) =>
  (o: SheetObject): HostObject =>
    ({ type, sheet: o.sheet }) as HostObject;

defineType<SheetObject>('Worksheet', {
  id: (o) => o.sheet.id,
  get: {
    Id: (o) => o.sheet.id,
    Name: (o) => o.sheet.name,
    Visibility: (o) => o.sheet.visibility,
    TabColor: (o) => o.sheet.tabColor,
    Position: (o, host) => host.state.sheets.indexOf(o.sheet),
    ShowGridlines: (o) => o.sheet.showGridlines,
    ShowHeadings: (o) => o.sheet.showHeadings,
    EnableCalculation: (o) => o.sheet.enableCalculation,
    StandardWidth: (o) => o.sheet.standardWidth,
    StandardHeight: () => 15,
  },
  set: {
    Name: (o, v, host) => renameSheet(host, o.sheet, v),
    Visibility: (o, v, host) => setVisibility(host, o.sheet, v),
    Position: (o, v, host) => move(host, o.sheet, v as number),
    TabColor: (o, v, host) => {
      if (typeof v !== 'string' || !/^(#[0-9a-f]{6})?$/i.test(v)) throw refuse.argument();
      host.guardStructure();
      o.sheet.tabColor = v.toUpperCase();
    },
    ShowGridlines: simple('showGridlines'),
    Gridlines: simple('showGridlines'),
    ShowHeadings: simple('showHeadings'),
    Headings: simple('showHeadings'),
    EnableCalculation: simple('enableCalculation'),
    StandardWidth: simple('standardWidth'),
  },
  nav: {
    AutoFilter: ofSheet('AutoFilter'),
    Charts: ofSheet('ChartCollection'),
    Comments: ofSheet('CommentCollection'),
    CustomProperties: ofSheet('WorksheetCustomPropertyCollection'),
    FreezePanes: ofSheet('WorksheetFreezePanes'),
    HorizontalPageBreaks: ofSheet('PageBreakCollection'),
    Names: ofSheet('NamedItemCollection'),
    PageLayout: bagAt('PageLayout'),
    Protection: ofSheet('WorksheetProtection'),
  },
  call: {
    Activate: (o, _, host) => {
      if (o.sheet.visibility !== 'Visible')
        throw refuse.operation("This operation isn't permitted for the current object.");
      host.activate(o.sheet);
    },
    Delete: (o, _, host) => deleteSheet(host, o.sheet),
    Copy: (o, [position, relative], host) =>
      sheetObject(copySheet(host, o.sheet, position ?? 'None', relative ?? undefined)),
    Calculate: (_, _args, host) => host.calc.settle(true),
    GetRange: (o, [address], host) => {
      if (address === null || address === undefined || address === '') return rangeObject(o.sheet, WHOLE_SHEET);
      const found = asRange(address, o.sheet, host);
      return rangeObject(found.sheet, found.area);
    },
    GetRanges: (o, [address], host) =>
      areasObject(
        o.sheet,
        String(address)
          .split(',')
          .map((a) => host.reference(a.trim(), o.sheet).area),
      ),
    GetCell: (o, [row, col]) => rangeObject(o.sheet, checkedArea(row, col, 1, 1)),
    GetRangeByIndexes: (o, [row, col, rows, cols]) => rangeObject(o.sheet, checkedArea(row, col, rows, cols)),
    GetUsedRange: (o, [valuesOnly]) => rangeObject(o.sheet, o.sheet.grid.used(valuesOnly === true) ?? corner()),
    GetUsedRangeOrNullObject: (o, [valuesOnly]) => {
      const used = o.sheet.grid.used(valuesOnly === true);
      return used ? rangeObject(o.sheet, used) : NULL;
    },
    GetNextOrNullObject: (o, [visibleOnly], host) => neighbour(host, o.sheet, 1, visibleOnly === true),
    GetPreviousOrNullObject: (o, [visibleOnly], host) => neighbour(host, o.sheet, -1, visibleOnly === true),
    _GetSheetById: (_, [id], host) => sheetObject(host.sheet(id)),
    _GetAnotherWorksheetById: (_, [id], host) => sheetObject(host.sheet(id)),
  },
});

const corner = (): Area => ({ top: 0, left: 0, bottom: 0, right: 0 });
