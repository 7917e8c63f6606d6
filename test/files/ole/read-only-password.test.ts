import { createReader } from '../../../src/files/readers/read-workbook';
import { openEncrypted } from '../../../src/files/ole/read-only-password';
import { survivesDamage } from '../hostile';
import { encryptAgile, encryptStandard } from '../make-encrypted';
import { makeXlsx } from '../make-xlsx';

const workbook = makeXlsx({
  sheets: [
    { name: 'PL2', cells: Array.from({ length: 400 }, (_, i) => ({ at: `A${i + 1}`, value: `ô số ${i * 7_919}` })) },
  ],
});
const read = (bytes: Uint8Array): ReturnType<ReturnType<typeof createReader>['read']> =>
  createReader().read({ file: 'a.xlsx', bytes });

describe('workbooks that are only protected against changes', () => {
  it.each([
    ['as Excel 2010 encrypts', (p: string) => encryptAgile(workbook, p)],
    ['as Excel 2007 encrypts', (p: string) => encryptStandard(workbook, p)],
  ])(
    '%s: open without asking, others are told',
    async (_, make) => {
      expect(workbook.length).toBeGreaterThan(4_096);
      expect(await read(make('VelvetSweatshop'))).toEqual(await read(workbook));
      expect(await read(make('bi mat'))).toMatchObject({ ok: false, rule: 'file-encrypted' });
    },
    60_000,
  );

  it('more hash rounds than Office writes are not run', async () => {
    const bytes = encryptAgile(workbook, 'VelvetSweatshop', 10);
    const text = Buffer.from(bytes).toString('latin1');
    const changed = Uint8Array.from(
      Buffer.from(text.replace('spinCount="10"', 'spinCount="9e9"'.slice(0, 14).padEnd(14, ' ')), 'latin1'),
    );
    expect(await openEncrypted(changed)).toBeNull();
  });

  it(
    'any bytes changed or cut: a result',
    () => survivesDamage(encryptAgile(workbook, 'VelvetSweatshop', 5), 150),
    60_000,
  );
});
