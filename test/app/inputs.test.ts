import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ReceivedFile } from '../../src/core/model/submission';
import { differences, findingsOf, receive, received } from '../support/receive-sample';

/**
 * One genuine file, sent in ways in which programs and people send it. Each copy differs from the sample by one thing.
 */
const INPUTS = path.join(__dirname, '../files/inputs');
const input = (name: string): Promise<ReceivedFile> =>
  receive(`UBND TP Nha Trang ${name}`, new Uint8Array(readFileSync(path.join(INPUTS, name))));

let base: ReceivedFile;
beforeAll(async () => {
  base = await received('UBND TP Nha Trang.xlsx');
});

/** Shares lose their % format on the way through a page; they are asked about, which is another matter. */
const PAGE_LOSES = {
  'phu-luc-4 1 percent': 'refused',
  'phu-luc-4 2 percent': 'refused',
  'phu-luc-4 3 percent': 'refused',
};

test('figures pasted from the calculator of Windows are read, and this is told', async () => {
  const file = await input('bidi-override.xlsx');
  expect(differences(file, base)).toEqual({});
  const told = findingsOf(file).filter((f) => f.rule === 'text-repaired' && /U\+202D/.test(f.message));
  expect(told.map((f) => f.cell)).toEqual(['C9', 'E9']);
});

test('figures behind a literal apostrophe are read, and this is told', async () => {
  const file = await input('literal-apostrophe.xlsx');
  expect(differences(file, base)).toEqual({});
  expect(findingsOf(file).some((f) => f.rule === 'number-as-text' && f.cell === 'E9')).toBe(true);
});

test('an OpenDocument workbook without its entry mimetype is read', async () => {
  expect(differences(await input('ods-no-mimetype.ods'), base)).toEqual({});
});

test.each(['html-style-first.xls', 'html-script-first.xls'])('a page is read wherever it begins: %s', async (name) => {
  expect(differences(await input(name), base)).toEqual(PAGE_LOSES);
});

test('what a web form or a form field of Word shows is read like text of the cell', async () => {
  expect(differences(await input('html-form-controls.xls'), base)).toEqual(PAGE_LOSES);
  expect(differences(await input('word-dropdown.docx'), base)).toEqual(PAGE_LOSES);
});

test('a workbook inside a letter is told with its place', async () => {
  const told = findingsOf(await input('word-embedded-workbook.docx')).filter((f) => f.rule === 'object-not-read');
  expect(told).toMatchObject([
    {
      severity: 'warning',
      message: expect.stringMatching(/bảng tính nhúng \(sau dòng “.*242\/BC-UBND.*gửi tệp riêng/),
    },
  ]);
});
