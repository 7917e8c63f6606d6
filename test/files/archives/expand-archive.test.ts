import { strToU8, zipSync } from 'fflate';
import type { ArchivedFile, UnreadFile } from '../../../src/app/ports';
import { expandArchive } from '../../../src/files/archives/expand-archive';
import { READ_LIMITS } from '../../../src/files/limits';
import { makeDocx } from '../../files/make-docx';
import { makeXlsx } from '../../files/make-xlsx';
import { makeZip, type RawEntry } from '../zip/make-zip';

const book = { sheets: [{ name: 'PL', cells: [{ at: 'A1', value: 'x' }] }] };
const workbook = makeXlsx(book);
const text = strToU8('a;b\n1;2\n');
const expand = (bytes: Uint8Array, limits = READ_LIMITS): ArchivedFile[] | UnreadFile | null =>
  expandArchive({ file: 'quý IV/tệp.zip', bytes }, { limits });
const of = (entries: RawEntry[]): [string, string][] => {
  const files = expand(makeZip(entries));
  if (!Array.isArray(files)) throw new Error(JSON.stringify(files));
  return files.map((f) => [f.file, f.refusal?.rule ?? `${f.bytes.length}`]);
};

/** The container with the bytes of one name put in another encoding of the same length. */
function renamed(bytes: Uint8Array, from: string, to: number[]): Uint8Array {
  const out = bytes.slice();
  const old = new TextEncoder().encode(from);
  for (let at = 0; at + old.length <= out.length; at++) if (old.every((b, i) => out[at + i] === b)) out.set(to, at);
  return out;
}

describe('an archive of files', () => {
  it('is opened: names below the archive, in order, without what systems leave behind', () => {
    expect(
      of([
        { name: 'STP/phu luc 10.xlsx', data: workbook },
        { name: 'STP/phu luc 2.xlsx', data: workbook },
        { name: 'a.csv', data: text, stored: true },
        { name: '__MACOSX/STP/._phu luc 2.xlsx', data: text },
        { name: '.DS_Store', data: text },
        { name: 'STP/~$phu luc 2.xlsx', data: text },
        { name: 'STP/', data: new Uint8Array(0), stored: true },
      ]),
    ).toEqual([
      ['quý IV/tệp.zip/a.csv', '8'],
      ['quý IV/tệp.zip/STP/phu luc 2.xlsx', String(workbook.length)],
      ['quý IV/tệp.zip/STP/phu luc 10.xlsx', String(workbook.length)],
    ]);
  });

  it('hands out bytes of its own', () => {
    const files = expand(makeZip([{ name: 'a.csv', data: text, stored: true }])) as ArchivedFile[];
    expect(files[0]!.bytes).toEqual(text);
    expect(files[0]!.bytes.buffer.byteLength).toBe(text.length);
  });

  it('leaves workbooks, documents, damaged documents and other files alone', () => {
    const document = makeDocx(book);
    for (const bytes of [
      workbook,
      document,
      text,
      new Uint8Array(0),
      zipSync({ 'content.xml': text, mimetype: strToU8('application/x') }),
      zipSync({ '[Content_Types].xml': text }),
    ])
      expect(expand(bytes)).toBeNull();
  });

  it('reads names in UTF-8 with and without the flag, in the code page of Vietnamese Windows and in that of DOS', () => {
    expect(of([{ name: 'Sở Tư pháp.csv', data: text, flags: 1 << 11 }])[0]![0]).toBe('quý IV/tệp.zip/Sở Tư pháp.csv');
    expect(of([{ name: 'Sở Tư pháp.csv'.normalize('NFD'), data: text }])[0]![0]).toBe('quý IV/tệp.zip/Sở Tư pháp.csv');
    const one = makeZip([{ name: '12345678.csv', data: text }]);
    // "Sở T" as S, o with horn and hook, blank, T; then "ư", "p".
    const vietnamese = renamed(one, '12345678', [0x53, 0xf5, 0xd2, 0x20, 0x54, 0xfd, 0x70, 0x68]);
    expect((expand(vietnamese) as ArchivedFile[])[0]!.file).toBe('quý IV/tệp.zip/Sở Tưph.csv');
    const dos = renamed(one, '12345678', [0x82, 0x8a, 0x20, 0x9b, 0xe1, 0xe1, 0x9c, 0x9d]);
    expect((expand(dos) as ArchivedFile[])[0]!.file).toBe('quý IV/tệp.zip/éè ¢ßß£¥.csv');
  });

  it('takes a name with backslashes for a path', () => {
    expect(of([{ name: 'STP\\a.csv', data: text }])).toEqual([['quý IV/tệp.zip/STP/a.csv', '8']]);
  });

  it('refuses both of two files of one name, a path out of the archive and a damaged file, and each alone', () => {
    expect(
      of([
        { name: 'a.csv', data: text },
        { name: 'A.CSV', data: workbook },
        { name: '../../b.csv', data: text },
        { name: 'C:\\c.csv', data: text },
        { name: 'd.csv', data: text, crc: 1 },
        { name: 'e.csv', data: text, size: 9_999 },
        { name: 'f.csv', data: text, flags: 1 },
        { name: 'tot.csv', data: text },
      ]),
    ).toEqual([
      ['quý IV/tệp.zip/a.csv', 'file-unsupported'],
      ['quý IV/tệp.zip/b.csv', 'file-unreadable'],
      ['quý IV/tệp.zip/c.csv', 'file-unreadable'],
      ['quý IV/tệp.zip/d.csv', 'file-unreadable'],
      ['quý IV/tệp.zip/e.csv', 'file-unreadable'],
      ['quý IV/tệp.zip/f.csv', 'file-encrypted'],
      ['quý IV/tệp.zip/tot.csv', '8'],
    ]);
  });

  it('shows no control character and no turned writing in a name', () => {
    expect(of([{ name: 'a\u202Exslx.exe\u0007.csv', data: text, flags: 1 << 11 }])).toEqual([
      ['quý IV/tệp.zip/a_xslx.exe_.csv', '8'],
    ]);
  });

  it('names an archive inside with the reason, and leaves a rar to its reader', () => {
    expect(
      of([
        { name: 'trong.zip', data: makeZip([{ name: 'a.csv', data: text }]) },
        { name: 'x.rar', data: strToU8('Rar!\x1a') },
      ]),
    ).toEqual([
      ['quý IV/tệp.zip/trong.zip', 'file-unsupported'],
      ['quý IV/tệp.zip/x.rar', '5'],
    ]);
  });

  it('is refused as a whole where nothing can be taken out of it', () => {
    expect(expand(makeZip([{ name: '.DS_Store', data: text }]))).toMatchObject({ ok: false, rule: 'file-unreadable' });
    expect(
      expand(
        makeZip([
          { name: 'a.csv', data: text, flags: 1 },
          { name: 'b.csv', data: text, flags: 1 },
        ]),
      ),
    ).toMatchObject({ ok: false, rule: 'file-encrypted' });
    expect(expand(makeZip([{ name: 'a.csv', data: text }]).slice(0, -30))).toMatchObject({
      ok: false,
      rule: 'file-unreadable',
    });
    const small = { ...READ_LIMITS, archiveFiles: 2, archiveBytes: 20 };
    expect(expand(makeZip(['a', 'b', 'c'].map((name) => ({ name, data: text }))), small)).toMatchObject({
      ok: false,
      rule: 'file-too-large',
    });
    expect(expand(makeZip([{ name: 'a', data: new Uint8Array(21) }]), small)).toMatchObject({
      ok: false,
      rule: 'file-too-large',
    });
  });

  it('refuses a bomb inside alone, before it grows', () => {
    expect(
      of([
        { name: 'bom.csv', data: new Uint8Array(20 * 1024 * 1024) },
        { name: 'tot.csv', data: text },
      ]),
    ).toEqual([
      ['quý IV/tệp.zip/bom.csv', 'file-too-large'],
      ['quý IV/tệp.zip/tot.csv', '8'],
    ]);
  });
});
