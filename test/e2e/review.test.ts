import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { dropFiles, dropProvince, missing, openBrowser, overflow, sampleFile, serveWeb, type Opened } from './support';

const why = missing();
if (why) console.warn(`Skipped: ${why}`);
const inBrowser = why ? describe.skip : describe;
/** Pictures of every screen, for looking at: PHULUC_SHOTS=folder. */
const SHOTS = process.env.PHULUC_SHOTS ?? '';

inBrowser('review a result in Chromium', () => {
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

  const start = async (options: Parameters<typeof openBrowser>[1] = {}): Promise<Page> => {
    open = await openBrowser(origin, options);
    // The register that the sample is held against is chosen as a person would have left it.
    await open.page.addInitScript(() => {
      localStorage.setItem('phuluc.register', JSON.stringify({ kind: 'built-in', id: 'khanh-hoa-2020' }));
    });
    await open.page.goto(`${origin}index.html`);
    return open.page;
  };
  const consolidated = async (page: Page): Promise<void> => {
    await page.getByTestId('dry-run').waitFor();
  };
  const answer = async (page: Page, button: string, reason: string): Promise<void> => {
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^Lý do/).fill(reason);
    await dialog.getByLabel(/^Người quyết định/).fill('Trần Văn An');
    await dialog.getByRole('button', { name: button, exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
  };
  const shot = async (page: Page, name: string): Promise<void> => {
    if (SHOTS === '') return;
    mkdirSync(SHOTS, { recursive: true });
    await page.waitForTimeout(300);
    const { width } = page.viewportSize()!;
    await page.screenshot({
      path: path.join(
        SHOTS,
        `${name}-${width}${(await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)) ? '-dark' : ''}.png`,
      ),
      fullPage: true,
    });
  };

  test.each([
    [350, 760, true],
    [1366, 768, false],
  ])(
    'a file sent again waits, is seen cell by cell, is taken; approval locks it until it is reopened (%i × %i)',
    async (width, height, dark) => {
      const page = await start({ width, height, dark });
      await dropFiles(
        page,
        ['SYT.xlsx', 'TNMT.xlsx', 'So Tu phap.xlsx'].map((name) => ({ name, bytes: sampleFile(name) })),
      );
      await consolidated(page);
      await dropFiles(page, [{ name: 'SYT.xlsx', bytes: sentAgain(8, 15) }]);
      await page.getByRole('button', { name: /^1 bản gửi lại chờ xem/ }).click();
      const panel = page.getByTestId('review-panel');
      const table = panel.getByRole('table').first();
      await table.waitFor();
      // The earlier file of the same name is still there to be compared with.
      expect(await panel.textContent()).toMatch(/Bản mới: SYT \(2\)\.xlsx · Đang tính: SYT\.xlsx/);
      expect(await table.getByRole('row').nth(1).textContent()).toMatch(/Phụ lục 3 · dòng .*8PL3!.*15PL3!.*\+7/);
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Bản gửi lại chờ xem');
      await shot(page, 'versions');
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      await panel.getByRole('button', { name: 'Dùng bản mới của Sở Y tế' }).click();
      await answer(page, 'Dùng bản này', 'Sở Y tế gửi lại có công văn');
      await panel.getByText('Không có bản gửi lại nào chờ xem.').waitFor();
      await panel.getByRole('button', { name: 'Quay lại' }).click();

      // What stands in the way of an approval is accepted; then it is approved, and a third file meets a lock.
      await page.getByRole('tab', { name: 'Phát hiện' }).click();
      await page.getByRole('region', { name: 'Lỗi' }).waitFor();
      for (;;) {
        const next = page
          .getByRole('region', { name: 'Lỗi' })
          .getByRole('button', { name: /^Chấp nhận: / })
          .first();
        if ((await next.count()) === 0) break;
        await next.click();
        await answer(page, 'Chấp nhận', 'Đã hỏi lại đơn vị');
        await page.waitForTimeout(300);
      }
      await page.getByRole('tab', { name: 'Tình hình nộp' }).click();
      await page.getByRole('button', { name: 'Duyệt: Sở Y tế' }).click();
      await answer(page, 'Duyệt', 'Số liệu đã đối chiếu');
      await page.getByRole('button', { name: 'Mở lại: Sở Y tế' }).waitFor();
      await page.getByRole('tab', { name: 'Tổng hợp' }).click();
      await dropFiles(page, [{ name: 'SYT lan 3.xlsx', bytes: sentAgain(8, 21) }]);
      await page.getByRole('button', { name: /^1 bản gửi lại chờ xem/ }).click();
      await panel.getByText(/đã được duyệt nên bị khóa/).waitFor();
      expect(await panel.getByRole('button', { name: 'Dùng bản mới của Sở Y tế' }).isDisabled()).toBe(true);
      // What it would change is seen before anything is reopened.
      await panel.getByRole('table').first().waitFor();
      await shot(page, 'locked');
      await panel.getByRole('button', { name: 'Mở lại' }).click();
      await answer(page, 'Mở lại', 'Đơn vị xin sửa');
      await panel.getByText(/đã được duyệt nên bị khóa/).waitFor({ state: 'detached' });
      await panel.getByRole('button', { name: 'Giữ bản cũ của Sở Y tế' }).click();
      await answer(page, 'Giữ bản cũ', 'Bản thứ ba gửi nhầm');
      await panel.getByText('Không có bản gửi lại nào chờ xem.').waitFor();
      expect(open!.errors).toEqual([]);
    },
  );

  test('a rule is switched off with a reason, said on the result, and switched on again', async () => {
    const page = await start({ width: 350, height: 760 });
    await dropProvince(page);
    await consolidated(page);
    await shot(page, 'merge');
    await page.getByRole('tab', { name: 'Phát hiện' }).click();
    const link = page.getByRole('button', { name: 'Quy tắc kiểm tra' });
    await link.click();
    const panel = page.getByTestId('review-panel');
    const first = panel.getByRole('list', { name: 'Có phát hiện' }).getByRole('switch').first();
    await first.waitFor();
    const name = (await first.getAttribute('aria-label'))!;
    await shot(page, 'rules');
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await first.click();
    await answer(page, 'Tắt', 'Tỉnh không yêu cầu nội dung này');
    const off = panel.getByRole('list', { name: 'Đang tắt' });
    await off.getByText(/^Đã tắt \(Trần Văn An, .*Tỉnh không yêu cầu/).waitFor();
    expect(await panel.getByText('Luôn áp dụng').count()).toBeGreaterThan(3);
    await page.getByRole('button', { name: 'Quay lại' }).click();
    await page.waitForFunction(() => document.activeElement?.getAttribute('data-opens') === 'rules');
    await page.getByRole('tab', { name: 'Kết quả' }).click();
    await page.getByText(/^Quy tắc đang tắt: .*Tỉnh không yêu cầu/).waitFor();
    await shot(page, 'results');
    await page.getByRole('tab', { name: 'Phát hiện' }).click();
    await link.click();
    await off.getByRole('switch', { name }).click();
    await answer(page, 'Áp dụng lại', 'Cần kiểm tra lại');
    await off.waitFor({ state: 'detached' });
    expect(open!.errors).toEqual([]);
  });

  test.each([
    [350, 760, false],
    [1366, 768, true],
  ])(
    'beside an earlier report the slip of ten comes first and leads to its sources (%i × %i)',
    async (width, height, dark) => {
      const page = await start({ width, height, dark });
      await dropProvince(page);
      await consolidated(page);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Tải báo cáo (.json)' }).click(),
      ]);
      const report = JSON.parse(readFileSync(await download.path(), 'utf8')) as {
        agencies: { name: string; values: Record<string, Record<string, Record<string, number>>> }[];
        tables: { template: string; rows: { row: string; values: Record<string, number> }[] }[];
      };
      const nhaTrang = report.agencies.find((a) => a.name === 'UBND thành phố Nha Trang')!.values['phu-luc-1']!;
      const [row, before] = Object.entries(nhaTrang)
        .map(([r, v]) => [r, v['assigned'] ?? 0] as const)
        .sort((a, b) => b[1] - a[1])[0]!;
      nhaTrang[row]!['assigned'] = before * 10;
      report.tables.find((x) => x.template === 'phu-luc-1')!.rows.find((x) => x.row === row)!.values['assigned']! +=
        before * 9;
      await page.getByRole('button', { name: /^So với kỳ trước/ }).click();
      const panel = page.getByTestId('review-panel');
      await panel.getByText(/chỉ so với các đơn vị cùng cấp/).waitFor();
      await page
        .getByTestId('pick-earlier')
        .setInputFiles({ name: 'ky truoc.json', mimeType: 'application/json', buffer: Buffer.from('{"schema": 1}') });
      await panel.getByText(/không phải là báo cáo hay hồ sơ/).waitFor();
      await page.getByTestId('pick-earlier').setInputFiles({
        name: 'ky truoc.json',
        mimeType: 'application/json',
        buffer: Buffer.from(JSON.stringify(report)),
      });
      const first = panel
        .getByRole('list', { name: /đáng xem nhất$/ })
        .getByRole('listitem')
        .first();
      await first.getByText('÷10').waitFor();
      expect(await first.textContent()).toMatch(/^1UBND thành phố Nha TrangPhụ lục 1 · dòng /);
      expect(await first.textContent()).toContain(`${(before * 10).toLocaleString('vi-VN')} → ${before}`);
      await shot(page, 'compare');
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      await first.getByRole('button').click();
      await page.getByTestId('trace').getByText('UBND thành phố Nha Trang').first().waitFor();
      await page.getByRole('button', { name: /^So với kỳ trước/ }).click();
      await panel.getByText('ky truoc.json').waitFor();
      // The result workbook of this very run is an earlier result too, and differs in nothing.
      await page.getByRole('tab', { name: 'Tổng hợp' }).click();
      const [book] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: /Tải sổ kết quả/ }).click(),
      ]);
      await page.getByRole('button', { name: /^So với kỳ trước/ }).click();
      await page.getByTestId('pick-earlier').setInputFiles({
        name: 'ket qua.xlsx',
        mimeType: 'application/octet-stream',
        buffer: readFileSync(await book.path()),
      });
      await panel.getByText('ket qua.xlsx').waitFor();
      await panel.getByText('÷10').waitFor({ state: 'detached' });
      expect(open!.errors).toEqual([]);
    },
  );

  test(
    'a form is marked as one of the whole province and laid beside the sum; one file under two senders is left out ' +
      'openly',
    async () => {
      const page = await start({ width: 350, height: 760 });
      await dropFiles(page, [
        ...['SYT.xlsx', 'TNMT.xlsx', 'So Tu phap.xlsx'].map((name) => ({ name, bytes: sampleFile(name) })),
        { name: 'So Cong Thuong.xlsx', bytes: sampleFile('SYT.xlsx') },
      ]);
      await consolidated(page);
      await page.getByRole('tab', { name: 'Kết quả' }).click();
      await page.getByRole('button', { name: /^Đối chiếu toàn tỉnh/ }).click();
      const panel = page.getByTestId('review-panel');
      await panel.getByRole('combobox', { name: 'Tệp' }).click();
      await panel.getByRole('combobox', { name: 'Tệp' }).fill('tai nguyen');
      await page.getByRole('option', { name: /Sở Tài nguyên/ }).click();
      await panel.getByRole('combobox', { name: 'Phụ lục' }).selectOption({ label: 'Phụ lục 2' });
      await panel.getByRole('button', { name: 'Đánh dấu', exact: true }).click();
      await answer(page, 'Đánh dấu', 'Sở tổng hợp toàn tỉnh');
      const table = panel.getByRole('table', { name: 'Phụ lục 2, Sở Tài nguyên và Môi trường' });
      await table.waitFor();
      await panel.getByText(/^Lệch \d+ trong \d+ số liệu\.$/).waitFor();
      await shot(page, 'control');
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      const shown = await table.getByRole('row').nth(1).getByRole('cell').allTextContents();
      const [sum, control, difference] = shown.map((x) => Number(x.replace('−', '-').replace('+', '')));
      expect(sum! - control!).toBe(difference);
      await panel.getByRole('button', { name: /^Không phải biểu toàn tỉnh/ }).click();
      await answer(page, 'Hủy quyết định', 'Đánh dấu nhầm');
      await table.waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Quay lại' }).click();

      await page.getByRole('tab', { name: 'Tổng hợp' }).click();
      await page.getByRole('button', { name: 'Chọn đơn vị gửi tệp So Cong Thuong.xlsx' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('combobox').click();
      await dialog.getByRole('combobox').fill('so cong thuong');
      await page.getByRole('option', { name: 'Sở Công Thương' }).click();
      await shot(page, 'sender');
      await answer(page, 'Xác nhận', 'Theo công văn');
      // Who was confirmed is remembered for later cases.
      await page.waitForFunction(() => localStorage.getItem('phuluc.confirmations')?.includes('SCT'));
      await page.getByRole('button', { name: 'Đổi đơn vị gửi' }).click();
      await page.getByRole('button', { name: 'Đổi đơn vị gửi: TNMT.xlsx' }).waitFor();
      await shot(page, 'senders');
      const doubles = page.getByRole('button', { name: /^1 chỗ có thể tính hai lần/ });
      await doubles.waitFor();
      await doubles.click();
      await panel.getByRole('button', { name: 'Xem ảnh hưởng nếu để ngoài tệp So Cong Thuong.xlsx' }).click();
      await panel.getByText(/^Để ngoài “So Cong Thuong\.xlsx”: \d+ số toàn tỉnh thay đổi\.$/).waitFor();
      await shot(page, 'doubles');
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      await panel.getByRole('button', { name: 'Để ngoài tệp So Cong Thuong.xlsx', exact: true }).click();
      await answer(page, 'Để ngoài bản này', 'Trùng với tệp của Sở Y tế');
      await panel.getByRole('heading', { name: /^Đã để ngoài/ }).waitFor();
      await panel.getByRole('table', { name: 'Số toàn tỉnh nếu không để ngoài' }).waitFor();
      await shot(page, 'left-out');
      await panel.getByRole('button', { name: /^Tính lại: / }).click();
      await answer(page, 'Hủy quyết định', 'Xem lại');
      await panel.getByRole('button', { name: 'Không trùng, tính cả hai' }).click();
      await answer(page, 'Không trùng, tính cả hai', 'Hai đơn vị chung số liệu');
      await panel.getByText(/^Đã ghi nhận không trùng/).waitFor();
      expect(open!.errors).toEqual([]);
    },
  );

  test('a register is made from a list, looked at, used and kept as a file', async () => {
    const page = await start({ width: 350, height: 760 });
    await page.getByRole('button', { name: 'Thiết lập' }).click();
    await page.getByRole('button', { name: 'Lập danh mục từ danh sách Excel' }).click();
    const panel = page.getByTestId('review-panel');
    expect(await panel.getByRole('button', { name: 'Chọn danh sách' }).isDisabled()).toBe(true);
    await panel.getByLabel(/^Tên tỉnh/).fill('Khánh Hòa');
    await page.getByTestId('pick-agency-list').setInputFiles({
      name: 'danh sach.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('STT,Tên cơ quan\n1,Sở Tư pháp\n2,UBND phường Nha Trang\n3,Phường Bắc Nha Trang\n4,???\n'),
    });
    await panel.getByRole('table', { name: 'Danh mục lập được' }).waitFor();
    expect(await panel.getByRole('table').getByRole('row').count()).toBe(4);
    await panel.getByText(/Dòng 5: không hiểu/).waitFor();
    await shot(page, 'register');
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      panel.getByRole('button', { name: 'Tải tệp danh mục' }).click(),
    ]);
    expect(JSON.parse(readFileSync(await file.path(), 'utf8'))).toMatchObject({
      schema: 1,
      province: { name: 'Khánh Hòa' },
    });
    await panel.getByRole('button', { name: 'Dùng danh mục này' }).click();
    await panel.getByRole('button', { name: 'Quay lại' }).click();
    await page.getByText('Khánh Hòa: 3 cơ quan, đơn vị trong kỳ.').waitFor();
    await shot(page, 'settings');
  });

  test(
    'an unfinished case is offered again on this machine, warns before it is lost, and holds no figures; a ' +
      'confirmed sender is remembered',
    async () => {
      const page = await start({ width: 350, height: 760 });
      const files = [
        { name: 'SYT.xlsx', bytes: sampleFile('SYT.xlsx') },
        { name: 'TNMT.xlsx', bytes: sampleFile('TNMT.xlsx') },
      ];
      await dropFiles(page, files);
      await consolidated(page);
      await page.getByRole('tab', { name: 'Phát hiện' }).click();
      await page
        .getByRole('button', { name: /^Chấp nhận: / })
        .first()
        .click();
      await answer(page, 'Chấp nhận', 'Đã hỏi lại đơn vị');
      await page.getByText(/^Đã chấp nhận \(Trần Văn An/).waitFor();
      await page.waitForFunction(() => localStorage.getItem('phuluc.drafts') !== null);
      expect(
        await page.evaluate(
          () =>
            JSON.parse((JSON.parse(localStorage.getItem('phuluc.drafts')!) as { text: string }[])[0]!.text) as unknown,
        ),
      ).toMatchObject({ figures: null, journal: [{ kind: 'accept' }] });
      let asked = '';
      page.once('dialog', (d) => {
        asked = d.type();
        void d.accept();
      });
      await page.reload();
      expect(asked).toBe('beforeunload');
      await page
        .getByText(/^Hồ sơ đang dở từ \d\d:\d\d/)
        .or(page.getByText(/^Hồ sơ đang dở từ/))
        .waitFor();
      await shot(page, 'resume');
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      await page.getByRole('button', { name: /^Mở lại hồ sơ từ/ }).click();
      await page.getByText(/Hãy thêm lại 2 tệp/).waitFor();
      await dropFiles(page, files);
      await consolidated(page);
      await page.getByRole('tab', { name: 'Phát hiện' }).click();
      await page.getByText(/^Đã chấp nhận \(Trần Văn An/).waitFor();
      // Switched off, nothing stays behind.
      await page.getByRole('button', { name: 'Thiết lập' }).click();
      await page.getByRole('switch', { name: 'Giữ hồ sơ đang dở trên máy này' }).click();
      await page.waitForFunction(() => localStorage.getItem('phuluc.drafts') === null);
      expect(open!.errors).toEqual([]);
    },
  );
});

/** The file of Sở Y tế with one figure of Phụ lục 3 changed. */
function sentAgain(from: number, to: number): Uint8Array {
  const parts = unzipSync(sampleFile('SYT.xlsx'));
  const sheet = Object.keys(parts)
    .filter((p) => /worksheets\/sheet\d+\.xml$/.test(p))
    .sort()[2]!;
  const xml = strFromU8(parts[sheet]!);
  const changed = xml.replaceAll(`<v>${from}</v>`, `<v>${to}</v>`);
  if (changed === xml) throw new Error('Nothing to change');
  return zipSync({ ...parts, [sheet]: strToU8(changed) });
}
