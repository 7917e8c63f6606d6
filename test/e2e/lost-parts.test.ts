import type { Page } from 'playwright-core';
import type { Server } from 'node:http';
import { dropFiles, dropProvince, missing, openBrowser, sampleFile, serveWeb, type Opened } from './support';

const why = missing();
if (why) console.warn(`Skipped: ${why}`);
const inBrowser = why ? describe.skip : describe;
jest.setTimeout(180_000);

inBrowser('parts of the program that are gone from the server', () => {
  let origin = '';
  let server: Server;
  let open: Opened;
  let page: Page;
  let gone = true;

  beforeAll(async () => {
    ({ origin, server } = await serveWeb());
  });
  beforeEach(async () => {
    gone = true;
    open = await openBrowser(origin, {});
    page = open.page;
    await page.goto(`${origin}index.html`);
    await page.getByRole('heading', { name: 'Kéo tệp hoặc thư mục vào đây' }).waitFor();
    await page.waitForLoadState('networkidle');
    await dropFiles(
      page,
      ['SYT.xlsx', 'TNMT.xlsx'].map((name) => ({ name, bytes: sampleFile(name) })),
    );
    await page.getByTestId('dry-run').waitFor({ timeout: 60_000 });
    // From here on, as after a new deployment: scripts that were not fetched yet are not there.
    await page.route(/\.js$/, (route) => (gone ? route.fulfill({ status: 404, body: '' }) : route.continue()));
    await page.getByRole('tab', { name: 'Tình hình nộp' }).click();
    await page.getByText('Chưa mở được phần này của trang').waitFor();
  });
  afterEach(() => open.close());
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  test('the rest of the page stays, and the part opens when it is there again', async () => {
    await page.getByRole('tab', { name: 'Tổng hợp' }).click();
    expect(await page.getByTestId('dry-run').textContent()).toMatch(/^2 tệp/);
    await page.getByRole('tab', { name: 'Tình hình nộp' }).click();
    await page.getByText('Chưa mở được phần này của trang').waitFor();
    gone = false;
    await page.getByRole('button', { name: 'Thử lại' }).click();
    await page.getByRole('list', { name: 'Tình hình nộp' }).waitFor();
  });

  test('English that cannot be fetched is told, and the page stays Vietnamese', async () => {
    await page.getByRole('button', { name: 'Thiết lập' }).click();
    await page.getByLabel('Ngôn ngữ').selectOption('en');
    await page.getByText('Chương trình gặp lỗi').waitFor();
    expect(await page.getByLabel('Ngôn ngữ').inputValue()).toBe('vi');
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('vi');
  });

  test('loaded again, the page has the files it had, and keeps no copy of them', async () => {
    gone = false;
    await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Tải lại trang' }).click()]);
    await page.getByText(/^Đã tải lại trang: các quyết định và 2 tệp được giữ nguyên/).waitFor({ timeout: 60_000 });
    await page.getByRole('tab', { name: 'Tổng hợp' }).click();
    await page.getByTestId('dry-run').waitFor({ timeout: 60_000 });
    expect(await page.getByTestId('dry-run').textContent()).toMatch(/^2 tệp/);
    const left = await page.evaluate(
      () =>
        new Promise<number>((done) => {
          const asked = indexedDB.open('phuluc', 1);
          asked.onsuccess = () => {
            const count = asked.result.transaction('reload').objectStore('reload').count();
            count.onsuccess = () => done(count.result);
          };
        }),
    );
    expect(left).toBe(0);
    await page.getByRole('tab', { name: 'Tình hình nộp' }).click();
    await page.getByRole('list', { name: 'Tình hình nộp' }).waitFor();
  });
});

inBrowser('files dropped while others are read, and on another tab', () => {
  test('wait in line; those that are there already are left out and counted', async () => {
    const { origin, server } = await serveWeb();
    const open = await openBrowser(origin, {});
    try {
      const { page } = open;
      await page.goto(`${origin}index.html`);
      await page.getByRole('heading', { name: 'Kéo tệp hoặc thư mục vào đây' }).waitFor();
      const count = await dropProvince(page);
      await dropFiles(page, [{ name: 'them.xlsx', bytes: sampleFile('SYT.xlsx') }]);
      const all = page.getByTestId('dry-run').filter({ hasText: new RegExp(`^${count + 1} tệp: `) });
      await all.waitFor({ timeout: 120_000 });
      await dropProvince(page);
      await page.getByText(`${count} tệp đã có, bỏ qua.`).waitFor({ timeout: 60_000 });
    } finally {
      await open.close();
      server.closeAllConnections();
      server.close();
    }
  });
});
