import fc from 'fast-check';
import { parseCellName } from '../../../../src/core/model/address';
import { readCsv } from '../../../../src/files/readers/csv/read-csv';
import { createReader } from '../../../../src/files/readers/read-workbook';
import type { Book } from '../../book';
import { outcome, survivesDamage } from '../../hostile';
import { readerContract } from '../../reader-contract';

const quoted = (field: string): string => (/[",\n]/.test(field) ? `"${field.replace(/"/g, '""')}"` : field);

function makeCsv(book: Book): Uint8Array {
  const rows: string[][] = [['', '']];
  for (const cell of book.sheets[0]!.cells) {
    const { row, col } = parseCellName(cell.at)!;
    while (rows.length <= row) rows.push(['', '']);
    while (rows[row]!.length <= col) rows[row]!.push('');
    rows[row]![col] = String(cell.value ?? '');
  }
  return new TextEncoder().encode(`\ufeff${rows.map((r) => Array.from(r, quoted).join(',')).join('\r\n')}\r\n`);
}

readerContract(createReader(), makeCsv, {
  format: 'csv',
  formulas: false,
  fonts: false,
  runs: false,
  comments: false,
  sheets: false,
  hidden: false,
  veryHidden: false,
  filter: false,
  dates: false,
  errors: false,
  invisible: false,
  plainText: true,
  cutsUnseen: true,
  merges: false,
});

function rows(text: string | Uint8Array): string[][] {
  const result = readCsv(typeof text === 'string' ? new TextEncoder().encode(text) : text);
  if (!result.ok) throw new Error(result.message);
  const table: string[][] = [];
  for (const c of result.grids[0]!.cells) (table[c.row] ??= [])[c.col] = c.text;
  return table;
}
const latin = (...codes: (string | number)[]): Uint8Array =>
  Uint8Array.from(codes.flatMap((c) => (typeof c === 'number' ? [c] : [...c].map((x) => x.charCodeAt(0)))));

describe('separators', () => {
  it.each([
    ['STT,Tiêu chí,Số\n1,a,2\n', 'comma'],
    ['STT;Tiêu chí;Số\n1;a, b, c;"2,5"\n', 'semicolon'],
    ['STT\tTiêu chí\tSố\n1\ta; b\t2,5\n', 'tab'],
    ['STT|Tiêu chí|Số\r1|a, b|2\r', 'bar'],
    ['sep=;\r\nSTT;"a,b,c";Số\r\n1;a;2', 'said in the first line'],
  ])('%j: %s', (text) => {
    const table = rows(text);
    expect(table.map((r) => r.length)).toEqual([3, 3]);
    expect([table[0]![0], table[1]![0]]).toEqual(['STT', '1']);
  });
});

describe('fields', () => {
  it('in quotes hold anything; other quotes are letters', () => {
    expect(rows('"a ""b"", c\r\nd",x 5" y,"z"!\n1,2,3')).toEqual([
      ['a "b", c\nd', 'x 5" y', 'z!'],
      ['1', '2', '3'],
    ]);
  });

  it('whose quotes never end are refused, since everything behind would be one cell', async () => {
    expect(await outcome(new TextEncoder().encode('a,b\n1,"2\n3,4\n'))).toBe('file-unreadable');
  });
});

describe('encodings', () => {
  const issues = (bytes: Uint8Array): unknown[] => {
    const r = readCsv(bytes);
    return r.ok ? r.issues.map((i) => i.params?.after) : [];
  };

  it('reads UTF-8 and both UTF-16', () => {
    const both = (le: boolean): Uint8Array =>
      Uint8Array.from(
        [...'\ufeffSố,Xã\n1,2'].flatMap((c) => {
          const n = c.charCodeAt(0);
          return le ? [n & 255, n >> 8] : [n >> 8, n & 255];
        }),
      );
    for (const bytes of [new TextEncoder().encode('Số,Xã\n1,2'), both(true), both(false)]) {
      expect(rows(bytes)).toEqual([
        ['Số', 'Xã'],
        ['1', '2'],
      ]);
      expect(issues(bytes)).toEqual([]);
    }
  });

  it('takes code page 1258 where its marks stand on vowels, else 1252, and says so', () => {
    const vietnamese = latin('S', 0xf4, 0xec, ',x\n1,2'); // ô + combining acute
    expect(rows(vietnamese)[0]![0]!.normalize('NFC')).toBe('Số');
    expect(issues(vietnamese)).toEqual(['bảng mã Windows-1258 (tiếng Việt)']);
    const western = latin('Soci', 0xe9, 't', 0xec, ',x\n1,2');
    expect(rows(western)[0]![0]).toBe('Sociétì');
    expect(issues(western)).toEqual(['bảng mã Windows-1252 (Tây Âu)']);
  });
});

describe('hostile text files', () => {
  it('more cells, columns and letters than there can be', async () => {
    expect(await outcome(new TextEncoder().encode('1,2\n'.repeat(500_001)))).toBe('file-too-large');
    expect(await outcome(new TextEncoder().encode(`a,b\n${','.repeat(20_000)}`))).toBe('file-too-large');
    expect(await outcome(new TextEncoder().encode(`a,b\n${'a'.repeat(200_000)}`))).toBe('file-too-large');
    expect(await outcome(new TextEncoder().encode(`a,b${'\n'.repeat(1_048_600)}`))).toBe('file-too-large');
  });

  it('nothing but quotes and separators', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom('"', ',', ';', '\t', '\r', '\n', 'a', '|'), maxLength: 60 }),
        async (text) => {
          expect(await outcome(new TextEncoder().encode(`a,${text}`))).toMatch(/read|file-/);
        },
      ),
      { seed: 20201214, numRuns: 300 },
    );
  });

  it('any bytes changed or cut', () =>
    survivesDamage(new TextEncoder().encode('STT,Tiêu chí,"Tổng, số"\r\n1,a,2\r\n'), 500));
});
