import { cellName, columnName } from '../model/address';
import type { Appendix } from '../model/appendix';
import type { Issue, Place } from '../model/issue';
import { foldText } from '../text/fold';
import { similarity } from '../text/similarity';
import type { TableDraft } from './table-draft';
import type { LabelCandidate } from './match-label';
import { isHidden, type RowMatch } from './match-rows';

/** Rows, columns and hidden parts of a table that a person should know of. */
export function reportShape(draft: TableDraft, appendix: Appendix): void {
  const { prepared, rows, columns } = draft;
  const place: Place = { file: appendix.file, sheet: appendix.sheet, template: appendix.template };
  const issues = appendix.issues;
  const labelCol =
    columns.columns.find((c) => prepared.template.columns.find((t) => t.key === c.key)?.role === 'label')?.col ??
    draft.block.left;
  for (const key of rows.missing) {
    const row = prepared.template.rows.find((r) => r.key === key);
    issues.push({ rule: 'missing-row', at: { ...place, row: key }, params: { label: row?.label ?? '' } });
  }
  for (const row of rows.unknown) {
    const line = row.lines[0]!;
    const first = row.lines.flatMap((l) => l.figures)[0];
    const at = { ...place, cell: cellName(line.row, row.label === '' && first ? first.col : labelCol) };
    issues.push({
      rule: 'unknown-row',
      at,
      actual: row.label,
      params: {
        label: row.label,
        number: row.number,
        candidates: row.candidates.map((c) => candidateWords(c, draft)),
        ...(line.struck ? { struck: true } : {}),
        ...(prepared.template.rowMode === 'open' ? { list: true } : {}),
      },
    });
  }
  for (const { match, first } of rows.duplicates) {
    const open = match.matchedBy === 'open';
    issues.push({
      rule: 'duplicate-row',
      at: { ...place, row: first.key, cell: cellName(match.lines[0]!.row, labelCol) },
      ...(open || sameFigures(match, first) || (isHidden(match) && !isHidden(first))
        ? { severity: 'warning' as const }
        : {}),
      params: { first: cellName(first.lines[0]!.row, labelCol), label: match.label, ...twinWords(match, first) },
    });
  }
  reportColumns(draft, place, issues);
  reportHidden(draft, appendix, place, issues);
  if (rows.renumbered > 0) {
    issues.push({ rule: 'template-uncertain', severity: 'info', at: place, params: { renumbered: rows.renumbered } });
  }
  askDoubts(draft, appendix, place, labelCol);
}

/** Below this a match is shown to a person as a question. */
export const SURE = 0.9;

/** What was taken for something with less than full certainty: rows, columns, the form itself. */
function askDoubts(draft: TableDraft, appendix: Appendix, place: Place, labelCol: number): void {
  const { prepared, columns, heading } = draft;
  const issues = appendix.issues;
  for (const row of appendix.rows) {
    if (row.confidence >= SURE) continue;
    const expected =
      prepared.template.rows.find((r) => r.key === row.key)?.label ??
      'một dòng của danh sách, không phải dòng cộng của các dòng dưới';
    issues.push({
      rule: 'template-uncertain',
      at: { ...place, row: row.key, cell: cellName(row.gridRow, labelCol) },
      actual: row.label,
      params: { label: row.label, expected, score: row.confidence },
    });
  }
  for (const column of columns.columns) {
    const role = prepared.template.columns.find((c) => c.key === column.key)!;
    if (column.confidence >= SURE || role.role === 'index' || role.role === 'note') continue;
    const expected = role.header.join(' – ');
    issues.push({
      rule: 'template-uncertain',
      at: { ...place, column: column.key, cell: cellName(Math.max(0, draft.block.bottom), column.col) },
      actual: column.header,
      params: { header: column.header, expected, score: column.confidence },
    });
  }
  const otherNumber =
    heading.appendixNumber !== null &&
    prepared.template.appendixNumber !== null &&
    heading.appendixNumber !== prepared.template.appendixNumber;
  if (appendix.confidence < SURE || otherNumber || draft.titleOf) {
    issues.push({
      rule: 'template-uncertain',
      at: { ...place, cell: cellName(Math.max(0, draft.block.top), draft.block.left) },
      params: {
        score: appendix.confidence,
        second: draft.titleOf ?? null,
        ...(otherNumber ? { titleNumber: heading.appendixNumber } : {}),
      },
    });
  }
}

/** What becomes of two rows for one row of a fixed form. */
function twinWords(match: RowMatch, first: RowMatch): { refused?: true; hidden?: true } {
  if (match.matchedBy === 'open' || sameFigures(match, first)) return {};
  return isHidden(match) && !isHidden(first) ? { hidden: true } : { refused: true };
}

function sameFigures(a: { lines: { figures: { col: number; text: string }[] }[] }, b: typeof a): boolean {
  const text = (m: typeof a): string => m.lines.flatMap((l) => l.figures.map((c) => `${c.col}=${c.text}`)).join('|');
  return text(a) === text(b);
}

function candidateWords(candidate: LabelCandidate, draft: TableDraft): string {
  const row = draft.prepared.template.rows.find((r) => r.key === candidate.key);
  return `${row?.number ?? candidate.key} (${candidate.score.toFixed(2).replace('.', ',')})`;
}

function reportColumns(draft: TableDraft, place: Place, issues: Issue[]): void {
  const { prepared, columns, rows } = draft;
  for (const key of columns.missing) {
    const column = prepared.template.columns.find((c) => c.key === key)!;
    if (column.role === 'index') continue;
    const header = column.header[column.header.length - 1]!;
    issues.push({
      rule: 'missing-column',
      severity: column.optional ? 'info' : 'warning',
      at: { ...place, column: key },
      params: { header },
    });
  }
  const printed = new Set(
    prepared.template.columns
      .filter((c) => ['total', 'level', 'figure', 'percent'].includes(c.role))
      .map((c) => foldText(c.header.at(-1)!)),
  );
  const isPrinted = (header: string): boolean => printed.has(foldText(header));
  const known = new Set(columns.columns.map((c) => c.col));
  const strangers = new Map<number, string>(columns.unknown.map((u) => [u.col, u.header]));
  for (const line of rows.matches.flatMap((m) => m.lines)) {
    for (const cell of line.figures) if (!known.has(cell.col) && !strangers.has(cell.col)) strangers.set(cell.col, '');
  }
  for (const [col, header] of strangers) {
    const cells = rows.matches.flatMap((m) => m.lines.flatMap((l) => l.figures.filter((c) => c.col === col)));
    const otherYear = columns.unknown.find((u) => u.col === col)?.otherYear;
    const candidates =
      header === ''
        ? []
        : columns.missing
            .map((key) => ({
              key,
              score: similarity(header, prepared.template.columns.find((c) => c.key === key)!.header.at(-1)!),
            }))
            .filter((c) => c.score > 0.4)
            .map((c) => `${c.key} (${c.score.toFixed(2).replace('.', ',')})`);
    issues.push({
      rule: 'unknown-column',
      at: { ...place, cell: cellName(Math.max(0, draft.block.bottom), col) },
      severity: cells.length > 0 && otherYear === undefined ? 'warning' : 'info',
      params: {
        ...(otherYear === undefined ? {} : { otherYear }),
        header: header || `cột ${columnName(col)} (không có tiêu đề)`,
        count: cells.length,
        candidates,
        ...(cells.length > 0 && isPrinted(header) ? { named: true } : {}),
      },
    });
  }
}

function reportHidden(draft: TableDraft, appendix: Appendix, place: Place, issues: Issue[]): void {
  const { view } = draft;
  if (view.grid.visibility !== 'visible') {
    issues.push({ rule: 'hidden-data', at: place, params: { what: 'sheet', count: appendix.cells.length } });
    return;
  }
  const hiddenRows = new Set(
    appendix.cells
      .filter((c) => c.hidden && c.figure.kind !== 'blank' && view.hiddenRow(c.at.row))
      .map((c) => c.at.row),
  );
  const hiddenCols = new Set(
    appendix.cells
      .filter((c) => c.hidden && c.figure.kind !== 'blank' && view.hiddenCol(c.at.col))
      .map((c) => c.at.col),
  );
  if (hiddenRows.size > 0) {
    const first = appendix.cells.find((c) => hiddenRows.has(c.at.row))!;
    issues.push({
      rule: 'hidden-data',
      at: { ...place, cell: first.cell, row: first.row },
      params: {
        what: view.grid.filtered ? 'filtered' : 'row',
        count: hiddenRows.size,
        list: [...hiddenRows].map((r) => String(r + 1)),
      },
    });
  }
  if (hiddenCols.size > 0) {
    const first = appendix.cells.find((c) => hiddenCols.has(c.at.col))!;
    issues.push({
      rule: 'hidden-data',
      at: { ...place, cell: first.cell, column: first.column },
      params: { what: 'column', count: hiddenCols.size, list: [...hiddenCols].map(columnName) },
    });
  }
  const white = appendix.cells.filter((c) => view.at(c.at.row, c.at.col)?.invisible);
  if (white.length > 0)
    issues.push({
      rule: 'hidden-data',
      at: { ...place, cell: white[0]!.cell },
      params: { what: 'white-text', count: white.length, list: white.map((c) => c.cell) },
    });
}
