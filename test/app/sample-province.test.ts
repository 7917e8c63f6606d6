import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parseRegister } from '../../src/core/agencies/parse-register';
import { templates } from '../../src/core/templates/registry';
import { readPeriod } from '../../src/core/text/period';
import { makeReport } from '../../src/app/results/make-report';
import { receiveFile } from '../../src/app/receive/receive-file';
import { reportSchema, type Report } from '../../src/app/results/report-schema';
import { runConsolidation } from '../../src/app/consolidate/run-consolidation';
import { type RunResult } from '../../src/app/consolidate/run-options';
import { createReader } from '../../src/files/readers/read-workbook';
import { webHasher } from '../../src/files/hash/web-hasher';

const SAMPLE = path.join(__dirname, '../../samples/khanh-hoa-2020');
interface Truth {
  files: { file: string; agency: string; templates: string[]; cells: Record<string, number | null> }[];
  defects: { file: string; rule: string; sheet: string; cell: string }[];
}
const truth = JSON.parse(readFileSync(path.join(SAMPLE, 'truth.json'), 'utf8')) as Truth;

/** Figures of one set that every unit of a level has (design §3). */
const isCommon = (template: string, row: string, column: string): boolean =>
  (column === 'district' || column === 'commune') &&
  (template === 'phu-luc-4' || (template === 'phu-luc-2' && (row === '26' || row === '27')));

/** The province's figures by design §3, worked out from the truth of the files read, on a way of their own. */
function expectedSums(files: Truth['files']): Map<string, number> {
  const sums = new Map<string, number>();
  for (const f of files) {
    for (const [key, value] of Object.entries(f.cells)) {
      const [template, row, column] = key.split('/') as [string, string, string];
      if (typeof value !== 'number' || !['assigned', 'completed', 'province', 'district', 'commune'].includes(column))
        continue;
      if (!isCommon(template, row, column)) sums.set(key, (sums.get(key) ?? 0) + value);
      else if (value !== 0) sums.set(key, value);
    }
  }
  for (const [key, value] of [...sums]) {
    const [template, row, column] = key.split('/') as [string, string, string];
    if (['province', 'district', 'commune'].includes(column))
      sums.set(`${template}/${row}/total`, (sums.get(`${template}/${row}/total`) ?? 0) + value);
  }
  for (const f of files) {
    for (const [key, value] of Object.entries(f.cells)) {
      if (!key.endsWith('/total') || typeof value !== 'number') continue;
      const row = key.slice(0, -'/total'.length);
      if (
        ['province', 'district', 'commune'].every(
          (l) => f.cells[`${row}/${l}`] === null || f.cells[`${row}/${l}`] === undefined,
        )
      )
        sums.set(key, (sums.get(key) ?? 0) + value);
    }
  }
  return sums;
}

describe('the sample province', () => {
  let run: RunResult;
  let report: Report;
  let read: Truth['files'];

  beforeAll(async () => {
    const register = parseRegister(JSON.parse(readFileSync(path.join(SAMPLE, 'agencies.json'), 'utf8')));
    if (!register.ok) throw new Error(register.message);
    const options = { templates: templates(), register: register.register, period: readPeriod('2020') };
    const reader = createReader();
    const folder = path.join(SAMPLE, 'received');
    const files = [];
    for (const file of readdirSync(folder))
      files.push(
        await receiveFile(
          { file, bytes: new Uint8Array(readFileSync(path.join(folder, file))) },
          { reader, hasher: webHasher },
          options,
        ),
      );
    run = runConsolidation(files, options);
    report = makeReport(run);
    const names = new Set(report.files.filter((f) => f.status === 'read').map((f) => f.file));
    read = truth.files.filter((f) => names.has(f.file));
  });

  test('every .xlsx is read, and every sender is named', () => {
    expect(read.length).toBeGreaterThanOrEqual(23);
    for (const f of truth.files)
      expect([f.file, report.files.find((r) => r.file === f.file)?.agency?.name]).toEqual([f.file, f.agency]);
    for (const f of read)
      expect(
        report.files
          .find((r) => r.file === f.file)!
          .appendices.map((a) => a.template)
          .sort(),
      ).toEqual([...f.templates].sort());
  });

  test('every figure of the province is right', () => {
    const sums = expectedSums(read);
    expect(sums.size).toBeGreaterThanOrEqual(141);
    const value = (key: string): unknown => {
      const [template, row, column] = key.split('/') as [string, string, string];
      return report.tables.find((t) => t.template === template)?.rows.find((r) => r.row === row)?.values[column] ?? 0;
    };
    for (const [key, sum] of sums) expect([key, value(key)]).toEqual([key, sum]);
  });

  test('every figure of every file is placed where it stands', () => {
    for (const f of read) {
      const appendices = run.files.find((r) => r.file === f.file)!.appendices;
      for (const [key, meant] of Object.entries(f.cells)) {
        const [template, row, column] = key.split('/') as [string, string, string];
        if (!['assigned', 'completed', 'total', 'province', 'district', 'commune'].includes(column)) continue;
        const cell = appendices
          .find((a) => a.template === template)!
          .cells.find((c) => c.row === row && c.column === column);
        if (truth.defects.some((d) => d.file === f.file && d.cell === cell?.cell)) continue;
        const found = cell?.figure.kind === 'number' ? cell.figure.value : null;
        expect([f.file, key, found ?? 0]).toEqual([f.file, key, meant ?? 0]);
      }
    }
  });

  test('every planted defect is found at its cell, and a file without one has no error', () => {
    for (const d of truth.defects) {
      if (!read.some((f) => f.file === d.file)) continue;
      expect(
        report.findings.filter(
          (f) => f.file === d.file && f.rule === d.rule && f.sheet === d.sheet && f.cell === d.cell,
        ),
      ).not.toEqual([]);
    }
    const faulty = new Set(truth.defects.map((d) => d.file));
    const clean = new Set(read.map((f) => f.file).filter((f) => !faulty.has(f)));
    expect(report.findings.filter((f) => f.severity === 'error' && clean.has(f.file!))).toEqual([]);
  });

  test('the proof closes and the report keeps to its schema', () => {
    expect(report.proof.closes).toBe(true);
    expect(report.proof.cells.read).toBe(report.proof.cells.placed + report.proof.cells.refused);
    expect(report.proof.files.in).toBe(truth.files.length);
    expect(() => reportSchema.parse(JSON.parse(JSON.stringify(report)))).not.toThrow();
  });

  test('every figure leads home: its contributions add up to it', () => {
    for (const table of run.consolidation.tables) {
      for (const row of table.rows) {
        for (const figure of Object.values(row.figures)) {
          if (figure.method !== 'sum' || typeof figure.value !== 'number') continue;
          expect(figure.contributions.reduce((n, c) => n + c.value, 0)).toBe(figure.value);
        }
      }
    }
  });
});
