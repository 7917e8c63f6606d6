import { makeReport } from '../../app/results/make-report';
import { isOpen } from '../../core/model/open-finding';
import { countWords, findingLines } from '../print-findings';
import { run } from '../run';
import { command } from '../table/command';
import { CASE_RUN_OPTIONS, PATHS, runRequest } from '../table/shared-options';
import { writeWhole } from '../write-file';

/** Prints the findings by file, the worst first; exit code 1 where an error is neither accepted nor returned. */
export const check = command({
  name: 'check',
  summary: 'Kiểm tra tệp hoặc thư mục, in các phát hiện theo từng tệp, nặng trước. Mã thoát 1 nếu có lỗi.',
  words: [PATHS],
  options: {
    ...CASE_RUN_OPTIONS,
    json: { kind: 'text', value: 'BAOCAO.json', help: 'ghi báo cáo ra tệp', file: 'written' },
    all: { kind: 'flag', help: 'in hết, kể cả các thông tin cùng loại' },
  },
  async run({ words, options }, deps) {
    const done = await run(runRequest(words, options), deps);
    if (!done.ok) return done;
    const { result } = done;
    findingLines(result, options.all).forEach(deps.say);
    deps.say('');
    deps.say(`${result.files.length} tệp: ${countWords(result.findings)}`);
    if (options.json) await writeWhole(options.json, `${JSON.stringify(makeReport(result), null, 2)}\n`);
    return { ok: true, code: result.findings.some((f) => f.severity === 'error' && isOpen(f)) ? 1 : 0 };
  },
});
