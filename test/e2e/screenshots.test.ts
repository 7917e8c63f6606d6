// Pictures for the README. Made only when asked for: PHULUC_SHOTS=docs/images npx jest test/e2e/screenshots
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createReader } from '../../src/files/readers/read-workbook';
import { hostScript } from '../host/browser-bundle';
import { sheetOfGrid } from '../host/load';
import { missing, officeFromPackage, openBrowser, serveWeb } from './support';

const ROOT = path.join(__dirname, '../..');
const folder = process.env.PHULUC_SHOTS ?? '';
const wanted = folder !== '' && missing() === null ? test : test.skip;

wanted.each([
  ['', false],
  ['-dark', true],
])('the pane in Excel%s', async (tail, dark) => {
  mkdirSync(folder, { recursive: true });
  const { origin, server } = await serveWeb();
  const file = 'SKHDT.xlsx';
  const read = await createReader().read({
    file,
    bytes: new Uint8Array(readFileSync(path.join(ROOT, 'samples/khanh-hoa-2020/received', file))),
  });
  if (!read.ok) throw new Error(read.message);
  const open = await openBrowser(origin, { width: 350, height: 760, dark });
  const { page } = open;
  try {
    await officeFromPackage(open.context);
    await open.context.addInitScript({
      content: await hostScript({ workbook: read.grids.map(sheetOfGrid), theme: dark ? 'dark' : 'light' }),
    });
    await page.goto(`${origin}taskpane.html`);
    await page.getByRole('button', { name: 'Cả sổ' }).click();
    await page.getByRole('region', { name: 'Phụ lục nhận ra' }).waitFor();
    await page.waitForTimeout(400);
    await page.screenshot({ path: path.join(folder, `pane-350${tail}.png`) });
  } finally {
    await open.close();
    server.closeAllConnections();
    server.close();
  }
});

wanted.each([
  ['', false],
  ['-dark', true],
])('the page%s', async (tail, dark) => {
  mkdirSync(folder, { recursive: true });
  const { origin, server } = await serveWeb();
  const open = await openBrowser(origin, { dark });
  const { page } = open;
  try {
    await page.goto(`${origin}index.html`);
    await page.getByRole('button', { name: 'Dùng thử với tỉnh mẫu' }).click();
    await page.getByTestId('dry-run').waitFor();
    await page.waitForTimeout(300);
    await page.screenshot({ path: path.join(folder, `page-1366-files${tail}.png`) });
    await page.getByRole('tab', { name: 'Kết quả' }).click();
    await page.getByRole('button', { name: /, dòng 3, cột Tổng số$/ }).click();
    await page.getByTestId('trace').waitFor();
    await page.waitForTimeout(300);
    await page.screenshot({ path: path.join(folder, `page-1366${tail}.png`) });
  } finally {
    await open.close();
    server.closeAllConnections();
    server.close();
  }
});
