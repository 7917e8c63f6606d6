import type { Area } from '../../src/core/model/grid';
import { Calculator } from './calc';
import { EventHub } from './events';
import { FailurePlan, hostErrorOf } from './failures';
import type { Locale } from './formats';
import { inside, type CellState } from './grid-store';
import { loadSheets, type SheetJson } from './load';
import { Processor } from './processor';
import { localName, parseLocal, splitReference } from './references';
import { reflectApi, type ApiTable, type ClientLibrary } from './reflect';
import { snapshot, type WorkbookSnapshot } from './snapshot';
import { newWorkbook, type SheetState, type WorkbookState } from './state';
import { User } from './user';
import { byteLength, refuse, WRITE_FLAG, type RequestBody, type ResponseBody } from './wire';
import './all-types';

export interface HostOptions {
  /** Requirement sets and the highest version granted. ExcelApi 1.14 = Excel 2021, the floor of the product. */
  sets?: Record<string, string>;
  /** Members above the granted sets throw ApiNotFound at the call (true by default: that is the point of the floor). */
  enforceSets?: boolean;
  /**
   * Bytes allowed in one request and in one response. 5 MB is the limit of Excel on the web (Microsoft, resource
   * limits).
   */
  maxPayload?: number;
  /** What Office.context.platform says. */
  platform?: 'PC' | 'Mac' | 'OfficeOnline';
  theme?: 'light' | 'dark' | 'contrast';
  uiLocale?: string;
  /** "vi-VN" writes 1.234,5; "en-US" 1,234.5. */
  dataLocale?: string;
  sharedRuntime?: boolean;
}

export const DEFAULT_OPTIONS: Required<HostOptions> = {
  sets: {
    ExcelApi: '1.14',
    SharedRuntime: '1.1',
    RibbonApi: '1.2',
    DialogApi: '1.2',
    AddinCommands: '1.1',
    Settings: '1.1',
    OpenBrowserWindowApi: '1.1',
  },
  enforceSets: true,
  maxPayload: 5_000_000,
  platform: 'PC',
  theme: 'light',
  uiLocale: 'vi-VN',
  dataLocale: 'vi-VN',
  sharedRuntime: true,
};

export interface RequestRecord {
  /** From 1; clean-up requests of the library are logged too, but not counted as round trips. */
  index: number;
  cleanup: boolean;
  write: boolean;
  flags: number;
  bytes: number;
  responseBytes: number;
  body: RequestBody;
  error?: string;
}

/** What goes back through the transport: a response body, or a bare error number. */
export type Outcome = { response: ResponseBody; text: string } | { transport: number };

/** An Excel that exists only in memory. One per booted client library. */
export class ExcelHost {
  state: WorkbookState = newWorkbook();
  readonly options: Required<HostOptions>;
  readonly events = new EventHub();
  readonly failures = new FailurePlan();
  readonly user = new User(this);
  readonly calc = new Calculator(this);
  readonly requests: RequestRecord[] = [];
  /** Errors of the simulator itself. Tests should find this empty. */
  readonly bugs: unknown[] = [];
  /** Calls of Office services (ribbon, task pane, start-up): [service, method, arguments]. */
  readonly services: [string, string, unknown[]][] = [];
  /** Called after every request and user action; for a page that draws the workbook. */
  onUpdate: () => void = () => undefined;
  /**
   * Called before a counted request is carried out: the place for what a person does between two requests of the
   * add-in.
   */
  beforeRequest?: (record: RequestRecord) => void;
  /** Milliseconds each answer takes; 0 answers at once. For progress, cancelling and commands that overlap. */
  delay = 0;
  /** Set by boots that have ribbon commands. */
  private runCommand?: (functionName: string, controlId: string) => Promise<unknown>;
  private processor?: Processor;

  constructor(options: HostOptions = {}) {
    this.options = { ...DEFAULT_OPTIONS, ...options, sets: { ...DEFAULT_OPTIONS.sets, ...options.sets } };
  }

  /** Tells the host which client library speaks to it. */
  connect(library: ClientLibrary, table: ApiTable = reflectApi(library)): void {
    this.processor = new Processor(this, table);
  }
  get connected(): boolean {
    return this.processor !== undefined;
  }
  connectCommands(run: (functionName: string, controlId: string) => Promise<unknown>): void {
    this.runCommand = run;
  }

  /** Presses a ribbon button; resolves when the command calls event.completed(). */
  invokeCommand(functionName: string, controlId = functionName): Promise<unknown> {
    if (!this.runCommand) throw new Error('This boot has no ribbon: use bootOffice or a browser.');
    return this.runCommand(functionName, controlId);
  }

  /** A new empty workbook; handlers stay registered, failures and the log are cleared. */
  reset(): void {
    this.state = newWorkbook();
    this.calc.touch();
    this.failures.clear();
    this.beforeRequest = undefined;
    this.delay = 0;
    this.requests.length = this.bugs.length = this.services.length = this.events.history.length = 0;
  }

  /** Replaces the workbook's sheets. */
  load(sheets: SheetJson[]): void {
    loadSheets(this, sheets);
  }

  /** Deep plain description of the whole workbook; equal before and after means: nothing changed. */
  snapshot(): WorkbookSnapshot {
    return snapshot(this);
  }

  /** Requests the add-in caused, without the library's clean-up. */
  get roundTrips(): RequestRecord[] {
    return this.requests.filter((r) => !r.cleanup);
  }
  /** Forgets the log. */
  forget(): void {
    this.requests.length = 0;
    this.events.history.length = 0;
  }

  supports(set: string, version = '1.1'): boolean {
    const granted = this.options.sets[set];
    if (!granted) return false;
    const [a, b] = [granted, String(version)].map((v) => v.split('.').map(Number)) as [number[], number[]];
    return a[0]! > b[0]! || (a[0] === b[0] && (a[1] ?? 0) >= (b[1] ?? 0));
  }

  get locale(): Locale {
    return this.options.dataLocale.startsWith('vi')
      ? { decimal: ',', group: '.', dayFirst: true }
      : { decimal: '.', group: ',', dayFirst: false };
  }

  /** Transports wait for this before they let a request in. */
  async wait(): Promise<void> {
    if (this.delay > 0)
      await new Promise((done) => {
        setTimeout(done, this.delay);
      });
  }

  /** Answers one request. `bytes` is the size of its text. */
  answer(body: RequestBody, flags: number, bytes: number): Outcome {
    if (!this.processor) throw new Error('The host is not connected to a client library.');
    const cleanup =
      body.Actions.every((a) => a.ActionType === 1 || a.Name === '_RemoveReference') &&
      body.Actions.some((a) => a.Name === '_RemoveReference');
    const record: RequestRecord = {
      index: this.requests.length + 1,
      cleanup,
      write: (flags & WRITE_FLAG) !== 0,
      flags,
      bytes,
      responseBytes: 0,
      body,
    };
    this.requests.push(record);
    if (!cleanup) this.beforeRequest?.(record);
    const outcome = this.outcome(body, record);
    if ('transport' in outcome) record.error = `transport ${outcome.transport}`;
    else {
      record.error = outcome.response.Error?.Code;
      record.responseBytes = byteLength(outcome.text);
    }
    if ('text' in outcome && record.responseBytes > this.options.maxPayload) {
      record.error = 'transport 5104';
      return { transport: 5104 };
    }
    this.onUpdate();
    return outcome;
  }

  private outcome(body: RequestBody, record: RequestRecord): Outcome {
    const run = (stop?: number, kind?: Parameters<typeof hostErrorOf>[0]): Outcome => {
      const response = this.processor!.run(body, stop, kind && hostErrorOf(kind));
      return { response, text: JSON.stringify(response) };
    };
    if (record.cleanup) return run();
    const failure = this.failures.next(record);
    if (record.bytes > this.options.maxPayload) return { transport: 5103 };
    if (!failure) return run();
    const { error, done = 'nothing' } = failure;
    const stop = done === 'nothing' ? 0 : done === 'all' ? body.Actions.length : done;
    if (!('transport' in error)) return run(stop, error);
    if (stop > 0) run(stop, error);
    return { transport: error.transport };
  }

  // ---------- what every type needs ----------

  sheet(key: string): SheetState {
    const found = this.findSheet(key);
    if (!found) throw refuse.notFound();
    return found;
  }

  findSheet(key: unknown): SheetState | undefined {
    const wanted = String(key).toLowerCase();
    return this.state.sheets.find((s) => s.id.toLowerCase() === wanted || s.name.toLowerCase() === wanted);
  }

  /** A reference as text ("B2", "'Phụ lục 2'!C13", a name) to sheet and area; InvalidArgument where it is none. */
  reference(text: string, sheet: SheetState = this.state.active): { sheet: SheetState; area: Area } {
    const parts = splitReference(text.replace(/^=/, ''));
    const home = parts.sheet === undefined ? sheet : this.sheet(parts.sheet);
    const area = parseLocal(parts.local);
    if (area) return { sheet: home, area };
    const name = [...home.names, ...this.state.names].find((n) => n.name.toLowerCase() === parts.local.toLowerCase());
    if (name && name.formula !== text) return this.reference(name.formula, home);
    throw refuse.argument();
  }

  /** Refuses a write to a protected sheet unless the protection's option allows it or every cell is unlocked. */
  guardSheet(sheet: SheetState, area?: Area, option?: string): void {
    if (!sheet.protection || (option && sheet.protection.options[option] === true)) return;
    if (area && !option && this.unlocked(sheet, area)) return;
    throw refuse.denied();
  }

  private unlocked(sheet: SheetState, area: Area): boolean {
    for (let r = area.top; r <= area.bottom; r++)
      for (let c = area.left; c <= area.right; c++)
        if (sheet.grid.styleAt(r, c)['Protection.Locked'] !== false) return false;
    return true;
  }

  guardStructure(): void {
    if (this.state.protection) throw refuse.denied();
  }

  cell(sheet: SheetState, row: number, col: number): CellState | undefined {
    this.calc.settle();
    return sheet.grid.at(row, col);
  }

  /** Tells listeners that cells of an area changed. */
  changed(
    sheet: SheetState,
    area: Area,
    details: Record<string, unknown> = {},
    triggerSource: 'ThisLocalAddin' | 'Unknown' = 'ThisLocalAddin',
  ): void {
    this.calc.touch();
    const message = {
      changeType: 'RangeEdited',
      source: 'Local',
      address: localName(area),
      shiftDirection: 'None',
      triggerSource,
      ...details,
    };
    this.events.fire('DataChanged', sheet.id, message, this.state.enableEvents);
  }

  /** Makes a sheet active, keeping each sheet's own selection. */
  activate(sheet: SheetState): void {
    const before = this.state.active;
    if (before === sheet) return;
    this.state.selections.set(before.id, this.state.selection);
    this.state.active = sheet;
    this.state.selection = this.state.selections.get(sheet.id) ?? { top: 0, left: 0, bottom: 0, right: 0 };
    if (!before.deleted) this.events.fire('Deactivated', before.id, {}, this.state.enableEvents);
    this.events.fire('Activated', sheet.id, {}, this.state.enableEvents);
  }

  select(sheet: SheetState, area: Area): void {
    this.activate(sheet);
    this.state.selection = area;
    this.events.fire('SelectionChanged', sheet.id, { address: localName(area) }, this.state.enableEvents);
  }

  /** The merged area that covers a cell. */
  mergeAt(sheet: SheetState, row: number, col: number): Area | undefined {
    return sheet.merges.find((m) => inside(m, row, col));
  }

  /** Waits until events on their way have reached their handlers. */
  async settle(): Promise<void> {
    for (let i = 0; i < 4; i++) {
      this.events.flush();
      await new Promise<void>((done) => {
        setTimeout(done, 0);
      });
    }
  }
}
