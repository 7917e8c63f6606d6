import { strToU8, unzipSync, zipSync } from 'fflate';
import { createXlsxWriter } from '../../src/files/xlsx-writer/create-xlsx-writer';
import { readAttachment } from '../../src/files/readers/read-attachment';
import { createReader } from '../../src/files/readers/read-workbook';
import { fromParts } from '../../src/excel/book/xml-parts';
import { smallPlan } from './small-plan';
import { partsOf } from './read-parts';

const TEXT = '{"by":"Nguyễn & <Hoa> \\"x\\"","note":"]]>\\u0007\\r\\n𝄞"}\n';

test('a text kept in the workbook comes back as it was, and the same plan gives the same bytes', async () => {
  const plan = { ...smallPlan(), attachments: [{ name: 'case.json', text: TEXT }] };
  const bytes = await createXlsxWriter().write(plan);
  expect(readAttachment(bytes, 'case.json')).toBe(TEXT);
  expect(readAttachment(bytes, 'other.json')).toBeNull();
  expect(Buffer.from(await createXlsxWriter().write(plan)).equals(Buffer.from(bytes))).toBe(true);
  expect((await createReader().read({ file: 'a.xlsx', bytes })).ok).toBe(true);
});

test('long texts are kept in parts and never cut inside a character', async () => {
  const text = '𝄞'.repeat(500_000);
  const bytes = await createXlsxWriter().write({
    ...smallPlan(),
    attachments: [
      { name: 'a', text: 'x' },
      { name: 'case.json', text },
    ],
  });
  expect(readAttachment(bytes, 'case.json')).toBe(text);
});

test('the pane reads it in its own way', async () => {
  const bytes = await createXlsxWriter().write({ ...smallPlan(), attachments: [{ name: 'case.json', text: TEXT }] });
  expect(fromParts([partsOf(bytes)['customXml/item1.xml']!.replace(/^<\?xml.*\?>\n/, '')])).toBe(TEXT);
});

test('of several versions the newest complete one counts, as where the pane was cut off while keeping a newer one', async () => {
  const bytes = await createXlsxWriter().write({ ...smallPlan(), attachments: [{ name: 'case.json', text: 'old' }] });
  const parts = unzipSync(bytes);
  const xml = new TextDecoder().decode(parts['customXml/item1.xml']);
  const put = (n: number, version: string, text: string, of = 1): void => {
    parts[`customXml/item${n}.xml`] = strToU8(
      xml.replace('w="0"', `w="${version}"`).replace('of="1"', `of="${of}"`).replace('"old"', `"${text}"`),
    );
  };
  put(10, 'zzzz', 'first');
  put(2, '10000', 'newest');
  put(3, '20000', 'half', 2);
  expect(readAttachment(zipSync(parts), 'case.json')).toBe('newest');
});

test('what is no workbook, or keeps nothing, has no attachment', async () => {
  expect(readAttachment(new Uint8Array([1, 2, 3]), 'case.json')).toBeNull();
  expect(readAttachment(await createXlsxWriter().write(smallPlan()), 'case.json')).toBeNull();
});
