// npm run bench: ratios inside one run, because machines differ and are shared. `--memory` adds the run over 1,000 workbooks.
import { benchMemory, benchPipeline } from './pipeline';
import { benchReader, READER_GOAL } from './reader';

const line = (name: string, value: string, goal = ''): void => { process.stdout.write(`${name.padEnd(58)} ${value.padStart(12)}  ${goal}\n`); };

const reader = benchReader();
line('đọc một tệp .xlsx nhỏ ÷ giải nén', `${reader.ratio.toFixed(1)} ×`, `mục tiêu ≤ ${READER_GOAL} (${reader.read.toFixed(2)} ms ÷ ${reader.inflate.toFixed(2)} ms)`);
const whole = benchPipeline();
line('đọc + nhận dạng + kiểm tra một tệp ÷ giải nén', `${whole.ratio.toFixed(1)} ×`, `mục tiêu ≤ 15 (${whole.whole.toFixed(2)} ms ÷ ${whole.inflate.toFixed(2)} ms)`);
if (process.argv.includes('--memory')) {
  const memory = benchMemory();
  line('bộ nhớ đỉnh khi xử lý 1.000 tệp trong một lượt', `${memory.peak.toFixed(0)} MB`, `mục tiêu ≤ 300 (${memory.seconds.toFixed(1)} s)`);
}
