// npm run bench: ratios inside one run, because machines differ and are shared. `--memory` adds the run over 1,000
// workbooks and a whole province in a process of its own, so that the one's memory is not the other's.
import { spawnSync } from 'node:child_process';
import { benchMatching, MATCHING_GOAL } from './matching';
import { benchMemory, benchPipeline } from './pipeline';
import { benchPane, PANE_GOAL } from './pane';
import { benchReader, READER_GOAL } from './reader';
import { benchScale, SCALE_GOAL } from './scale';

const line = (name: string, value: string, goal = ''): void => {
  process.stdout.write(`${name.padEnd(58)} ${value.padStart(12)}  ${goal}\n`);
};

function benchAll(): void {
  const reader = benchReader();
  line(
    'đọc một tệp .xlsx nhỏ ÷ giải nén',
    `${reader.ratio.toFixed(1)} ×`,
    `mục tiêu ≤ ${READER_GOAL} (${reader.read.toFixed(2)} ms ÷ ${reader.inflate.toFixed(2)} ms)`,
  );
  const whole = benchPipeline();
  line(
    'đọc + nhận dạng + kiểm tra một tệp ÷ giải nén',
    `${whole.ratio.toFixed(1)} ×`,
    `mục tiêu ≤ 15 (${whole.whole.toFixed(2)} ms ÷ ${whole.inflate.toFixed(2)} ms)`,
  );
  if (process.argv.includes('--memory')) {
    const memory = benchMemory();
    line(
      'bộ nhớ đỉnh khi xử lý 1.000 tệp trong một lượt',
      `${memory.peak.toFixed(0)} MB`,
      `mục tiêu ≤ 300 (${memory.seconds.toFixed(1)} s)`,
    );
  }
}

async function province(): Promise<void> {
  line(
    'nhận ra một đơn vị gửi trong danh mục 190 cơ quan',
    `${benchMatching().toFixed(2)} ms`,
    `mục tiêu ≤ ${MATCHING_GOAL}`,
  );
  const s = await benchScale();
  const stages =
    `đọc ${s.receive.toFixed(1)} + tổng hợp ${s.consolidate.toFixed(1)} + dựng ${s.plan.toFixed(1)} + ghi ` +
    `${s.write.toFixed(1)}`;
  line(
    `một tỉnh hai cấp, ${s.files} đơn vị: từ tệp nhận đến tệp kết quả`,
    `${s.whole.toFixed(1)} s`,
    `mục tiêu ≤ ${SCALE_GOAL.seconds} (${stages} s; ${s.contributions} số góp, ${s.findings} phát hiện, kết quả ` +
      `${(s.size / 1e6).toFixed(1)} MB)`,
  );
  line(
    '  cả lượt ÷ giải nén các tệp nhận',
    `${(s.whole / s.inflate).toFixed(0)} ×`,
    `${s.inflate.toFixed(2)} s giải nén`,
  );
  line(
    '  bộ nhớ đỉnh',
    `${s.peak.toFixed(0)} MB`,
    `mục tiêu ≤ ${SCALE_GOAL.megabytes} (${s.above.toFixed(0)} MB trên mức đầu)`,
  );
  const p = await benchPane();
  if (typeof p === 'string') {
    line('  trên trang, trong Chromium', 'bỏ qua', p);
    return;
  }
  line(
    '  trên trang: từ kéo thả đến tệp kết quả',
    `${(p.drop + p.download).toFixed(1)} s`,
    `mục tiêu ≤ ${PANE_GOAL.seconds} (đến xem trước ${p.drop.toFixed(1)} s, ghi tệp ${p.download.toFixed(1)} s)`,
  );
  line(
    '  trang ÷ cùng việc bằng dòng lệnh',
    `${((p.drop + p.download) / s.whole).toFixed(1)} ×`,
    `nhiều nhất ${p.nodes} phần tử trên trang`,
  );
  const [worst, ms] = Object.entries(p.longest).sort((a, b) => b[1] - a[1])[0]!;
  line('  việc lâu nhất của luồng trang', `${ms} ms`, `mục tiêu ≤ ${PANE_GOAL.longest} (${worst})`);
}

function inOwnProcess(): void {
  process.exitCode =
    spawnSync(process.execPath, [...process.execArgv, __filename, '--scale'], { stdio: 'inherit' }).status ?? 1;
}

if (process.argv.includes('--scale')) void province();
else {
  benchAll();
  if (process.argv.includes('--memory')) inOwnProcess();
}
