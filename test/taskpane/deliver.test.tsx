/** @jest-environment jsdom */
import './browser-parts';
// The page loads these when they are first needed; here they are at hand, however slow the machine is.
import '../../src/taskpane/case/decision-dialog';
import '../../src/taskpane/board/board-screen';
import '../../src/taskpane/returns/returns-screen';
import '../../src/taskpane/signing/sign-screen';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { unzipSync } from 'fflate';
import type { InputFile } from '../../src/app/ports';
import { open, sampleBytes, sampleInput } from './page';

type User = ReturnType<typeof userEvent.setup>;

let saved: { name: string; blob: Blob }[];
let click: jest.SpyInstance;
beforeEach(() => {
  localStorage.clear();
  saved = [];
  const blobs = new Map<string, Blob>();
  URL.createObjectURL = (blob) => {
    const url = `blob:${blobs.size}`;
    blobs.set(url, blob as Blob);
    return url;
  };
  URL.revokeObjectURL = () => undefined;
  click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function press(this: HTMLAnchorElement) {
    saved.push({ name: this.download, blob: blobs.get(this.href)! });
  });
});
afterEach(() => click.mockRestore());

const bytesOf = (blob: Blob): Promise<Uint8Array> =>
  new Promise((done) => {
    const r = new FileReader();
    r.onload = () => done(new Uint8Array(r.result as ArrayBuffer));
    r.readAsArrayBuffer(blob);
  });

/** Asking for roles in pages full of cells takes jsdom seconds; what a button says is enough here. */
const press = async (user: User, words: string): Promise<void> =>
  user.click((await screen.findAllByText(words))[0]!.closest('button')!);

async function consolidated(files: InputFile[], tab: string): Promise<User> {
  open({ sample: async () => files });
  const user = userEvent.setup();
  await press(user, 'Dùng thử với tỉnh mẫu');
  await screen.findByTestId('dry-run');
  await press(user, tab);
  return user;
}

const FILES = ['SYT.xlsx', 'TNMT.xlsx', 'So Tu phap.xlsx'];

test('returned files: the letter, the message, the cells; all of them as one zip; back with the focus where it was', async () => {
  const user = await consolidated(FILES.map(sampleInput), 'Tình hình');
  await press(user, 'Trả lại đơn vị…');
  expect(await screen.findByText(/^2 đơn vị có lỗi/)).toBeVisible();
  expect(screen.getByText('Trả lại đơn vị')).toHaveFocus();
  await press(user, 'Sở Y tế');
  const letter = await screen.findByLabelText('Công văn gửi Sở Y tế');
  expect(within(letter).getByText('Kính gửi: Sở Y tế')).toBeVisible();
  expect(within(letter).getByText('UBND TỈNH KHÁNH HÒA')).toBeVisible();
  await user.click(screen.getByText('Thông tin ghi trong công văn'));
  await user.type(screen.getByLabelText('Hạn gửi lại'), '20/12/2020');
  await within(letter).findByText(/trước ngày 20\/12\/2020/);
  await press(user, 'Tin nhắn');
  expect(await screen.findByText(/^Kính gửi Sở Y tế\. .*20\/12\/2020\. Trân trọng!$/)).toBeVisible();
  await user.click(screen.getAllByText(/^Ô cần sửa/)[0]!.closest('button')!);
  expect((await screen.findAllByText(/trang “PL2”, ô D27/)).length).toBeGreaterThan(0);
  await press(user, 'Tải cả 2 bộ (.zip)');
  expect(await screen.findByText(/^Đã lập \d+ tệp cho 2 đơn vị/)).toBeVisible();
  expect(saved.map((s) => s.name)).toEqual(['Tra lai don vi.zip']);
  const paths = Object.keys(unzipSync(await bytesOf(saved[0]!.blob)));
  expect(paths).toContain('SYT - Sở Y tế/SYT (cần sửa).xlsx');
  expect(new Set(paths.map((p) => p.split('/')[0]))).toEqual(
    new Set(['SYT - Sở Y tế', 'STNMT - Sở Tài nguyên và Môi trường']),
  );
  await press(user, 'Quay lại');
  await waitFor(() => expect(document.activeElement?.textContent).toContain('Trả lại đơn vị…'));
});

test('a file that changed since it was read is said and not used; the other agency gets its set', async () => {
  let asked = 0;
  const changing: InputFile = {
    ...sampleInput('SYT.xlsx'),
    bytes: async () => {
      asked += 1;
      const b = sampleBytes('SYT.xlsx');
      if (asked > 1) b[40] = (b[40]! + 1) % 256;
      return b.buffer as ArrayBuffer;
    },
  };
  const user = await consolidated([changing, sampleInput('TNMT.xlsx')], 'Phát hiện');
  await press(user, 'Trả lại đơn vị…');
  await press(user, 'Tải cả 2 bộ (.zip)');
  expect(await screen.findByText(/Sở Y tế \(“SYT\.xlsx”\): tệp trên máy đã khác lúc đọc nên không dùng/)).toBeVisible();
  const paths = Object.keys(unzipSync(await bytesOf(saved[0]!.blob)));
  expect(new Set(paths.map((p) => p.split('/')[0]))).toEqual(new Set(['STNMT - Sở Tài nguyên và Môi trường']));
});

test('one agency from its line on the board; written down as returned, it is shown so and in the journal', async () => {
  const user = await consolidated(FILES.map(sampleInput), 'Tình hình');
  await user.click(await screen.findByLabelText('Công văn trả lại: Sở Y tế'));
  await waitFor(() =>
    expect([document.activeElement?.tagName, document.activeElement?.textContent]).toEqual(['H3', 'Sở Y tế']),
  );
  await press(user, 'Tải bộ trả lại (.zip)');
  await waitFor(() => expect(saved.map((s) => s.name)).toEqual(['SYT - Sở Y tế.zip']));
  await user.click(screen.getByLabelText('Ghi là đã trả lại: Sở Y tế'));
  const dialog = await screen.findByRole('dialog');
  await user.type(within(dialog).getByLabelText(/^Lý do/), 'Sai số liệu Phụ lục 2');
  await user.type(within(dialog).getByLabelText(/^Người quyết định/), 'Trần Văn An');
  await user.click(within(dialog).getByRole('button', { name: 'Trả lại' }));
  await waitFor(() => expect(screen.getAllByText('đã trả lại').length).toBeGreaterThan(0));
  expect(screen.queryByLabelText('Ghi là đã trả lại: Sở Y tế')).toBeNull();
  expect(screen.getByText('Ghi 1 đơn vị là đã trả lại')).toBeVisible();
});

test('the set to sign: what is to be known first, fields on the pages, both files; choices stay with the case', async () => {
  const user = await consolidated(FILES.map(sampleInput), 'Kết quả');
  await press(user, 'Lập bộ trình ký…');
  expect(await screen.findByText(/^Còn \d+ lỗi chưa được đơn vị chỉnh sửa hoặc chấp nhận: .*Sở Y tế/)).toBeVisible();
  expect(screen.getByText(/đơn vị chưa được duyệt/)).toBeVisible();
  expect(screen.getByLabelText('Cơ quan ban hành báo cáo')).toHaveValue('UBND tỉnh Khánh Hòa');
  await user.type(screen.getByLabelText('Số báo cáo'), '312');
  await user.type(screen.getByLabelText(/^Chức danh người ký/), 'CHỦ TỊCH');
  const page = await screen.findByLabelText(/^Phụ lục 1, trang 1\//);
  await within(page).findByText(/Báo cáo số 312\/BC-UBND .* của UBND tỉnh Khánh Hòa/);
  await press(user, 'Phụ lục 2');
  expect(await within(await screen.findByLabelText(/^Phụ lục 2, trang 1\//)).findByText('Phụ lục II')).toBeVisible();
  await press(user, 'Tải bộ trình ký Excel (.xlsx)');
  expect(await screen.findByText(/^Đã lập “Phụ lục báo cáo CCHC\.xlsx”/)).toBeVisible();
  await press(user, 'Tải bộ trình ký Word (.docx)');
  expect(await screen.findByText(/^Đã lập “Phụ lục báo cáo CCHC\.docx”/)).toBeVisible();
  const parts = unzipSync(await bytesOf(saved[0]!.blob));
  expect(Object.values(parts).some((p) => new TextDecoder().decode(p).includes('312/BC-UBND'))).toBe(true);
  await press(user, 'Quay lại');
  await waitFor(() => expect(document.activeElement?.textContent).toContain('Lập bộ trình ký…'));
  await press(user, 'Lập bộ trình ký…');
  expect(await screen.findByLabelText('Số báo cáo')).toHaveValue('312');
  // The next case begins with the same signer, and with no number.
  expect(JSON.parse(localStorage.getItem('phuluc.sign')!)).toMatchObject({ signers: ['CHỦ TỊCH'] });
  expect(localStorage.getItem('phuluc.sign')).not.toContain('312');
});
