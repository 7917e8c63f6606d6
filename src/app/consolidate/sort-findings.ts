import { parseCellName } from '../../core/model/address';
import type { Finding } from '../../core/model/finding';

const WEIGHT = { error: 0, warning: 1, info: 2 } as const;

/** Worst first, then by file, sheet and cell as they stand. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  const key = (f: Finding): [number, string, string, number] => {
    const at = f.cell ? parseCellName(f.cell) : null;
    return [WEIGHT[f.severity], f.file ?? '\uffff', f.sheet ?? '', at ? at.row * 16_384 + at.col : -1];
  };
  return findings
    .map((f) => ({ f, k: key(f) }))
    .sort((a, b) => {
      for (let i = 0; i < a.k.length; i++) {
        const x = a.k[i]!;
        const y = b.k[i]!;
        if (x !== y) return x < y ? -1 : 1;
      }
      return 0;
    })
    .map((x) => x.f);
}
