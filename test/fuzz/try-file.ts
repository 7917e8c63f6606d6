import { receiveFile, type ReceiveDeps } from '../../src/app/receive/receive-file';
import type { SourceFile, UnreadFile } from '../../src/app/ports';
import { runConsolidation } from '../../src/app/consolidate/run-consolidation';
import type { ReceivedFile } from '../../src/core/model/submission';
import { templates } from '../../src/core/templates/registry';
import { expandArchive } from '../../src/files/archives/expand-archive';
import { createReader } from '../../src/files/readers/read-workbook';

export interface Tried {
  /** What the file came to. */
  outcome: 'read' | 'rejected' | 'ignored' | 'broken';
  /** What must not be, or null. */
  problem: string | null;
}

const deps: ReceiveDeps = { reader: createReader(), hasher: { sha256: async () => '0'.repeat(64) } };

/** The file itself, or the files of an archive. */
function sourcesIn(bytes: Uint8Array): { source: SourceFile; refusal?: UnreadFile }[] {
  const source = { file: 'UBND xa A.bin', bytes };
  const inside = expandArchive(source);
  if (inside === null) return [{ source }];
  if ('ok' in inside) return [{ source, refusal: inside }];
  return inside.map(({ refusal, ...f }) => ({ source: f, ...(refusal ? { refusal } : {}) }));
}

/**
 * Takes bytes through everything a received file goes through. A throw, an error of the program or an open proof is a
 * problem.
 */
export async function tryFile(bytes: Uint8Array): Promise<Tried> {
  const options = { templates: templates(), register: null, period: null };
  try {
    const received: ReceivedFile[] = [];
    for (const { source, refusal } of sourcesIn(bytes))
      received.push(
        await receiveFile(source, refusal ? { ...deps, reader: { read: async () => refusal } } : deps, options),
      );
    for (const { reason, status } of received) {
      if (reason?.includes('mã lỗi')) return { outcome: 'broken', problem: reason };
      if (status === 'rejected' && !reason?.includes('đề nghị'))
        return { outcome: 'broken', problem: `no request in: ${reason}` };
    }
    const { consolidation } = runConsolidation(received, options);
    if (!consolidation.proof.closes)
      return { outcome: 'broken', problem: `the proof does not close: ${consolidation.proof.breaks.join('; ')}` };
    return {
      outcome:
        (['read', 'ignored', 'rejected'] as const).find((s) => received.some((r) => r.status === s)) ?? 'rejected',
      problem: null,
    };
  } catch (error) {
    return {
      outcome: 'broken',
      problem:
        error instanceof Error ? `${error.message}\n${error.stack?.split('\n').slice(1, 5).join('\n')}` : String(error),
    };
  }
}
