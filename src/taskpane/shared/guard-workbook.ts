import type { HostFailure, OpenWorkbook } from '../../app/ports';
import { textOf } from './failures';

/**
 * The open workbook with one shape of failure: a call that throws answers with a failure in the words of `wordsOf`, so
 * that every screen tells of it. Listeners pass as they are.
 */
export function guardWorkbook(workbook: OpenWorkbook, wordsOf: (detail: string) => string): OpenWorkbook {
  const failed = (error: unknown): HostFailure => {
    console.error(error);
    return { ok: false, kind: 'other', message: wordsOf(textOf(error)) };
  };
  return {
    read: (scope) => workbook.read(scope).catch(failed),
    select: (place) => workbook.select(place).catch(failed),
    highlight: (marks) => workbook.highlight(marks).catch(failed),
    clearHighlights: () => workbook.clearHighlights().catch(failed),
    write: (plan, title, options) => workbook.write(plan, title, options).catch(failed),
    repair: (repairs, title) => workbook.repair(repairs, title).catch(failed),
    steps: () => workbook.steps().catch(failed),
    undo: (options) => workbook.undo(options).catch(failed),
    onSelect: (listener) => workbook.onSelect(listener),
    onEdit: (listener) => workbook.onEdit(listener),
    onNotice: (listener) => workbook.onNotice?.(listener) ?? (() => undefined),
    stepStorage: () => workbook.stepStorage().catch(failed),
    clearSteps: () => workbook.clearSteps().catch(failed),
    loadSources: (write) => workbook.loadSources(write).catch(failed),
    saveSources: (write, text) => workbook.saveSources(write, text).catch(failed),
    load: (key) => workbook.load(key).catch(failed),
    save: (key, value) => workbook.save(key, value).catch(failed),
  };
}
