import { stat } from 'node:fs/promises';
import path from 'node:path';
import { planCase } from '../../app/case/case-plan';
import { makeReport } from '../../app/results/make-report';
import { summaryLines } from '../print-summary';
import { run } from '../run';
import { command } from '../table/command';
import { DONE, nothing } from '../table/outcome';
import { CASE_RUN_OPTIONS, isoDay, PATHS, runRequest } from '../table/shared-options';
import { writeWhole } from '../write-file';

/** Writes the province's result. */
export const consolidate = command({
  name: 'consolidate',
  summary:
    'Tổng hợp toàn tỉnh thành sổ kết quả. Mã thoát 3, không ghi gì, nếu đối soát không khớp hoặc không có gì để ' +
    'tổng hợp.',
  words: [PATHS],
  options: {
    out: {
      kind: 'text',
      value: 'KETQUA.xlsx',
      help: 'sổ kết quả',
      required: true,
      file: 'written',
      check: (text) => (/\.xlsx$/i.test(text) ? null : 'Tên tệp kết quả (--out) phải có đuôi .xlsx.'),
    },
    json: { kind: 'text', value: 'BAOCAO.json', help: 'ghi thêm báo cáo ra tệp', file: 'written' },
    ...CASE_RUN_OPTIONS,
    today: { kind: 'text', value: '2020-12-16', help: 'ngày để tính hạn gửi', check: isoDay('today') },
  },
  async run({ words, options }, deps) {
    const done = await run(runRequest(words, options), deps);
    if (!done.ok) return done;
    const { result } = done;
    summaryLines(result).forEach(deps.say);
    if (options.json) await writeWhole(options.json, `${JSON.stringify(makeReport(result), null, 2)}\n`);
    const { proof, tables } = result.consolidation;
    if (!proof.closes) return nothing('Không ghi kết quả vì đối soát không khớp.');
    if (tables.length === 0) return nothing('Không có phụ lục nào để tổng hợp, nên không ghi kết quả.');
    const plan = planCase(result, { filesBase: await linkBase(words, options.out), today: options.today });
    await writeWhole(options.out, await deps.workbooks.write(plan));
    deps.say(`Kết quả: ${options.out}`);
    return DONE;
  },
});

/** Where the received files lie as seen from the result, for links; null where several folders make that unclear. */
async function linkBase([only, ...more]: readonly string[], out: string): Promise<string | null> {
  if (only === undefined || more.length > 0) return null;
  const folder = (await stat(only)).isDirectory() ? only : path.dirname(only);
  return path.relative(path.dirname(path.resolve(out)), path.resolve(folder)).replace(/\\/g, '/');
}
