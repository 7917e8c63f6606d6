import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { cellName } from '../../src/core/model/address';
import { buildPlan } from '../../src/core/plan/build-plan';
import { createXlsxWriter } from '../../src/files/xlsx-writer/create-xlsx-writer';
import { fixture } from '../core/plan/fixture';
import { cellsOf, partsOf } from './read-parts';

/**
 * Why LibreOffice is not asked, or null. It takes several seconds, so only on demand: LIBREOFFICE=1 npx jest
 * test/files-writer.
 */
function whyNot(): string | null {
  if (process.env.LIBREOFFICE !== '1') return 'LIBREOFFICE=1 is not set';
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return null;
  } catch {
    return 'soffice is not installed';
  }
}

const reason = whyNot();

test('LibreOffice computes every formula to the figure that was stored', async () => {
  if (reason) {
    process.stdout.write(`LibreOffice test skipped: ${reason}\n`);
    return;
  }
  const folder = mkdtempSync(path.join(os.tmpdir(), 'phu-luc-'));
  try {
    const plan = buildPlan(fixture());
    writeFileSync(path.join(folder, 'ket-qua.xlsx'), withoutResults(await createXlsxWriter().write(plan)));
    const profile = pathToFileURL(path.join(folder, 'profile')).href;
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=${profile}`,
        '--headless',
        '--convert-to',
        'xlsx',
        '--outdir',
        path.join(folder, 'out'),
        path.join(folder, 'ket-qua.xlsx'),
      ],
      { stdio: 'ignore' },
    );
    const parts = partsOf(readFileSync(path.join(folder, 'out', 'ket-qua.xlsx')));
    let formulas = 0;
    plan.sheets.forEach((sheet, i) => {
      const cells = cellsOf(parts, i + 1);
      for (const cell of sheet.cells) {
        if (cell.formula === undefined) continue;
        formulas += 1;
        const name = cellName(cell.row, cell.col);
        expect({ sheet: sheet.name, name, value: Number(cells.get(name)?.value) }).toEqual({
          sheet: sheet.name,
          name,
          value: cell.value,
        });
      }
    });
    expect(formulas).toBeGreaterThan(40);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/**
 * The workbook without its stored results (LibreOffice trusts those it finds): what is there afterwards was computed.
 */
function withoutResults(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  for (const name of Object.keys(parts)) {
    if (/worksheets\/sheet\d+\.xml$/.test(name))
      parts[name] = strToU8(strFromU8(parts[name]!).replace(/<\/f><v>[^<]*<\/v>/g, '</f>'));
  }
  return zipSync(parts);
}
