import { createReader } from '../../../src/files/readers/read-workbook';
import { encryptBinaryRc4, encryptCryptoApi } from '../encrypt-xls';
import { encryptAgile } from '../make-encrypted';
import { makeXlsx } from '../make-xlsx';
import { strToU8 } from 'fflate';

const book = { sheets: [{ name: 'PL2', cells: [{ at: 'A1', value: 'Phụ lục 2' }] }] };
const SECRET = 'Mật khẩu 2020';
const FILES = {
  'a.xlsx': () => encryptAgile(makeXlsx(book), SECRET),
  'b.xls': () => encryptBinaryRc4(book, SECRET),
  'c.xls': () => encryptCryptoApi(book, SECRET, 128),
};

describe.each(Object.entries(FILES))('%s', (file, make) => {
  test('without its password it is refused as protected; nothing of the password is in the answer', async () => {
    const bytes = make();
    expect(await createReader().read({ file, bytes })).toMatchObject({ ok: false, rule: 'file-encrypted' });
    const wrong = await createReader().read({ file, bytes, passwords: ['khác'] });
    expect(wrong).toMatchObject({ ok: false, rule: 'file-encrypted' });
    expect(JSON.stringify(wrong)).not.toContain('khác');
  });

  test('one of the passwords given opens it, for this file or for all', async () => {
    const bytes = make();
    for (const read of [
      await createReader().read({ file, bytes, passwords: ['khác', SECRET] }),
      await createReader({ passwords: [SECRET] }).read({ file, bytes }),
    ]) {
      expect(read.ok && read.grids[0]?.cells[0]?.value).toBe('Phụ lục 2');
      expect(JSON.stringify(read)).not.toContain(SECRET);
    }
  });
});

test('bytes in front of a container are no hindrance', async () => {
  const moved = new Uint8Array([...strToU8('Received: gateway\r\n\r\n'), ...makeXlsx(book)]);
  const read = await createReader().read({ file: 'a.xlsx', bytes: moved });
  expect(read.ok && read.grids[0]?.cells[0]?.value).toBe('Phụ lục 2');
});
