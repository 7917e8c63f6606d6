import { strToU8, zipSync } from 'fflate';
import { detectFormat, FILE_FORMATS } from '../../../src/files/readers/format';
import { createReader, READERS } from '../../../src/files/readers/read-workbook';
import { UNSUPPORTED } from '../../../src/files/readers/unsupported-words';
import { READ_LIMITS } from '../../../src/files/limits';
import { makeXlsx } from '../make-xlsx';

/** An OLE container with these directory entries, as far as telling formats needs one. */
function ole(...names: string[]): Uint8Array {
  const bytes = new Uint8Array(512 + 128 * 8);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  names.forEach((name, i) => {
    const at = 512 + 128 * i;
    [...name].forEach((c, k) => {
      bytes[at + 2 * k] = c.charCodeAt(0);
    });
    bytes[at + 64] = 2 * name.length + 2;
    bytes[at + 66] = i === 0 ? 5 : 2;
  });
  return bytes;
}

const zip = (...names: string[]): Uint8Array => zipSync(Object.fromEntries(names.map((n) => [n, strToU8('<x/>')])));
const zipWith = (name: string, text: string, more: Record<string, Uint8Array> = {}): Uint8Array =>
  zipSync({ [name]: strToU8(text), ...more });
const workbook = makeXlsx({ sheets: [{ name: 'PL', cells: [{ at: 'A1', value: 1 }] }] });

const CASES: [string, string, Uint8Array][] = [
  ['a workbook', 'xlsx', workbook],
  ['a workbook cut off', 'xlsx', workbook.slice(0, 300)],
  [
    'a workbook with its main part elsewhere',
    'xlsx',
    zipWith('[Content_Types].xml', 'ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"'),
  ],
  ['a binary workbook', 'xlsb', zip('xl/workbook.bin')],
  ['a Word file', 'docx', zip('word/document.xml')],
  ['slides', 'pptx', zip('ppt/presentation.xml')],
  [
    'an OpenDocument sheet',
    'ods',
    zipWith('mimetype', 'application/vnd.oasis.opendocument.spreadsheet', { 'content.xml': strToU8('<x/>') }),
  ],
  [
    'an OpenDocument text',
    'odt',
    zipWith('mimetype', 'application/vnd.oasis.opendocument.text', { 'content.xml': strToU8('<x/>') }),
  ],
  ['an archive', 'zip', zip('a.xlsx')],
  ['an old workbook', 'xls', ole('Root Entry', 'Workbook')],
  ['an older workbook', 'xls', ole('Root Entry', 'Book')],
  ['a sheet of Excel 4', 'xls', Uint8Array.from([9, 4, 6, 0, 4, 0, 0x10, 0, 0, 0])],
  ['an old Word file', 'doc', ole('Root Entry', 'WordDocument')],
  ['a workbook with a password', 'encrypted-office', ole('Root Entry', 'EncryptionInfo', 'EncryptedPackage')],
  ['some OLE file', 'ole', ole('Root Entry')],
  ['a PDF', 'pdf', strToU8('%PDF-1.7')],
  ['RTF', 'rtf', strToU8('{\\rtf1 x}')],
  ['a page', 'html', strToU8('\ufeff\r\n<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table>')],
  ['a page with a doctype', 'html', strToU8('<!DOCTYPE HTML PUBLIC "x"><html>')],
  ['a packed page', 'mhtml', strToU8('MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n')],
  [
    'XML of 2003',
    'xml-2003',
    strToU8('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'),
  ],
  [
    'XML of 2003 by its program',
    'xml-2003',
    strToU8('<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<ss:Workbook xmlns:ss="x">'),
  ],
  [
    'a Word file as XML',
    'word-2003',
    strToU8('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument>'),
  ],
  [
    'a flat OpenDocument sheet',
    'fods',
    strToU8(
      `<?xml version="1.0"?><office:document ${'xmlns:x="y" '.repeat(600)} ` +
        'office:mimetype="application/vnd.oasis.opendocument.spreadsheet">',
    ),
  ],
  ['Numbers', 'iwork', zip('Index/Document.iwa', 'preview.jpg')],
  ['a Google shortcut', 'shortcut', strToU8('{"url": "https://docs.google.com/open?id=1", "doc_id": "1"}')],
  ['a web shortcut', 'shortcut', strToU8('[InternetShortcut]\r\nURL=https://a.vn\r\n')],
  ['a shortcut of Windows', 'shortcut', Uint8Array.from([0x4c, 0, 0, 0, 1, 0x14, 2, 0, 0, 0, 0, 0])],
  [
    'a letter',
    'message',
    strToU8('Return-Path: <a@b.vn>\r\nFrom: a\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n'),
  ],
  ['a letter of Outlook', 'message', ole('Root Entry', '__properties_version1.0')],
  ['other XML', 'xml', strToU8('<?xml version="1.0"?><a/>')],
  ['comma text', 'csv', strToU8('STT,Tiêu chí\n1,2\n')],
  ['UTF-16 tab text', 'csv', Uint8Array.from([0xff, 0xfe, 65, 0, 9, 0, 66, 0, 10, 0])],
  ['a picture', 'image', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10])],
  ['a photo', 'image', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0])],
  ['rar', 'rar', strToU8('Rar!\x1a')],
  ['7z', '7z', Uint8Array.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c])],
  ['gzip', 'gzip', Uint8Array.from([0x1f, 0x8b, 8])],
  ['nothing', 'empty', new Uint8Array(0)],
  ['a few zeros', 'unknown', new Uint8Array(9)],
];

describe('detectFormat', () => {
  it.each(CASES)('tells %s as %s', (_, format, bytes) => {
    expect(detectFormat(bytes)).toBe(format);
  });

  it('takes any bytes', () => {
    for (let n = 0; n < 256; n++)
      expect(FILE_FORMATS).toContain(
        detectFormat(Uint8Array.from({ length: 1 + (n % 13) }, (_, i) => (n * 31 + i * 7) & 255)),
      );
  });
});

describe('a page is told by what is in it', () => {
  const table = '<table><tr><td>1</td></tr></table>';
  it.each([
    '<style>td{color:red}</style>',
    '<script>var a = "<b>";</script><center>',
    '<div class=x>',
    '<font face=".VnTime">',
    '<b>Kết quả</b>',
    '<form action=x>',
    '<center>',
    '<!-- bảng tổng hợp, xuất ngày 1/12 -->\n<!-- > --><div>',
    `<!-- ${'x'.repeat(20_000)} -->`,
    `<style>${'td{color:red}'.repeat(5_000)}</style>`,
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html PUBLIC "x"><html xmlns="http://www.w3.org/1999/xhtml">',
    '<?xml version="1.0"?><div>',
    '\ufeff\ufeff \r\n\ufeff',
    '\r\n\r\n\t',
    'Kết quả tổng hợp số liệu',
    'Notice: Undefined index, line 5; file x.php\n',
    '<br />\n<b>Warning</b>:  Undefined variable<br />',
    '<tr>',
    '<P ALIGN=CENTER>',
    '<![if !excel]>',
    '<thead>',
    '<h3>Biểu 1</h3>',
    '<a name=top></a>',
    '<img src=x>',
    '<input type=hidden value=1>',
  ])('behind %j', (before) => {
    expect(detectFormat(strToU8(before + table))).toBe('html');
  });

  it('in UTF-16, with and without its mark', () => {
    const text = `<div>${table}`;
    const little = Uint8Array.from([...text].flatMap((c) => [c.charCodeAt(0), 0]));
    const big = Uint8Array.from([...text].flatMap((c) => [0, c.charCodeAt(0)]));
    expect([detectFormat(little), detectFormat(big)]).toEqual(['html', 'html']);
    expect(detectFormat(Uint8Array.from([0xff, 0xfe, ...little]))).toBe('html');
  });

  it('and nothing else is', () => {
    expect(detectFormat(strToU8('a;b\nwords <table>;1\n'))).toBe('csv');
    expect(detectFormat(strToU8('<?xml version="1.0"?><form><x/></form>'))).toBe('xml');
    expect(detectFormat(strToU8('<w:p><w:tbl/></w:p>'))).toBe('unknown');
  });
});

describe('an OpenDocument package without mimetype', () => {
  const office = (body: string): string => `<office:document-content><office:body><office:${body}>`;
  it.each([
    ['ods', 'spreadsheet'],
    ['odt', 'text'],
  ])('is told as %s by its manifest or its content', (format, kind) => {
    const content = strToU8(office(kind));
    expect(detectFormat(zipSync({ 'content.xml': content }))).toBe(format);
    const manifest =
      '<manifest:manifest><manifest:file-entry manifest:full-path="Object 1/" ' +
      'manifest:media-type="application/vnd.oasis.opendocument.chart"/><manifest:file-entry manifest:full-path="/" ' +
      `manifest:media-type="application/vnd.oasis.opendocument.${kind}"/></manifest:manifest>`;
    const named = { 'content.xml': strToU8('<x/>'), 'META-INF/manifest.xml': strToU8(manifest) };
    expect(detectFormat(zipSync(named))).toBe(format);
    expect(detectFormat(zipSync({ 'content.xml': content, mimetype: strToU8('application/zip') }))).toBe(format);
  });
});

describe('createReader', () => {
  const read = async (bytes: Uint8Array): Promise<string> => {
    const result = await createReader().read({ file: 'a', bytes });
    return result.ok ? 'read' : `${result.rule}: ${result.message}`;
  };

  it('reads what it has a reader for and says of everything else what it is and what to send', async () => {
    for (const [, format, bytes] of CASES.slice(3)) {
      if (format in READERS || format === 'empty' || format === 'encrypted-office') continue;
      expect(await read(bytes)).toBe(`file-unsupported: ${UNSUPPORTED[format as keyof typeof UNSUPPORTED]}`);
    }
    for (const words of Object.values(UNSUPPORTED)) {
      expect(words).toMatch(/đề nghị/);
      expect(words).toBe(words.normalize('NFC'));
    }
  });

  it('reads a misnamed file as what it is and says so; endings of the same kind and dots in a name say nothing', async () => {
    const of = async (file: string, bytes: Uint8Array): Promise<unknown> => {
      const result = await createReader().read({ file, bytes });
      return result.ok
        ? result.issues.map((i) => [i.rule, i.params?.['ending'], i.params?.['proper']])
        : result.message;
    };
    const csv = strToU8('STT,Tiêu chí\n1,2\n');
    expect(await of('quý 4/PL2.XLS', workbook)).toEqual([['file-misnamed', 'xls', 'xlsx']]);
    expect(await of('PL2.xls', csv)).toEqual([['file-misnamed', 'xls', 'csv']]);
    expect(await of('PL2.xls', strToU8('<html><table><tr><td>1</table>'))).toEqual([['file-misnamed', 'xls', 'html']]);
    for (const name of ['PL2.xlsm', 'PL2', 'Báo cáo 15.12.2020', 'a.xls/PL2.xlsx', 'PL2.bin'])
      expect(await of(name, workbook)).toEqual([]);
    expect(await of('PL2.txt', csv)).toEqual([]);
    expect(await of('PL2.docx', strToU8('{\\rtf1 x}'))).toMatch(
      /^Tệp mang đuôi \.docx nhưng nội dung là văn bản RTF\. .*đề nghị/,
    );
    expect(await of('PL2.xlsx', strToU8('<html><p>x'))).toMatch(
      /^Tệp mang đuôi \.xlsx nhưng nội dung là trang web \(HTML\)\. /,
    );
  });

  it('has its own words for an empty file and for a password', async () => {
    expect(await read(new Uint8Array(0))).toMatch(/^file-unreadable: Tệp rỗng/);
    expect(await read(ole('Root Entry', 'EncryptedPackage'))).toMatch(/^file-encrypted: .*mật khẩu/);
  });

  it('refuses a file beyond the limit before looking at it', async () => {
    const reader = createReader({ limits: { ...READ_LIMITS, fileBytes: 10 } });
    expect(await reader.read({ file: 'a', bytes: workbook })).toMatchObject({ ok: false, rule: 'file-too-large' });
  });

  it('turns a bug in one reader into a refusal of that file', async () => {
    const reader = createReader(
      {},
      {
        xlsx: () =>
          Promise.resolve(() => {
            throw new TypeError('x');
          }),
      },
    );
    expect(await reader.read({ file: 'a', bytes: workbook })).toMatchObject({ ok: false, rule: 'file-unreadable' });
  });
});
