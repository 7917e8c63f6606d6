import { receiveFile, type ReceiveDeps } from '../../src/app/receive-file';
import { runConsolidation } from '../../src/app/run-consolidation';
import { templates } from '../../src/core/templates/registry';
import { createReader } from '../../src/files/readers/read-workbook';

export interface Tried {
  /** What the file came to. */
  outcome: 'read' | 'rejected' | 'ignored' | 'broken';
  /** What must not be, or null. */
  problem: string | null;
}

const deps: ReceiveDeps = { reader: createReader(), hasher: { sha256: async () => '0'.repeat(64) } };

/** Takes bytes through everything a received file goes through. A throw, an error of the program or an open proof is a problem. */
export async function tryFile(bytes: Uint8Array): Promise<Tried> {
  const options = { templates: templates(), register: null, period: null };
  try {
    const received = await receiveFile({ file: 'UBND xa A.bin', bytes }, deps, options);
    if (received.reason?.includes('mã lỗi')) return { outcome: 'broken', problem: received.reason };
    if (received.status === 'rejected' && !received.reason?.includes('đề nghị')) return { outcome: 'broken', problem: `no request in: ${received.reason}` };
    const { consolidation } = runConsolidation([received], options);
    if (!consolidation.proof.closes) return { outcome: 'broken', problem: `the proof does not close: ${JSON.stringify(consolidation.proof)}` };
    return { outcome: received.status, problem: null };
  } catch (error) {
    return { outcome: 'broken', problem: error instanceof Error ? `${error.message}\n${error.stack?.split('\n').slice(1, 5).join('\n')}` : String(error) };
  }
}
