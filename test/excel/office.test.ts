/** @jest-environment jsdom */
import { registerCommands, COMMANDS } from '../../src/commands/register-commands';
import { createOpenWorkbook } from '../../src/excel/create-open-workbook';
import { checkFloor, supports } from '../../src/excel/requirements';
import { officeRibbon } from '../../src/excel/ribbon';
import { keepHistory, startOffice } from '../../src/excel/start-office';
import { themeOf } from '../../src/excel/theme';
import { watchTheme } from '../../src/excel/watch-theme';
import { bootOffice, type OfficeBooted } from '../host/boot-jsdom';
import { samplePlan } from './sample-plan';

let office: OfficeBooted;
let restore: () => void;
beforeAll(async () => {
  expect(await startOffice()).toMatchObject({ host: 'browser', tooOld: null });
  restore = keepHistory();
  office = await bootOffice();
  // office.js listens for ribbon commands a moment after it is ready.
  await new Promise((done) => {
    setTimeout(done, 200);
  });
});

test('inside Excel the page knows where it is, and the history of the page works again', async () => {
  expect(await startOffice()).toEqual({ host: 'excel', theme: 'light', platform: 'PC', locale: 'vi-VN', tooOld: null });
  restore();
  expect(typeof history.pushState).toBe('function');
  expect(typeof history.replaceState).toBe('function');
});

test('the floor is Excel 2021; an older one is told so in words', () => {
  expect(supports('ExcelApi', '1.14')).toBe(true);
  expect(supports('ExcelApi', '1.18')).toBe(false);
  expect(checkFloor()).toBeNull();
  expect(checkFloor((set, version) => set === 'ExcelApi' && Number(version.split('.')[1]) <= 12)).toMatchObject({
    ok: false,
    kind: 'unsupported',
    message: expect.stringContaining('Excel 2021'),
  });
});

test.each([
  [undefined, 'light'],
  [{ bodyBackgroundColor: '#FFFFFF', bodyForegroundColor: '#262626' }, 'light'],
  [{ bodyBackgroundColor: '#262626', bodyForegroundColor: '#D4D4D4' }, 'dark'],
  [{ bodyBackgroundColor: '#000000', bodyForegroundColor: '#FFFFFF' }, 'contrast'],
  [{ bodyBackgroundColor: '#F0F0F0', isDarkTheme: true }, 'dark'],
])('theme of %j is %s', (theme, name) => {
  expect(themeOf(theme as Partial<Office.OfficeTheme> | undefined)).toBe(name);
});

test('a theme chosen while the pane is open is followed when the person comes back to it, and no longer once stopped', () => {
  jest.useFakeTimers();
  const seen: string[] = [];
  const stop = watchTheme((theme) => seen.push(theme));
  office.host.user.chooseTheme('dark');
  // office.js answers from what it knows for 5 seconds; the second look is after that.
  window.dispatchEvent(new Event('focus'));
  jest.advanceTimersByTime(7_000);
  expect(seen).toEqual(['dark']);
  office.host.user.chooseTheme('contrast');
  jest.advanceTimersByTime(60_000);
  expect(seen).toEqual(['dark']);
  document.documentElement.dispatchEvent(new Event('pointerenter'));
  expect(seen).toEqual(['dark', 'contrast']);
  stop();
  office.host.user.chooseTheme('light');
  jest.advanceTimersByTime(60_000);
  window.dispatchEvent(new Event('focus'));
  jest.advanceTimersByTime(60_000);
  expect(seen).toEqual(['dark', 'contrast']);
  jest.useRealTimers();
});

test('ribbon buttons show the pane and forward to what the pane installed; one pressed too early is carried out later', async () => {
  const errors: unknown[] = [];
  const registry = registerCommands(officeRibbon(), (name, error) => errors.push([name, error]));
  const seen: string[] = [];
  const shown = jest.spyOn(Office.addin, 'showAsTaskpane');
  await office.host.invokeCommand('consolidate');
  expect(seen).toEqual([]);
  expect(shown).toHaveBeenCalledTimes(1);
  for (const name of COMMANDS)
    registry.install(name, () => {
      seen.push(name);
    });
  await Promise.resolve();
  expect(seen).toEqual(['consolidate']);
  for (const name of COMMANDS) await office.host.invokeCommand(name);
  expect(seen).toEqual(['consolidate', ...COMMANDS]);
  const stop = registry.install('undoStep', () => {
    throw new Error('hỏng');
  });
  await office.host.invokeCommand('undoStep');
  expect(errors).toEqual([['undoStep', new Error('hỏng')]]);
  stop();
});

test('the whole stack writes and takes back through office.js; numbers of the transport are understood', async () => {
  office.host.reset();
  const before = office.host.snapshot();
  const book = createOpenWorkbook();
  expect(await book.write(samplePlan(), 'Tổng hợp')).toMatchObject({ ok: true });
  for (const [transport, kind] of [
    [5004, 'cell-edit'],
    [5012, 'session-lost'],
    [5103, 'too-large'],
    [5104, 'too-large'],
    [7000, 'protected-sheet'],
    [5016, 'cell-edit'],
    [5102, 'other'],
  ] as const) {
    office.host.failures.failNext({ error: { transport } });
    expect(await book.read('workbook')).toMatchObject({ ok: false, kind });
  }
  expect(await book.undo()).toMatchObject({ ok: true });
  expect(office.host.snapshot()).toEqual(before);
  expect(office.host.bugs).toEqual([]);
});
