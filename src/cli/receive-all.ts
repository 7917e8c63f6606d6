import type { CaseState } from '../core/model/case';
import type { Period } from '../core/model/period';
import type { ReceivedFile } from '../core/model/submission';
import { templates } from '../core/templates/registry';
import { readPeriod } from '../core/text/period';
import { commonPeriod } from '../app/receive/common-period';
import type { RunOptions } from '../app/consolidate/run-options';
import { collectFiles } from './collect-files';
import { loadCase } from './load-case';
import { loadConfirmations } from './load-confirmations';
import { loadRegister, unusedRegisters } from './load-register';
import { readHere } from './reading/read-files';
import type { RunDeps, RunRequest } from './run-request';
import { wrong, type Failure } from './table/outcome';

export interface ReceivedAll {
  ok: true;
  received: ReceivedFile[];
  options: RunOptions;
  /** Bytes by file. */
  sizes: Map<string, number>;
  /** The case named in the request, or null. */
  state: CaseState | null;
}

/**
 * Reads everything under the paths. A period that is not named is that of the case, else of the files.
 */
export async function receiveAll(request: RunRequest, deps: RunDeps): Promise<ReceivedAll | Failure> {
  const kept = request.casePath ? await loadCase(request.casePath, deps) : null;
  if (kept && !kept.ok) return kept;
  let period: Period | null = kept?.state.period ?? null;
  if (request.period !== null) {
    period = readPeriod(request.period);
    if (!period)
      return wrong(`Không hiểu kỳ báo cáo "${request.period}". Ví dụ: 2020, "Quý III/2020", "6 tháng đầu năm 2020".`);
  }
  const other = kept && otherPeriod(kept.state, period);
  if (other) return wrong(other);
  const loaded = await loadRegister(request.agencies, request.paths);
  if (!loaded.ok) return loaded;
  if (request.agencies === null) for (const line of await registerLines(loaded.from, request)) deps.complain?.(line);
  const confirmed = await loadConfirmations(request.confirmations ?? null);
  if (!confirmed.ok) return confirmed;
  const found = await collectFiles(request.paths);
  if ('missing' in found) return wrong(`Không có tệp hoặc thư mục "${found.missing}".`);
  const list = found.files.filter((f) => f.path !== request.except);
  const options = { templates: templates(), register: loaded.register, period, confirmations: confirmed.confirmations };
  const read = (await (deps.readFiles ?? readHere(deps))(list, options, deps.progress)).flat();
  const received = read.map((r) => r.received);
  const sizes = new Map(read.map((r) => [r.received.file, r.size]));
  return {
    ok: true,
    received,
    sizes,
    state: kept?.state ?? null,
    options: { ...options, period: period ?? commonPeriod(received) },
  };
}

/** One case is of one period: its decisions and figures mean nothing in another. */
export function otherPeriod(
  { period, files }: Pick<CaseState, 'period' | 'files'>,
  asked: Period | null,
): string | null {
  if (!period || !asked || files.length === 0 || (period.from === asked.from && period.to === asked.to)) return null;
  return (
    `Hồ sơ này của kỳ ${period.label}, không dùng cho kỳ ${asked.label}; mỗi kỳ lập một hồ sơ riêng (phuluc case ` +
    'new).'
  );
}

/** Which register is used where none was named, and which are not. */
async function registerLines(from: string | null, { paths }: RunRequest): Promise<string[]> {
  if (from !== null) return [`Danh mục cơ quan: ${from} (ở thư mục đang đứng).`];
  return (await unusedRegisters(paths)).map(
    (file) => `Không dùng danh mục ${file} vì không được nêu tên; muốn dùng thì thêm --agencies "${file}".`,
  );
}
