/** @jest-environment jsdom */
import './browser-parts';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeWorkbook } from './fake-workbook';
import { open, sampleInput } from './page';

beforeEach(() => localStorage.clear());

const FIGURE = {
  sheet: 'Phụ lục 2',
  cell: 'C9',
  figure: { template: 'phu-luc-2', row: '1', column: 'total', write: 'w1' },
};

test('sources stay with the workbook: opened again, a selected figure still tells them', async () => {
  const workbook = new FakeWorkbook([]);
  const first = open({ workbook, sample: async () => ['SYT.xlsx', 'TNMT.xlsx'].map(sampleInput) });
  const user = userEvent.setup();
  await user.click(screen.getByRole('tab', { name: 'Tổng hợp' }));
  await user.click(screen.getByRole('button', { name: 'Dùng thử với tỉnh mẫu' }));
  await screen.findByTestId('dry-run');
  await user.click(screen.getByRole('button', { name: 'Ghi kết quả vào sổ đang mở' }));
  await screen.findByText(/^Đã ghi/);
  first.unmount();

  open({ workbook });
  expect(await workbook.loadSources('w1')).toMatchObject({
    ok: true,
    value: expect.stringContaining('SYT.xlsx') as string,
  });
  await waitFor(() => {
    act(() => workbook.personSelects(FIGURE));
    expect(screen.getByTestId('trace')).toBeVisible();
  });
  expect(within(screen.getByTestId('trace')).getByText(/^SYT\.xlsx · PL2!/)).toBeVisible();
});

test(
  'after a second writing was taken back, a figure of the first is led home by what the first was made of; one ' +
    'without sources by nothing',
  async () => {
    const workbook = new FakeWorkbook([]);
    open({ workbook, sample: async () => ['SYT.xlsx', 'TNMT.xlsx'].map(sampleInput) });
    const user = userEvent.setup();
    await user.click(screen.getByRole('tab', { name: 'Tổng hợp' }));
    await user.click(screen.getByRole('button', { name: 'Dùng thử với tỉnh mẫu' }));
    await screen.findByTestId('dry-run');
    await user.click(screen.getByRole('button', { name: 'Ghi kết quả vào sổ đang mở' }));
    await screen.findByText(/^Đã ghi/);
    await user.click(screen.getByRole('button', { name: 'Bỏ tệp SYT.xlsx' }));
    await waitFor(() => expect(screen.getByTestId('dry-run')).toHaveTextContent(/^1 tệp/));
    await user.click(screen.getByRole('button', { name: 'Ghi kết quả vào sổ đang mở' }));
    await waitFor(() => expect(workbook.written).toHaveLength(2));
    const sourcesOf = async (write: string): Promise<string> => {
      act(() => workbook.personSelects({ ...FIGURE, figure: { ...FIGURE.figure, write } }));
      await act(async () => {
        await new Promise((done) => {
          setTimeout(done, 300);
        });
      });
      return screen.queryByTestId('trace')?.textContent ?? '';
    };
    await waitFor(async () => expect((await workbook.loadSources('w2')).ok).toBe(true));
    expect(await sourcesOf('w2')).not.toContain('SYT.xlsx');
    expect(await sourcesOf('w1')).toContain('SYT.xlsx');
    expect(await sourcesOf('other')).toBe('');
  },
);

test('a selection elsewhere, or while findings are being looked at, leaves the pane where it is', async () => {
  const workbook = new FakeWorkbook([
    { sheet: 'Trang 1', index: 0, visibility: 'visible', cells: [], merges: [], hiddenRows: [], hiddenCols: [] },
  ]);
  open({ workbook });
  const user = userEvent.setup();
  act(() => workbook.personSelects({ sheet: 'Trang 1', cell: 'A1', figure: null }));
  expect(screen.getByRole('tab', { name: 'Kiểm tra' })).toHaveAttribute('aria-selected', 'true');
  await user.click(screen.getByRole('button', { name: 'Cả sổ' }));
  await screen.findByText('Không thấy phụ lục nào');
  act(() => workbook.personSelects(FIGURE));
  expect(screen.getByRole('tab', { name: 'Kiểm tra' })).toHaveAttribute('aria-selected', 'true');
});

test('an empty form is put into the workbook as a step', async () => {
  const workbook = new FakeWorkbook([]);
  open({ workbook });
  const user = userEvent.setup();
  await user.selectOptions(await screen.findByLabelText('Biểu mẫu'), 'phu-luc-3');
  await user.click(screen.getByRole('button', { name: 'Chèn' }));
  expect(await screen.findByText('Đã thêm trang “Mẫu Phụ lục 3”.')).toBeVisible();
  expect(workbook.written[0]!.sheets.map((s) => s.name)).toEqual(['Mẫu Phụ lục 3']);
  expect(await screen.findByRole('button', { name: 'Hoàn tác: Chèn biểu mẫu trống' })).toBeVisible();
});
