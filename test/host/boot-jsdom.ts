import fs from 'node:fs';
import path from 'node:path';
import { LIBRARY } from './boot-node';
import { installShim } from './browser-shim';
import { ExcelHost, type HostOptions } from './host';

export interface OfficeBooted {
  Office: typeof Office;
  Excel: typeof Excel;
  OfficeExtension: typeof OfficeExtension;
  host: ExcelHost;
  /** Runs an associated action by message, as a keyboard shortcut does; it has no answer. */
  action(name: string, args?: unknown): void;
}

const read = (file: string): string => fs.readFileSync(path.join(LIBRARY, file), 'utf8');
/** Runs a script as the page itself would: in the global scope of the test's own realm. */
const runScript = (file: string): void => {
  (0, eval)(`${read(file)}\n//# sourceURL=${file}`);
};

/** office.js loads its other files by adding script tags; jsdom does not run those, so they are run here. */
function runAddedScripts(): void {
  const append = document.head.appendChild.bind(document.head);
  document.head.appendChild = <T extends Node>(node: T): T => {
    const script = node as unknown as HTMLScriptElement;
    const file = script.tagName === 'SCRIPT' ? /\/officejs\/(.*\.js)$/.exec(script.src)?.[1] : undefined;
    if (!file) return append(node);
    if (fs.existsSync(path.join(LIBRARY, file))) runScript(file);
    setTimeout(() => (script.onload ? script.onload(new Event('load')) : script.dispatchEvent(new Event('load'))), 0);
    return node;
  };
}

/**
 * Setting (b): the whole office.js inside jsdom. Once per test file (`@jest-environment jsdom`); use `host.reset()`
 * between tests.
 */
export async function bootOffice(options: HostOptions = {}): Promise<OfficeBooted> {
  const host = new ExcelHost(options);
  const shim = installShim(window, host);
  // Fluent UI asks for it, jsdom lacks it.
  globalThis.ResizeObserver ??= class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  };
  const tag = document.createElement('script');
  tag.setAttribute('src', 'https://localhost/officejs/office.js');
  tag.type = 'not-run';
  document.head.append(tag);
  runAddedScripts();
  runScript('office.js');
  const globals = globalThis as unknown as {
    Office: typeof Office;
    Excel: typeof Excel;
    OfficeExtension: typeof OfficeExtension;
  };
  await globals.Office.onReady();
  return {
    Office: globals.Office,
    Excel: globals.Excel,
    OfficeExtension: globals.OfficeExtension,
    host,
    action: (name, args) => shim.action(name, args),
  };
}
