/** @jest-environment jsdom */
import './browser-parts';
// The page loads these when they are first needed; here they are at hand, however slow the machine is.
import '../../src/taskpane/case/decision-dialog';
import '../../src/taskpane/board/board-screen';
import '../../src/taskpane/review/review-panel';
import '../../src/taskpane/review/review-links';
import '../../src/taskpane/returns/returns-screen';
import '../../src/taskpane/signing/sign-screen';
import '../../src/taskpane/findings/findings-screen';
import '../../src/taskpane/results/results-screen';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { Engine } from '../../src/app/calls/engine-calls';
import type { HostFailure, OpenWorkbook } from '../../src/app/ports';
import type { EngineClient } from '../../src/worker/engine-client';
import { FakeWorkbook } from './fake-workbook';
import { open, realEngine, sampleInput } from './page';

beforeEach(() => {
  localStorage.clear();
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => jest.restoreAllMocks());

const DETAIL = 'hỏng giữa chừng';

/** An engine of which single calls can be made to throw, by "run" or "review.rules". */
function breaking(): { engine: Engine; broken: Set<string> } {
  const broken = new Set<string>();
  const over = (of: object, prefix: string): object =>
    new Proxy(of, {
      get(target, name) {
        const path = `${prefix}${String(name)}`;
        const value: unknown = Reflect.get(target, name);
        if (['review', 'delivery', 'work', 'cases', 'results'].includes(path)) return over(value as object, `${path}.`);
        if (typeof value !== 'function') return value;
        return (...args: unknown[]) => {
          if (broken.has(path)) {
            const failed = Promise.reject(new Error(DETAIL));
            return path === 'read' ? { done: failed, cancel: () => undefined } : failed;
          }
          return (value as (...a: unknown[]) => unknown).apply(target, args);
        };
      },
    });
  const real: EngineClient = realEngine();
  return { engine: over(real, '') as Engine, broken };
}

const press = (name: string | RegExp): void => {
  const found = screen.getAllByRole('button', { name, hidden: true });
  fireEvent.click(found[0]!);
};
const tab = (name: string): void => {
  fireEvent.click(screen.getByRole('tab', { name, hidden: true }));
};
const told = (): Promise<HTMLElement> => screen.findByText((text) => text.includes(DETAIL), { ignore: 'script' });

async function ready(files = ['SYT.xlsx'], workbook: OpenWorkbook | null = null): Promise<Set<string>> {
  const { engine, broken } = breaking();
  open({ engine, workbook, sample: async () => files.map(sampleInput) });
  if (workbook) tab('Tổng hợp');
  press('Dùng thử với tỉnh mẫu');
  await screen.findByTestId('dry-run');
  return broken;
}

describe('an engine call that throws is told, and what is shown can be used again', () => {
  test.each(['work.settle', 'work.facts', 'work.run', 'unpack', 'read'])(
    '%s: no result is shown, trying again gives it',
    async (name) => {
      const { engine, broken } = breaking();
      if (name !== 'work.settle' && name !== 'work.facts') {
        open({ engine, sample: async () => [sampleInput('SYT.xlsx')] });
        broken.add(name);
        press('Dùng thử với tỉnh mẫu');
      } else {
        broken.add(name);
        open({ engine, sample: async () => [sampleInput('SYT.xlsx')] });
      }
      expect(await told()).toBeVisible();
      expect(screen.queryByTestId('dry-run')).toBeNull();
      broken.clear();
      press('Thử lại');
      if (name === 'work.settle' || name === 'work.facts') {
        await waitFor(() => expect(screen.queryByText('Chưa tổng hợp được')).toBeNull());
        press('Dùng thử với tỉnh mẫu');
      }
      expect(await screen.findByTestId('dry-run')).toBeVisible();
      expect(screen.queryByText('Chưa tổng hợp được')).toBeNull();
    },
  );

  test('decide: the dialog says that nothing was written, and is not told as done', async () => {
    const broken = await ready(['TNMT.xlsx']);
    broken.add('cases.decide');
    tab('Phát hiện');
    await screen.findAllByRole('button', { name: /^Chấp nhận: /, hidden: true });
    await act(async () => press(/^Chấp nhận: /));
    const dialog = await screen.findByRole('dialog');
    fireEvent.change(within(dialog).getByLabelText(/^Người quyết định/), { target: { value: 'Trần Văn An' } });
    fireEvent.change(within(dialog).getByLabelText(/^Lý do/), { target: { value: 'Đã hỏi lại' } });
    const answer = within(dialog).getByRole('button', { name: 'Chấp nhận', hidden: true });
    fireEvent.click(answer);
    expect(await within(dialog).findByText(/^Chưa ghi được quyết định.*hỏng giữa chừng/)).toBeInTheDocument();
    expect(screen.getByTestId('spoken')).not.toHaveTextContent('Đã ghi');
    expect(answer).toBeEnabled();
    // Written, but not consolidated anew: told as just that.
    broken.clear();
    broken.add('work.run');
    fireEvent.click(answer);
    expect(await screen.findByText('Chưa tổng hợp được')).toBeInTheDocument();
    expect(screen.getByTestId('spoken')).toHaveTextContent('Đã ghi vào nhật ký nhưng chưa tổng hợp lại được.');
  });

  test('openCase and saveCase: not told as opened or saved', async () => {
    const broken = await ready();
    broken.add('cases.open');
    broken.add('cases.save');
    press('Thiết lập');
    const text = '{"schema":2,"period":null,"files":[],"journal":[]}';
    fireEvent.change(screen.getByTestId('pick-case'), {
      target: { files: [Object.assign(new File([text], 'ho so.json'), { text: async () => text })] },
    });
    expect(await screen.findByText(/^Chưa mở được hồ sơ.*hỏng giữa chừng/)).toBeVisible();
    expect(screen.queryByText(/^Đã mở hồ sơ/)).toBeNull();
    press('Lưu hồ sơ');
    expect(await screen.findByText(/^Chưa có tệp hồ sơ nào được lưu/)).toBeVisible();
    expect(screen.queryByText(/^Đã lưu hồ sơ/)).toBeNull();
    expect(screen.getByRole('button', { name: 'Lưu hồ sơ' })).toBeEnabled();
  });

  test.each<[string, () => void | Promise<void>]>([
    ['results.workbook', () => press(/^Tải sổ kết quả/)],
    ['results.report', () => press(/^Tải báo cáo/)],
    ['results.table', () => tab('Kết quả')],
    ['cases.board', () => tab('Tình hình nộp')],
    ['review.rules', () => (tab('Phát hiện'), act(async () => press('Quy tắc kiểm tra')))],
    ['review.compare', () => act(async () => press(/^So với kỳ trước/))],
    ['delivery.notices', () => (tab('Phát hiện'), act(async () => press(/^Trả lại/)))],
    ['delivery.signStart', () => (tab('Kết quả'), act(async () => press(/trình ký/)))],
  ])('%s', async (name, begin) => {
    const broken = await ready();
    broken.add(name);
    await begin();
    expect(await told()).toBeVisible();
    broken.clear();
    const again = screen.queryAllByRole('button', { name: 'Thử lại' });
    if (again.length > 0) {
      fireEvent.click(again[0]!);
      await waitFor(() => expect(screen.queryByText((t) => t.includes(DETAIL))).toBeNull());
    } else expect(screen.getByRole('button', { name: /^Tải sổ kết quả/ })).toBeEnabled();
  });

  test('trace: the sources are not shown, and that is told', async () => {
    const broken = await ready();
    tab('Kết quả');
    const table = await screen.findByRole('table', { name: /^Phụ lục 2/ });
    broken.add('results.trace');
    fireEvent.click(within(table).getAllByRole('button', { name: /, dòng 1, cột/ })[0]!);
    expect(await told()).toBeVisible();
    expect(screen.queryByTestId('trace')).toBeNull();
  });

  test('check and blank: both buttons can be pressed again', async () => {
    const { engine, broken } = breaking();
    open({ engine, workbook: new FakeWorkbook([]) });
    broken.add('work.check');
    press('Cả sổ');
    expect(await told()).toBeVisible();
    expect(screen.getByRole('button', { name: 'Cả sổ' })).toBeEnabled();
    expect(screen.getByRole('button', { name: 'Kiểm tra trang này' })).toBeEnabled();
    broken.clear();
    broken.add('work.blank');
    press('Cả sổ');
    await screen.findByText('Không thấy phụ lục nào');
    await act(async () => press('Chèn'));
    expect(await screen.findByText(/^Chưa chèn được biểu mẫu.*hỏng giữa chừng/)).toBeVisible();
  });

  test.each(['plan', 'results.evidence', 'cases.save'])(
    '%s while the result is written into the workbook',
    async (name) => {
      const workbook = new FakeWorkbook([]);
      const broken = await ready(['SYT.xlsx'], workbook);
      broken.add(name);
      press('Ghi kết quả vào sổ đang mở');
      expect(
        await screen.findByText(name === 'cases.save' ? /hồ sơ chưa lưu được cùng sổ/ : /hỏng giữa chừng/),
      ).toBeVisible();
      // What was written is told as written, and only that.
      expect(workbook.written).toHaveLength(name === 'plan' ? 0 : 1);
      expect(screen.queryAllByText(/^Đã ghi \d+ trang/)).toHaveLength(name === 'plan' ? 0 : 1);
      expect(screen.getByRole('button', { name: 'Ghi kết quả vào sổ đang mở' })).toBeEnabled();
    },
  );
});

describe('a call of the open workbook that throws is told, and what is shown can be used again', () => {
  const CALLS = [
    'read',
    'steps',
    'load',
    'highlight',
    'clearHighlights',
    'undo',
    'write',
    'saveSources',
    'save',
  ] as const;

  test.each(CALLS)('%s', async (name) => {
    const workbook = new FakeWorkbook([]);
    await workbook.write({ title: 'x', styles: {} as never, sheets: [] }, 'Bước trước');
    const breakIt = (): void => {
      workbook[name] = (() => Promise.reject(new Error(DETAIL))) as never;
    };
    const atStart = name === 'steps' || name === 'load';
    if (atStart) breakIt();
    open({ workbook, sample: async () => [sampleInput('SYT.xlsx')] });
    if (!atStart) await screen.findByRole('button', { name: 'Hoàn tác: Bước trước' });
    if (name === 'read') {
      breakIt();
      press('Cả sổ');
    } else if (name === 'undo') {
      breakIt();
      press('Hoàn tác: Bước trước');
    } else if (name === 'highlight' || name === 'clearHighlights') {
      press('Cả sổ');
      const mark = await screen.findByRole('switch', { name: 'Đánh dấu ô trên trang tính' });
      if (name === 'clearHighlights') await act(async () => fireEvent.click(mark));
      breakIt();
      await act(async () => fireEvent.click(mark));
      // The switch stands where the workbook is.
      if (name === 'highlight') expect(mark).not.toBeChecked();
      else expect(mark).toBeChecked();
    } else if (!atStart) {
      tab('Tổng hợp');
      press('Dùng thử với tỉnh mẫu');
      await screen.findByTestId('dry-run');
      breakIt();
      press('Ghi kết quả vào sổ đang mở');
    }
    expect(await told()).toBeVisible();
    for (const b of screen.queryAllByRole('button', { name: /^(Cả sổ|Kiểm tra trang này|Ghi kết quả)/ }))
      expect(b).toBeEnabled();
    if (name === 'write') expect(screen.queryByText(/^Đã ghi \d+ trang/)).toBeNull();
    if (name === 'undo') expect(screen.queryByText(/^Đã hoàn tác/)).toBeNull();
  });

  test('edits after a step: it is undone all the same only when the person agrees', async () => {
    const workbook = new FakeWorkbook([]);
    await workbook.write({ title: 'x', styles: {} as never, sheets: [] }, 'Bước trước');
    const undo = workbook.undo.bind(workbook);
    const refused: HostFailure = { ok: false, kind: 'changed-since', message: 'Đã có sửa đổi sau bước.' };
    workbook.undo = async (options?: { overwriteEdited?: boolean }) => (options?.overwriteEdited ? undo() : refused);
    open({ workbook });
    fireEvent.click(await screen.findByRole('button', { name: 'Hoàn tác: Bước trước' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Vẫn hoàn tác' }));
    expect(await screen.findByText('Đã hoàn tác: Bước trước')).toBeVisible();
  });
});
