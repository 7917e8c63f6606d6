import { valueType, writeEntry } from './cells';
import type { ExcelHost } from './host';
import { isCell } from './references';
import { addSheet, deleteSheet, renameSheet } from './sheets';
import type { SheetState } from './state';

/**
 * What a person does in Excel, as opposed to what the add-in asks for. Events reach the add-in's handlers on their own;
 * `await host.settle()` waits for them.
 */
export class User {
  constructor(private readonly host: ExcelHost) {}

  private sheet(name?: string): SheetState {
    return name === undefined ? this.host.state.active : this.host.sheet(name);
  }

  private done(): void {
    this.host.onUpdate();
    queueMicrotask(() => this.host.events.flush());
  }

  /**
   * Types one entry into a cell, or the same into each cell of an area (Ctrl+Enter). Throws where Excel would refuse
   * it.
   */
  edit(sheetName: string, address: string, entry: string | number | boolean): void {
    const { host } = this;
    const { sheet, area } = host.reference(address, this.sheet(sheetName));
    host.guardSheet(sheet, area);
    const single = isCell(area);
    const before = single ? (host.cell(sheet, area.top, area.left)?.v ?? '') : undefined;
    for (let r = area.top; r <= area.bottom; r++)
      for (let c = area.left; c <= area.right; c++) writeEntry(host, sheet, r, c, entry);
    host.calc.touch();
    const after = single ? (host.cell(sheet, area.top, area.left)?.v ?? '') : undefined;
    host.changed(
      sheet,
      area,
      single
        ? {
            valueBefore: before,
            valueAfter: after,
            valueTypeBefore: valueType(before),
            valueTypeAfter: valueType(after),
          }
        : {},
      'Unknown',
    );
    this.done();
  }

  /** Selects an area, going to its sheet first. */
  select(sheetName: string, address: string): void {
    const { sheet, area } = this.host.reference(address, this.sheet(sheetName));
    this.host.select(sheet, area);
    this.done();
  }

  activate(sheetName: string): void {
    this.host.activate(this.sheet(sheetName));
    this.done();
  }

  renameSheet(from: string, to: string): void {
    renameSheet(this.host, this.sheet(from), to);
    this.done();
  }
  deleteSheet(name: string): void {
    deleteSheet(this.host, this.sheet(name));
    this.done();
  }
  addSheet(name?: string): void {
    this.host.activate(addSheet(this.host, name));
    this.done();
  }

  /** Hides or shows rows, from 0, inclusive. */
  hideRows(sheetName: string, from: number, to: number, hidden = true): void {
    const { hiddenRows } = this.sheet(sheetName);
    for (let r = from; r <= to; r++)
      if (hidden) hiddenRows.add(r);
      else hiddenRows.delete(r);
    this.host.calc.touch();
    this.done();
  }

  /** Chooses another Office theme (File, Account): Excel tells nobody, it only answers otherwise when asked. */
  chooseTheme(theme: 'light' | 'dark' | 'contrast'): void {
    this.host.options.theme = theme;
  }

  protectSheet(name: string, password = ''): void {
    this.sheet(name).protection = { password, options: {} };
    this.done();
  }
  unprotectSheet(name: string): void {
    this.sheet(name).protection = null;
    this.done();
  }
  protectWorkbook(password = ''): void {
    this.host.state.protection = { password };
    this.done();
  }
  unprotectWorkbook(): void {
    this.host.state.protection = null;
    this.done();
  }

  /**
   * Starts typing in a cell: until stopEditing every request of the add-in is refused (InvalidOperationInCellEditMode).
   */
  startEditing(): void {
    this.host.failures.editing = true;
  }
  stopEditing(): void {
    this.host.failures.editing = false;
  }
}
