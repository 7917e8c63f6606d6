/** @jest-environment jsdom */
import './browser-parts';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReadEvents, ReadJob } from '../../src/app/calls/engine-calls';
import type { InputFile } from '../../src/app/ports';
import { FakeWorkbook } from './fake-workbook';
import { open, realEngine, sampleBytes, sampleInput } from './page';

const FEW = ['So Tu phap.xlsx', 'SYT.xlsx', 'TNMT.xlsx'];

beforeEach(() => localStorage.clear());

function drop(names: readonly string[]): File[] {
  return names.map((n) =>
    Object.assign(new File([sampleBytes(n) as Uint8Array<ArrayBuffer>], n), {
      arrayBuffer: async () => sampleBytes(n).buffer,
    }),
  );
}

test('files chosen are listed at once, read one by one, and summed up before anything is written', async () => {
  const workbook = new FakeWorkbook([]);
  open({ workbook });
  const user = userEvent.setup();
  await user.click(screen.getByRole('tab', { name: 'Tổng hợp' }));
  await user.upload(screen.getByTestId('pick-files'), drop(FEW));
  expect(await screen.findByText('SYT.xlsx')).toBeVisible();
  const sentence = await screen.findByTestId('dry-run');
  expect(sentence).toHaveTextContent(/^3 tệp: /);
  expect(sentence).toHaveTextContent('2 có lỗi');
  expect(workbook.written).toHaveLength(0);
  await user.click(screen.getByRole('button', { name: 'Ghi kết quả vào sổ đang mở' }));
  expect(await screen.findByText(/^Đã ghi \d+ trang kết quả/)).toBeVisible();
  expect(workbook.written[0]!.sheets.map((s) => s.name)).toEqual(
    expect.arrayContaining(['Phụ lục 2', 'Phát hiện', 'Đối soát', 'Nguồn']),
  );
});

test('sheets edited since are overwritten only when asked to', async () => {
  const workbook = new FakeWorkbook([]);
  open({ workbook });
  const user = userEvent.setup();
  await user.click(screen.getByRole('tab', { name: 'Tổng hợp' }));
  await user.upload(screen.getByTestId('pick-files'), drop(FEW.slice(0, 1)));
  await screen.findByTestId('dry-run');
  workbook.failNext = { ok: false, kind: 'changed-since', message: 'Trang “Phụ lục 2” đã được sửa.' };
  await user.click(screen.getByRole('button', { name: 'Ghi kết quả vào sổ đang mở' }));
  expect(await screen.findByText(/đã được sửa/)).toBeVisible();
  expect(workbook.written).toHaveLength(0);
  await user.click(screen.getByRole('button', { name: 'Ghi đè các trang đã sửa' }));
  await waitFor(() => expect(workbook.written).toHaveLength(1));
});

test('a batch that is stopped leaves nothing behind', async () => {
  const engine = realEngine();
  const read = engine.read.bind(engine);
  let job: ReadJob | null = null;
  engine.read = (files: readonly InputFile[], events: ReadEvents) => (job = read(files, events));
  open({
    engine,
    sample: async () => [
      sampleInput('SYT.xlsx'),
      { file: 'cham.xlsx', size: 1, bytes: () => new Promise(() => undefined) },
    ],
  });
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Dùng thử với tỉnh mẫu' }));
  await screen.findByText('Sở Y tế');
  await user.click(await screen.findByRole('button', { name: 'Dừng' }));
  await act(async () => {
    expect(await job!.done).toBe('cancelled');
  });
  expect(
    await screen.findByText('Đã dừng. Các tệp của lần thêm này không được giữ lại.', { selector: 'main *' }),
  ).toBeVisible();
  expect(screen.queryByText('SYT.xlsx')).toBeNull();
  expect((await engine.work.run(null)).files).toHaveLength(0);
});

test('a figure of the result shows who contributed, largest first, and gives the focus back', async () => {
  open({ sample: async () => FEW.map(sampleInput) });
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Dùng thử với tỉnh mẫu' }));
  await screen.findByTestId('dry-run');
  await user.click(screen.getByRole('tab', { name: 'Kết quả' }));
  const table = await screen.findByRole('table', { name: /^Phụ lục 2/ });
  const figure = within(table)
    .getAllByRole('button', { name: /, dòng \d+, cột Cấp tỉnh$/ })
    .find((b) => Number(b.textContent) > 1)!;
  await user.click(figure);
  const panel = await screen.findByTestId('trace');
  const values = within(panel)
    .getAllByRole('listitem')
    .map((li) => Number(/(\d+)(?=\D*\.xlsx)/.exec(li.textContent ?? '')?.[1]));
  expect(values.length).toBeGreaterThan(0);
  expect(values.every((v) => v > 0)).toBe(true);
  expect([...values].sort((a, b) => b - a)).toEqual(values);
  expect(within(panel).getByRole('heading', { level: 2 })).toHaveFocus();
  await user.keyboard('{Escape}');
  expect(screen.queryByTestId('trace')).toBeNull();
  expect(figure).toHaveFocus();
});

test('findings are filtered by severity and grouped, with true counts', async () => {
  open({ sample: async () => FEW.map(sampleInput) });
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Dùng thử với tỉnh mẫu' }));
  await screen.findByTestId('dry-run');
  await user.click(screen.getByRole('tab', { name: 'Phát hiện' }));
  const errors = await screen.findByRole('region', { name: 'Lỗi' });
  expect(within(errors).getByText(/“1 \(VP Sở\)” không đọc được thành số/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: /lỗi$/, pressed: true }));
  expect(screen.queryByRole('region', { name: 'Lỗi' })).toBeNull();
  await user.selectOptions(screen.getByLabelText('Nhóm theo'), 'Đơn vị');
  expect(screen.getAllByRole('button', { name: /Sở Y tế|Sở Tư pháp/ }).length).toBeGreaterThan(0);
});

test('the language can be switched and is remembered', async () => {
  const { unmount } = open();
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Thiết lập' }));
  await user.selectOptions(screen.getByLabelText('Ngôn ngữ'), 'English');
  expect(await screen.findByRole('tab', { name: 'Merge' })).toBeVisible();
  expect(document.documentElement.lang).toBe('en');
  unmount();
  open();
  expect(await screen.findByRole('tab', { name: 'Merge' })).toBeVisible();
});

test('a register that is none is told at its field, and the page goes on', async () => {
  open();
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Thiết lập' }));
  await user.upload(
    screen.getByTestId('pick-register'),
    Object.assign(new File(['{}'], 'danh muc.json'), { text: async () => '{"schema":1}' }),
  );
  expect(await screen.findByText(/Danh mục cơ quan không đúng mẫu/)).toBeVisible();
});

test('storage that refuses does not stop the page', async () => {
  const refuse = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new Error('denied');
  });
  open();
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Thiết lập' }));
  await user.selectOptions(screen.getByLabelText('Màu giao diện'), 'Tối');
  expect(screen.getByLabelText('Màu giao diện')).toHaveDisplayValue('Tối');
  refuse.mockRestore();
});

test('outside Excel there is no tab for checking in place; a missing office.js is told once', async () => {
  open({ officeMissing: true });
  expect(screen.queryByRole('tab', { name: 'Kiểm tra' })).toBeNull();
  expect(screen.getByText(/Không tải được office.js/)).toBeVisible();
  await userEvent.setup().click(screen.getByRole('button', { name: 'Đóng' }));
  expect(screen.queryByText(/Không tải được office.js/)).toBeNull();
});
