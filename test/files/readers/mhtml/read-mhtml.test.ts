import { readMhtml } from '../../../../src/files/readers/mhtml/read-mhtml';
import { createReader } from '../../../../src/files/readers/read-workbook';
import { outcome, survivesDamage } from '../../hostile';
import { makeHtml } from '../../make-html';
import { readerContract } from '../../reader-contract';

const B = '----=_NextPart_01D5';
const quoted = (text: string): string =>
  [...new TextEncoder().encode(text)]
    .map((b) =>
      b === 61 || b > 126 || (b < 32 && b !== 10 && b !== 13)
        ? `=${b.toString(16).toUpperCase().padStart(2, '0')}`
        : String.fromCharCode(b),
    )
    .join('')
    .replace(/([^\r\n]{60}[^=\r\n]{3})(?=[^\r\n]{3})/g, '$1=\r\n');
const part = (location: string, type: string, encoding: string, body: string): string =>
  `\r\n--${B}\r\nContent-Location: file:///C:/x/${location}\r\nContent-Transfer-Encoding: ` +
  `${encoding}\r\nContent-Type: ${type};\r\n\tcharset="utf-8"\r\n\r\n${body}\r\n`;
const packed = (...parts: string[]): Uint8Array =>
  new TextEncoder().encode(
    `MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: ` +
      `multipart/related;\r\n\tboundary="${B}"\r\n\r\nThis document is a Single File Web ` +
      `Page.\r\n${parts.join('')}\r\n--${B}--\r\n`,
  );
const sheetHtml = (text: string, state = ''): string =>
  '<html><head><!--[if gte mso ' +
  `9]><xml><x:WorksheetOptions>${state}</x:WorksheetOptions></xml><![endif]--></head><table><tr><td ` +
  `class=xl65>${text}</td></tr></table></html>`;

readerContract(
  createReader(),
  (book) => packed(part('a.htm', 'text/html', 'quoted-printable', quoted(new TextDecoder().decode(makeHtml(book))))),
  {
    format: 'mhtml',
    formulas: false,
    fonts: true,
    runs: true,
    comments: false,
    sheets: false,
    hidden: true,
    veryHidden: false,
    filter: false,
    dates: false,
    errors: false,
    invisible: false,
    plainText: true,
  },
);

test('a workbook of several sheets: names, styles and what is hidden; frames and the strip of tabs are left out', () => {
  const frames = `<html><xml><x:ExcelWorksheets>${['PL 1', 'PL &amp; 2'].map((name, i) => `<x:ExcelWorksheet><x:Name>${name}</x:Name><x:WorksheetSource ` + `HRef="x.files/sheet00${i + 1}.htm"/></x:ExcelWorksheet>`).join('')}</x:ExcelWorksheets></xml><frameset><frame src="x.files/sheet001.htm"></frameset></html>`;
  const result = readMhtml(
    packed(
      part('x.htm', 'text/html', 'quoted-printable', quoted(frames)),
      part('x.files/stylesheet.css', 'text/css', '8bit', '.xl65 {font-family:".VnTime";}'),
      part('x.files/tabstrip.htm', 'text/html', '7bit', sheetHtml('tabs')),
      part('x.files/sheet001.htm', 'text/html', 'quoted-printable', quoted(sheetHtml('Số một'))),
      part(
        'x.files/sheet002.htm',
        'text/html',
        'base64',
        Buffer.from(sheetHtml('hai', '<x:Visible>SheetHidden</x:Visible>'))
          .toString('base64')
          .replace(/.{76}/g, '$&\r\n'),
      ),
    ),
  );
  expect(
    result.ok && result.grids.map((g) => [g.sheet, g.index, g.visibility, g.cells.map((c) => [c.text, c.font])]),
  ).toEqual([
    ['PL 1', 0, 'visible', [['Số một', '.VnTime']]],
    ['PL & 2', 1, 'hidden', [['hai', '.VnTime']]],
  ]);
});

test('one sheet has its name where the page tells it', () => {
  const page = sheetHtml('a', '').replace(
    '<x:WorksheetOptions>',
    '<x:ExcelWorksheet><x:Name>PL 2</x:Name></x:ExcelWorksheet><x:WorksheetOptions>',
  );
  const result = readMhtml(packed(part('x.htm', 'text/html', '7bit', page)));
  expect(result.ok && result.grids.map((g) => g.sheet)).toEqual(['PL 2']);
});

test('pages without a table, without an end, or with broken parts are told', async () => {
  expect(await outcome(packed(part('x.htm', 'text/html', '7bit', '<html><p>x</html>')))).toBe('file-unsupported');
  expect(await outcome(packed(part('x.htm', 'text/html', 'base64', '***')))).toBe('file-unreadable');
  expect(await outcome(packed(...Array.from({ length: 2_001 }, () => part('x.htm', 'text/plain', '7bit', 'x'))))).toBe(
    'file-too-large',
  );
  await survivesDamage(packed(part('x.htm', 'text/html', 'quoted-printable', quoted(sheetHtml('Số')))), 300);
});
