import { openCompoundFile } from '../../../src/files/ole/compound-file';
import { detectFormat } from '../../../src/files/readers/format';
import { readXls } from '../../../src/files/readers/xls/read-xls';
import { makeOle } from '../make-ole';
import { xlsStream } from '../make-xls';

const workbook = (value: number): Uint8Array => xlsStream({ sheets: [{ name: 'PL', cells: [{ at: 'A1', value }] }] });
const text = Uint8Array.from([1, 2, 3]);

describe('objects embedded in a file', () => {
  it('a workbook with another workbook in it is read itself, whichever comes first', () => {
    // Names that differ by case only are the same; the maker cannot hold one name twice.
    const bytes = makeOle({ WORKBOOK: workbook(13), Workbook: workbook(7) }, [false, true]);
    expect(detectFormat(bytes)).toBe('xls');
    expect(readXls(bytes)).toMatchObject({ ok: true, grids: [{ cells: [{ value: 7 }] }] });
  });

  it('a letter with a workbook in it is a letter', () => {
    expect(detectFormat(makeOle({ Workbook: workbook(13), WordDocument: text }, [false, true]))).toBe('doc');
    expect(detectFormat(makeOle({ Workbook: workbook(13), 'PowerPoint Document': text }, [false, true]))).toBe('ppt');
    expect(detectFormat(makeOle({ WordDocument: text, Workbook: workbook(13) }, [false, true]))).toBe('xls');
  });

  it('streams to which no link leads are found', () => {
    expect(readXls(makeOle({ Workbook: workbook(7) }))).toMatchObject({ ok: true, grids: [{ cells: [{ value: 7 }] }] });
    expect(
      openCompoundFile(makeOle({ Workbook: text }))
        .stream('workbook')!
        .subarray(0, 3),
    ).toEqual(text);
  });

  it('links that run in a circle end', () => {
    const bytes = makeOle({ a: text, b: text, c: text }, [true, true, false]);
    // The right neighbour of the second entry becomes the first: behind one sector of header and one of the table.
    new DataView(bytes.buffer).setUint32(512 * 2 + 128 * 2 + 72, 1, true);
    expect([...openCompoundFile(bytes).names].sort()).toEqual(['a', 'b', 'c', 'mbd00012345']);
  });
});
