import type { HostEvent } from './events';
import type { ExcelHost } from './host';
import type { ClientLibrary } from './reflect';
import { byteLength, type RequestBody } from './wire';

/** Numbers of the library's channel to Excel for Windows (OSF.DDA.MethodDispId and EventDispId). */
const EXECUTE_REQUEST = 93;
const COMMAND_COMPLETED = 94;
const SELECTION_EVENT = 2;
const MESSAGE_EVENT = 33;
const COMMAND_EVENT = 39;

/** Category and type of the message that runs an associated action in a shared runtime. */
const ACTION_CATEGORY = 2;
const ACTION_TYPE = 1000;

type SafeArray = unknown[] & { toArray(): unknown[]; dimensions(): number };
type Handler = (id: number, args: unknown) => void;
type Callback = (result: SafeArray) => void;

/** What Excel for Windows hands to a web view are COM arrays; the library only asks for these two methods. */
function safe(items: unknown[]): SafeArray {
  return Object.assign(items, { toArray: () => items, dimensions: () => 1 });
}

/**
 * Colours of the Office themes as integers; in high contrast the page also sees forced-colors, which is the browser's
 * to simulate.
 */
const THEMES = {
  light: [0xffffff, 0x262626, 0xf3f3f3, 0x000000],
  dark: [0x262626, 0xffffff, 0x1f1f1f, 0xf0f0f0],
  contrast: [0x000000, 0xffffff, 0x000000, 0xffff00],
} as const;

type ShimWindow = Window & { Excel?: unknown; OfficeExtension?: unknown; OfficeExt?: unknown };

class Shim {
  private readonly handlers = new Map<string, Handler[]>();
  private readonly waiting = new Map<string, { resolve: (value: unknown) => void; reject: (e: Error) => void }>();
  private nextCommand = 1;
  private nextMessage = 1;

  constructor(
    private readonly win: ShimWindow,
    private readonly host: ExcelHost,
  ) {
    host.events.send = (entries) => this.message(entries);
    host.events.sendSelection = () => this.fire(SELECTION_EVENT, null);
    host.connectCommands((functionName, controlId) => this.command(functionName, controlId));
  }

  private fire(id: number, args: unknown): number {
    let told = 0;
    for (const [key, list] of this.handlers)
      if (key.startsWith(`${id}|`))
        for (const handler of list) {
          handler(id, args);
          told += 1;
        }
    return told;
  }

  private message(entries: HostEvent[]): void {
    this.fire(MESSAGE_EVENT, safe(entries.map((e) => safe([...e]))));
  }

  private command(functionName: string, controlId: string): Promise<unknown> {
    const id = `command-${this.nextCommand++}`;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      if (this.fire(COMMAND_EVENT, safe([id, functionName, JSON.stringify({ source: { id: controlId } })])) === 0)
        reject(new Error('Nobody listens to ribbon commands: is Office ready?'));
    });
  }

  /** Runs an associated action by message, as a keyboard shortcut of a shared runtime does. It has no answer. */
  action(name: string, args: unknown = {}): void {
    this.message([
      [ACTION_CATEGORY, ACTION_TYPE, '', JSON.stringify([name, JSON.stringify(args)]), this.nextMessage++],
    ]);
  }

  private completed([id, status, data]: [string, number, string]): void {
    const waiter = this.waiting.get(id);
    this.waiting.delete(id);
    if (status === 0) waiter?.resolve(JSON.parse(data || '{}'));
    else waiter?.reject(new Error(`The command failed with status ${status}.`));
  }

  private execute(id: number, params: unknown, callback: Callback): void {
    if (id === COMMAND_COMPLETED) this.completed(params as [string, number, string]);
    if (id !== EXECUTE_REQUEST) {
      setTimeout(() => callback(safe([0, null])), 0);
      return;
    }
    const request = (params as unknown[][])[0]!;
    const text = String(request[4]);
    void this.host
      .wait()
      .then(() => {
        this.connect();
        const outcome = this.host.answer(JSON.parse(text) as RequestBody, Number(request[6]), byteLength(text));
        callback('transport' in outcome ? safe([outcome.transport]) : safe([0, safe([200, safe([]), outcome.text])]));
        setTimeout(() => this.host.events.flush(), 0);
      })
      .catch((e: unknown) => {
        this.host.bugs.push(e);
        callback(safe([5001]));
      });
  }

  /** The library is there by the time it asks for something. */
  private connect(): void {
    if (this.host.connected) return;
    const library = { Excel: this.win.Excel, OfficeExtension: this.win.OfficeExtension } as ClientLibrary;
    this.host.connect(library);
    library.OfficeExtension.CommonUtility._doApiNotSupportedCheck = this.host.options.enforceSets;
  }

  private context(): Record<string, () => unknown> {
    const { options } = this.host;
    const theme = (): Record<string, number> => {
      const [bodyBackgroundColor, bodyForegroundColor, controlBackgroundColor, controlForegroundColor] =
        THEMES[options.theme];
      return { bodyBackgroundColor, bodyForegroundColor, controlBackgroundColor, controlForegroundColor };
    };
    this.choosePlatform();
    return {
      GetAppType: () => 1,
      GetSolutionRef: () => '11111111-1111-1111-1111-111111111111',
      GetAppVersionMajor: () => 16,
      GetAppVersionMinor: () => 1,
      GetAppUILocale: () => options.uiLocale,
      GetAppDataLocale: () => options.dataLocale,
      GetDocUrl: () => 'C:\\Users\\canbo\\Book1.xlsx',
      GetAppCapabilities: () => 0,
      GetActivationMode: () => 1,
      GetControlIntegrationLevel: () => 0,
      GetSolutionToken: () => '',
      GetInstanceId: () => 'inst-1',
      // The build of Excel LTSC 2021.
      GetHostFullVersion: () => '16.0.14332.20000',
      GetSupportedMatrix: () => JSON.stringify(options.sets),
      GetInitialDisplayMode: () => 2,
      GetTouchEnabled: () => false,
      GetCommerceAllowed: () => false,
      GetOfficeThemeInfo: () => JSON.stringify(theme()),
      GetSettings: () => this.settings(),
    };
  }

  private choosePlatform(): void {
    const ext = this.win.OfficeExt as
      { HostName?: { Host?: { getInstance(): { platformRemappings?: Record<string, string> } } } } | undefined;
    const map = ext?.HostName?.Host?.getInstance().platformRemappings;
    if (map) map['win32'] = this.host.options.platform;
  }

  private settings(): Record<string, unknown> {
    const store = this.host.state.documentSettings;
    return {
      Read: (keys: string[], values: string[]) => {
        for (const [key, value] of store) {
          keys.push(key);
          values.push(value);
        }
      },
      WriteAsync: (keys: string[], values: string[], done: (status: number) => void) => {
        store.clear();
        keys.forEach((key, i) => store.set(key, values[i] ?? ''));
        setTimeout(() => done(0), 0);
      },
    };
  }

  external(): Record<string, unknown> {
    const { options } = this.host;
    return {
      GetHostInfo: () =>
        [
          'Excel',
          'Win32',
          '16.01',
          options.uiLocale,
          'corr',
          '',
          'disableLogging',
          options.sharedRuntime ? '1' : '0',
        ].join('$'),
      GetLoggingAllowed: () => false,
      GetContext: () => this.context(),
      Execute: (id: number, params: unknown, callback: Callback) => this.execute(id, params, callback),
      RegisterEvent: (id: number, target: string, handler: Handler, callback: Callback) => {
        const key = `${id}|${target}`;
        this.handlers.set(key, [...(this.handlers.get(key) ?? []), handler]);
        setTimeout(() => callback(safe([0])), 0);
      },
      UnregisterEvent: (id: number, target: string, callback: Callback) => {
        this.handlers.delete(`${id}|${target}`);
        setTimeout(() => callback(safe([0])), 0);
      },
    };
  }
}

/** Puts the host where Excel for Windows puts itself: window.external. Must run before office.js. */
export function installShim(win: Window, host: ExcelHost): { action(name: string, args?: unknown): void } {
  const shim = new Shim(win as ShimWindow, host);
  Object.defineProperty(win, 'external', { value: shim.external(), configurable: true, writable: true });
  return shim;
}
