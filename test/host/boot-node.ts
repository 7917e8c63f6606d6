import fs from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { TRANSPORT_CODES } from './failures';
import { ExcelHost, type HostOptions } from './host';
import { reflectApi, type ApiTable } from './reflect';
import { byteLength, type RequestBody } from './wire';

/** Folder of the client library's files. */
export const LIBRARY = path.join(path.dirname(require.resolve('@microsoft/office-js/package.json')), 'dist');

export interface Booted {
  Excel: typeof Excel;
  OfficeExtension: typeof OfficeExtension;
  host: ExcelHost;
  /** Takes back the globals. */
  dispose(): void;
}

export interface BootOptions extends HostOptions {
  /** Sets the globals Excel and OfficeExtension, as code of the add-in expects (default true). */
  globals?: boolean;
  /** Another build of the library. */
  file?: string;
}

interface Bridge {
  sendMessageToHost(text: string): void;
  onMessageFromHost?(text: string): void;
}

const scripts = new Map<string, vm.Script>();
const tables = new Map<string, ApiTable>();

/**
 * What the library needs of a page, in a bare context. Objects of our own realm, so that arrays it hands out are arrays
 * to tests.
 */
function page(): Record<string, unknown> {
  const w: Record<string, unknown> = {
    console,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    Promise,
    performance,
    URL,
    Error,
    TypeError,
    JSON,
  };
  const location = {
    search: '',
    hash: '',
    href: 'https://localhost/',
    protocol: 'https:',
    host: 'localhost',
    pathname: '/',
  };
  const document = {
    getElementsByTagName: () => [],
    addEventListener() {},
    readyState: 'loading',
    createElement: () => ({}),
  };
  return Object.assign(w, {
    window: w,
    self: w,
    top: w,
    parent: w,
    navigator: { userAgent: 'node' },
    location,
    addEventListener() {},
    removeEventListener() {},
    document,
  });
}

/** The library's seam for a native host: messages out, messages in. */
function bridgeTo(host: ExcelHost): Bridge {
  const bridge: Bridge = {
    sendMessageToHost(text) {
      const { id, flags, message } = JSON.parse(text) as { id: number; flags: number; message: { body: RequestBody } };
      void host
        .wait()
        .then(() => {
          const outcome = host.answer(message.body, flags, byteLength(text));
          const answer =
            'transport' in outcome
              ? {
                  statusCode: 400,
                  headers: {},
                  body: {
                    error: {
                      code: TRANSPORT_CODES[outcome.transport] ?? 'GeneralException',
                      message: 'Injected failure.',
                    },
                  },
                }
              : { statusCode: 200, headers: {}, body: outcome.response };
          bridge.onMessageFromHost?.(JSON.stringify({ id, type: 1, message: answer }));
          // What the request caused is told after its answer.
          setTimeout(() => host.events.flush(), 0);
        })
        .catch((e: unknown) => {
          host.bugs.push(e);
        });
    },
  };
  host.events.send = (entries) => bridge.onMessageFromHost?.(JSON.stringify({ type: 3, message: { entries } }));
  return bridge;
}

/**
 * Setting (a): the real Excel client library in plain Node, speaking to a new host. About 60 ms, the first time 250 ms.
 * No Office.context, no ribbon.
 */
export function bootExcel(options: BootOptions = {}): Booted {
  const file = options.file ?? path.join(LIBRARY, 'excel-win32-16.01.js');
  const host = new ExcelHost(options);
  const w = page();
  w['_richApiNativeBridge'] = bridgeTo(host);
  let script = scripts.get(file);
  if (!script) scripts.set(file, (script = new vm.Script(fs.readFileSync(file, 'utf8'), { filename: file })));
  script.runInContext(vm.createContext(w));
  const library = w as unknown as { Excel: typeof Excel; OfficeExtension: typeof OfficeExtension };
  let table = tables.get(file);
  if (!table) tables.set(file, (table = reflectApi(library)));
  host.connect(library, table);
  enforceSets(library, host);
  const globals = globalThis as Record<string, unknown>;
  const before = { Excel: globals['Excel'], OfficeExtension: globals['OfficeExtension'] };
  if (options.globals !== false)
    Object.assign(globals, { Excel: library.Excel, OfficeExtension: library.OfficeExtension });
  return {
    Excel: library.Excel,
    OfficeExtension: library.OfficeExtension,
    host,
    dispose: () => {
      Object.assign(globals, before);
    },
  };
}

/** Lets the library itself refuse members above the granted requirement sets. */
function enforceSets(library: { OfficeExtension: unknown }, host: ExcelHost): void {
  const utility = (
    library.OfficeExtension as {
      CommonUtility: { _doApiNotSupportedCheck: boolean; isSetSupported: (set: string, version?: string) => boolean };
    }
  ).CommonUtility;
  utility.isSetSupported = (set, version) => host.supports(set, version);
  utility._doApiNotSupportedCheck = host.options.enforceSets;
}
