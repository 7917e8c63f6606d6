import fc from 'fast-check';
import { parseAreaName } from '../../src/core/model/address';
import { markText, parseBackup, parseMark, backupText } from '../../src/excel/book/marks';
import { fromParts, toParts } from '../../src/excel/book/xml-parts';
import { failure, toFailure, unfinished } from '../../src/excel/failure';
import { isInvisible } from '../../src/excel/read/is-invisible';
import { addresses, areasOf } from '../../src/excel/write/areas-of';
import { Fingerprint } from '../../src/excel/write/fingerprint';
import { linkTarget } from '../../src/excel/write/link-target';
import { utf8Length } from '../../src/excel/write/packer';

test('areas cover every cell once, with its own key', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 8 }),
      fc.integer({ min: 1, max: 8 }),
      fc.array(fc.constantFrom('a', 'b', undefined), { minLength: 64, maxLength: 64 }),
      (rows, cols, keys) => {
        const keyAt = (r: number, c: number): string | undefined => keys[r * 8 + c];
        const seen = new Map<string, string>();
        for (const [key, areas] of areasOf(rows, cols, keyAt)) {
          for (const a of areas)
            for (let r = a.top; r <= a.bottom; r++)
              for (let c = a.left; c <= a.right; c++) {
                expect(seen.has(`${r},${c}`)).toBe(false);
                seen.set(`${r},${c}`, key);
              }
        }
        for (let r = 0; r < rows; r++) for (let c = 0; c < cols; c++) expect(seen.get(`${r},${c}`)).toBe(keyAt(r, c));
      },
    ),
  );
});

test('equal rows become one area; addresses of many areas are cut', () => {
  expect(areasOf(1_000, 3, () => 'x').get('x')).toEqual([{ top: 0, left: 0, bottom: 999, right: 2 }]);
  const areas = Array.from({ length: 1_000 }, (_, i) => ({ top: i * 2, bottom: i * 2, left: 0, right: 3 }));
  const parts = addresses(areas);
  for (const part of parts) expect(part.length).toBeLessThanOrEqual(1_600);
  expect(parts.flatMap((p) => p.split(',').map(parseAreaName))).toEqual(areas);
});

test('any value survives custom XML; an incomplete one counts as none; of two versions the later counts', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(fromParts(toParts('urn:x', 'a', text))).toBe(text);
    }),
  );
  const long = toParts('urn:x', 'a', 'ă&<"'.repeat(400_000));
  expect(long.length).toBeGreaterThan(1);
  expect(fromParts(long.slice(1))).toBeUndefined();
  // Every cut falls inside a character of two halves, were it made by the number alone.
  const wide = '𝄞'.repeat(800_000);
  const utf8 = toParts('urn:x', 'a', wide).map((part) => Buffer.from(part, 'utf8').toString('utf8'));
  expect(utf8.length).toBeGreaterThan(2);
  expect(fromParts(utf8)).toBe(wide);
  expect(fromParts([...toParts('urn:x', 'a', 1), ...toParts('urn:x', 'b', 2)])).toBe(2);
  // As a host may write it out again.
  expect(fromParts(['<?xml version="1.0"?>\n<v xmlns="urn:x" w="a" n="0" of="1">&#x22;a&quot;</v>\n'])).toBe('a');
});

test('marks of sheets are read as written, and anything else is none', () => {
  const mark = {
    key: 'appendix:phu-luc-2:0',
    write: 'm2x8',
    print: 'ab12',
    rows: 45,
    cols: 7,
    bytes: 5_120,
    name: 'Phụ lục 2 | bản 1',
  };
  expect(parseMark(markText(mark))).toEqual(mark);
  for (const text of [undefined, '', '2|a|b|c|1|1|1|x', '1|a|b|c|x|1|1|n', '1|a']) expect(parseMark(text)).toBeNull();
  const backup = { step: 's', visibility: 'Hidden' as const, name: 'a|b' };
  expect(parseBackup(backupText(backup))).toEqual(backup);
  expect(parseBackup('1|s|Gone|x')).toBeNull();
});

test('a fingerprint sees every change, and not how the rows were cut', () => {
  const rows = [
    [1, 'a', ''],
    ['', '=A1', true],
  ];
  const whole = new Fingerprint().addRows(0, rows).text;
  expect(new Fingerprint().addRows(0, rows.slice(0, 1)).addRows(1, rows.slice(1)).text).toBe(whole);
  for (const other of [
    [
      [1, 'a', ''],
      ['', '=A1', 'true'],
    ],
    [
      ['1', 'a', ''],
      ['', '=A1', true],
    ],
    [
      [1, '', 'a'],
      ['', '=A1', true],
    ],
    [
      ['', '', ''],
      [1, 'a', ''],
    ],
  ])
    expect(new Fingerprint().addRows(0, other).text).not.toBe(whole);
  expect(new Fingerprint().addRows(0, [["='PL 2'!A1"]]).text).toBe(new Fingerprint().addRows(0, [['=PL 2!A1']]).text);
});

test('links lead inside the workbook or to a file, never anywhere else', () => {
  const names = new Map([['Phụ lục 2', "Phụ lục 2's"]]);
  expect(linkTarget({ sheet: 'Phụ lục 2', cell: 'C13' }, names)).toEqual({ documentReference: "'Phụ lục 2''s'!C13" });
  expect(linkTarget({ file: 'nhận/02 Sở.xlsx', sheet: 'PL2', cell: 'C3' }, names)).toEqual({
    address: "nh%E1%BA%ADn/02%20S%E1%BB%9F.xlsx#'PL2'!C3",
  });
  expect(linkTarget({ file: 'javascript:alert(1)' }, names)?.address).toBe('javascript%3Aalert(1)');
  expect(linkTarget({ file: '//máy/chia' }, names)?.address?.startsWith('/')).toBe(false);
  expect(linkTarget({ file: 'a'.repeat(3_000) }, names)).toBeNull();
});

test('every failure has a sentence that says what to do; bugs are thrown', () => {
  for (const kind of [
    'cell-edit',
    'protected-sheet',
    'protected-workbook',
    'session-lost',
    'too-large',
    'workbook-switched',
    'unsupported',
    'other',
  ] as const) {
    const { message } = failure(kind);
    expect(message).toMatch(/Bảng tính vẫn như trước\.$/);
    expect(unfinished(message)).not.toContain('vẫn như trước');
  }
  expect(toFailure({ code: 'AccessDenied' }, 'write-sheets')).toMatchObject({ kind: 'protected-workbook' });
  expect(toFailure({ code: 7000 }, 'write-cells')).toMatchObject({ kind: 'protected-sheet' });
  expect(toFailure({ code: 'ApiNotFound' }, 'read')).toMatchObject({ kind: 'unsupported' });
  expect(toFailure({ code: 'Unheard', message: 'chi tiết' }, 'read')).toMatchObject({
    kind: 'other',
    message: expect.stringContaining('Unheard: chi tiết'),
  });
  expect(() => toFailure(new TypeError('bug'), 'read')).toThrow('bug');
});

test.each([
  ['#FFFFFF', '#FFFFFF', true],
  ['#FFFFFF', '', true],
  ['#F2F2F2', null, true],
  ['#000000', '#FFFFFF', false],
  ['#FFFFFF', '#1F4E9E', false],
  [null, null, false],
])('text %s on %s is unseen: %s', (font, fill, is) => {
  expect(isInvisible(font, fill)).toBe(is);
});

test('bytes are those of UTF-8', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(utf8Length(text)).toBe(Buffer.byteLength(text));
    }),
  );
});
