import { allPatterns } from './all-patterns';
import { steepGrowth } from './measure-growth';

jest.setTimeout(600_000);

/**
 * Patterns whose text cannot be long, by the file and what bounds it: everything else is run over texts made against
 * it. A line here needs a bound in the code, not a hope.
 */
const BOUNDED: Readonly<Record<string, string>> = {
  'src/app/returns/make-returns.ts': 'a name cut to 100 characters',
  'src/core/plan/plan-charts.ts': 'a name cut to LONGEST_NAME',
  'src/core/plan/plan-words.ts': 'the folder that the officer named',
  'src/core/validate/shorten.ts': 'a text cut to its width',
  'src/core/text/format-number.ts': 'digits of one number',
  'src/core/text/legacy-font.ts': 'a name cut to LONGEST',
  'src/excel/failure.ts': 'a sentence of ours',
  'src/files/docx-writer/words.ts': 'digits of one number',
  'src/files/readers/docx/joined-table.ts': 'an address of ours',
  'src/files/readers/html/css.ts': 'a name cut to LONGEST_NAME',
  'src/files/refusal.ts': 'digits of one number',
  'src/files/xlsx-writer/schema-order.ts': 'styles that our writer wrote',
  'src/files/xlsx-writer/to-charts.ts': 'charts that our writer wrote',
};

/** Patterns put together when the program runs, from words of ours: by the file, how many. */
const MADE: Readonly<Record<string, number>> = {
  'src/core/agencies/level-of-name.ts': 1,
  'src/core/text/counted-unit.ts': 3,
  'src/core/text/date.ts': 4,
  'src/core/text/document-number.ts': 1,
  'src/core/text/fold.ts': 1,
  'src/core/text/mentioned-years.ts': 1,
  'src/core/text/number.ts': 1,
  'src/core/text/period.ts': 3,
  'src/core/text/stated-unit.ts': 1,
  'src/core/text/turned-words.ts': 1,
  'src/core/text/unseen.ts': 1,
  'src/files/annotate/parts.ts': 1,
  'src/files/annotate/sheet-comments.ts': 4,
  'src/files/readers/html/html-tokens.ts': 1,
  'src/files/xml/insert-xml.ts': 1,
};

const { written, made } = allPatterns();
const fileOf = (at: string): string => at.slice(0, at.lastIndexOf(':'));

test('no pattern needs more than its share of time for a longer text', () => {
  const once = new Map(written.map((p) => [`${p.source}/${p.flags}`, p]));
  expect(once.size).toBeGreaterThan(400);
  const steep = [...once.values()]
    .filter((p) => !(fileOf(p.at) in BOUNDED))
    .flatMap((p) => {
      const why = steepGrowth(p);
      return why === null ? [] : [`${p.at} /${p.source}/${p.flags}: ${why}`];
    });
  expect(steep).toEqual([]);
});

test('patterns put together from words at the start of the program are no slower', () => {
  const kept: { source: string; flags: string }[] = [];
  const Real = globalThis.RegExp;
  class Recording extends Real {
    constructor(source: string | RegExp, flags?: string) {
      super(source, flags);
      kept.push({ source: this.source, flags: this.flags });
    }
  }
  globalThis.RegExp = Recording as RegExpConstructor;
  try {
    jest.isolateModules(() => {
      for (const file of Object.keys(MADE).filter((f) => f.startsWith('src/core/')))
        jest.requireActual(`../../${file.replace(/\.ts$/, '')}`);
    });
  } finally {
    globalThis.RegExp = Real;
  }
  const ofOurs = Object.entries(MADE).filter(([file]) => file.startsWith('src/core/'));
  expect(kept.length).toBeGreaterThanOrEqual(ofOurs.reduce((sum, [, n]) => sum + n, 0));
  const steep = kept.flatMap((p) => {
    const why = steepGrowth({ at: '', ...p });
    return why === null ? [] : [`/${p.source}/${p.flags}: ${why}`];
  });
  expect(steep).toEqual([]);
});

test('a pattern that is put together elsewhere is entered here, or written out', () => {
  const counted: Record<string, number> = {};
  for (const { at } of made) counted[fileOf(at)] = (counted[fileOf(at)] ?? 0) + 1;
  expect(counted).toEqual(MADE);
});

test('the measure tells the slow from the quick', () => {
  for (const slow of ['\\s+$', '^(a+)+$', '^\\s*,?\\s*x', '\\([^)]*\\)', '^(?:…+\\s*)*$'])
    expect(steepGrowth({ at: '', source: slow, flags: 'g' })).not.toBeNull();
  for (const quick of ['\\s', '^a+$', '^\\s*x', '\\([^()]*\\)', 'x\\s{0,9}y'])
    expect(steepGrowth({ at: '', source: quick, flags: 'g' })).toBeNull();
});
