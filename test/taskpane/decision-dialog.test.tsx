/** @jest-environment jsdom */
import './browser-parts';
import '@testing-library/jest-dom';
import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Engine } from '../../src/app/calls/engine-calls';
import type { SenderView } from '../../src/app/agencies/sender-views';
import DecisionDialog from '../../src/taskpane/case/decision-dialog';
import type { CaseWork, Question } from '../../src/taskpane/case/use-case';
import { FailuresProvider } from '../../src/taskpane/shared/failures';

const agency = (code: string, name: string, current = true): SenderView => ({
  code,
  name,
  level: 'commune',
  current,
  from: current ? '2025-07-01' : null,
  to: current ? null : '2025-06-30',
});
const AGENCIES = [
  agency('A', 'UBND phường Nha Trang'),
  agency('B', 'UBND xã Cam Lâm'),
  agency('C', 'UBND thành phố Nha Trang', false),
];

function show(
  question: Question,
  refuse: string | null = null,
): { decide: jest.Mock; remember: jest.Mock; dismiss: jest.Mock } {
  const [decide, remember, dismiss] = [jest.fn(async () => refuse), jest.fn(async () => undefined), jest.fn()];
  const engine = { review: { senders: async () => AGENCIES } } as unknown as Engine;
  render(
    <FluentProvider theme={webLightTheme}>
      <FailuresProvider>
        <DecisionDialog
          engine={engine}
          question={question}
          cases={{ officer: 'Trần An', decide, dismiss } as unknown as CaseWork}
          senders={{ text: '', remember, take: jest.fn(), clear: jest.fn() }}
        />
      </FailuresProvider>
    </FluentProvider>,
  );
  return { decide, remember, dismiss };
}

const SENDER: Question = { kind: 'confirm-agency', file: 'a.xlsx', about: 'a.xlsx', candidates: ['UBND xã Cam Lâm'] };

test('senders of the period are offered, the likeliest first; former ones when asked for, with the day they ended', async () => {
  show(SENDER);
  const user = userEvent.setup();
  await screen.findByRole('checkbox', { name: /đã sắp xếp lại/ });
  await user.click(screen.getByRole('combobox'));
  expect((await screen.findAllByRole('option')).map((o) => o.textContent)).toEqual([
    'UBND xã Cam Lâm (gần đúng nhất)',
    'UBND phường Nha Trang',
  ]);
  await user.click(screen.getByRole('checkbox', { name: /đã sắp xếp lại/ }));
  await user.click(screen.getByRole('combobox'));
  await user.type(screen.getByRole('combobox'), 'nha trang');
  expect((await screen.findAllByRole('option')).map((o) => o.textContent)).toEqual([
    'UBND phường Nha Trang',
    'UBND thành phố Nha Trang (đến 30/06/2025)',
  ]);
});

test.each([
  [true, 1],
  [false, 0],
])(
  'the confirmed sender is remembered where that is wanted (%s), and only once the decision stands',
  async (wanted, times) => {
    const { decide, remember, dismiss } = show(SENDER);
    const user = userEvent.setup();
    await user.click(screen.getByRole('combobox'));
    await user.click(await screen.findByRole('option', { name: 'UBND phường Nha Trang' }));
    if (!wanted) await user.click(screen.getByRole('checkbox', { name: 'Ghi nhớ cho các lần sau' }));
    await user.click(screen.getByRole('button', { name: 'Xác nhận' }));
    await waitFor(() => expect(dismiss).toHaveBeenCalled());
    expect(decide).toHaveBeenCalledWith(
      [{ kind: 'confirm-agency', file: 'a.xlsx', agency: 'A' }],
      'Trần An',
      expect.any(String),
    );
    expect(remember).toHaveBeenCalledTimes(times);
  },
);

test('a screen asks with its own words; what the engine refuses stays in sight', async () => {
  const { decide, dismiss } = show(
    {
      kind: 'review',
      title: 'Tắt quy tắc',
      answer: 'Tắt',
      about: 'Tổng số khác',
      requests: [{ kind: 'rule-off', rule: 'sum-levels' }],
    },
    'Không tắt được.',
  );
  const user = userEvent.setup();
  expect(screen.getByRole('heading', { name: 'Tắt quy tắc' })).toBeVisible();
  expect(screen.getByRole('button', { name: 'Tắt' })).toBeDisabled();
  await user.type(screen.getByLabelText(/^Lý do/), 'Không yêu cầu');
  await user.click(screen.getByRole('button', { name: 'Tắt' }));
  expect(await screen.findByText('Không tắt được.')).toBeVisible();
  expect(decide).toHaveBeenCalledWith([{ kind: 'rule-off', rule: 'sum-levels' }], 'Trần An', 'Không yêu cầu');
  expect(dismiss).not.toHaveBeenCalled();
});
