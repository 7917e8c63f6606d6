import { readFileSync } from 'node:fs';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { receiveFile } from '../../src/app/receive/receive-file';
import { planCase } from '../../src/app/case/case-plan';
import { newCase } from '../../src/app/case/new-case';
import { parseCase } from '../../src/app/case/parse-case';
import { runCase } from '../../src/app/case/run-case';
import { CASE_ATTACHMENT } from '../../src/core/model/case';
import { templates } from '../../src/core/templates/registry';
import { createOpenWorkbook } from '../../src/excel/create-open-workbook';
import { readAttachment } from '../../src/files/readers/read-attachment';
import { createReader } from '../../src/files/readers/read-workbook';
import { webHasher } from '../../src/files/hash/web-hasher';
import { createXlsxWriter } from '../../src/files/xlsx-writer/create-xlsx-writer';
import { bootExcel } from '../host/boot-node';
import type { ExcelHost } from '../host/host';
import { partsOf } from '../files-writer/read-parts';

let host: ExcelHost;
beforeEach(() => {
  ({ host } = bootExcel());
});

const FILE = path.join(__dirname, '../../samples/khanh-hoa-2020/received/SYT.xlsx');

/** The result workbook as page and command line write it. */
async function resultWorkbook(): Promise<{ bytes: Uint8Array; text: string }> {
  const options = { templates: templates(), register: null, period: null };
  const received = await receiveFile(
    { file: 'SYT.xlsx', bytes: new Uint8Array(readFileSync(FILE)) },
    { reader: createReader(), hasher: webHasher },
    options,
  );
  const plan = planCase(runCase([received], options, newCase()));
  return {
    bytes: await createXlsxWriter().write(plan),
    text: plan.attachments!.find((a) => a.name === CASE_ATTACHMENT)!.text,
  };
}

test('a result workbook of the page or the command line, opened in Excel, brings its case along', async () => {
  const { bytes, text } = await resultWorkbook();
  // What Excel does with a file that carries custom XML.
  for (const [name, xml] of Object.entries(partsOf(bytes))) {
    if (!/^customXml\/item\d+\.xml$/.test(name)) continue;
    host.state.xmlParts.push({ id: name, namespace: /<v [^>]*xmlns="([^"]+)"/.exec(xml)![1]!, xml });
  }
  const found = await createOpenWorkbook().load(CASE_ATTACHMENT);
  expect(found).toEqual({ ok: true, value: text });
  expect(parseCase(text).ok).toBe(true);
  // A newer one replaces it, so that there are never two.
  await createOpenWorkbook().save(CASE_ATTACHMENT, '{"newer":"ư 😀"}');
  expect(await createOpenWorkbook().load(CASE_ATTACHMENT)).toEqual({ ok: true, value: '{"newer":"ư 😀"}' });
  expect(host.snapshot().xmlParts).toHaveLength(1);
});

test('what the pane kept is found by the page and the command line in the saved file', async () => {
  const text = `{"case":"${'ă😀&<'.repeat(400_000)}"}`;
  await createOpenWorkbook().save(CASE_ATTACHMENT, 'earlier');
  await createOpenWorkbook().save(CASE_ATTACHMENT, text);
  const parts = host.snapshot().xmlParts;
  expect(parts.length).toBeGreaterThan(2);
  const saved = Object.fromEntries(
    parts.map(({ xml }, i) => [`customXml/item${i + 1}.xml`, strToU8(`<?xml version="1.0" encoding="utf-8"?>${xml}`)]),
  );
  expect(readAttachment(zipSync({ ...saved, '[Content_Types].xml': strToU8('<Types/>') }), CASE_ATTACHMENT)).toBe(text);
});

test('looking for a case costs one request where there is none, and keeping sources and case of 190 senders a few', async () => {
  const book = createOpenWorkbook();
  expect(await book.load(CASE_ATTACHMENT)).toEqual({ ok: true, value: null });
  expect(host.roundTrips).toHaveLength(1);
  host.forget();
  // As measured for 190 senders with 4 appendices each: sources 3.8 MB, case 0.6 MB.
  await book.saveSources('w', 'ă'.repeat(3_800_000));
  await book.save(CASE_ATTACHMENT, 'ă'.repeat(600_000));
  expect(host.roundTrips.length).toBeLessThanOrEqual(9);
  for (const request of host.roundTrips) expect(request.bytes).toBeLessThan(5_000_000);
});
