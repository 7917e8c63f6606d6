/** @jest-environment jsdom */
import './browser-parts';
// The page loads these when they are first needed; here they are at hand, however slow the machine is.
import '../../src/taskpane/case/decision-dialog';
import '../../src/taskpane/board/board-screen';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { InputFile } from '../../src/app/ports';
import { open, sampleBytes, sampleInput } from './page';

beforeEach(() => localStorage.clear());

type User = ReturnType<typeof userEvent.setup>;

async function consolidated(files: InputFile[]): Promise<User> {
  open({ sample: async () => files });
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Dùng thử với tỉnh mẫu' }));
  await screen.findByTestId('dry-run');
  return user;
}

async function answer(user: User, button: string, words: { by?: string; reason?: string }): Promise<void> {
  const dialog = await screen.findByRole('dialog');
  if (words.reason) await user.type(within(dialog).getByLabelText(/^Lý do/), words.reason);
  if (words.by) await user.type(within(dialog).getByLabelText(/^Người quyết định/), words.by);
  await user.click(within(dialog).getByRole('button', { name: button }));
}

test('a file of an unknown sender is given to an agency of the register, counted so, and the word can be taken back', async () => {
  const engineFile: InputFile = {
    file: 'bieu tong hop.xlsx',
    size: 1,
    bytes: async () => (await unnamed()).buffer as ArrayBuffer,
  };
  const user = await consolidated([engineFile, sampleInput('TNMT.xlsx')]);
  await user.click(await screen.findByRole('button', { name: 'Chọn đơn vị gửi tệp bieu tong hop.xlsx' }));
  const dialog = await screen.findByRole('dialog', { name: 'Đơn vị nào gửi tệp này?' });
  const confirm = within(dialog).getByRole('button', { name: 'Xác nhận' });
  expect(confirm).toBeDisabled();
  await user.type(within(dialog).getByRole('combobox', { name: /^Đơn vị gửi/ }), 'so y te');
  await user.click(await screen.findByRole('option', { name: /^Sở Y tế/ }));
  await user.type(within(dialog).getByLabelText(/^Người quyết định/), 'Trần Văn An');
  await user.click(confirm);
  expect(await screen.findByText('Sở Y tế', { selector: '[aria-label="Tệp đã nhận"] *' })).toBeVisible();
  expect(screen.queryByText('Chưa rõ đơn vị')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Hủy xác nhận đơn vị gửi tệp bieu tong hop.xlsx' }));
  expect(await screen.findByLabelText(/^Người quyết định/)).toHaveValue('Trần Văn An');
  await answer(user, 'Hủy quyết định', { reason: 'Nhầm đơn vị' });
  expect(await screen.findByText('Chưa rõ đơn vị')).toBeVisible();
});

test('a finding is accepted with name and reason, stays in sight, and can be taken back', async () => {
  const user = await consolidated(['SYT.xlsx', 'TNMT.xlsx'].map(sampleInput));
  await user.click(screen.getByRole('tab', { name: 'Phát hiện' }));
  const name = /^Chấp nhận: .*“1 \(VP Sở\)”/;
  await user.click((await screen.findAllByRole('button', { name }))[0]!);
  const dialog = await screen.findByRole('dialog');
  // On a busy machine jsdom tells Fluent of the focus late, and the dialog counts as hidden until somebody is in it.
  await user.click(within(dialog).getByLabelText(/^Lý do/));
  expect(await within(dialog).findByRole('button', { name: 'Chấp nhận' })).toBeDisabled();
  await answer(user, 'Chấp nhận', { by: 'Trần Văn An', reason: 'Sở Y tế xác nhận là 1' });
  expect(
    await screen.findByText(/^Đã chấp nhận \(Trần Văn An, \d\d\/\d\d\/\d{4}\): Sở Y tế xác nhận là 1$/),
  ).toBeVisible();
  expect(screen.queryByRole('dialog')).toBeNull();
  await user.click(screen.getByRole('button', { name: /^Hủy chấp nhận: / }));
  await answer(user, 'Hủy quyết định', { reason: 'Chờ văn bản' });
  await waitFor(() => expect(screen.queryByText(/^Đã chấp nhận/)).toBeNull());
  await user.click(screen.getByRole('button', { name: 'Thiết lập' }));
  const journal = screen.getByRole('list', { name: 'Nhật ký quyết định' });
  expect(within(journal).getAllByRole('listitem')).toHaveLength(2);
  expect(within(journal).getByText(/đã hủy ở dòng 2/)).toBeVisible();
});

test('a case is saved with its decisions and opened again on a fresh page', async () => {
  const saved: Blob[] = [];
  URL.createObjectURL = (blob) => {
    saved.push(blob as Blob);
    return 'blob:case';
  };
  URL.revokeObjectURL = () => undefined;
  const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  const files = ['SYT.xlsx', 'TNMT.xlsx'].map(sampleInput);
  const user = await consolidated(files);
  await user.click(screen.getByRole('tab', { name: 'Phát hiện' }));
  await user.click((await screen.findAllByRole('button', { name: /^Chấp nhận: .*“1 \(VP Sở\)”/ }))[0]!);
  await answer(user, 'Chấp nhận', { by: 'Trần Văn An', reason: 'Đã hỏi lại' });
  await screen.findByText(/^Đã chấp nhận/);
  await user.click(screen.getByRole('button', { name: 'Thiết lập' }));
  await user.click(screen.getByRole('button', { name: 'Lưu hồ sơ' }));
  await waitFor(() => expect(saved).toHaveLength(1));
  const text = await new Promise<string>((done) => {
    const r = new FileReader();
    r.onload = () => done(String(r.result));
    r.readAsText(saved[0]!);
  });
  click.mockRestore();
  document.body.innerHTML = '';

  const again = await consolidated(files);
  await again.click(screen.getByRole('button', { name: 'Thiết lập' }));
  await again.upload(
    screen.getByTestId('pick-case'),
    Object.assign(new File([text], 'ho so.json'), { text: async () => '{"schema":' }),
  );
  expect(await screen.findByText(/không phải là JSON/)).toBeVisible();
  await again.upload(
    screen.getByTestId('pick-case'),
    Object.assign(new File([text], 'ho so.json'), { text: async () => text }),
  );
  expect(await screen.findByText(/^Trần Văn An, .*Đã hỏi lại$/)).toBeVisible();
  await again.click(screen.getByRole('tab', { name: 'Phát hiện' }));
  expect(await screen.findByText(/^Đã chấp nhận \(Trần Văn An/)).toBeVisible();
});

test('a figure is adjusted beside what the sources give, and the adjustment can be taken back', async () => {
  const user = await consolidated(['SYT.xlsx', 'TNMT.xlsx'].map(sampleInput));
  await user.click(screen.getByRole('tab', { name: 'Kết quả' }));
  const table = await screen.findByRole('table', { name: /^Phụ lục 2/ });
  const figure = within(table)
    .getAllByRole('button', { name: /, dòng \d+, cột Cấp tỉnh$/ })
    .find((b) => Number(b.textContent) > 1)!;
  const sum = figure.textContent!;
  await user.click(figure);
  await user.click(await screen.findByRole('button', { name: 'Điều chỉnh' }));
  const dialog = await screen.findByRole('dialog');
  const value = within(dialog).getByLabelText(/^Số liệu điều chỉnh/);
  await user.type(value, '1.5');
  expect(within(dialog).getByText(/Ghi số nguyên không âm/)).toBeVisible();
  await user.clear(value);
  await user.type(value, '1.234');
  await answer(user, 'Điều chỉnh', { by: 'Trần Văn An', reason: 'Theo công văn bổ sung' });
  expect(
    await screen.findByText(`Đã điều chỉnh; các đơn vị cho ${sum}. Lý do: Theo công văn bổ sung (Trần Văn An).`),
  ).toBeVisible();
  expect(within(screen.getByTestId('trace')).getByText('1.234')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Hủy điều chỉnh' }));
  await answer(user, 'Hủy quyết định', { reason: 'Nhầm số' });
  await waitFor(() => {
    expect(screen.getByTestId('trace')).toBeVisible();
    expect(screen.queryByText(/^Đã điều chỉnh/)).toBeNull();
  });
});

test('the board tells who has sent and who has not, is filtered, and refuses to approve what has errors', async () => {
  const user = await consolidated(['TNMT.xlsx', 'SYT.xlsx'].map(sampleInput));
  await user.click(screen.getByRole('tab', { name: 'Tình hình nộp' }));
  const list = await screen.findByRole('list', { name: 'Tình hình nộp' });
  expect(within(list).getAllByRole('listitem').length).toBeGreaterThan(20);
  const off = screen.getByRole('button', { name: /^Chưa gửi \(\d+\)$/ });
  await user.click(off);
  expect(within(list).getAllByRole('listitem')).toHaveLength(2);
  await user.type(screen.getByRole('searchbox', { name: 'Tìm đơn vị' }), 'tai nguyen');
  expect(within(list).getAllByRole('listitem')).toHaveLength(1);
  expect(within(list).getByText('Sở Tài nguyên và Môi trường')).toBeVisible();
  await user.clear(screen.getByRole('searchbox', { name: 'Tìm đơn vị' }));
  // What has errors cannot be approved, and the engine says why.
  await user.click(screen.getByRole('button', { name: 'Duyệt: Sở Y tế' }));
  await answer(user, 'Duyệt', { by: 'Trần Văn An', reason: 'Đã kiểm tra' });
  expect(await screen.findByText(/^Còn \d+ lỗi của Sở Y tế/)).toBeVisible();
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Thôi' }));
  await user.click(await screen.findByRole('button', { name: 'Trả lại: Sở Y tế' }));
  await answer(user, 'Trả lại', { by: 'Trần Văn An', reason: 'Sửa lỗi' });
  expect(await within(list).findByText('Trả lại', { selector: '.fui-Badge' })).toBeVisible();
});

test('the reminder list goes to the clipboard, or stands there selected where the browser refuses', async () => {
  const user = await consolidated([sampleInput('TNMT.xlsx')]);
  await user.click(screen.getByRole('tab', { name: 'Tình hình nộp' }));
  const button = await screen.findByRole('button', { name: 'Sao chép danh sách nhắc' });
  await user.click(button);
  expect(await screen.findByText(/^Đã sao chép/)).toBeVisible();
  expect(await navigator.clipboard.readText()).toMatch(/^Các cơ quan, đơn vị chưa gửi phụ lục/);
  const refuse = jest.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'));
  await user.click(button);
  const box = await screen.findByLabelText<HTMLTextAreaElement>(/Nhấn Ctrl\+C/);
  expect(box).toHaveFocus();
  expect(box.selectionEnd - box.selectionStart).toBe(box.value.length);
  refuse.mockRestore();
});

/** The file of a real agency with every word that names it taken out. */
async function unnamed(): Promise<Uint8Array> {
  const { unzipSync, zipSync, strFromU8, strToU8 } = await import('fflate');
  const parts = unzipSync(sampleBytes('SYT.xlsx'));
  const words = /SỞ Y TẾ|Sở Y tế|SYT|VP Sở|Y tế|Y TẾ/g;
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, bytes]) => [
        name,
        name.endsWith('.xml') ? strToU8(strFromU8(bytes).replace(words, 'X')) : bytes,
      ]),
    ),
  );
}
