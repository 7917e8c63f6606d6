/** @jest-environment jsdom */
import './browser-parts';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Grid } from '../../src/core/model/grid';
import { createReader } from '../../src/files/readers/read-workbook';
import { FakeWorkbook } from './fake-workbook';
import { open, sampleBytes } from './page';

const reader = createReader();

async function grids(file: string): Promise<Grid[]> {
  const read = await reader.read({ file, bytes: sampleBytes(file) });
  if (!read.ok) throw new Error(read.message);
  return read.grids;
}

async function opened(file: string): Promise<{ workbook: FakeWorkbook; user: ReturnType<typeof userEvent.setup> }> {
  const workbook = new FakeWorkbook(await grids(file), file);
  open({ workbook });
  return { workbook, user: userEvent.setup() };
}

beforeEach(() => localStorage.clear());

test('the workbook is checked in place; a finding selects its cell', async () => {
  const { workbook, user } = await opened('SYT.xlsx');
  await user.click(screen.getByRole('button', { name: 'Cả sổ' }));
  expect(await screen.findByText(/^Phụ lục 2 · PL2!/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: /“1 \(VP Sở\)”/ }));
  expect(workbook.selected).toEqual([{ sheet: 'PL2', cell: 'D27' }]);
});

test('the active sheet alone can be checked', async () => {
  const { user } = await opened('SYT.xlsx');
  await user.click(screen.getByRole('button', { name: 'Kiểm tra trang này' }));
  const found = await screen.findByRole('region', { name: 'Phụ lục nhận ra' });
  expect(within(found).getAllByRole('listitem')).toHaveLength(1);
});

test('marks are shown and taken away', async () => {
  const { workbook, user } = await opened('SYT.xlsx');
  await user.click(screen.getByRole('button', { name: 'Cả sổ' }));
  await user.click(await screen.findByRole('switch', { name: 'Đánh dấu ô trên trang tính' }));
  await waitFor(() => expect(workbook.marks.map((m) => m.cell)).toContain('D27'));
  await user.click(screen.getByRole('switch', { name: 'Đánh dấu ô trên trang tính' }));
  await waitFor(() => expect(workbook.marks).toHaveLength(0));
});

test('text is made a number only after being told to, and the step can be taken back', async () => {
  const { workbook, user } = await opened('SKHDT.xlsx');
  const before = JSON.stringify(workbook.grids);
  await user.click(screen.getByRole('button', { name: 'Cả sổ' }));
  const group = await screen.findByRole('group', { name: 'Số đang lưu dạng chữ' });
  await user.click(within(group).getByRole('button', { name: /^Sửa cả \d+ ô$/ }));
  expect(JSON.stringify(workbook.grids)).toBe(before);
  await user.click(within(group).getByRole('button', { name: 'Không sửa' }));
  expect(JSON.stringify(workbook.grids)).toBe(before);
  await user.click(within(group).getByRole('button', { name: /^Sửa cả \d+ ô$/ }));
  await user.click(within(group).getByRole('button', { name: 'Sửa' }));
  expect(await screen.findByText(/^Đã sửa \d+ ô\.$/)).toBeVisible();
  await waitFor(() => expect(screen.queryByRole('group', { name: 'Số đang lưu dạng chữ' })).toBeNull());
  await user.click(screen.getByRole('button', { name: 'Hoàn tác: Đổi chữ thành số' }));
  await waitFor(() => expect(JSON.stringify(workbook.grids)).toBe(before));
  expect(await screen.findByRole('group', { name: 'Số đang lưu dạng chữ' })).toBeVisible();
});

test('findings follow edits once typing rests', async () => {
  const { workbook, user } = await opened('SYT.xlsx');
  await user.click(screen.getByRole('button', { name: 'Cả sổ' }));
  await screen.findByRole('button', { name: /“1 \(VP Sở\)”/ });
  const cell = workbook.grids.find((g) => g.sheet === 'PL2')!.cells.find((c) => c.row === 26 && c.col === 3)!;
  Object.assign(cell, { kind: 'number', value: 1, text: '1' });
  const reads = workbook.reads;
  act(() => {
    for (let i = 0; i < 5; i++) workbook.personEdits('PL2');
  });
  await waitFor(() => expect(screen.queryByRole('button', { name: /“1 \(VP Sở\)”/ })).toBeNull());
  expect(workbook.reads).toBe(reads + 1);
});

test('what Excel refuses is told in its words', async () => {
  const { workbook, user } = await opened('SYT.xlsx');
  workbook.failNext = { ok: false, kind: 'cell-edit', message: 'Excel đang ở chế độ sửa ô. Nhấn Enter rồi thử lại.' };
  await user.click(screen.getByRole('button', { name: 'Kiểm tra trang này' }));
  expect(await screen.findByText(/Nhấn Enter rồi thử lại/)).toBeVisible();
});

test('a workbook without an appendix says so', async () => {
  const workbook = new FakeWorkbook([
    { sheet: 'Trang 1', index: 0, visibility: 'visible', cells: [], merges: [], hiddenRows: [], hiddenCols: [] },
  ]);
  open({ workbook });
  await userEvent.setup().click(screen.getByRole('button', { name: 'Kiểm tra trang này' }));
  expect(await screen.findByText('Không thấy phụ lục nào')).toBeVisible();
});
