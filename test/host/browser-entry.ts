import { installShim } from './browser-shim';
import { display, type Display } from './display';
import { ExcelHost, type HostOptions } from './host';
import type { SheetJson } from './load';

/** What the injected script leaves on window. */
export interface HostWindow {
  /** Set before this script to choose options and what the workbook holds. */
  excelHostOptions?: HostOptions & { workbook?: SheetJson[] };
  excelHost: ExcelHost;
  /** Runs an associated action by message. */
  excelAction(name: string, args?: unknown): void;
  /** What to draw; `excelHost.onUpdate` tells when to draw again. */
  excelDisplay(sheet?: string): Display;
}

const win = window as unknown as Window & HostWindow;
// A frame inside the page is not Excel's pane.
if (window.top === window) {
  const { workbook, ...options } = win.excelHostOptions ?? {};
  win.excelHost = new ExcelHost(options);
  if (workbook) win.excelHost.load(workbook);
  const shim = installShim(window, win.excelHost);
  win.excelDisplay = (sheet) => display(win.excelHost, sheet);
  win.excelAction = (name, args) => shim.action(name, args);
}
