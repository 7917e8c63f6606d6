/** @jest-environment jsdom */
import './browser-parts';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import type { InputFile } from '../../src/app/ports';
import type { OutputPlan } from '../../src/core/model/output-plan';
import { FakeWorkbook } from './fake-workbook';
import { open, sampleBytes, sampleInput } from './page';

beforeEach(() => {
  localStorage.clear();
  localStorage.setItem('phuluc.period', JSON.stringify({ kind: 'year', year: 2020 }));
});

const FILES = ['SYT.xlsx', 'TNMT.xlsx'];

async function consolidated(user: UserEvent): Promise<void> {
  await user.click(screen.getByRole('tab', { name: 'Tổng hợp' }));
  await user.click(screen.getByRole('button', { name: 'Dùng thử với tỉnh mẫu' }));
  await screen.findByTestId('dry-run');
}

/** A result with one decision, written into a workbook. */
async function written(): Promise<FakeWorkbook> {
  const workbook = new FakeWorkbook([]);
  const first = open({ workbook, sample: async () => FILES.map(sampleInput) });
  const user = userEvent.setup();
  await consolidated(user);
  await user.click(screen.getByRole('tab', { name: 'Phát hiện' }));
  await user.click((await screen.findAllByRole('button', { name: /^Chấp nhận: .*“1 \(VP Sở\)”/ }))[0]!);
  const dialog = await screen.findByRole('dialog');
  await user.type(await within(dialog).findByLabelText(/^Người quyết định/), 'Trần Văn An');
  await user.type(within(dialog).getByLabelText(/^Lý do/), 'Sở Y tế xác nhận là 1');
  await user.click(within(dialog).getByRole('button', { name: 'Chấp nhận' }));
  await screen.findByText(/^Đã chấp nhận \(Trần Văn An/);
  await user.click(screen.getByRole('tab', { name: 'Tổng hợp' }));
  await user.click(await screen.findByRole('button', { name: 'Ghi kết quả vào sổ đang mở' }));
  await screen.findByText(/^Đã ghi/);
  // Kept with the workbook, so nothing is unsaved.
  await waitFor(
    () => {
      const leaving = new Event('beforeunload', { cancelable: true });
      window.dispatchEvent(leaving);
      expect(leaving.defaultPrevented).toBe(false);
    },
    { timeout: 5_000 },
  );
  first.unmount();
  localStorage.removeItem('phuluc.drafts');
  return workbook;
}

test('a workbook with a case offers it; taken up, it asks for its files by name and its decisions hold again', async () => {
  const workbook = await written();
  open({ workbook, sample: async () => FILES.map(sampleInput) });
  const user = userEvent.setup();
  expect(await screen.findByText('Sổ này có hồ sơ tổng hợp kỳ năm 2020')).toBeVisible();
  expect(screen.getByText(/2 tệp nguồn, 1 quyết định/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Mở lại hồ sơ' }));
  expect(await screen.findByText('Hồ sơ cần 2 tệp nguồn')).toBeVisible();
  for (const name of FILES) expect(screen.getByText(name)).toBeInTheDocument();
  expect(screen.queryByText(/^Sổ này có hồ sơ/)).toBeNull();
  await consolidated(user);
  expect(await screen.findByText('Đủ 2 tệp nguồn, nội dung đúng như lần lưu hồ sơ.')).toBeVisible();
  await user.click(screen.getByRole('tab', { name: 'Phát hiện' }));
  expect(await screen.findByText(/^Đã chấp nhận \(Trần Văn An/)).toBeVisible();
});

test('a source that is another than when the case was written is told by name', async () => {
  const workbook = await written();
  const other: InputFile = {
    file: 'SYT.xlsx',
    size: 1,
    bytes: async () => sampleBytes('SNV.xlsx').buffer as ArrayBuffer,
  };
  open({ workbook, sample: async () => [other, sampleInput('TNMT.xlsx')] });
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Mở lại hồ sơ' }));
  await screen.findByText('Hồ sơ cần 2 tệp nguồn');
  await consolidated(user);
  expect(await screen.findByText('1 trong 2 tệp nguồn thiếu hoặc đã khác lần lưu hồ sơ')).toBeVisible();
  expect(screen.getByText(/^SYT\.xlsx: .*đã thay đổi/)).toBeInTheDocument();
});

test('an offer that is put off is gone for this visit; what the workbook holds and is no case is never offered', async () => {
  const workbook = new FakeWorkbook([]);
  await workbook.save('case.json', '{"schema":1,"traces":[]}');
  const first = open({ workbook });
  await screen.findByRole('tab', { name: 'Kiểm tra' });
  await waitFor(() => expect(screen.queryByText(/^Sổ này có hồ sơ/)).toBeNull());
  first.unmount();
  await workbook.save('case.json', '{"schema":99,"period":null,"files":[],"journal":[]}');
  open({ workbook });
  const user = userEvent.setup();
  await screen.findByText('Sổ này có hồ sơ tổng hợp');
  await user.click(screen.getByRole('button', { name: 'Mở lại hồ sơ' }));
  expect(await screen.findByText(/phiên bản mới hơn của chương trình/)).toBeVisible();
  await user.click(screen.getAllByRole('button', { name: 'Đóng' })[0]!);
  await waitFor(() => expect(screen.queryByText(/^Sổ này có hồ sơ/)).toBeNull());
});

test('undo steps are told with their size and forgotten only when asked for twice', async () => {
  const workbook = new FakeWorkbook([]);
  await workbook.write({ title: 'x', styles: {} as OutputPlan['styles'], sheets: [] }, 'Ghi kết quả tổng hợp');
  open({ workbook });
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Thiết lập' }));
  const card = await screen.findByRole('region', { name: 'Các bước hoàn tác trong sổ này' });
  expect(await within(card).findByText(/^Sổ đang giữ 1 bước và 9 trang cũ.* khoảng 1,5 MB/)).toBeVisible();
  expect(within(card).getByText('Ghi kết quả tổng hợp (15/12/2020)')).toBeVisible();
  await user.click(within(card).getByRole('button', { name: 'Dọn các bước hoàn tác' }));
  await user.click(await within(card).findByRole('button', { name: 'Giữ lại' }));
  expect(await workbook.steps()).toMatchObject({ value: [{ title: 'Ghi kết quả tổng hợp' }] });
  await user.click(within(card).getByRole('button', { name: 'Dọn các bước hoàn tác' }));
  workbook.failNext = { ok: false, kind: 'protected-workbook', message: 'Cấu trúc bảng tính đang được bảo vệ.' };
  await user.click(await within(card).findByRole('button', { name: 'Dọn' }));
  expect(await within(card).findByText('Cấu trúc bảng tính đang được bảo vệ.')).toBeVisible();
  await user.click(within(card).getByRole('button', { name: 'Dọn các bước hoàn tác' }));
  await user.click(await within(card).findByRole('button', { name: 'Dọn' }));
  expect(await within(card).findByText(/^Đã dọn 1 bước, khoảng 1,5 MB/)).toBeVisible();
  expect(within(card).getByText('Sổ này không giữ bước hoàn tác nào.')).toBeVisible();
  expect(await workbook.steps()).toMatchObject({ value: [] });
});

test('the picker offers what can be read; what was handed over beside it is left out in words', async () => {
  open();
  const picker = await screen.findByTestId<HTMLInputElement>('pick-files');
  const offered = picker.accept.split(',');
  for (const end of ['.xlsx', '.xls', '.docx', '.ods', '.csv', '.zip']) expect(offered).toContain(end);
  for (const end of ['.doc', '.pdf', '.json', '.txt', '.rar', '.jpg']) expect(offered).not.toContain(end);
  fireEvent.change(picker, {
    target: { files: [new File(['{}'], 'Ho so.json'), new File(['x'], 'ghi chú.txt'), new File([''], 'desktop.ini')] },
  });
  expect(await screen.findByText('Đã bỏ qua 2 tệp không phải báo cáo')).toBeVisible();
  expect(screen.getByText(/ghi chú\.txt, Ho so\.json\. .*“Mở hồ sơ”/)).toBeVisible();
});
