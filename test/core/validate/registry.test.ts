import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../../src/core/validate/registry';
import { ruleList } from '../../../src/core/validate/rule-list';

/** Machines count on these (design §4); removing or renaming one breaks their reports. */
const PROMISED = `sum-levels part-exceeds-whole percent-mismatch percent-over-100 cross-appendix total-row not-a-number
  not-an-integer negative-number number-as-text missing-row unknown-row duplicate-row missing-column unknown-column
  missing-split not-filled note-contradicts date-unreadable date-out-of-period formula-error hidden-data
  differs-between-units control-total-differs agency-unknown agency-ambiguous period-mismatch duplicate-submission
  missing-submission no-appendix template-uncertain text-repaired file-unreadable file-encrypted file-too-large
  file-unsupported not-applicable rule-not-run double-counting source-changed decision-outdated file-misnamed external-link cell-comment
  does-not-close`.split(/\s+/);

const names = (folder: string, ending: string): string[] =>
  readdirSync(join(__dirname, folder))
    .filter((f) => f.endsWith(ending))
    .map((f) => f.slice(0, -ending.length))
    .sort();

const ids = rules.map((r) => r.id);

test('no rule is registered twice', () => expect(new Set(ids).size).toBe(ids.length));
test('every promised id is there', () => expect(PROMISED.filter((id) => !ids.includes(id))).toEqual([]));
test('the registry is the folder of rules', () =>
  expect([...ids].sort()).toEqual(names('../../../src/core/validate/rules', '.ts')));
test('every rule has its test', () => expect([...ids].sort()).toEqual(names('rules', '.test.ts')));
test('lists show one Vietnamese sentence per rule', () => {
  for (const { summary } of ruleList()) expect(summary).toMatch(/^\p{Lu}.*\.$/u);
});
