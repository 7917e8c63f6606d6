import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createXlsxWriter } from '../../src/files/xlsx-writer/create-xlsx-writer';
import { partsOf } from './read-parts';
import { smallPlan } from './small-plan';

/** Each part of the small workbook, one element a line; UPDATE_GOLDEN=1 writes them anew, to be read in the diff. */
const FOLDER = path.join(__dirname, 'golden');
const fileName = (part: string): string => `${part.replaceAll('/', '__')}.txt`;
const lines = (xml: string): string => `${xml.replace(/></g, '>\n<')}\n`;

test('every part of the small workbook is as it was', async () => {
  const parts = Object.fromEntries(
    Object.entries(partsOf(await createXlsxWriter().write(smallPlan()))).map(([name, xml]) => [
      fileName(name),
      lines(xml),
    ]),
  );
  if (process.env.UPDATE_GOLDEN === '1') {
    if (existsSync(FOLDER)) rmSync(FOLDER, { recursive: true });
    mkdirSync(FOLDER);
    for (const [name, xml] of Object.entries(parts)) writeFileSync(path.join(FOLDER, name), xml);
  }
  expect(Object.keys(parts).sort()).toEqual(readdirSync(FOLDER).sort());
  for (const [name, xml] of Object.entries(parts))
    expect({ name, xml }).toEqual({ name, xml: readFileSync(path.join(FOLDER, name), 'utf8') });
});
