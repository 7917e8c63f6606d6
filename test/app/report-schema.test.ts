import { readFileSync } from 'node:fs';
import path from 'node:path';
import { reportJsonSchema } from '../../scripts/schema';

test('docs/report.schema.json is the one that the zod schema gives (npm run schema writes it)', () => {
  expect(readFileSync(path.join(__dirname, '../../docs/report.schema.json'), 'utf8')).toBe(reportJsonSchema());
});
