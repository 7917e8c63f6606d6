import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { dropProvince, missing, openBrowser, overflow, serveWeb, WEB, type Opened } from './support';

const why = missing();
if (why) console.warn(`Skipped: ${why}`);
const inBrowser = why ? describe.skip : describe;
const BUDGET = 200 * 1024;

inBrowser('the page in Chromium', () => {
  let origin = '';
  let server: Server | undefined;
  let open: Opened | undefined;
  beforeAll(async () => {
    ({ origin, server } = await serveWeb());
  });
  afterAll(() => {
    server?.closeAllConnections();
    server?.close();
  });
  afterEach(async () => {
    await open?.close();
    open = undefined;
  });

  const start = async (address: string, options: Parameters<typeof openBrowser>[1] = {}): Promise<Page> => {
    open = await openBrowser(address.startsWith('http') ? origin : '', options);
    await open.page.goto(address);
    return open.page;
  };
  const consolidated = async (page: Page): Promise<string> => {
    await page.getByTestId('dry-run').waitFor();
    return (await page.getByTestId('dry-run').textContent()) ?? '';
  };
  const downloaded = async (page: Page, press: () => Promise<void>): Promise<Record<string, Uint8Array>> => {
    const [download] = await Promise.all([page.waitForEvent('download'), press()]);
    expect(download.suggestedFilename()).toBe('Tong hop phu luc CCHC - năm 2020.xlsx');
    return unzipSync(readFileSync(await download.path()));
  };

  test('from dropping to figures, sources and workbook, without a request to anywhere else', async () => {
    const page = await start(`${origin}index.html`);
    await page.getByRole('heading', { name: 'Kéo tệp hoặc thư mục vào đây' }).waitFor();
    const count = await dropProvince(page);
    await page.getByText('Sở Tư pháp').or(page.getByText('Ban Dan toc.xlsx')).first().waitFor();
    expect(await consolidated(page)).toMatch(new RegExp(`^${count} tệp: .* sạch`));
    await page.getByRole('tab', { name: 'Kết quả' }).click();
    const table = page.getByRole('table', { name: /^Phụ lục 2/ });
    await table.getByRole('button', { name: /, dòng 1, cột Tổng số$/ }).click();
    const trace = page.getByTestId('trace');
    await trace.waitFor();
    expect(await trace.textContent()).toMatch(/UBND .*\.(xlsx|docx|xls|ods) · [^!]+![A-Z]+\d+/);
    const bars = await trace
      .locator('li [style*="width"]')
      .evaluateAll((all) => all.map((b) => parseInt((b as HTMLElement).style.width, 10)));
    expect(bars.length).toBeGreaterThan(5);
    expect([...bars].sort((a, b) => b - a)).toEqual(bars);
    await page.getByRole('tab', { name: 'Tổng hợp' }).click();
    const parts = await downloaded(page, () => page.getByRole('button', { name: /Tải sổ kết quả/ }).click());
    expect(new TextDecoder().decode(parts['xl/workbook.xml'])).toContain('Phụ lục 2');
    expect(open!.outside).toEqual([]);
    expect(open!.errors).toEqual([]);
  });

  test('the single file works by double click with no network at all', async () => {
    const page = await start(pathToFileURL(path.join(WEB, 'phu-luc.html')).href);
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Dùng thử với tỉnh mẫu' }).click();
    expect(await consolidated(page)).toMatch(/^28 tệp/);
    const parts = await downloaded(page, () => page.getByRole('button', { name: /Tải sổ kết quả/ }).click());
    expect(Object.keys(parts)).toContain('xl/workbook.xml');
    expect(open!.outside).toEqual([]);
    expect(open!.errors).toEqual([]);
  });

  test('the folder as built works by double click too, without a worker where the browser allows none', async () => {
    const page = await start(pathToFileURL(path.join(WEB, 'index.html')).href);
    await page.getByRole('heading', { name: 'Kéo tệp hoặc thư mục vào đây' }).waitFor();
    await dropProvince(page);
    expect(await consolidated(page)).toMatch(/^28 tệp/);
    expect(open!.outside).toEqual([]);
  });

  test('where office.js cannot be reached the pane says so once and goes on', async () => {
    const page = await start(`${origin}taskpane.html`);
    const words = page.getByText(/Không tải được office\.js/);
    await words.waitFor();
    await page.getByRole('button', { name: 'Đóng' }).click();
    await dropProvince(page);
    expect(await consolidated(page)).toMatch(/^28 tệp/);
    expect(await words.count()).toBe(0);
    expect(open!.outside.every((url) => url.endsWith('/office.js'))).toBe(true);
  });

  test('everything can be done from the keyboard', async () => {
    const page = await start(`${origin}index.html`);
    await page.getByRole('button', { name: 'Dùng thử với tỉnh mẫu' }).waitFor();
    const reach = async (name: RegExp): Promise<void> => {
      for (let i = 0; i < 60; i++) {
        await page.keyboard.press('Tab');
        const label = await page.evaluate(
          () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
        );
        if (name.test(label)) return;
      }
      throw new Error(`Not reached by Tab: ${name}`);
    };
    await reach(/Dùng thử với tỉnh mẫu/);
    await page.keyboard.press('Enter');
    await consolidated(page);
    await page.evaluate(() => {
      (document.activeElement as HTMLElement | null)?.blur();
    });
    await reach(/^Tổng hợp/);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.getByRole('table', { name: /^Phụ lục 2/ }).waitFor();
    await reach(/^\d.*, dòng 1, cột Tổng số$/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByTestId('trace').waitFor();
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(
      /, dòng 2, cột Tổng số$/,
    );
  });

  test.each([
    [320, 700, false],
    [350, 760, true],
    [1366, 768, false],
  ])('nothing sticks out at %i × %i', async (width, height, dark) => {
    const page = await start(`${origin}index.html`, { width, height, dark });
    const seen: Record<string, number> = { empty: await overflow(page) };
    await dropProvince(page);
    await consolidated(page);
    seen.merge = await overflow(page);
    await page.getByRole('tab', { name: 'Kết quả' }).click();
    await page.locator('[data-at]').first().click();
    await page.getByTestId('trace').waitFor();
    seen.results = await overflow(page);
    await page.getByRole('tab', { name: 'Phát hiện' }).click();
    await page.getByRole('region', { name: 'Lỗi' }).waitFor();
    seen.findings = await overflow(page);
    await page.getByRole('button', { name: 'Thiết lập' }).click();
    seen.settings = await overflow(page);
    expect(seen).toEqual({ empty: 0, merge: 0, results: 0, findings: 0, settings: 0 });
  });
});

(why ? test.skip : test)('the first load of the pane stays within 200 KB gzip', () => {
  const html = readFileSync(path.join(WEB, 'taskpane.html'), 'utf8');
  const scripts = [...html.matchAll(/<script[^>]*src="?([^" >]+)/g)]
    .map((m) => m[1]!)
    .filter((s) => !s.includes('office.js'));
  expect(scripts.length).toBeGreaterThan(0);
  const sizes = scripts.map((s) => gzipSync(readFileSync(path.join(WEB, s)), { level: 9 }).length);
  const sum = sizes.reduce((a, b) => a + b, gzipSync(html).length);
  console.info(`First load: ${Math.round(sum / 1024)} KB gzip`);
  expect(sum).toBeLessThanOrEqual(BUDGET);
});
