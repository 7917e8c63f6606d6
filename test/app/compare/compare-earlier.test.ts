import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { parseRegister } from '../../../src/core/agencies/parse-register';
import { plainNumber } from '../../../src/core/consolidate/tally';
import type { AppendixCell } from '../../../src/core/model/appendix';
import type { ReceivedFile } from '../../../src/core/model/submission';
import { templates } from '../../../src/core/templates/registry';
import { readPeriod } from '../../../src/core/text/period';
import { canonicalJson } from '../../../src/app/case/canonical-json';
import { newCase } from '../../../src/app/case/new-case';
import { takeDown } from '../../../src/app/case/take-down';
import { linkAgencies } from '../../../src/app/compare/agency-links';
import { compareWithEarlier } from '../../../src/app/compare/compare-earlier';
import { readEarlier, type EarlierResult } from '../../../src/app/compare/earlier';
import { suspicionOf } from '../../../src/app/compare/suspicion';
import { makeReport } from '../../../src/app/results/make-report';
import { runConsolidation } from '../../../src/app/consolidate/run-consolidation';
import { type RunOptions } from '../../../src/app/consolidate/run-options';
import { describe as describeFile } from '../../../src/app/receive/receive-file';
import { MOT_CUA } from '../../support/document-tables';
import { makeGrid } from '../../support/make-grid';
import { pl2File } from '../../support/pl2-file';
import { receivedSample } from '../../support/received-sample';

function earlierOf(text: string): EarlierResult {
  const read = readEarlier(text);
  if (!read.ok) throw new Error(read.message);
  return read.earlier;
}

describe('suspicion', () => {
  const pair = (before: number | null, after: number | null, more = {}) =>
    suspicionOf({ before, after, cumulative: false, longer: 1, ...more });
  test('slips by 10, 100, 1000 in both directions are the most suspicious', () => {
    for (const [a, b, factor] of [
      [42, 420, 10],
      [42, 4200, 100],
      [42, 42_000, 1000],
      [420, 42, 0.1],
    ] as const)
      expect(pair(a, b)).toMatchObject({ kind: 'slip', level: 1, factor });
    expect(pair(42, 430)).toMatchObject({ kind: 'slip', level: 0.85 });
    expect(pair(1, 10)).toMatchObject({ kind: 'jump' });
  });
  test('new and vanished zeros, what cannot fall, and what merely changes', () => {
    expect(pair(12, 0)).toMatchObject({ kind: 'zero' });
    expect(pair(12, null)).toMatchObject({ kind: 'vanished' });
    expect(pair(0, 12)).toMatchObject({ kind: 'appeared' });
    expect(pair(null, 12)!.why).toContain('không có số');
    expect(pair(12, 11, { cumulative: true })).toMatchObject({ kind: 'fell' });
    expect(pair(12, 24, { longer: 2 })).toBeNull();
    expect(pair(7, 7)).toBeNull();
    expect(pair(0, null)).toBeNull();
  });
  test('property: nothing is more suspicious than an exact slip, and levels lie between 0 and 1', () => {
    fc.assert(
      fc.property(fc.option(fc.nat(5000)), fc.option(fc.nat(5000)), (a, b) => {
        const odd = pair(a, b);
        if (odd) {
          expect(odd.level).toBeGreaterThan(0);
          expect(odd.level).toBeLessThanOrEqual(1);
          if (odd.level === 1) expect(odd.kind).toBe('slip');
        }
      }),
    );
  });
});

describe('senders across 1/7/2025', () => {
  const register = {
    agencies: [
      { code: 'NT', successors: ['P1', 'P2'] },
      { code: 'SKHĐT', successors: ['STC'] },
      { code: 'STC' },
      { code: 'P1' },
      { code: 'P2' },
      { code: 'SNV' },
    ],
  } as unknown as Parameters<typeof linkAgencies>[2];
  test('split, merged, unchanged, new and gone', () => {
    const links = linkAgencies(['NT', 'SKHĐT', 'STC', 'SNV', 'CŨ'], ['P1', 'P2', 'STC', 'SNV', 'MỚI'], register);
    expect(links).toEqual(
      expect.arrayContaining([
        { before: ['NT'], after: ['P1', 'P2'] },
        { before: ['SKHĐT', 'STC'], after: ['STC'] },
        { before: ['SNV'], after: ['SNV'] },
        { before: ['CŨ'], after: [] },
        { before: [], after: ['MỚI'] },
      ]),
    );
    expect(links).toHaveLength(5);
  });
});

test('a district of last year beside the wards that took over from it, by their totals', () => {
  const register = parseRegister(
    JSON.parse(readFileSync(path.join(__dirname, '../../../samples/hai-cap-2026/agencies.json'), 'utf8')),
  );
  if (!register.ok) throw new Error(register.message);
  const wards = register.register.agencies.find((a) => a.code === 'UBND-NHATRANG')!.successors!;
  expect(wards.length).toBeGreaterThan(1);
  const compare = (each: number) => {
    const files = wards.map((code) => pl2File(`${code}.xlsx`, code, () => [each, '', '', each, ''], 'commune'));
    const run = runConsolidation(files, {
      templates: templates(),
      register: register.register,
      period: readPeriod('2026'),
    });
    return compareWithEarlier(run, {
      period: readPeriod('2024'),
      province: {},
      agencies: [
        {
          key: 'UBND-NHATRANG',
          name: 'UBND thành phố Nha Trang',
          level: 'district',
          values: { 'phu-luc-2': { 1: { total: 5 * wards.length, district: 1, commune: 5 * wards.length - 1 } } },
        },
      ],
    });
  };
  expect(compare(5)).toMatchObject({
    linked: [{ before: ['UBND thành phố Nha Trang'], after: expect.any(Array) }],
    gone: [],
    added: [],
  });
  expect(compare(5).changes.filter((c) => c.row === '1')).toEqual([]);
  expect(compare(50).changes.find((c) => c.row === '1')).toMatchObject({
    kind: 'slip',
    factor: 10,
    column: 'total',
    before: 5 * wards.length,
    after: 50 * wards.length,
    at: null,
  });
});

describe('the sample province', () => {
  let files: ReceivedFile[];
  let options: RunOptions;
  let earlier: EarlierResult;

  beforeAll(async () => {
    ({ files, options } = await receivedSample());
    earlier = earlierOf(JSON.stringify(makeReport(runConsolidation(files, options))));
  });

  /** The sample as of next year, with one figure changed. */
  function withFigure(file: string, template: string, row: string, column: string, value: number): ReceivedFile[] {
    return files.map((f) =>
      f.file === file ? withCell(f, template, (c) => c.row === row && c.column === column, value) : f,
    );
  }

  /** As if the sheet had held this value: the raw count of the proof sees it too. */
  function withCell(
    f: ReceivedFile,
    template: string,
    which: (c: AppendixCell) => boolean,
    value: number,
  ): ReceivedFile {
    const made = structuredClone(f);
    for (const appendix of made.appendices.filter((a) => a.template === template)) {
      const { sums } = made.tallies.find((t) => t.appendix === appendix.id)!;
      for (const c of appendix.cells.filter(which)) {
        sums[c.at.col] = (sums[c.at.col] ?? 0) - (plainNumber(c.stored) ?? 0) + value;
        Object.assign(c, { figure: { kind: 'number', value }, text: String(value), stored: value, repairs: [] });
      }
    }
    return made;
  }

  test('report and case tell the same earlier figures; without changes nothing is suspicious beside them', () => {
    const run = runConsolidation(files, options);
    const fromCase = earlierOf(canonicalJson(takeDown(newCase(), run)));
    expect(fromCase.agencies).toEqual(earlier.agencies);
    const comparison = compareWithEarlier(run, earlier);
    expect(comparison.changes.filter((c) => c.kind !== 'peers')).toEqual([]);
    expect(comparison).toMatchObject({ figures: [], gone: [], added: [], linked: [] });
  });

  test('property: a figure ten or a hundred times too large is among the first of the list, with its cell', () => {
    const cells = files.flatMap((f) =>
      f.appendices.flatMap((a) =>
        a.cells
          .filter(
            (c) =>
              c.figure.kind === 'number' &&
              c.figure.value >= 5 &&
              ['assigned', 'completed', 'province', 'district', 'commune', 'received'].includes(c.column),
          )
          .map((c) => ({
            file: f.file,
            template: a.template,
            row: c.row,
            column: c.column,
            cell: c.cell,
            value: c.figure.kind === 'number' ? c.figure.value : 0,
          })),
      ),
    );
    expect(cells.length).toBeGreaterThan(300);
    fc.assert(
      fc.property(fc.nat(cells.length - 1), fc.constantFrom(10, 100, 1000), (i, factor) => {
        const at = cells[i]!;
        const run = runConsolidation(withFigure(at.file, at.template, at.row, at.column, at.value * factor), options);
        const found = compareWithEarlier(run, earlier).changes.filter((c) => c.kind !== 'peers')[0];
        expect(found).toMatchObject({
          kind: 'slip',
          template: at.template,
          row: at.row,
          column: at.column,
          factor,
          at: { file: at.file, cell: at.cell },
        });
      }),
      { numRuns: 12 },
    );
  });

  test('among changes of an ordinary year, slips are the first ten', () => {
    let seed = 7;
    const random = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
    const year: EarlierResult = {
      ...earlier,
      agencies: earlier.agencies!.map((a) => ({
        ...a,
        values: JSON.parse(JSON.stringify(a.values), (_, v: unknown) =>
          typeof v === 'number' ? Math.max(0, Math.round(v * (0.8 + 0.4 * random()))) : v,
        ) as typeof a.values,
      })),
    };
    const big = files.filter((f) => f.appendices.some((a) => a.template === 'phu-luc-1')).slice(0, 3);
    const slipped = big.map((f) => ({
      file: f.file,
      cell: f.appendices
        .find((a) => a.template === 'phu-luc-1')!
        .cells.find((c) => c.column === 'assigned' && c.figure.kind === 'number' && c.figure.value >= 20)!,
    }));
    const changed = files.map((f) => {
      const slip = slipped.find((s) => s.file === f.file);
      if (!slip) return f;
      const value = slip.cell.figure.kind === 'number' ? slip.cell.figure.value * 10 : 0;
      return withCell(f, 'phu-luc-1', (c) => c.cell === slip.cell.cell, value);
    });
    const top = compareWithEarlier(runConsolidation(changed, options), year).changes.slice(0, 10);
    for (const s of slipped)
      expect(top.map((c) => `${c.at?.file}!${c.at?.cell}`)).toContain(`${s.file}!${s.cell.cell}`);
  });

  test('what is no earlier result is refused with words', () => {
    for (const text of ['', '{}', '{"schema":1}', canonicalJson(newCase())])
      expect(readEarlier(text)).toMatchObject({ ok: false, message: expect.stringMatching(/\p{L}.*\.$/u) });
  });
});

test('files that were open at the end of the last period must have been received in this one', () => {
  const received = describeFile(
    'vpub.xlsx',
    'c'.repeat(64),
    { grids: [makeGrid(MOT_CUA)], issues: [] },
    { templates: templates(), register: null, period: null },
  );
  const run = runConsolidation([received], {
    templates: templates(),
    register: null,
    period: readPeriod('Quý III/2020'),
  });
  const { key, name, level, values } = makeReport(run).agencies![0]!;
  const row = Object.keys(values['mot-cua']!)[0]!;
  const earlier = (pending: number): EarlierResult => ({
    period: readPeriod('6 tháng đầu năm 2020'),
    province: {},
    agencies: [{ key, name, level, values: { 'mot-cua': { [row]: { ...values['mot-cua']![row]!, pending } } } }],
  });
  const kinds = (pending: number): string[] => compareWithEarlier(run, earlier(pending)).changes.map((c) => c.kind);
  expect(kinds(100_000)).toContain('carried');
  expect(kinds(0)).not.toContain('carried');
});
