import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { utils, write, type BookType } from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';
import { cellName } from '../../src/core/model/address';
import type { Book, BookCell, BookMaker } from '../files/book';
import { encryptBinaryRc4, encryptCryptoApi, obfuscateXor } from '../files/encrypt-xls';
import { makeDocx } from '../files/make-docx';
import { encryptAgile } from '../files/make-encrypted';
import { makeHtml } from '../files/make-html';
import { makeOds } from '../files/make-ods';
import { makeXls } from '../files/make-xls';
import { makeXlsx } from '../files/make-xlsx';
import { makeXml2003 } from '../files/make-xml-2003';
import { MOT_CUA, PL2_HEAD, pl2Rows } from '../support/document-tables';

export const FUZZ_FORMATS = ['xlsx', 'xls', 'xlsb', 'ods', 'docx', 'csv', 'html', 'zip', 'xml', 'encrypted'] as const;
export type FuzzFormat = (typeof FUZZ_FORMATS)[number];

const RECEIVED = path.join(__dirname, '../../samples/khanh-hoa-2020/received');

/** Everything a reader knows, on one small sheet. */
const KITCHEN: Book = {
  externalLinks: true,
  sheets: [
    {
      name: 'PL2',
      merges: ['A1:C1', 'D4:D5'],
      hiddenRows: [7],
      hiddenCols: ['F'],
      cells: [
        { at: 'A1', value: 'Phụ lục 2', font: '.VnTime' },
        { at: 'A2', value: 'STT' },
        { at: 'B2', value: 'Tiêu chí' },
        { at: 'A3', value: 12.5, format: '#,##0.00', comment: 'ghi chú' },
        { at: 'B3', formula: 'A3+1', value: 13.5 },
        { at: 'C3', date: '2020-01-30' },
        { at: 'D3', error: '#REF!', formula: 'A1' },
        { at: 'E3', value: true },
        { at: 'A4', runs: [{ text: 'Céng ', font: '.VnTime' }, { text: 'hòa' }] },
        { at: 'B4', value: 'ẩn', colour: 'FFFFFF' },
        { at: 'C4', value: 0.47, format: '0.0%' },
        { at: 'F4', formula: 'SUM(A1:B3)', value: 3 },
        { at: 'A7', value: 'dòng ẩn' },
      ],
    },
    {
      name: '__proto__',
      visibility: 'hidden',
      cells: [
        { at: 'A1', value: '__proto__' },
        { at: 'B1', value: 'constructor' },
        { at: 'A2', value: 3 },
      ],
    },
  ],
};

const fromRows = (rows: (string | number)[][]): BookCell[] =>
  rows.flatMap((row, r) =>
    row.flatMap((value, c): BookCell[] => (value === '' ? [] : [{ at: cellName(r, c), value }])),
  );

const FORM: Book = {
  sheets: [
    {
      name: 'PL2',
      merges: ['D3:F3'],
      cells: fromRows([['Phụ lục 2'], [], ...PL2_HEAD, ...pl2Rows(() => [7, 4, 2, 1, ''])]),
    },
    { name: 'Một cửa', cells: fromRows([['KẾT QUẢ GIẢI QUYẾT HỒ SƠ'], ...MOT_CUA.slice(0, 8)]) },
  ],
};

/** What the writers of old generations can hold. */
const PLAIN: Book = {
  sheets: [
    {
      name: 'PL2',
      cells: fromRows([
        ['Phu luc 2', '', 'Tong so'],
        [1, 'Co quan', 12.5],
        [2, 'Don vi', 3],
      ]),
    },
  ],
};
const OLD_GENERATIONS = ['biff2', 'biff3', 'biff4', 'biff5'] as BookType[];
/** The password of workbooks that are only protected against changes: they open without asking. */
const OPEN = 'VelvetSweatshop';

function csvOf(book: Book, mark: string): Uint8Array {
  const rows: string[][] = [];
  for (const cell of book.sheets[0]!.cells) {
    const [, letters, digits] = /^([A-Z]+)(\d+)$/.exec(cell.at)!;
    const row = (rows[Number(digits) - 1] ??= []);
    row[letters!.charCodeAt(0) - 65] = /[",;\n]/.test(String(cell.value ?? ''))
      ? `"${String(cell.value).replace(/"/g, '""')}"`
      : String(cell.value ?? '');
  }
  return strToU8(Array.from(rows, (row) => Array.from(row ?? [], (v) => v ?? '').join(mark)).join('\r\n'));
}

/** As another library writes it: .xlsb, and the .xls of generations for which we have no maker. */
function writtenByOthers(book: Book, bookType: BookType): Uint8Array {
  const workbook = utils.book_new();
  for (const sheet of book.sheets) {
    const made: Record<string, unknown> = { '!ref': 'A1:G60' };
    for (const c of sheet.cells)
      made[c.at] = typeof c.value === 'number' ? { t: 'n', v: c.value } : { t: 's', v: String(c.value ?? '') };
    utils.book_append_sheet(workbook, made as never, sheet.name);
  }
  return new Uint8Array(write(workbook, { type: 'array', bookType, compression: true }) as ArrayBuffer);
}

const received = (ending: string, count: number): Uint8Array[] =>
  readdirSync(RECEIVED)
    .filter((f) => f.endsWith(ending))
    .sort()
    .slice(0, count)
    .map((f) => new Uint8Array(readFileSync(path.join(RECEIVED, f))));

const made = (make: BookMaker): Uint8Array[] => [make(KITCHEN), make(FORM)];

/** Whole files of a format, made and received, from which changed ones are made. Deterministic. */
export function seedsOf(format: FuzzFormat): Uint8Array[] {
  switch (format) {
    case 'xlsx':
      return [...made(makeXlsx), ...received('.xlsx', 3)];
    case 'xls':
      return [
        ...made(makeXls),
        ...received('.xls', 2),
        ...OLD_GENERATIONS.map((type) => writtenByOthers(PLAIN, type)),
        encryptBinaryRc4(FORM, OPEN),
        encryptCryptoApi(FORM, OPEN, 128),
        obfuscateXor(FORM),
      ];
    case 'ods':
      return [...made(makeOds), ...received('.ods', 1)];
    case 'docx':
      return [...made(makeDocx), ...received('.docx', 1)];
    case 'html':
      return made(makeHtml);
    case 'xml':
      return made(makeXml2003);
    // The older way hashes 50,000 times, whatever the file says: too slow for thousands of files.
    case 'encrypted':
      return [encryptAgile(makeXlsx(FORM), OPEN), encryptAgile(makeDocx(FORM), OPEN)];
    case 'csv':
      return [csvOf(FORM, ','), csvOf(FORM, ';'), csvOf(KITCHEN, '\t')];
    case 'xlsb':
      return [writtenByOthers(KITCHEN, 'xlsb'), writtenByOthers(FORM, 'xlsb')];
    case 'zip':
      return [zipSync({ 'STP/phu luc.xlsx': makeXlsx(FORM), 'b.csv': csvOf(FORM, ';'), '__MACOSX/._a': strToU8('x') })];
  }
}
