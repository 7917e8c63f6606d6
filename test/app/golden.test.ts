import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseRegister } from '../../src/core/agencies/parse-register';
import { templates } from '../../src/core/templates/registry';
import { readPeriod } from '../../src/core/text/period';
import { makeReport } from '../../src/app/results/make-report';
import { receiveFile } from '../../src/app/receive/receive-file';
import { runConsolidation } from '../../src/app/consolidate/run-consolidation';
import { createReader } from '../../src/files/readers/read-workbook';
import { webHasher } from '../../src/files/hash/web-hasher';

const SAMPLE = path.join(__dirname, '../../samples/khanh-hoa-2020');
const GOLDEN = path.join(__dirname, 'golden', 'khanh-hoa-2020.json');

interface Golden {
  files: string[];
  findings: string[];
  tables: Record<string, string[]>;
  proof: unknown;
}

/**
 * The run of the sample province in lines that a person can compare: which appendices, which findings, which figures.
 */
async function sampleRun(): Promise<Golden> {
  const register = parseRegister(JSON.parse(readFileSync(path.join(SAMPLE, 'agencies.json'), 'utf8')));
  if (!register.ok) throw new Error(register.message);
  const options = { templates: templates(), register: register.register, period: readPeriod('2020') };
  const folder = path.join(SAMPLE, 'received');
  const files = [];
  for (const file of readdirSync(folder).sort()) {
    files.push(
      await receiveFile(
        { file, bytes: new Uint8Array(readFileSync(path.join(folder, file))) },
        { reader: createReader(), hasher: webHasher },
        options,
      ),
    );
  }
  const report = makeReport(runConsolidation(files, options));
  return {
    files: report.files.map(
      (f) =>
        `${f.file} | ${f.status} | ${f.agency?.code ?? '?'} | ` +
        `${f.appendices.map((a) => `${a.template} ${a.sheet}!${a.range} ${a.confidence}`).join('; ')}`,
    ),
    findings: report.findings.map(
      (f) => `${f.severity} ${f.rule} | ${f.file ?? ''} | ${f.sheet ?? ''}!${f.cell ?? ''} | ${f.message}`,
    ),
    tables: Object.fromEntries(
      report.tables.map((t) => [
        t.template,
        t.rows.map(
          (r) =>
            `${r.row}: ${Object.entries(r.values)
              .map(([k, v]) => `${k}=${v ?? ''}`)
              .join(' ')}`,
        ),
      ]),
    ),
    proof: report.proof,
  };
}

/** `UPDATE_GOLDEN=1 npm test -- test/app/golden` writes it anew; read the difference before you commit it. */
test('the sample province gives the kept run: a change shows which findings and figures appear or vanish', async () => {
  const now = await sampleRun();
  if (process.env['UPDATE_GOLDEN'] === '1' || !existsSync(GOLDEN)) {
    if (process.env['CI'] === 'true') throw new Error('the golden run is missing');
    writeFileSync(GOLDEN, `${JSON.stringify(now, null, 1)}\n`);
  }
  const kept = JSON.parse(readFileSync(GOLDEN, 'utf8')) as Golden;
  expect(now.files).toEqual(kept.files);
  expect(now.findings).toEqual(kept.findings);
  expect(now.tables).toEqual(kept.tables);
  expect(JSON.parse(JSON.stringify(now.proof))).toEqual(kept.proof);
});
