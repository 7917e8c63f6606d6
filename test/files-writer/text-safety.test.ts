import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { createXlsxWriter } from '../../src/files/xlsx-writer/create-xlsx-writer';
import { CELL_LIMIT, looksLikeFormula, safeText } from '../../src/files/xlsx-writer/safe-text';
import { cellsOf, partsOf } from './read-parts';
import { planOf } from './small-plan';

const writer = createXlsxWriter();

/** Texts that begin dangerously, hold control characters, lone surrogates, escapes, or look like errors and numbers. */
const nasty = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(
        '=',
        '+',
        '-',
        '@',
        '\t',
        '\r',
        '\n',
        '\u0000',
        '\u0007',
        '\u001f',
        '＝',
        '#',
        "'",
        '_x003D_',
        ' =',
      ),
      fc.string({ unit: 'binary', maxLength: 30 }),
    )
    .map((t) => t.join('')),
  fc.string({
    unit: fc.constantFrom(
      '=',
      '_',
      'x',
      '0',
      '3',
      'D',
      '\ud800',
      '\udc00',
      '\uffff',
      '&',
      '<',
      ']]>',
      '\r\n',
      ' ',
      'ắ',
      '\u0001',
    ),
    maxLength: 24,
  }),
  fc.constantFrom(
    '#REF!',
    '#N/A',
    '#VALUE!',
    'TRUE',
    '1e5',
    '=HYPERLINK("http://a.vn","bấm")',
    "=cmd|'/c calc'!A1",
    '@SUM(1)',
    '-5',
    '',
  ),
  fc.string({ maxLength: 40 }),
);

test('no text becomes a formula, a number or an error, and each reads back as it was made storable', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(nasty, { minLength: 1, maxLength: 12 }), async (texts) => {
      const cells = texts.map((value, row) => ({
        row,
        col: 1,
        value,
        style: 'text' as const,
        ...(row % 3 === 0 ? { note: value || 'x' } : {}),
      }));
      const bytes = await writer.write(planOf(cells));
      const parts = partsOf(bytes);
      const raw = cellsOf(parts);
      const formats = [...parts['xl/styles.xml']!.split('<cellXfs')[1]!.matchAll(/<xf [^>]*>/g)].map((m) => m[0]);
      const sheet = (await readXlsx(bytes)).sheets[0]!;
      texts.forEach((text, row) => {
        const cell = raw.get(`B${row + 1}`)!;
        expect(cell.formula).toBeUndefined();
        expect(['s', 'inlineStr']).toContain(cell.type);
        expect(cell.text).toBe(safeText(text).text);
        expect(formats[cell.style]!.includes('quotePrefix="1"')).toBe(looksLikeFormula(text));
        expect(sheet.rows[row]?.[1] ?? '').toBe(safeText(text).text);
      });
      for (const [name, xml] of Object.entries(parts)) {
        expect(xml).not.toMatch(/<f[ >]/);
        expect(`${name}${xml}`).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
      }
    }),
    { numRuns: 60 },
  );
});

test('ordinary Vietnamese text is stored as it is', () => {
  for (const text of ['Số cơ quan được kiểm tra', 'a\nb\tc', '  hai đầu  ', '🙂', '_x_ và x0041_'])
    expect(safeText(text)).toEqual({ text, cut: false });
});

test('what cannot be stored is shown, never dropped', () => {
  expect(safeText('a\u0000b\u001bc\u007f').text).toBe('a␀b␛c␡');
  expect(safeText('a\r\nb\rc').text).toBe('a\nb␍c');
  expect(safeText('\ud83d a \ude42 \uffff').text).toBe('� a � �');
});

test('a text that is too long is cut with a mark and a note, not through a character', async () => {
  const text = '🙂'.repeat(20_000);
  const { text: stored, cut } = safeText(text);
  expect(cut).toBe(true);
  expect(stored.length).toBeLessThanOrEqual(CELL_LIMIT);
  expect(stored).toMatch(/🙂 … \[đã cắt, đủ 40000 ký tự ở tệp gốc\]$/);
  const parts = partsOf(await writer.write(planOf([{ row: 0, col: 0, value: text, style: 'text' }])));
  expect(parts['xl/comments1.xml']).toContain('đã cắt bớt');
});

test('what looks like a formula', () => {
  for (const text of ['=1', '+84', '-', '@a', '\t=1', '\r', '\u0001', '＝1']) expect(looksLikeFormula(text)).toBe(true);
  for (const text of ['', 'a=1', ' ', '1-2', 'Không']) expect(looksLikeFormula(text)).toBe(false);
});
