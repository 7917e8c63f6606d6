import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';

const ROOT = path.join(__dirname, '../..');
/** The build under test; elsewhere where PHULUC_WEB says so. */
export const WEB = process.env.PHULUC_WEB ?? path.join(ROOT, 'dist/web');
const RECEIVED = path.join(ROOT, 'samples/khanh-hoa-2020/received');
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Why these tests cannot run here, or null. */
export function missing(): string | null {
  if (!existsSync(CHROMIUM)) return `Chromium is not at ${CHROMIUM} (set CHROMIUM)`;
  if (!existsSync(path.join(WEB, 'index.html')) || !existsSync(path.join(WEB, 'phu-luc.html')))
    return 'dist/web is not built (npm run build)';
  return null;
}

export interface Opened {
  page: Page;
  context: BrowserContext;
  /** Addresses asked for outside the page's own origin. */
  outside: string[];
  errors: string[];
  close(): Promise<void>;
}

const OFFICE = path.join(path.dirname(require.resolve('@microsoft/office-js/package.json')), 'dist');
const CDN = 'https://appsforoffice.microsoft.com/lib/1/hosted/';

/** Answers for Microsoft's server with the same library from the development dependency. */
export async function officeFromPackage(context: BrowserContext): Promise<void> {
  await context.route(`${CDN}**`, (route) => {
    const file = path.join(OFFICE, new URL(route.request().url()).pathname.replace('/lib/1/hosted/', ''));
    return existsSync(file)
      ? route.fulfill({ body: readFileSync(file), contentType: 'text/javascript' })
      : route.abort();
  });
}

/** A browser with a fresh profile that can reach nothing but `origin` ("" for none). */
export async function openBrowser(
  origin: string,
  options: { width?: number; height?: number; dark?: boolean } = {},
): Promise<Opened> {
  const profile = mkdtempSync(path.join(os.tmpdir(), 'phuluc-e2e-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: CHROMIUM,
    args: FLAGS,
    acceptDownloads: true,
    viewport: { width: options.width ?? 1366, height: options.height ?? 768 },
    colorScheme: options.dark ? 'dark' : 'light',
    locale: 'vi-VN',
  });
  // Above what a busy machine needs and below the limit of the runner, so that a failed wait says what for.
  context.setDefaultTimeout(120_000);
  const outside: string[] = [];
  const errors: string[] = [];
  await context.route(/^https?:/, (route) => {
    const url = route.request().url();
    if (origin !== '' && url.startsWith(origin)) return route.continue();
    outside.push(url);
    return route.abort();
  });
  const page = context.pages()[0] ?? (await context.newPage());
  page.on('pageerror', (e) => errors.push(e.message));
  page.on('console', (m) => {
    if (m.type() === 'error' && !/ERR_FAILED/.test(m.text())) errors.push(m.text());
  });
  return {
    page,
    context,
    outside,
    errors,
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.json': 'application/json' };

/** dist/web on a free port of this machine. */
export function serveWeb(): Promise<{ origin: string; server: Server }> {
  const server = createServer((request, response) => {
    const file = path.join(WEB, decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname));
    if (!file.startsWith(WEB + path.sep) || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response
      .writeHead(200, { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' })
      .end(readFileSync(file));
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () =>
      resolve({ origin: `http://127.0.0.1:${(server.address() as { port: number }).port}/`, server }),
    );
  });
}

/** Drops the whole sample province on the page, as a person would. */
export async function dropProvince(page: Page): Promise<number> {
  const files = readdirSync(RECEIVED)
    .sort()
    .map((name) => ({ name, bytes: sampleFile(name) }));
  await dropFiles(page, files);
  return files.length;
}

/** One received file of the sample province. */
export function sampleFile(name: string): Uint8Array {
  return new Uint8Array(readFileSync(path.join(RECEIVED, name)));
}

/** Drops files on the page. */
export async function dropFiles(page: Page, files: readonly { name: string; bytes: Uint8Array }[]): Promise<void> {
  const data = await page.evaluateHandle(
    (list) => {
      const transfer = new DataTransfer();
      for (const { name, base64 } of list)
        transfer.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name));
      return transfer;
    },
    files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') })),
  );
  await page.getByTestId('drop-zone').dispatchEvent('drop', { dataTransfer: data });
}

/** How far anything sticks out of the window to the right, in pixels. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    let most = document.documentElement.scrollWidth - width;
    for (const element of document.querySelectorAll<HTMLElement>('main *, header *')) {
      const box = element.getBoundingClientRect();
      if (box.width === 0 || element.closest('[class*="scroll"], table, [data-testid="spoken"]')) continue;
      let clipped = false;
      for (let up = element.parentElement; up; up = up.parentElement)
        if (/auto|scroll|hidden/.test(getComputedStyle(up).overflowX)) clipped = true;
      if (!clipped) most = Math.max(most, Math.round(box.right - width));
    }
    return most;
  });
}
