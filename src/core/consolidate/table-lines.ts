import { areaName } from '../model/address';
import type { Appendix } from '../model/appendix';
import { periodOf, senderOf } from '../model/sender-of';
import type { LeftOutWhy, ReceivedFile, Submission } from '../model/submission';
import type { FoundTable, TableLine, TableState } from '../model/table-line';

interface Standing {
  state: TableState;
  reason: string | null;
}

/** A line for every table of every file that was read: what it was taken as, of whom, of which period, or why not. */
export function tableLines(files: readonly ReceivedFile[], submissions: readonly Submission[]): TableLine[] {
  const standings = standingsOf(submissions);
  return files.flatMap((file) => {
    const byId = new Map(file.appendices.map((a) => [a.id, a]));
    return (file.tables?.tables ?? []).map((table) => lineOf(file, table, byId, standings));
  });
}

function lineOf(
  file: ReceivedFile,
  table: FoundTable,
  byId: ReadonlyMap<string, Appendix>,
  standings: ReadonlyMap<string, Standing>,
): TableLine {
  const appendix = table.appendix === null ? undefined : byId.get(table.appendix);
  const standing: Standing = appendix
    ? (standings.get(appendix.id) ?? { state: 'set-aside', reason: 'chưa được tổng hợp' })
    : { state: table.figures > 0 ? 'unknown' : 'text', reason: null };
  return {
    id: table.id,
    file: file.file,
    sheet: table.sheet,
    range: areaName(table.area),
    title: table.title,
    ...standing,
    template: appendix?.template ?? null,
    agency: (appendix ? senderOf(file, appendix) : file.agency).agency?.name ?? null,
    period: (appendix ? periodOf(file, appendix) : file.period)?.label ?? null,
    cells: table.cells,
    figures: table.figures,
    numbering: table.numbering,
  };
}

/** What became of each appendix, by its id. */
function standingsOf(submissions: readonly Submission[]): Map<string, Standing> {
  const found = new Map<string, Standing>();
  for (const s of submissions) {
    for (const a of s.appendices)
      found.set(a.id, a.empty ? { state: 'blank', reason: null } : { state: 'taken', reason: null });
    for (const a of s.control) found.set(a.id, { state: 'control', reason: 'biểu toàn tỉnh, chỉ để đối chiếu' });
    for (const { appendix, by } of s.replaced)
      found.set(
        appendix.id,
        appendix.empty
          ? { state: 'blank', reason: null }
          : { state: 'older', reason: `đã tính bản khác: ${by.split('|').slice(0, 2).join(', ')}` },
      );
    for (const { appendix, reason, returned, why } of s.leftOut ?? [])
      found.set(appendix.id, { state: stateOf(returned, why), reason });
  }
  return found;
}

function stateOf(returned: boolean, why: LeftOutWhy | undefined): TableState {
  if (returned) return 'returned';
  if (why === 'other-period') return 'other-period';
  return why ? 'set-aside' : 'left-out';
}
