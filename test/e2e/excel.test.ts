import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { createReader } from '../../src/files/readers/read-workbook';
import { hostScript } from '../host/browser-bundle';
import type { HostWindow } from '../host/browser-entry';
import { sheetOfGrid } from '../host/load';
import { dropProvince, missing, officeFromPackage, openBrowser, serveWeb, type Opened } from './support';

const why = missing();
if (why) console.warn(`Skipped: ${why}`);
const inBrowser = why ? describe.skip : describe;

const SAMPLE = path.join(__dirname, '../../samples/khanh-hoa-2020/received');

inBrowser('the pane in a simulated Excel with the real office.js', () => {
  let server: Server;
  let open: Opened;
  let page: Page;

  beforeAll(async () => {
    const web = await serveWeb();
    server = web.server;
    const file = 'SYT.xlsx';
    const read = await createReader().read({ file, bytes: new Uint8Array(readFileSync(path.join(SAMPLE, file))) });
    if (!read.ok) throw new Error(read.message);
    open = await openBrowser(web.origin, { width: 350, height: 760 });
    await officeFromPackage(open.context);
    await open.context.addInitScript({ content: await hostScript({ workbook: read.grids.map(sheetOfGrid) }) });
    page = open.page;
    await page.goto(`${web.origin}taskpane.html`);
    await page.getByRole('tab', { name: 'Kiểm tra' }).waitFor();
  });
  afterAll(async () => {
    await open.close();
    server.closeAllConnections();
    server.close();
  });

  const snapshot = () => page.evaluate(() => (window as unknown as HostWindow).excelHost.snapshot());
  const cell = async (sheet: string, address: string) =>
    (await snapshot()).sheets.find((s) => s.name === sheet)?.cells[address];

  test('checks the workbook, selects cells, marks them and takes the marks away', async () => {
    const before = await snapshot();
    await page.getByRole('button', { name: 'Cả sổ' }).click();
    await page.getByRole('button', { name: /“1 \(VP Sở\)”/ }).click();
    await expect(
      page.evaluate(async () => {
        await (window as unknown as HostWindow).excelHost.settle();
        return Excel.run(async (context) => {
          const range = context.workbook.getSelectedRange();
          range.load('address');
          await context.sync();
          return range.address;
        });
      }),
    ).resolves.toMatch(/PL2'?!D27/);
    const mark = page.getByRole('switch', { name: 'Đánh dấu ô trên trang tính' });
    await mark.click();
    await page.waitForFunction(() =>
      JSON.stringify((window as unknown as HostWindow).excelHost.snapshot()).includes('onditional'),
    );
    await mark.click();
    await page.waitForTimeout(500);
    expect((await snapshot()).sheets.find((s) => s.name === 'PL2')!.cells).toEqual(
      before.sheets.find((s) => s.name === 'PL2')!.cells,
    );
  });

  test('follows edits', async () => {
    await page.evaluate(async () => {
      const { excelHost: host } = window as unknown as HostWindow;
      host.user.edit('PL2', 'D27', 1);
      await host.settle();
    });
    await page.getByRole('button', { name: /“1 \(VP Sở\)”/ }).waitFor({ state: 'detached' });
    expect(await cell('PL2', 'D27')).toMatchObject({ value: 1 });
  });

  test('writes the result into the workbook, shows the source of a selected figure, and takes it all back', async () => {
    await page.getByRole('tab', { name: 'Tổng hợp' }).click();
    await dropProvince(page);
    await page.getByTestId('dry-run').waitFor();
    const names = async (): Promise<string[]> => (await snapshot()).sheets.map((s) => s.name);
    const before = await names();
    await page.getByRole('button', { name: 'Ghi kết quả vào sổ đang mở' }).click();
    await page.getByText(/^Đã ghi \d+ trang kết quả/).waitFor();
    const after = await names();
    expect(after).toEqual(expect.arrayContaining([...before, 'Phụ lục 2', 'Phát hiện', 'Nguồn']));
    await page.evaluate(async () => {
      const { excelHost: host } = window as unknown as HostWindow;
      const sheet = host.snapshot().sheets.find((s) => s.name === 'Phụ lục 2')!;
      const figure = Object.entries(sheet.cells).find(
        ([address, c]) => /^D\d+$/.test(address) && typeof c.value === 'number' && c.value > 3,
      )![0];
      host.user.select('Phụ lục 2', figure);
      await host.settle();
    });
    await page.getByRole('tab', { name: 'Kết quả' }).click();
    await page.getByTestId('trace').waitFor();
    await page.getByRole('tab', { name: 'Kiểm tra' }).click();
    await page.getByRole('button', { name: 'Hoàn tác: Ghi kết quả tổng hợp' }).click();
    await page.getByText('Đã hoàn tác: Ghi kết quả tổng hợp').waitFor();
    expect(await names()).toEqual(before);
  });

  test('ribbon buttons do what the pane does', async () => {
    await page.getByRole('tab', { name: 'Phát hiện' }).click();
    await page.evaluate(() => (window as unknown as HostWindow).excelHost.invokeCommand('checkSheet'));
    await page.getByRole('region', { name: 'Phụ lục nhận ra' }).waitFor();
  });

  test('asked nobody but office.js, and Excel itself did not fail', async () => {
    expect(open.outside).toEqual([]);
    expect(await page.evaluate(() => (window as unknown as HostWindow).excelHost.bugs.map(String))).toEqual([]);
    expect(open.errors).toEqual([]);
  });
});
