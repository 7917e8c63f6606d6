import { readFile } from 'node:fs/promises';
import type { Period } from '../core/model/period';
import type { ReceivedFile } from '../core/model/submission';
import { readPeriod } from '../core/text/period';
import { templates } from '../core/templates/registry';
import type { WorkbookReader, Hasher } from '../app/ports';
import { receiveFile } from '../app/receive-file';
import { runConsolidation, type RunResult } from '../app/run-consolidation';
import { collectFiles } from './collect-files';
import { loadRegister } from './load-register';

export interface RunRequest { paths: readonly string[]; agencies: string | null; period: string | null; except: string | null }
export interface RunDeps { reader: WorkbookReader; hasher: Hasher; progress(done: number, total: number, file: string): void }

/** Reads and checks everything under the paths; `wrong` is for the person at the keyboard. */
export async function run(request: RunRequest, deps: RunDeps): Promise<RunResult | { wrong: string }> {
  let period: Period | null = null;
  if (request.period !== null) {
    period = readPeriod(request.period);
    if (!period) return { wrong: `Không hiểu kỳ báo cáo "${request.period}". Ví dụ: 2020, "Quý III/2020", "6 tháng đầu năm 2020".` };
  }
  const loaded = await loadRegister(request.agencies, request.paths);
  if ('wrong' in loaded) return loaded;
  const found = await collectFiles(request.paths);
  if ('missing' in found) return { wrong: `Không có tệp hoặc thư mục "${found.missing}".` };
  const list = found.files.filter((f) => f.path !== request.except);
  const options = { templates: templates(), register: loaded.register, period };
  const received: ReceivedFile[] = [];
  for (const [i, f] of list.entries()) {
    deps.progress(i, list.length, f.file);
    const bytes = new Uint8Array(await readFile(f.path));
    received.push(await receiveFile({ file: f.file, bytes }, deps, options));
  }
  deps.progress(list.length, list.length, '');
  return runConsolidation(received, { ...options, period: period ?? commonPeriod(received) });
}

/** The one period that the files name, where they agree. */
function commonPeriod(files: readonly ReceivedFile[]): Period | null {
  const named = files.map((f) => f.period).filter((p): p is Period => p !== null);
  return new Set(named.map((p) => `${p.from}/${p.to}`)).size === 1 ? named[0]! : null;
}
