import { missing, openBrowser, serveWeb, dropFiles } from '../test/e2e/support';
import { makeProvince } from '../test/support/make-province';

/**
 * What a person waits for on the page with a whole province, in real Chromium; null with the reason where there is
 * none.
 */
export interface PaneBench {
  /** From dropping to the dry run, and from pressing to the result file: seconds. */
  drop: number;
  download: number;
  /** Longest piece of work of the page's own thread, milliseconds, by what was done. */
  longest: Record<string, number>;
  /** Elements of the fullest screen. */
  nodes: number;
}

/** Goals of the project. */
export const PANE_GOAL = { seconds: 20, longest: 200 };

declare global {
  var longTasks: number[];
}

export async function benchPane(seed = 2026): Promise<PaneBench | string> {
  const why = missing();
  if (why) return why;
  const { origin, server } = await serveWeb();
  const { page, close } = await openBrowser(origin);
  try {
    const province = makeProvince(seed, 175, 0.05);
    await page.addInitScript((json) => {
      localStorage.setItem('phuluc.register', JSON.stringify({ kind: 'own', name: 'danh-muc.json', json }));
      localStorage.setItem('phuluc.period', JSON.stringify({ kind: 'year', year: 2026 }));
      globalThis.longTasks = [];
      new PerformanceObserver((list) => {
        for (const e of list.getEntries()) globalThis.longTasks.push(e.duration);
      }).observe({ type: 'longtask' });
    }, JSON.stringify(province.register));
    await page.goto(`${origin}index.html`);
    await page.getByText(/Danh mục: Khánh Hòa/).waitFor();
    await page.waitForTimeout(1_000);
    const longest: Record<string, number> = {};
    let nodes = 0;
    const during = async (name: string, work: () => Promise<void>): Promise<number> => {
      await page.evaluate(() => {
        globalThis.longTasks.length = 0;
      });
      const start = performance.now();
      await work();
      const seconds = (performance.now() - start) / 1000;
      await page.waitForTimeout(800);
      longest[name] = Math.round(Math.max(0, ...(await page.evaluate(() => globalThis.longTasks))));
      nodes = Math.max(nodes, await page.evaluate(() => document.querySelectorAll('*').length));
      return seconds;
    };
    const files = province.files.map(({ file, bytes }) => ({ name: file, bytes }));
    const drop = await during('đọc và tổng hợp', async () => {
      await dropFiles(page, files);
      await page.getByTestId('dry-run').waitFor({ timeout: 300_000 });
    });
    const tab = (name: string, wait: () => Promise<void>): Promise<number> =>
      during(name, async () => {
        await page.getByRole('tab', { name }).click();
        await wait();
      });
    await tab('Kết quả', () => page.getByRole('table', { name: /^Phụ lục 2/ }).waitFor());
    await tab('Tình hình nộp', () => page.getByRole('list', { name: 'Tình hình nộp' }).waitFor());
    await tab('Phát hiện', () => page.getByRole('region', { name: 'Lỗi' }).waitFor());
    await during('phát hiện theo đơn vị', async () => {
      await page.getByLabel('Nhóm theo').selectOption('agency');
    });
    await tab('Tổng hợp', () => page.getByTestId('dry-run').waitFor());
    const download = await during('tải sổ kết quả', async () => {
      await Promise.all([
        page.waitForEvent('download', { timeout: 300_000 }),
        page.getByRole('button', { name: /Tải sổ kết quả/ }).click(),
      ]);
    });
    return { drop, download, longest, nodes };
  } finally {
    await close();
    server.closeAllConnections();
    server.close();
  }
}
