import { templates } from '../../src/core/templates/registry';
import { readPeriod } from '../../src/core/text/period';
import { receiveFile } from '../../src/app/receive/receive-file';
import { runConsolidation } from '../../src/app/consolidate/run-consolidation';
import { type RunResult } from '../../src/app/consolidate/run-options';
import { createReader } from '../../src/files/readers/read-workbook';
import { webHasher } from '../../src/files/hash/web-hasher';
import type { ReceivedFile } from '../../src/core/model/submission';
import { makeProvince, type MadeProvince } from '../support/make-province';

describe('a two-level province, smaller than a real one', () => {
  let province: MadeProvince;
  let run: RunResult;
  beforeAll(async () => {
    province = makeProvince(7, 40, 0.05);
    const options = { templates: templates(), register: province.register, period: readPeriod('năm 2026') };
    const received: ReceivedFile[] = [];
    for (const file of province.files)
      received.push(await receiveFile(file, { reader: createReader(), hasher: webHasher }, options));
    run = runConsolidation(received, options);
  });

  test('every sender is named, and none is somebody else', () => {
    const named = run.files.map((f) => [f.file, f.agency.agency?.code ?? null, f.agency.state]);
    expect(named.filter(([, code], i) => code !== null && code !== province.files[i]!.code)).toEqual([]);
    expect(named.filter(([, , state]) => state !== 'agreed')).toEqual([]);
  });

  test('every figure is the sum of what was sent, and the proof closes', () => {
    expect(run.consolidation.proof.breaks).toEqual([]);
    // Figures typed as text and totals that do not add up are there, and told.
    for (const rule of ['number-as-text', 'sum-levels'])
      expect(run.findings.filter((f) => f.rule === rule).length).toBeGreaterThan(20);
    const wrong: unknown[] = [];
    let compared = 0;
    for (const table of run.consolidation.tables) {
      for (const row of table.rows) {
        for (const [column, expected] of Object.entries(province.truth[table.template]?.[row.label] ?? {})) {
          compared++;
          if (row.figures[column]?.value !== expected)
            wrong.push([table.template, row.label, column, expected, row.figures[column]?.value]);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(compared).toBe(
      Object.values(province.truth)
        .flatMap((rows) => Object.values(rows).map((r) => Object.keys(r).length))
        .reduce((a, b) => a + b, 0),
    );
  });
});
