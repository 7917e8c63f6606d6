import { createReader } from '../../../src/files/readers/read-workbook';
import type { Book } from '../book';
import { encryptBinaryRc4, encryptCryptoApi, obfuscateXor } from '../encrypt-xls';
import { survivesDamage } from '../hostile';
import { makeXls } from '../make-xls';

const cells = Array.from({ length: 400 }, (_, i) => ({ at: `A${i + 1}`, value: i % 2 ? i * 7_919 : `ô số ${i}` }));
const book: Book = {
  sheets: [
    { name: 'Phụ lục 2', cells, merges: ['C1:D2'], hiddenRows: [3] },
    { name: 'ẩn', visibility: 'hidden', cells: [{ at: 'B2', value: 5, comment: 'ghi chú' }] },
  ],
};
const small: Book = { sheets: [{ name: 'PL2', cells: cells.slice(0, 3) }] };
const read = (bytes: Uint8Array): ReturnType<ReturnType<typeof createReader>['read']> =>
  createReader().read({ file: 'a.xls', bytes });

const KINDS: [string, (b: Book, p: string) => Uint8Array][] = [
  ['RC4 of Excel 97', encryptBinaryRc4],
  ...[40, 56, 128].map((bits): [string, (b: Book, p: string) => Uint8Array] => [
    `RC4 of Excel 2003, ${bits} bits`,
    (b, p) => encryptCryptoApi(b, p, bits),
  ]),
  ['XOR obfuscation', (b, p) => obfuscateXor(b, p === 'VelvetSweatshop' ? undefined : 0x1234)],
];

describe('old workbooks that are only protected against changes', () => {
  it.each(KINDS)('%s: open without asking, others are told', async (_, encrypt) => {
    const plain = await read(makeXls(book));
    expect(plain.ok).toBe(true);
    expect(await read(encrypt(book, 'VelvetSweatshop'))).toEqual(plain);
    expect(await read(encrypt(book, 'bi mat'))).toMatchObject({ ok: false, rule: 'file-encrypted' });
  });

  it.each(KINDS)(
    '%s: any bytes changed or cut',
    (_, encrypt) => survivesDamage(encrypt(small, 'VelvetSweatshop'), 60),
    30_000,
  );
});
