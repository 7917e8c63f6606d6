import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import type { AddressInfo } from 'node:net';
import { LIBRARY } from './boot-node';
import { hostScript } from './browser-bundle';
import type { HostWindow } from './browser-entry';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const FLAGS = (
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking ' +
  '--disable-component-update --disable-sync'
).split(' ');
const PAGE =
  '<!doctype html><html><head><script src="/officejs/office.js"></script></head><body>Ngăn tác vụ</body></html>';

const there = fs.existsSync(CHROMIUM);
// Skipping is said aloud: a run without a browser has not tested this.
if (!there)
  process.stderr.write(`Bỏ qua kiểm thử trong trình duyệt: không có ${CHROMIUM} (đặt biến CHROMIUM để chỉ nơi khác)\n`);
const inBrowser = there ? describe : describe.skip;

inBrowser('the real office.js in Chromium', () => {
  jest.setTimeout(60_000);
  const server = http.createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://x').pathname;
    const file = path.join(LIBRARY, name.replace('/officejs/', ''));
    const script = name.startsWith('/officejs/') && file.startsWith(LIBRARY) && fs.existsSync(file);
    response.writeHead(script || name === '/' ? 200 : 404, {
      'content-type': script ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8',
    });
    response.end(script ? fs.readFileSync(file) : PAGE);
  });
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'host-chromium-'));
  const outside: string[] = [];
  let browser: BrowserContext | undefined;
  let page: Page;

  beforeAll(async () => {
    await new Promise<void>((done) => {
      server.listen(0, '127.0.0.1', done);
    });
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await chromium.launchPersistentContext(profile, {
      executablePath: CHROMIUM,
      args: FLAGS,
      viewport: { width: 350, height: 700 },
    });
    await browser.route(
      (url) => url.origin !== origin,
      (route) => {
        outside.push(route.request().url());
        return route.abort();
      },
    );
    await browser.addInitScript({
      content: await hostScript({ theme: 'contrast', workbook: [{ name: 'PL2', cells: { C13: 3 } }] }),
    });
    page = await browser.newPage();
    await page.goto(`${origin}/`);
    await page.evaluate(() => Office.onReady());
  });
  afterAll(async () => {
    await browser?.close();
    await new Promise((done) => {
      server.close(done);
    });
    fs.rmSync(profile, { recursive: true, force: true });
  });

  test('starts as Excel, reads and writes, hears events and commands, asks nobody outside', async () => {
    const got = await page.evaluate(async () => {
      const { excelHost: host } = window as unknown as HostWindow;
      const heard: string[] = [];
      const values = await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('PL2');
        sheet.onChanged.add(async (e) => {
          heard.push(e.address);
        });
        const range = sheet.getRange('C13:D13');
        range.formulas = [['=1+2', '=C13*2']];
        range.load('values');
        await context.sync();
        return range.values as unknown[][];
      });
      await host.settle();
      host.user.edit('PL2', 'C13', 5);
      await host.settle();
      Office.actions.associate('check', (event: Office.AddinCommands.Event) => {
        heard.push('check');
        event.completed();
      });
      await host.invokeCommand('check');
      const refused = await Excel.run(async (context) => {
        context.workbook.worksheets.getItem('x').delete();
        await context.sync();
      }).catch((e: { code: string }) => e.code);
      return {
        host: Office.context.host,
        platform: Office.context.platform,
        theme: Office.context.officeTheme.bodyBackgroundColor,
        values,
        heard,
        refused,
        bugs: host.bugs.map(String),
        after: host.snapshot().sheets[0]!.cells,
      };
    });
    expect(got).toEqual({
      host: 'Excel',
      platform: 'PC',
      theme: '#000000',
      values: [[3, 6]],
      heard: ['C13:D13', 'C13', 'check'],
      refused: 'ItemNotFound',
      bugs: [],
      after: { C13: { value: 5 }, D13: { value: 10, formula: '=C13*2' } },
    });
    expect(outside).toEqual([]);
  });
});
