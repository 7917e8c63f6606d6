import type { Issue } from '../model/issue';
import type { Template } from '../templates/schema';
import { similarityPrepared } from '../text/similarity';
import { prepare } from '../text/prepared-text';
import type { Source } from './contributions';

/** Labels this alike are probably one row typed twice; a person decides. */
const NEARLY_SAME = 0.9;

/**
 * Rows of an open list over all senders, in the order in which they first appear; labels that nearly agree are told,
 * never joined.
 */
export function openRows(
  template: Template,
  sources: readonly Source[],
  issues: Issue[],
): { key: string; label: string; number: string }[] {
  const rows = new Map<string, { key: string; label: string; number: string; source: Source; cell: string }>();
  const totalKey = template.totalRow?.key;
  for (const source of sources) {
    const { appendix } = source.index;
    for (const row of appendix.rows) {
      if (row.key === totalKey || rows.has(row.key)) continue;
      const cell = appendix.cells.find((c) => c.row === row.key)?.cell ?? '';
      rows.set(row.key, { key: row.key, label: row.label, number: String(rows.size + 1), source, cell });
    }
  }
  const list = [...rows.values()];
  const prepared = list.map((r) => prepare(r.key));
  for (let i = 0; i < list.length; i++) {
    for (let j = 0; j < i; j++) {
      if (similarityPrepared(prepared[i]!, prepared[j]!, NEARLY_SAME) < NEARLY_SAME) continue;
      const a = list[i]!;
      issues.push({
        rule: 'duplicate-row',
        severity: 'warning',
        at: {
          file: a.source.index.appendix.file,
          sheet: a.source.index.appendix.sheet,
          cell: a.cell,
          template: template.id,
          row: a.key,
        },
        params: { first: list[j]!.label, label: a.label, nearly: true },
      });
    }
  }
  return list.map(({ key, label, number }) => ({ key, label, number }));
}
