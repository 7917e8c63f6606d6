import { templateById } from '../../core/templates/registry';
import { vietnamTime } from '../../core/text/vietnam-time';
import { traceView } from '../../app/results/trace-view';
import { run } from '../run';
import { command } from '../table/command';
import { DONE, nothing } from '../table/outcome';
import { CASE_RUN_OPTIONS, PATHS, runRequest } from '../table/shared-options';
import { figureTrouble, readFigure } from './read-figure';

/** Prints where a figure of the province is from, the largest part first. */
export const trace = command({
  name: 'trace',
  summary: 'Một số liệu toàn tỉnh được cộng từ đâu. Mã thoát 3 nếu không có số liệu đó.',
  words: [PATHS],
  options: {
    figure: {
      kind: 'text',
      value: 'BIEU/DONG/COT',
      help: 'số liệu cần xem, ví dụ phu-luc-2/26/district',
      required: true,
      check: figureTrouble,
    },
    ...CASE_RUN_OPTIONS,
  },
  async run({ words, options }, deps) {
    const done = await run(runRequest(words, options), deps);
    if (!done.ok) return done;
    const figure = readFigure(options.figure);
    const template = figure && templateById(figure.template);
    const shown = figure && template ? traceView(done.result.consolidation, template, figure) : null;
    if (!shown) return nothing('Không có số liệu này trong kết quả.');
    traceLines(shown).forEach(deps.say);
    return DONE;
  },
});

function traceLines(trace: NonNullable<ReturnType<typeof traceView>>): string[] {
  const { adjustment, withLeftOut, remark } = trace;
  return [
    `${trace.short}, dòng ${trace.number || trace.label}, cột ${trace.columnLabel}: ` +
      `${trace.value === '' ? 'để trống' : trace.value}`,
    `  ${trace.label}`,
    ...(adjustment
      ? [
          `  Đã điều chỉnh; từ các đơn vị: ${adjustment.sum || 'để trống'}. ${adjustment.reason} ` +
            `(${adjustment.by}, ${vietnamTime(adjustment.at)})`,
        ]
      : []),
    ...(withLeftOut !== undefined ? [`  Nếu không loại trừ bài nộp trùng: ${withLeftOut}`] : []),
    ...(remark ? [`  ${remark}`] : []),
    ...trace.contributions.map((c) => {
      const repair = c.repairs[0] ? ` (đọc từ “${c.repairs[0].before}”)` : '';
      return `  ${c.value.padStart(9)}  ${c.agencyName} – ${c.file}, ${c.sheet}!${c.cell}${repair}`;
    }),
    ...trace.leftOut.map((l) => `  để lại     ${l.agency} – ${l.file}, ${l.sheet}!${l.cell} “${l.text}”: ${l.reason}`),
  ];
}
