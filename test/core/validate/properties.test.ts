import fc from 'fast-check';
import type { Appendix } from '../../../src/core/model/appendix';
import type { Issue } from '../../../src/core/model/issue';
import { templateById } from '../../../src/core/templates/registry';
import { ruleById } from '../../../src/core/validate/rule-by-id';
import { validate } from '../../../src/core/validate/run';
import { toFindings } from '../../../src/core/validate/to-findings';
import { appendixOf, typed } from './fixtures/appendix-of';
import { nam2020 } from './fixtures/document-003';

const LEVELS = ['province', 'district', 'commune'] as const;
type Counts = Record<(typeof LEVELS)[number], number>;

/** Consistent figures of one sender: every part within its whole, every total the sum of its levels. */
const sender = fc
  .record({
    bodies: fc.array(fc.array(fc.nat(40), { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 }),
    shares: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 30, maxLength: 30 }),
    procedures: fc.nat(60),
    blankZeros: fc.boolean(),
  })
  .map(({ bodies, shares, procedures, blankZeros }) => {
    const [offices, units, science] = bodies.map(([province = 0, district = 0, commune = 0]): Counts => ({
      province,
      district,
      commune,
    }));
    const part = (whole: Counts, share: number): Counts => ({
      province: Math.floor(whole.province * share),
      district: Math.floor(whole.district * share),
      commune: Math.floor(whole.commune * share),
    });
    const wholes: Record<string, Counts> = {};
    const two = templateById('phu-luc-2')!;
    for (const row of two.rows) {
      const index = Number(row.key) - 1;
      // Each row within the smallest thing it is bounded by: earlier rows of the form, offices, units, science bodies.
      const bound = two.identities.find((i) => i.rule === 'part-exceeds-whole' && i.left.row === row.key)?.right[0]
        ?.row;
      const other = two.identities.find(
        (i) => i.rule === 'cross-appendix' && i.left.row === row.key && i.right[0]?.template === 'phu-luc-3',
      )?.right[0]?.row;
      const outer = other === '2' ? units! : other === '3' ? science! : offices!;
      const whole = bound ? wholes[bound]! : outer;
      const counts = part(
        {
          province: Math.min(whole.province, outer.province),
          district: Math.min(whole.district, outer.district),
          commune: Math.min(whole.commune, outer.commune),
        },
        shares[index]!,
      );
      for (const level of LEVELS) if (row.columns && !row.columns.includes(level)) counts[level] = 0;
      wholes[row.key] = counts;
    }
    const cells = (c: Counts): string[] => {
      const text = (n: number): string => (n === 0 && blankZeros ? '' : String(n));
      const total = c.province + c.district + c.commune;
      return [total === 0 && blankZeros ? '-' : String(total), text(c.province), text(c.district), text(c.commune)];
    };
    // Procedures of Phụ lục 4 are those of rows 26 and 27.
    const base = 100 + procedures;
    const sum = (c: Counts): number => c.province + c.district + c.commune;
    const share = (c: Counts): string =>
      sum(c) === 0 && blankZeros ? '' : `${((sum(c) / base) * 100).toFixed(1).replace('.', ',')}%`;
    const r26 = part({ province: 30, district: 30, commune: 30 }, shares[25]!);
    const r27 = part(r26, shares[26]!);
    wholes['26'] = r26;
    wholes['27'] = r27;
    const file = { file: 'don-vi.xlsx' };
    return {
      two: appendixOf(
        'phu-luc-2',
        two.rows.map((r) => [r.key, r.label, ...cells(wholes[r.key]!), '']),
        file,
      ),
      three: appendixOf(
        'phu-luc-3',
        [offices!, units!, science!].map((c, i) => [
          String(i + 1),
          'x',
          ...cells(i === 2 ? { ...c, commune: 0 } : c),
          '',
        ]),
        file,
      ),
      four: appendixOf(
        'phu-luc-4',
        [
          ['1', 'x', ...cells({ province: base, district: 0, commune: 0 }), '100%', ''],
          ['2', 'x', ...cells(r26), share(r26), ''],
          ['3', 'x', ...cells(r27), share(r27), ''],
        ],
        file,
      ),
    };
  });

const check = (appendices: readonly Appendix[]): Issue[] => validate({ name: 'Đơn vị', appendices, period: nam2020 });
const severityOf = (i: Issue): string => i.severity ?? ruleById(i.rule).severity;

test('consistent appendices give no error', () => {
  fc.assert(
    fc.property(sender, ({ two, three, four }) => {
      expect(check([two, three, four]).filter((i) => severityOf(i) === 'error')).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test('one broken total gives exactly one error, at the total', () => {
  fc.assert(
    fc.property(
      sender,
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 1, max: 50 }),
      ({ two, three, four }, row, by) => {
        const total = two.cells.find((c) => c.row === String(row) && c.column === 'total')!;
        const value = total.figure.kind === 'number' ? total.figure.value : 0;
        fc.pre(value > 0);
        const errors = check([typed(two, String(row), 'total', String(value + by)), three, four]).filter(
          (i) => severityOf(i) === 'error',
        );
        expect(errors.map((i) => [i.rule, i.at.cell, i.expected, i.actual])).toEqual([
          ['sum-levels', total.cell, value, value + by],
        ]);
      },
    ),
    { numRuns: 150 },
  );
});

test('whatever is typed, every finding names a place and has a whole sentence', () => {
  const text = fc.oneof(
    fc.constantFrom('', '-', '0', '5', '1.234', '04', '12,5', 'một', '-3', '7/9', '100%', 'Không'),
    fc.nat(99).map(String),
  );
  fc.assert(
    fc.property(sender, fc.array(fc.tuple(fc.nat(), text), { maxLength: 25 }), ({ two, three, four }, edits) => {
      let edited = two;
      for (const [at, value] of edits) {
        const cell = two.cells[at % two.cells.length]!;
        edited = typed(edited, cell.row, cell.column, value);
      }
      const group = { name: 'Đơn vị', appendices: [edited, three, four] };
      for (const finding of toFindings(validate({ ...group, period: nam2020 }), [group])) {
        expect(finding.file).toBe('don-vi.xlsx');
        expect(finding.message).toMatch(/^(Phụ lục|Bảng) .*\.$/su);
        expect(finding.message).not.toMatch(/undefined|null|NaN/);
        if (finding.column !== null) expect(finding.cell).toMatch(/^[A-Z]+\d+$/);
      }
    }),
    { numRuns: 100 },
  );
});

test('a rule that is off says nothing', () => {
  const form = appendixOf('phu-luc-3', [['1', 'x', '5', '3', '', '', '']]);
  expect(validate({ name: '', appendices: [form], period: null }).map((i) => i.rule)).toContain('sum-levels');
  expect(
    validate({ name: '', appendices: [form], period: null }, { off: new Set(['sum-levels']) }).map((i) => i.rule),
  ).not.toContain('sum-levels');
});

test('a form the program does not know is told', () => {
  const form = { ...appendixOf('phu-luc-3', [['1', 'x', '5', '3', '', '', '']]), template: 'par-index-2031' };
  expect(validate({ name: '', appendices: [form], period: null }).map((i) => i.rule)).toEqual(['rule-not-run']);
});
