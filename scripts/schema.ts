// Writes docs/report.schema.json from the report's zod schema. `--check` only compares.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { reportSchema } from '../src/app/results/report-schema';

export const reportJsonSchema = (): string =>
  `${JSON.stringify(z.toJSONSchema(reportSchema, { target: 'draft-2020-12' }), null, 2)}\n`;

if (require.main === module) {
  const target = path.join(__dirname, '../docs/report.schema.json');
  if (process.argv.includes('--check')) process.exitCode = readFileSync(target, 'utf8') === reportJsonSchema() ? 0 : 1;
  else writeFileSync(target, reportJsonSchema());
}
