import type { HostResult, OpenWorkbook } from '../app/ports';
import { refuse, toFailure } from './failure';
import { clearHighlights, highlight } from './highlight';
import { loadValue, placeOf, saveValue } from './keep-value';
import { readWorkbook } from './read/read-workbook';
import { onNotice } from './book/notices';
import { oneAtATime } from './one-at-a-time';
import { runExcel } from './run-excel';
import { applyRepairs } from './steps/apply-repairs';
import { clearSteps, stepStorage } from './steps/clear-steps';
import { listSteps, undoStep } from './steps/undo';
import { onEdit, onSelect } from './watch';
import { writePlan } from './write/write-plan';

/** The workbook open in the Excel around us. What writes waits for what was begun before. */
export function createOpenWorkbook(): OpenWorkbook {
  const waitTurn = oneAtATime();
  const inTurn = <T>(work: () => Promise<HostResult<T>>): Promise<HostResult<T>> =>
    waitTurn(work).catch((error: unknown) => toFailure(error, 'read'));
  return {
    read: (scope) => inTurn(() => runExcel('read', (session) => readWorkbook(session, scope))),
    select: ({ sheet, cell }) =>
      runExcel('read', async ({ context, sync }) => {
        const found = context.workbook.worksheets.getItemOrNullObject(sheet);
        found.load('visibility');
        await sync();
        if (found.isNullObject) refuse('not-found', `Không thấy trang "${sheet}"; có thể đã bị xóa hoặc đổi tên.`);
        if (found.visibility !== 'Visible')
          refuse(
            'not-found',
            `Trang "${sheet}" đang bị ẩn. Bấm chuột phải vào tên một trang, chọn Bỏ ẩn (Unhide) rồi thực hiện lại.`,
          );
        found.activate();
        found.getRange(cell).select();
        await sync();
      }),
    highlight: (marks) => inTurn(() => highlight(marks)),
    clearHighlights: () => inTurn(() => clearHighlights()),
    write: (plan, title, options = {}) => inTurn(() => writePlan(plan, title, options)),
    repair: (repairs, title) => inTurn(() => applyRepairs(repairs, title)),
    steps: () => inTurn(() => runExcel('read', listSteps)),
    undo: (options = {}) => inTurn(() => undoStep(options.overwriteEdited === true)),
    onSelect,
    onEdit,
    onNotice,
    stepStorage: () => inTurn(() => runExcel('read', stepStorage)),
    clearSteps: () => inTurn(() => runExcel('write-sheets', clearSteps)),
    loadSources: (write) => runExcel('read', (session) => loadValue(session, placeOf.sources(write))),
    saveSources: (write, text) =>
      inTurn(() => runExcel('write-sheets', (session) => saveValue(session, placeOf.sources(write), text))),
    load: (key) => runExcel('read', (session) => loadValue(session, placeOf.value(key))),
    save: (key, value) =>
      inTurn(() => runExcel('write-sheets', (session) => saveValue(session, placeOf.value(key), value))),
  };
}
