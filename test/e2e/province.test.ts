// A whole province of 190 senders with 4 appendices each on the page. No time is asserted here: what costs time is
// counted (npm run bench measures).
import type { Server } from 'node:http';
import type { Page } from 'playwright-core';
import { makeProvince } from '../support/make-province';
import { dropFiles, missing, openBrowser, overflow, serveWeb, type Opened } from './support';

const why = missing();
if (why) console.warn(`Skipped: ${why}`);
const inBrowser = why ? describe.skip : describe;

/**
 * The page with all rows of one screen; measured 4,200 at most. Virtual lists would have fewer, but hide rows from
 * searching and printing.
 */
const MOST_NODES = 6_500;

inBrowser('190 senders on the page', () => {
  let server: Server;
  let open: Opened;
  let page: Page;
  beforeAll(async () => {
    const web = await serveWeb();
    server = web.server;
    open = await openBrowser(web.origin, { width: 350, height: 760 });
    page = open.page;
    const province = makeProvince(2026, 175, 0.05);
    await page.addInitScript((json) => {
      localStorage.setItem('phuluc.register', JSON.stringify({ kind: 'own', name: 'danh-muc.json', json }));
      localStorage.setItem('phuluc.period', JSON.stringify({ kind: 'year', year: 2026 }));
    }, JSON.stringify(province.register));
    await page.goto(`${web.origin}index.html`);
    await page.getByText(/Danh mục: Khánh Hòa/).waitFor();
    await dropFiles(
      page,
      province.files.map(({ file, bytes }) => ({ name: file, bytes })),
    );
    await page.getByTestId('dry-run').waitFor();
  });
  afterAll(async () => {
    await open?.close();
    server?.closeAllConnections();
    server?.close();
  });

  const nodes = (): Promise<number> => page.evaluate(() => document.querySelectorAll('*').length);
  const tab = (name: string): Promise<void> => page.getByRole('tab', { name }).click();

  test('every file has its line, and the lines come in portions', async () => {
    expect(await page.getByTestId('dry-run').textContent()).toMatch(/^190 tệp/);
    const lines = page.getByRole('list', { name: 'Tệp đã nhận' }).getByRole('listitem');
    await page.waitForFunction(() => document.querySelectorAll('ul[aria-label="Tệp đã nhận"] > li').length === 190);
    expect(await lines.count()).toBe(190);
    expect(await nodes()).toBeLessThan(MOST_NODES);
    expect(await overflow(page)).toBe(0);
    // Shown anew, the list begins short: no single piece of work draws all of it.
    const first = await page.evaluate(
      () =>
        new Promise<number>((done) => {
          const tabs = [...document.querySelectorAll<HTMLElement>('[role=tab]')];
          const to = (name: string): void => tabs.find((t) => t.textContent?.includes(name))!.click();
          to('Phát hiện');
          setTimeout(() => {
            new MutationObserver((_, self) => {
              const rows = document.querySelectorAll('ul[aria-label="Tệp đã nhận"] > li').length;
              if (rows > 0) {
                self.disconnect();
                done(rows);
              }
            }).observe(document.body, { childList: true, subtree: true });
            to('Tổng hợp');
          }, 500);
        }),
    );
    expect(first).toBeLessThanOrEqual(60);
    await page.waitForFunction(() => document.querySelectorAll('ul[aria-label="Tệp đã nhận"] > li').length === 190);
    // The one file whose sender is a question among 190.
    await page.getByLabel('Chọn tệp cần xem').selectOption('unnamed');
    await page.waitForFunction(() => document.querySelectorAll('ul[aria-label="Tệp đã nhận"] > li').length === 1);
    await page.getByLabel('Chọn tệp cần xem').selectOption('all');
  });

  test('the board has all senders and answers its filter', async () => {
    await tab('Tình hình nộp');
    await page.waitForFunction(() => document.querySelectorAll('ul[aria-label="Tình hình nộp"] > li').length >= 190);
    expect(await nodes()).toBeLessThan(MOST_NODES);
    expect(await overflow(page)).toBe(0);
    await page.getByRole('searchbox', { name: 'Tìm đơn vị' }).fill('so noi vu');
    await page.waitForFunction(() => document.querySelectorAll('ul[aria-label="Tình hình nộp"] > li').length === 1);
  });

  test('thousands of findings are first names and counts; each can be reached by keyboard', async () => {
    await tab('Phát hiện');
    expect(Number((await page.getByText(/^[\d.]+ phát hiện$/).textContent())!.replace(/\D/g, ''))).toBeGreaterThan(
      2_000,
    );
    await page.getByLabel('Nhóm theo').selectOption('agency');
    const heads = page.locator('section[aria-label="Lỗi"] button[aria-expanded]');
    await page.waitForFunction(
      () => document.querySelectorAll('section[aria-label="Lỗi"] button[aria-expanded]').length > 150,
    );
    expect(await page.locator('section[aria-label="Lỗi"] li').count()).toBeLessThanOrEqual(150);
    expect(await nodes()).toBeLessThan(MOST_NODES);
    const last = heads.last();
    expect(await last.getAttribute('aria-expanded')).toBe('false');
    await last.focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-expanded') === 'true');
    await page.keyboard.press('Tab');
    await page.waitForFunction(() => /^Chấp nhận/.test(document.activeElement?.getAttribute('aria-label') ?? ''));
  });

  test('figures of the province and their sources', async () => {
    await tab('Kết quả');
    await page
      .getByRole('table', { name: /^Phụ lục 2/ })
      .getByRole('button', { name: /, dòng 1, cột Tổng số$/ })
      .click();
    await page.getByTestId('trace').waitFor();
    expect(await page.getByTestId('trace').getByRole('listitem').count()).toBeGreaterThan(100);
    expect(await nodes()).toBeLessThan(MOST_NODES);
    expect(open.errors).toEqual([]);
    expect(open.outside).toEqual([]);
  });
});
