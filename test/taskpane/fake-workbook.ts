import type { CellPlace, CellRepair, HostFailure, HostResult, OpenWorkbook, StepInfo } from '../../src/app/ports';
import { cellName } from '../../src/core/model/address';
import type { Grid } from '../../src/core/model/grid';
import type { OutputPlan } from '../../src/core/model/output-plan';

type SelectListener = Parameters<OpenWorkbook['onSelect']>[0];

const ok = <T>(value: T): HostResult<T> => ({ ok: true, value });

/** A workbook in memory: enough of Excel for the pane, with everything it was asked to do written down. */
export class FakeWorkbook implements OpenWorkbook {
  readonly selected: CellPlace[] = [];
  marks: readonly CellPlace[] = [];
  readonly written: OutputPlan[] = [];
  /** Answered once instead of doing the next thing. */
  failNext: HostFailure | null = null;
  private readonly kept: { info: StepInfo; grids: Grid[] }[] = [];
  private readonly values = new Map<string, string>();
  private readonly selects = new Set<SelectListener>();
  private readonly edits = new Set<(sheet: string) => void>();
  reads = 0;

  constructor(
    public grids: Grid[],
    private readonly name = 'So Tu phap.xlsx',
  ) {}

  async read(scope: 'active-sheet' | 'workbook'): ReturnType<OpenWorkbook['read']> {
    this.reads += 1;
    const active = this.grids[0]?.sheet ?? '';
    return (
      this.refused() ??
      ok({
        name: this.name,
        active,
        grids: structuredClone(scope === 'workbook' ? this.grids : this.grids.slice(0, 1)),
      })
    );
  }
  async select(place: CellPlace): Promise<HostResult<void>> {
    this.selected.push({ sheet: place.sheet, cell: place.cell });
    return this.refused() ?? ok(undefined);
  }
  async highlight(marks: readonly CellPlace[]): Promise<HostResult<void>> {
    this.marks = marks;
    return ok(undefined);
  }
  async clearHighlights(): Promise<HostResult<void>> {
    this.marks = [];
    return ok(undefined);
  }

  async write(
    plan: OutputPlan,
    title: string,
    options: Parameters<OpenWorkbook['write']>[2] = {},
  ): ReturnType<OpenWorkbook['write']> {
    const refused = this.refused();
    if (refused) return refused;
    this.keep(
      title,
      plan.sheets.map((s) => s.name),
    );
    plan.sheets.forEach((_, i) => options.progress?.(i + 1, plan.sheets.length));
    this.written.push(plan);
    return ok({ write: `w${this.written.length}`, sheets: plan.sheets.map((s) => s.name), roundTrips: 3 });
  }

  async repair(repairs: readonly CellRepair[], title: string): ReturnType<OpenWorkbook['repair']> {
    const refused = this.refused();
    if (refused) return refused;
    this.keep(title, [...new Set(repairs.map((r) => r.sheet))]);
    const skipped: CellPlace[] = [];
    for (const r of repairs) {
      const cells = this.grids.find((g) => g.sheet === r.sheet)?.cells ?? [];
      const cell = cells.find((c) => cellName(c.row, c.col) === r.cell);
      if (cell && r.value !== undefined && cell.value === r.expected)
        Object.assign(cell, { kind: 'number', value: r.value, text: String(r.value) });
      else skipped.push({ sheet: r.sheet, cell: r.cell });
    }
    return ok({ written: repairs.length - skipped.length, skipped });
  }

  async steps(): Promise<HostResult<StepInfo[]>> {
    return ok(this.kept.map((k) => k.info));
  }
  async undo(): Promise<HostResult<StepInfo | null>> {
    const last = this.kept.pop();
    if (last) this.grids = last.grids;
    return ok(last?.info ?? null);
  }
  onSelect(listener: SelectListener): () => void {
    this.selects.add(listener);
    return () => this.selects.delete(listener);
  }
  onEdit(listener: (sheet: string) => void): () => void {
    this.edits.add(listener);
    return () => this.edits.delete(listener);
  }
  async stepStorage(): ReturnType<OpenWorkbook['stepStorage']> {
    return ok({
      steps: this.kept.map((k) => k.info),
      sheets: this.kept.length * 9,
      bytes: this.kept.length * 1_500_000,
    });
  }
  async clearSteps(): ReturnType<OpenWorkbook['clearSteps']> {
    const refused = this.refused();
    if (refused) return refused;
    const taken = await this.stepStorage();
    this.kept.length = 0;
    return taken;
  }
  loadSources(write: string): ReturnType<OpenWorkbook['load']> {
    return this.load(`sources ${write}`);
  }
  saveSources(write: string, text: string): ReturnType<OpenWorkbook['save']> {
    return this.save(`sources ${write}`, text);
  }
  async load(key: string): Promise<HostResult<string | null>> {
    return ok(this.values.get(key) ?? null);
  }
  async save(key: string, value: string): Promise<HostResult<void>> {
    this.values.set(key, value);
    return ok(undefined);
  }

  /** As if a person selected a cell or typed into a sheet. */
  personSelects(place: Parameters<SelectListener>[0]): void {
    for (const l of this.selects) l(place);
  }
  personEdits(sheet: string): void {
    for (const l of this.edits) l(sheet);
  }

  private keep(title: string, sheets: string[]): void {
    this.kept.push({
      info: { id: String(this.kept.length + 1), title, at: '2020-12-15T08:00:00Z', sheets },
      grids: structuredClone(this.grids),
    });
  }
  private refused(): HostFailure | null {
    const failure = this.failNext;
    this.failNext = null;
    return failure;
  }
}
