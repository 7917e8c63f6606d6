import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe as receive } from '../../src/app/receive/receive-file';
import { runConsolidation } from '../../src/app/consolidate/run-consolidation';
import type { OutputPlan } from '../../src/core/model/output-plan';
import { buildPlan } from '../../src/core/plan/build-plan';
import { templates } from '../../src/core/templates/registry';
import { readXlsx } from '../../src/files/readers/xlsx/read-xlsx';

const FOLDER = path.join(__dirname, '../../samples/khanh-hoa-2020/received');

/** The result workbook of so many senders: the sample province's files over and over, through the real pipeline. */
export function bigPlan(senders: number): OutputPlan {
  const options = { templates: templates(), register: null, period: null };
  const files = readdirSync(FOLDER)
    .filter((f) => f.endsWith('.xlsx'))
    .sort()
    .map((f) => readXlsx(new Uint8Array(readFileSync(path.join(FOLDER, f)))));
  const received = Array.from({ length: senders }, (_, i) => {
    const read = files[i % files.length]!;
    if (!read.ok) throw new Error(read.message);
    return receive(`nhan/${i + 1} So Ban nganh.xlsx`, 'ab12'.repeat(16), read, options);
  });
  const run = runConsolidation(received, options);
  return buildPlan({
    consolidation: run.consolidation,
    templates: templates(),
    findings: run.findings,
    files: received,
  });
}

/**
 * The same with its list of sources repeated until it has at least so many rows, as a province with fuller reports
 * would have.
 */
export function withLongSources(plan: OutputPlan, rows: number): OutputPlan {
  return {
    ...plan,
    sheets: plan.sheets.map((sheet) => {
      if (sheet.role !== 'sources') return sheet;
      const first = sheet.autofilter!.top + 1;
      const body = sheet.cells.filter((c) => c.row >= first);
      const height = sheet.autofilter!.bottom - first + 1;
      const cells = [...sheet.cells];
      let at = first + height;
      for (; at - first < rows; at += height)
        for (const cell of body) cells.push({ ...cell, row: cell.row + at - first });
      return { ...sheet, cells, autofilter: { ...sheet.autofilter!, bottom: at - 1 } };
    }),
  };
}
