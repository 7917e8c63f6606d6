// What leaves the house, from the page in Chromium: returned files and the set to sign, held against what the command
// line writes.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { missing, openBrowser, overflow, serveWeb, WEB, type Opened } from './support';

const why = missing();
if (why) console.warn(`Skipped: ${why}`);
const inBrowser = why ? describe.skip : describe;

const ROOT = path.join(__dirname, '../..');
const SAMPLE = path.join(ROOT, 'samples/khanh-hoa-2020');
const received = (file: string): Uint8Array => new Uint8Array(readFileSync(path.join(SAMPLE, 'received', file)));

/** The command line on the same files, with the same register; rejects where it fails. */
function phuluc(...args: string[]): Promise<void> {
  const run = spawn(
    process.execPath,
    [path.join(ROOT, 'node_modules/tsx/dist/cli.mjs'), path.join(ROOT, 'src/cli/main.ts'), ...args],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  run.stderr.on('data', (d: Buffer) => {
    said += d.toString();
  });
  return new Promise((done, failed) => {
    run.on('close', (code) => (code === 0 ? done() : failed(new Error(`exit ${code}: ${said}`))));
  });
}

inBrowser('returned files and the set to sign in Chromium', () => {
  let origin = '';
  let server: Server | undefined;
  let open: Opened | undefined;
  let folder = '';
  beforeAll(async () => {
    ({ origin, server } = await serveWeb());
    folder = mkdtempSync(path.join(os.tmpdir(), 'phuluc-'));
  });
  afterAll(() => {
    server?.closeAllConnections();
    server?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  afterEach(async () => {
    await open?.close();
    open = undefined;
  });

  const sample = async (address: string, options: Parameters<typeof openBrowser>[1] = {}): Promise<Page> => {
    open = await openBrowser(address.startsWith('http') ? origin : '', options);
    const { page } = open;
    await page.goto(address);
    await page.getByRole('button', { name: 'Dùng thử với tỉnh mẫu' }).click();
    await page.getByTestId('dry-run').waitFor();
    return page;
  };
  const download = async (page: Page, button: string): Promise<{ name: string; bytes: Uint8Array }> => {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: button }).click(),
    ]);
    return { name: file.suggestedFilename(), bytes: new Uint8Array(readFileSync(await file.path())) };
  };
  const toReturns = async (page: Page): Promise<void> => {
    await page.getByRole('tab', { name: 'Tình hình nộp' }).click();
    await page.getByRole('button', { name: 'Trả lại đơn vị…' }).click();
    await page.getByText(/đơn vị có lỗi/).waitFor();
  };
  const toSign = async (page: Page): Promise<void> => {
    await page.getByRole('tab', { name: 'Kết quả' }).click();
    await page.getByRole('button', { name: 'Lập bộ trình ký…' }).click();
    await page.getByRole('group', { name: /^Phụ lục 1, trang 1\// }).waitFor();
  };

  test('all sets as one zip: what the command line writes, and nothing of what was received is changed in the copies', async () => {
    const cli = phuluc(
      'return',
      path.join(SAMPLE, 'received'),
      '--out',
      path.join(folder, 'tra.zip'),
      '--agencies',
      path.join(SAMPLE, 'agencies.json'),
    );
    const page = await sample(`${origin}index.html`);
    await toReturns(page);
    const { name, bytes } = await download(page, 'Tải cả 4 bộ (.zip)');
    expect(name).toBe('Tra lai don vi - năm 2020.zip');
    const made = unzipSync(bytes);
    await cli;
    const expected = unzipSync(new Uint8Array(readFileSync(path.join(folder, 'tra.zip'))));
    expect(Object.keys(made).sort()).toEqual(Object.keys(expected).sort());
    for (const [file, data] of Object.entries(made))
      expect([file, Buffer.from(data).equals(Buffer.from(expected[file]!))]).toEqual([file, true]);

    const copies = Object.keys(made).filter((f) => f.endsWith(' (cần sửa).xlsx'));
    expect(copies.length).toBeGreaterThan(0);
    for (const copy of copies) {
      const before = unzipSync(received(path.basename(copy).replace(' (cần sửa)', '')));
      const after = unzipSync(made[copy]!);
      for (const [part, data] of Object.entries(before)) {
        const text = (d: Uint8Array): string => new TextDecoder().decode(d);
        if (/^xl\/worksheets\/[^/]+\.xml$/.test(part))
          expect([part, text(after[part]!).replace(/<(?:\w+:)?legacyDrawing [^>]*\/>/, '')]).toEqual([
            part,
            text(data).replace(/<(?:\w+:)?legacyDrawing [^>]*\/>/, ''),
          ]);
        else if (!/Content_Types|\.rels$|workbook\.xml$|comments|vmlDrawing/.test(part))
          expect([part, Buffer.from(after[part]!).equals(Buffer.from(data))]).toEqual([part, true]);
      }
    }
    expect(open!.outside).toEqual([]);
    expect(open!.errors).toEqual([]);
  });

  test('the set to sign: the same bytes as from the command line, as workbook and as document', async () => {
    const cli = phuluc(
      'sign',
      path.join(SAMPLE, 'received'),
      '--out',
      path.join(folder, 'ky'),
      '--agencies',
      path.join(SAMPLE, 'agencies.json'),
      '--issuer',
      'UBND tỉnh Khánh Hòa',
      '--place',
      'Khánh Hòa',
      '--signer',
      'TM. ỦY BAN NHÂN DÂN',
      '--signer',
      'CHỦ TỊCH',
      '--name',
      'Nguyễn Văn A',
      '--preparer',
      'Trần Thị B',
      '--report-number',
      '312/BC-UBND',
      '--report-date',
      '15/12/2020',
    );
    const page = await sample(`${origin}index.html`);
    await toSign(page);
    await page.getByText(/^Còn 4 lỗi/).waitFor();
    await page.getByLabel('Số báo cáo').fill('312/BC-UBND');
    await page.getByLabel('Ngày ký').fill('15/12/2020');
    await page.getByLabel(/^Chức danh người ký/).fill('TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH');
    await page.getByLabel('Họ tên người ký').fill('Nguyễn Văn A');
    await page.getByLabel('Có phần “Người lập biểu”').check();
    await page.getByLabel('Họ tên người lập biểu').fill('Trần Thị B');
    await page
      .getByText('(Kèm theo Báo cáo số 312/BC-UBND ngày 15 tháng 12 năm 2020 của UBND tỉnh Khánh Hòa)')
      .first()
      .waitFor();
    const made = [
      await download(page, 'Tải bộ trình ký Excel (.xlsx)'),
      await download(page, 'Tải bộ trình ký Word (.docx)'),
    ];
    await cli;
    expect(made.map((m) => m.name).sort()).toEqual(readdirSync(path.join(folder, 'ky')).sort());
    for (const { name, bytes } of made)
      expect([name, Buffer.from(bytes).equals(readFileSync(path.join(folder, 'ky', name)))]).toEqual([name, true]);
    expect(open!.outside).toEqual([]);
    expect(open!.errors).toEqual([]);
  });

  test('the single file does both with no network at all', async () => {
    const page = await sample(pathToFileURL(path.join(WEB, 'phu-luc.html')).href);
    await page.context().setOffline(true);
    await toReturns(page);
    await page.locator('[data-agency="SYT"]').click();
    expect(Object.keys(unzipSync((await download(page, 'Tải bộ trả lại (.zip)')).bytes))).toContain(
      'SYT - Sở Y tế/Công văn.docx',
    );
    await toSign(page);
    expect(Object.keys(unzipSync((await download(page, 'Tải bộ trình ký Word (.docx)')).bytes))).toContain(
      'word/document.xml',
    );
    expect(open!.errors).toEqual([]);
  });

  test.each([
    [320, 700, false],
    [350, 760, true],
    [1366, 768, false],
  ])('nothing sticks out at %i × %i, and the keyboard is enough', async (width, height, dark) => {
    const page = await sample(`${origin}index.html`, { width, height, dark });
    const focus = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');
    const seen: Record<string, number> = {};
    await toReturns(page);
    expect(await focus()).toBe('Trả lại đơn vị');
    await page.getByText('Thông tin ghi trong công văn').click();
    seen.returns = await overflow(page);
    await page.locator('[data-agency="SYT"]').focus();
    await page.keyboard.press('Enter');
    const letter = page.getByRole('group', { name: 'Công văn gửi Sở Y tế' });
    await letter.waitFor();
    expect(await focus()).toBe('Sở Y tế');
    seen.letter = await overflow(page);
    await page.getByRole('button', { name: 'Cỡ thật' }).click();
    seen.full = await overflow(page);
    if (width < 800) expect(await letter.evaluate((e) => (e as HTMLElement).tabIndex)).toBe(0);
    for (const part of ['Tin nhắn', /^Ô cần sửa/]) {
      await page.getByRole('tab', { name: part }).click();
      seen[String(part)] = await overflow(page);
    }
    await page.getByRole('button', { name: 'Quay lại' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.textContent?.includes('Trả lại đơn vị…'));
    await toSign(page);
    expect(await focus()).toBe('Bộ trình ký');
    seen.sign = await overflow(page);
    await page.getByRole('button', { name: 'Cỡ thật' }).click();
    seen.pages = await overflow(page);
    expect(Object.entries(seen).filter(([, n]) => n > 0)).toEqual([]);
  });
});
