import fc from 'fast-check';
import { columnEvidence, percentScale } from '../../../src/core/text/column-evidence';
import { formatCount, formatDate, formatPercent } from '../../../src/core/text/format-number';
import { readNumber, type NumberReading } from '../../../src/core/text/number';
import { readStoredNumber } from '../../../src/core/text/stored-number';

const brief = (r: NumberReading): string => {
  if (r.kind === 'number' || r.kind === 'percent')
    return `${r.kind} ${r.value}${r.repairs.map((x) => ` ${x.kind}`).join('')}`;
  if (r.kind === 'pair') return `pair ${r.part}/${r.whole}`;
  if (r.kind === 'word') return `word ${r.word}`;
  return r.kind === 'refused' ? `${r.rule}${r.doubtful ? ' doubtful' : ''}` : r.kind;
};

describe('readNumber in a count column', () => {
  test.each([
    ['', 'blank'],
    ['  \u00a0', 'blank'],
    ['......', 'blank'],
    ['-', 'dash'],
    ['–', 'dash'],
    ['—', 'dash'],
    ['- ', 'dash'],
    ['Không', 'word Không'],
    ['Không có.', 'word Không có.'],
    ['KPS', 'word KPS'],
    ['không phát sinh', 'word không phát sinh'],
    ['x', 'word x'],
    ['0', 'number 0'],
    ['43', 'number 43'],
    ['04', 'number 4'],
    ['1234', 'number 1234'],
    [' 545 ', 'number 545'],
    ['1.234', 'number 1234'],
    ['27.257', 'number 27257'],
    ['1.234.567', 'number 1234567'],
    ['1 234', 'number 1234 spaces'],
    ['1\u00a0234', 'number 1234 spaces'],
    ['1\u2009234', 'number 1234 spaces'],
    ['1\n234', 'not-a-number'],
    ['12 34', 'not-a-number'],
    ['1,234', 'not-an-integer doubtful'],
    ['1,234,567', 'number 1234567 separator'],
    ['12.5', 'not-an-integer'],
    ['12,5', 'not-an-integer'],
    ['1.234,5', 'not-an-integer'],
    ['0.500', 'not-an-integer'],
    ['1.2345', 'not-an-integer'],
    ['12,0', 'not-an-integer doubtful'],
    ['6.', 'not-a-number doubtful'],
    ['một', 'not-a-number'],
    ['6 phòng', 'not-a-number'],
    ['hơn 44.333', 'not-a-number'],
    ['1 (VP Sở)', 'not-a-number'],
    ['6*', 'not-a-number'],
    ['5²', 'not-a-number'],
    ['100%', 'not-a-number'],
    ['1.2.3', 'not-a-number'],
    ['1e5', 'not-a-number'],
    ['Infinity', 'not-a-number'],
    ['NaN', 'not-a-number'],
    ['+5', 'not-a-number'],
    ['-5', 'negative-number'],
    ['−5', 'negative-number'],
    ['- 5', 'negative-number'],
    ['-12,5', 'negative-number'],
    ['(5)', 'not-a-number doubtful'],
    ['1O', 'not-a-number doubtful'],
    ['l2', 'not-a-number doubtful'],
    ['５', 'number 5 number-as-text'],
    ['<b>545</b>', 'number 545 number-as-text'],
    ['**545**', 'number 545 number-as-text'],
    ['1\u200b2', 'number 12 unseen'],
    ['928/928', 'pair 928/928'],
    ['2.132/2.132', 'pair 2132/2132'],
    ['268 / 274', 'pair 268/274'],
    ['0/0', 'pair 0/0'],
    ['10/2020', 'not-a-number doubtful'],
    ['5/6/2020', 'not-a-number'],
    ['1,5/3', 'not-an-integer'],
    ['9007199254740991', 'number 9007199254740991'],
    ['9007199254740992', 'not-a-number'],
    ['9'.repeat(400), 'not-a-number'],
  ])('%j: %s', (text, expected) => expect(brief(readNumber(text, { kind: 'count' }))).toBe(expected));

  test.each([
    ['1,234', 'dot', 'number 1234 separator'],
    ['1,234', 'comma', 'not-an-integer doubtful'],
    ['1.234', 'comma', 'number 1234'],
    ['1.234', 'dot', 'not-an-integer doubtful'],
    ['12,0', 'comma', 'number 12 separator'],
    ['12.0', 'dot', 'number 12 separator'],
    ['12.0', 'comma', 'not-an-integer doubtful'],
  ] as const)('%j where decimals follow a %s: %s', (text, decimal, expected) => {
    expect(brief(readNumber(text, { kind: 'count', decimal }))).toBe(expected);
  });

  test('a doubtful reason names the likely figure, a repair what it was', () => {
    expect(readNumber('1,234', { kind: 'count' })).toMatchObject({ reason: expect.stringContaining('1.234') });
    expect(readNumber('<b>545</b>', { kind: 'count' })).toMatchObject({
      repairs: [{ before: '<b>545</b>', after: '545' }],
    });
  });
});

describe('readNumber in a percent column', () => {
  test.each([
    ['100%', 'percent 1'],
    ['86 %', 'percent 0.86'],
    ['09%', 'percent 0.09'],
    ['47,26 %', 'percent 0.4726'],
    ['0,002%', 'percent 0.00002'],
    ['7%', 'percent 0.07'],
    ['98,8\u00a0%', 'percent 0.988'],
    ['47.26 %', 'percent 0.4726 separator'],
    ['95,8', 'percent 0.958 percent-scaled'],
    ['100', 'percent 1 percent-scaled'],
    ['0', 'percent 0'],
    ['1', 'not-a-number doubtful'],
    ['0,95', 'not-a-number doubtful'],
    ['1.234%', 'not-a-number doubtful'],
    ['trên 95%', 'not-a-number'],
    ['từ 80% trở lên', 'not-a-number'],
    ['-5%', 'negative-number'],
    ['%', 'not-a-number'],
    ['928/928', 'pair 928/928'],
    ['-', 'dash'],
    ['', 'blank'],
  ])('%j: %s', (text, expected) => expect(brief(readNumber(text, { kind: 'percent' }))).toBe(expected));

  test('the scale of the column decides what the sign does not', () => {
    expect(brief(readNumber('0,95', { kind: 'percent', scale: 'fraction' }))).toBe('percent 0.95 percent-scaled');
    expect(brief(readNumber('1', { kind: 'percent', scale: 'hundred' }))).toBe('percent 0.01 percent-scaled');
    expect(brief(readNumber('1.234%', { kind: 'percent', decimal: 'dot' }))).toBe(
      'percent 0.01234 separator'.replace(' separator', ''),
    );
  });
});

describe('readNumber, whatever is typed', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom(...'0123456789.,-–/% ()<>b\u00a0OlxKhông') }),
  );
  const options = fc.record({
    kind: fc.constantFrom('count' as const, 'percent' as const),
    decimal: fc.constantFrom('comma' as const, 'dot' as const, 'unknown' as const),
  });

  test('a count is a whole number, never NaN, Infinity or negative', () => {
    fc.assert(
      fc.property(anything, options, (text, opts) => {
        const r = readNumber(text, opts);
        const values =
          r.kind === 'pair' ? [r.part, r.whole] : r.kind === 'number' || r.kind === 'percent' ? [r.value] : [];
        for (const v of values) {
          expect(Number.isFinite(v) && v >= 0).toBe(true);
          if (opts.kind === 'count') expect(Number.isSafeInteger(v)).toBe(true);
        }
        if (opts.kind === 'count') expect(r.kind).not.toBe('percent');
      }),
      { numRuns: 3000 },
    );
  });

  test('text with letters outside markup is no figure', () => {
    const letters = fc
      .string({ unit: fc.constantFrom(...'0123456789. ') })
      .chain((digits) => fc.tuple(fc.constant(digits), fc.constantFrom(...'aăđOlIeE'), fc.nat(digits.length)));
    fc.assert(
      fc.property(letters, options, ([digits, letter, at], opts) => {
        expect(['refused', 'word']).toContain(readNumber(digits.slice(0, at) + letter + digits.slice(at), opts).kind);
      }),
      { numRuns: 2000 },
    );
  });

  test('what formatCount writes is read back', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (n) =>
        expect(readNumber(formatCount(n), { kind: 'count' })).toEqual({ kind: 'number', value: n, repairs: [] }),
      ),
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10000 }), (n) =>
        expect(readNumber(formatPercent(n / 10000), { kind: 'percent' })).toMatchObject({
          kind: 'percent',
          value: n / 10000,
        }),
      ),
    );
  });
});

describe('readStoredNumber', () => {
  test.each([
    [3, 'count', undefined, 'number 3'],
    [0, 'count', 'General', 'number 0'],
    [3.0000000001, 'count', undefined, 'number 3'],
    [0.1 + 0.2 + 2.7, 'count', undefined, 'number 3'],
    [1.234, 'count', undefined, 'not-an-integer doubtful'],
    [12.5, 'count', undefined, 'not-an-integer doubtful'],
    [0.5, 'count', undefined, 'not-an-integer'],
    [1.23456, 'count', undefined, 'not-an-integer'],
    [1, 'count', '0.000', 'not-an-integer doubtful'],
    [1, 'count', '#,##0.00', 'number 1'],
    [1234, 'count', '#,##0', 'number 1234'],
    [-1, 'count', undefined, 'negative-number'],
    [-1e-12, 'count', undefined, 'number 0'],
    [NaN, 'count', undefined, 'not-a-number'],
    [Infinity, 'percent', undefined, 'not-a-number'],
    [1e300, 'count', undefined, 'not-a-number'],
    [1, 'count', '0%', 'not-a-number doubtful'],
    [43954, 'count', 'd-mmm', 'not-a-number doubtful'],
    [6, 'count', '0 "đơn vị"', 'number 6'],
    [6, 'count', '[Red]0', 'number 6'],
    [0.958, 'percent', '0.0%', 'percent 0.958'],
    [95.8, 'percent', undefined, 'percent 0.958 percent-scaled'],
    [0.958, 'percent', undefined, 'percent 0.958'],
    [1, 'percent', undefined, 'percent 1'],
    [1, 'percent', '0%', 'percent 1'],
    [100, 'percent', 'General', 'percent 1 percent-scaled'],
    [1.05, 'percent', '0%', 'percent 1.05'],
    [0, 'percent', undefined, 'percent 0'],
  ] as const)('%d in a %s column with format %s: %s', (value, kind, format, expected) => {
    expect(brief(readStoredNumber(value, { kind, format }))).toBe(expected);
  });

  test('scale decides about 1', () => {
    expect(brief(readStoredNumber(1, { kind: 'percent', scale: 'hundred' }))).toBe('percent 0.01 percent-scaled');
    expect(brief(readStoredNumber(1.05, { kind: 'percent', scale: 'fraction' }))).toBe('percent 1.05');
  });

  test('the likely figure is named', () => {
    expect(readStoredNumber(1.234, { kind: 'count' })).toMatchObject({ reason: expect.stringContaining('1.234') });
    expect(readStoredNumber(2.5, { kind: 'count' })).toMatchObject({ reason: expect.stringContaining('2.500') });
  });

  test('never passes on what is not finite and not negative', () => {
    fc.assert(
      fc.property(fc.double(), fc.constantFrom('count' as const, 'percent' as const), (value, kind) => {
        const r = readStoredNumber(value, { kind });
        if (r.kind === 'number' || r.kind === 'percent')
          expect(Number.isFinite(r.value) && r.value >= 0 && !Object.is(r.value, -0)).toBe(true);
      }),
    );
  });
});

describe('columnEvidence and percentScale', () => {
  test.each([
    [['47,26 %', '1.771'], 'comma'],
    [['12.5', '3'], 'dot'],
    [['1.234', '5'], 'unknown'],
    [['1,234'], 'unknown'],
    [[], 'unknown'],
    [['12,5', '12.5'], 'unknown'],
    [['1.234.567'], 'comma'],
    [['1,234,567'], 'dot'],
    [['1.234', '2.345', '27.257'], 'comma'],
    [['1,234', '2,345', '27,257'], 'dot'],
    [['1,234', '1,234', '1,234'], 'unknown'],
    [['33,333 %', '12,345 %', '66,667 %'], 'unknown'],
    [['Không', '-', '6 phòng'], 'unknown'],
  ] as const)('%j is %s', (texts, decimal) => {
    const seen = columnEvidence(texts);
    expect(seen.decimal).toBe(decimal);
    expect(seen.because).not.toBe('');
  });

  test.each([
    [[0.95, 1, 0], 'fraction'],
    [[95, 100, 1], 'hundred'],
    [[1, 1, 0], 'unknown'],
    [[], 'unknown'],
    [[0.5, 98], 'unknown'],
    [[0.95, 1.05], 'fraction'],
    [[NaN, 95], 'hundred'],
  ] as const)('%j is %s', (values, scale) => expect(percentScale(values)).toBe(scale));
});

describe('writing', () => {
  test('figures, percentages and days the Vietnamese way', () => {
    expect([1234, 0, 1e6, 12.5, -1234, 1e21].map(formatCount)).toEqual([
      '1.234',
      '0',
      '1.000.000',
      '12,5',
      '-1.234',
      '1.000.000.000.000.000.000.000',
    ]);
    expect([0.958, 1, 0, 0.4726, 0.07, 1 / 3].map(formatPercent)).toEqual([
      '95,8%',
      '100%',
      '0%',
      '47,26%',
      '7%',
      '33,33%',
    ]);
    expect(formatDate('2020-01-30')).toBe('30/01/2020');
    expect(formatDate('?')).toBe('?');
    expect(() => formatCount(NaN)).toThrow(RangeError);
  });
});

describe('what cannot be seen in a figure', () => {
  test.each([
    // What Windows' calculator puts on the clipboard.
    ['\u202d4\u202c', 'number 4 unseen'],
    ['\u202d1.234\u202c', 'number 1234 unseen'],
    ['\u200e13\u200f', 'number 13 unseen'],
    ['\u20681\u2069', 'number 1 unseen'],
    ['\u206712\u2069', 'number 12 unseen'],
    ['1\u00ad3', 'number 13 unseen'],
    ['4\ufe0f', 'number 4 unseen'],
    ['4\u{e0101}', 'number 4 unseen'],
    ['13\u0085', 'number 13 unseen'],
    ['13\u007f', 'number 13 unseen'],
    ['\u00004', 'number 4 unseen'],
    ['\ufeff4', 'number 4 unseen'],
    ['4\u200c\u200d', 'number 4 unseen'],
    ['\u31644', 'number 4 unseen'],
    ['1\u3164234', 'number 1234 unseen spaces'],
    ['1\u31642', 'not-a-number'],
    ['1\u00852', 'not-a-number'],
    ['\u28004', 'number 4 unseen'],
    ['1\u3000234', 'number 1234 spaces'],
    ['\u200b', 'blank'],
    ['\u3164', 'blank'],
    ['\u202d\u202c', 'blank'],
    ['\u202d-\u202c', 'dash'],
    ['\u200eKhông', 'word \u200eKhông'],
    // Drawn backwards: a person sees 31.
    ['\u202e13', 'not-a-number doubtful'],
    ['\u202e44', 'number 44 unseen'],
    ['\u202e4', 'number 4 unseen'],
    ['\u202b12 / 15', 'not-a-number doubtful'],
    ['\u202d12/15\u202c', 'pair 12/15'],
    ["'4", 'number 4 number-as-text'],
    ['\u20194', 'number 4 number-as-text'],
    ["'1.234", 'number 1234 number-as-text'],
    ["'-", 'dash'],
    ["'Không", "word 'Không"],
    ['="4"', 'number 4 number-as-text'],
    ['"4"', 'number 4 number-as-text'],
    ["4'", 'not-a-number'],
    ["''4", 'not-a-number'],
    ['\u202d\u20194\u202c', 'number 4 unseen number-as-text'],
  ])('%j: %s', (text, expected) => expect(brief(readNumber(text, { kind: 'count' }))).toBe(expected));

  test('a percent and a column know the same marks', () => {
    expect(brief(readNumber('\u202d95,8%\u202c', { kind: 'percent', decimal: 'comma' }))).toBe('percent 0.958 unseen');
    expect(columnEvidence(["'47,26", '\u202d8,5\u202c']).decimal).toBe('comma');
  });

  test('a refusal names what cannot be seen', () => {
    const reading = readNumber('1\u202d.\u202c2.3', { kind: 'count' });
    expect(reading.kind === 'refused' && reading.reason).toMatch(/dấu định chiều chữ U\+202D/);
  });

  test('the digits of a figure are never changed by what is taken off', () => {
    const marks = fc.constantFrom(...'\u200b\u200c\u200e\u202c\u202d\u2066\u2069\u00ad\ufe0f\ufeff\u007f\u2060');
    fc.assert(
      fc.property(fc.nat(99_999_999), fc.array(fc.tuple(fc.nat(9), marks), { maxLength: 6 }), (n, added) => {
        let text = String(n);
        for (const [at, mark] of added) text = text.slice(0, at) + mark + text.slice(at);
        expect(readNumber(text, { kind: 'count' })).toMatchObject({ kind: 'number', value: n });
      }),
    );
  });
});
