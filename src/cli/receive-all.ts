import type { CaseState } from '../core/model/case';
import type { ReceivedFile } from '../core/model/submission';
import { templates } from '../core/templates/registry';
import { newCase } from '../app/case/new-case';
import type { RunOptions } from '../app/consolidate/run-options';
import { namedPeriod, otherPeriod, workPeriod } from '../app/session/work-period';
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
  /** The case named in the request, else the one that was opened before; or null. */
  state: CaseState | null;
}

/** How another case is begun, as told where one is of another period. */
export const HOW_NEW = 'phuluc case new';

/** Reads everything under the paths, in the period that is named, else that of the case, else of the files. */
export async function receiveAll(
  request: RunRequest,
  deps: RunDeps,
  opened: CaseState | null = null,
): Promise<ReceivedAll | Failure> {
  const kept = request.casePath ? await loadCase(request.casePath, deps) : null;
  if (kept && !kept.ok) return kept;
  const state = kept?.state ?? opened;
  const named = request.period === null ? null : namedPeriod(request.period);
  // The examples are quoted as a shell wants them.
  if (named && (!named.ok || named.value === null))
    return wrong(`Không hiểu kỳ báo cáo "${request.period}". Ví dụ: 2020, "Quý III/2020", "6 tháng đầu năm 2020".`);
  const period = workPeriod(named?.value ?? null, state ?? newCase(), []);
  const other = state && otherPeriod(state, period, HOW_NEW);
  if (other) return wrong(other.message);
  const loaded = await loadRegister(request.agencies, request.paths);
  if (!loaded.ok) return loaded;
  if (request.agencies === null) for (const line of await registerLines(loaded.from, request)) deps.complain?.(line);
  const confirmed = await loadConfirmations(request.confirmations ?? null);
  if (!confirmed.ok) return confirmed;
  const found = await collectFiles(request.paths);
  if (!found.ok) return wrong(found.message);
  const list = found.files.filter((f) => f.path !== request.except);
  const options = { templates: templates(), register: loaded.register, period, confirmations: confirmed.confirmations };
  const read = (await (deps.readFiles ?? readHere(deps))(list, options, deps.progress)).flat();
  const received = read.map((r) => r.received);
  const sizes = new Map(read.map((r) => [r.received.file, r.size]));
  return {
    ok: true,
    received,
    sizes,
    state,
    options: { ...options, period: workPeriod(period, state ?? newCase(), received) },
  };
}

/** Which register is used where none was named, and which are not. */
async function registerLines(from: string | null, { paths }: RunRequest): Promise<string[]> {
  if (from !== null) return [`Danh mục cơ quan: ${from} (ở thư mục đang đứng).`];
  return (await unusedRegisters(paths)).map(
    (file) => `Không dùng danh mục ${file} vì không được nêu tên; muốn dùng thì thêm --agencies "${file}".`,
  );
}
