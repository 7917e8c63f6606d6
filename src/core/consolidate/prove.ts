import type { Appendix } from '../model/appendix';
import type { ConsolidatedTable, Proof } from '../model/consolidation';
import type { ReceivedFile, Submission } from '../model/submission';
import type { Template } from '../templates/schema';
import { proveTables, type Break } from './prove-tables';
import { plainNumber } from './tally';

/** Reasons why a file's figures are kept out of every sum, by file. */
export type FaultyFiles = ReadonlyMap<string, readonly string[]>;

/**
 * Holds what was placed against a count of the raw cells made on another route, per appendix and column, and what was
 * consolidated against what was placed. Any difference is a break with its place; a result with a break is not written.
 */
export function prove(
  files: readonly ReceivedFile[],
  submissions: readonly Submission[],
  tables: readonly ConsolidatedTable[],
  templates: readonly Template[],
  faulty: FaultyFiles = new Map(),
): { proof: Proof; places: Break[] } {
  const counting = new Set(submissions.flatMap((s) => s.appendices.filter((a) => !a.empty).map((a) => a.id)));
  const sentBack = new Set(
    submissions.flatMap((s) => (s.leftOut ?? []).filter((l) => l.returned).map((l) => l.appendix.id)),
  );
  const out = files.filter((f) => !f.appendices.some((a) => counting.has(a.id)));
  const returned = out.filter((f) => f.appendices.some((a) => sentBack.has(a.id))).length;
  const proof: Proof = {
    files: { in: files.length, merged: files.length - out.length, returned, setAside: out.length - returned },
    cells: { read: 0, placed: 0, refused: 0 },
    totals: [],
    closes: true,
    breaks: [],
  };
  const totals = new Map<string, { template: string; column: string; placed: number; refused: number; raw: number }>();
  const forms = new Map<string, NonNullable<Proof['forms']>[number]>();
  const places: Break[] = [];
  for (const file of files) {
    for (const appendix of file.appendices) {
      const tally = file.tallies.find((t) => t.appendix === appendix.id);
      const aside = faulty.has(file.file);
      const placed = aside ? 0 : placedCells(appendix);
      const refused = aside ? (tally?.cells ?? 0) : appendix.refused.length;
      const form = forms.get(appendix.template) ?? {
        template: appendix.template,
        tables: 0,
        read: 0,
        placed: 0,
        refused: 0,
      };
      forms.set(appendix.template, {
        ...form,
        tables: form.tables + 1,
        read: form.read + (tally?.cells ?? 0),
        placed: form.placed + placed,
        refused: form.refused + refused,
      });
      if (aside) continue;
      if (!tally || tally.cells !== placed + refused) {
        const text =
          `${file.file}, ${appendix.sheet}: đếm được ${tally?.cells ?? 0} ô có số liệu nhưng chỉ xếp được ` +
          `${placed} ô và để lại ${refused} ô`;
        places.push({ file: file.file, text });
      }
      proveColumns(file, appendix, templates, totals, places);
    }
  }
  if (proof.files.in !== proof.files.merged + proof.files.returned + proof.files.setAside)
    places.push({ file: null, text: 'Số tệp nhận không bằng số tệp đã tổng hợp, trả lại và để riêng' });
  proof.totals = [...totals.values()];
  const order = (id: string): number => templates.findIndex((t) => t.id === id);
  proof.forms = [...forms.values()].sort((a, b) => order(a.template) - order(b.template));
  for (const key of ['read', 'placed', 'refused'] as const)
    proof.cells[key] = proof.forms.reduce((n, f) => n + f[key], 0);
  proof.tables = countTables(files, faulty, places);
  places.push(...proveTables(submissions, tables, templates));
  proof.breaks = places.map((p) => p.text);
  proof.closes = places.length === 0;
  return { proof, places };
}

/** The tables of every file with what stands beside them, held per sheet against a count that knows no tables. */
function countTables(
  files: readonly ReceivedFile[],
  faulty: FaultyFiles,
  places: Break[],
): NonNullable<Proof['tables']> {
  const sum = {
    lines: 0,
    cells: 0,
    figures: 0,
    numbering: 0,
    outsideCells: 0,
    outsideFigures: 0,
    rawCells: 0,
    rawNumbers: 0,
  };
  for (const file of files) {
    const counts = new Map<string, { cells: number; numbers: number }>();
    const add = (sheet: string, cells: number, numbers: number): void => {
      const known = counts.get(sheet) ?? { cells: 0, numbers: 0 };
      counts.set(sheet, { cells: known.cells + cells, numbers: known.numbers + numbers });
    };
    for (const t of file.tables?.tables ?? []) {
      add(t.sheet, t.cells, t.figures + t.numbering);
      sum.lines++;
      sum.cells += t.cells;
      sum.figures += t.figures;
      sum.numbering += t.numbering;
    }
    for (const o of file.tables?.outside ?? []) {
      add(o.sheet, o.cells, o.figures);
      sum.outsideCells += o.cells;
      sum.outsideFigures += o.figures;
    }
    const raw = new Map<string, { cells: number; numbers: number }>();
    for (const r of file.tables?.raw ?? []) {
      const known = raw.get(r.sheet) ?? { cells: 0, numbers: 0 };
      raw.set(r.sheet, { cells: known.cells + r.cells, numbers: known.numbers + r.numbers });
      sum.rawCells += r.cells;
      sum.rawNumbers += r.numbers;
    }
    for (const [sheet, { cells, numbers }] of raw) {
      const own = counts.get(sheet) ?? { cells: 0, numbers: 0 };
      if ((own.cells === cells && own.numbers === numbers) || faulty.has(file.file)) continue;
      const text =
        `${file.file}, ${sheet}: trang có ${cells} ô, ${numbers} số, nhưng các bảng và phần ngoài bảng cộng lại có ` +
        `${own.cells} ô, ${own.numbers} số`;
      places.push({ file: file.file, text });
    }
  }
  return sum;
}

/** Cells of the sheet that found a place: filled and not refused. */
function placedCells(appendix: Appendix): number {
  let n = 0;
  for (const cell of appendix.cells) {
    if (cell.figure.kind === 'refused' || (cell.text === '' && cell.repairs.length === 0)) continue;
    n += cell.joined ?? 1;
  }
  return n;
}

function proveColumns(
  file: ReceivedFile,
  appendix: Appendix,
  templates: readonly Template[],
  totals: Map<string, { template: string; column: string; placed: number; refused: number; raw: number }>,
  places: Break[],
): void {
  const template = templates.find((t) => t.id === appendix.template);
  const tally = file.tallies.find((t) => t.appendix === appendix.id);
  for (const at of appendix.columns) {
    const column = template?.columns.find((c) => c.key === at.key);
    if (!column || !['total', 'level', 'figure'].includes(column.role)) continue;
    let placed = 0;
    let raw = tally?.sums[at.col] ?? 0;
    for (const cell of appendix.cells) {
      if (cell.column !== at.key || cell.figure.kind !== 'number') continue;
      placed += cell.figure.value;
      // What a repair changed on purpose is no break: the raw cell says `stored`, the figure says `value`.
      if (cell.repairs.length > 0) raw += cell.figure.value - (plainNumber(cell.stored) ?? 0);
    }
    const refused = appendix.refused
      .filter((r) => r.at.col === at.col)
      .reduce((n, r) => n + (plainNumber(r.stored) ?? 0), 0);
    const key = `${appendix.template}/${at.key}`;
    const sum = totals.get(key) ?? { template: appendix.template, column: at.key, placed: 0, refused: 0, raw: 0 };
    sum.placed += placed;
    sum.refused += refused;
    sum.raw += raw;
    totals.set(key, sum);
    if (placed + refused !== raw)
      places.push({
        file: file.file,
        text:
          `${file.file}, ${appendix.sheet}, cột ${at.header}: cộng các ô trên trang được ${raw}, cộng các số đã ` +
          `xếp được ${placed + refused}`,
      });
  }
}
