import type { CellNote, NoticeList } from '../../core/model/notice';
import { parseCellName } from '../../core/model/address';
import { READ_LIMITS } from '../limits';
import { readWorkbook, type SheetEntry } from '../readers/xlsx/workbook';
import { escapeXml } from '../xml/escape-xml';
import { attributeOf, insertAt, outlineXml } from '../xml/insert-xml';
import { rewriteZip } from '../zip/rewrite';
import { listSheet, wrappingFormat } from './list-sheet';
import { addNoteShapes, blocksOf, emptyVml, sizesOf } from './note-vml';
import { CannotAnnotate, MAIN, Parts, RELATIONS } from './parts';
import { addComments, commentedCells, NO_COMMENTS } from './sheet-comments';

const SHEET_NAME = 'Cần sửa';
const VML_TYPE = 'application/vnd.openxmlformats-officedocument.vmlDrawing';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** What may follow legacyDrawing in a worksheet (ECMA-376 part 1, 18.3.1.99). */
const AFTER_LEGACY_DRAWING = new Set([
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
]);

/**
 * A copy of an .xlsx with a note on each cell named and a sheet "Cần sửa" behind the others. Parts that need no
 * addition keep their packed bytes; the others only gain text. Throws CannotAnnotate where the workbook is not as
 * programs write it, Refusal where it cannot be read.
 */
export function annotateXlsx(bytes: Uint8Array, notes: readonly CellNote[], list: NoticeList): Uint8Array {
  const parts = new Parts(bytes);
  if (parts.has((name) => name.startsWith('_xmlsignatures/'))) throw new CannotAnnotate('the workbook is signed');
  const main =
    [...parts.relations('').values()].find((r) => r.type === 'officeDocument' && !r.external)?.target ??
    'xl/workbook.xml';
  if (!parts.require(main).includes(MAIN)) throw new CannotAnnotate('a strict workbook has no notes of this kind');
  const { sheets } = readWorkbook(
    { text: (n) => parts.text(n), require: (n) => parts.require(n), relations: (n) => parts.relations(n) },
    READ_LIMITS,
  );
  let block = 1 + parts.count((name) => name.endsWith('.vml'));
  for (const sheet of sheets) {
    const own = notesByCell(notes, sheet.name);
    if (own.size > 0) block += annotateSheet(parts, sheet, own, block);
  }
  addListSheet(parts, main, sheets, list);
  return rewriteZip(bytes, parts.changes());
}

/** Notes of one sheet, one per cell, in the order of the sheet. */
function notesByCell(notes: readonly CellNote[], sheet: string): Map<string, string> {
  const byCell = new Map<string, string>();
  for (const note of notes) {
    const at = parseCellName(note.cell);
    if (note.sheet !== sheet || !at) continue;
    const cell = note.cell.replace(/\$/g, '').toUpperCase();
    byCell.set(cell, byCell.has(cell) ? `${byCell.get(cell)}\n${note.text}` : note.text);
  }
  const order = (cell: string): number => {
    const at = parseCellName(cell);
    return at ? at.row * 16_384 + at.col : 0;
  };
  return new Map([...byCell].sort(([a], [b]) => order(a) - order(b)));
}

/** Returns how many blocks of shape numbers were used. */
function annotateSheet(parts: Parts, sheet: SheetEntry, notes: ReadonlyMap<string, string>, block: number): number {
  const relations = [...parts.relations(sheet.part)];
  const xml = parts.require(sheet.part);
  const existing = relations.find(([, r]) => r.type === 'comments' && !r.external)?.[1].target;
  const comments = existing ?? parts.freeName('xl/comments', '.xml');
  const before = existing === undefined ? NO_COMMENTS : parts.require(existing);
  if (existing === undefined) {
    parts.relate(sheet.part, 'comments', comments);
    parts.declare(comments, `${SPREADSHEET}.comments+xml`);
  }
  parts.set(comments, addComments(before, notes));

  const outline = outlineXml(xml);
  if (!outline || outline.close < 0) throw new CannotAnnotate('a worksheet that is not XML');
  const legacy = outline.children.find((c) => c.name === 'legacyDrawing');
  const shaped = commentedCells(before);
  const fresh = new Map([...notes].filter(([cell]) => !shaped.has(cell) || !legacy));
  if (legacy) {
    const target = relations.find(([id]) => id === attributeOf(legacy.tag, 'id'))?.[1];
    if (!target || target.external) throw new CannotAnnotate('a drawing that is not there');
    parts.set(target.target, addNoteShapes(parts.require(target.target), fresh, sizesOf(xml), block));
    return blocksOf(fresh.size);
  }
  const vml = parts.freeName('xl/drawings/vmlDrawing', '.vml');
  parts.set(vml, addNoteShapes(emptyVml(block, fresh.size), fresh, sizesOf(xml), block));
  parts.declare(vml, VML_TYPE);
  const id = parts.relate(sheet.part, 'vmlDrawing', vml);
  const at = outline.children.find((c) => AFTER_LEGACY_DRAWING.has(c.name))?.start ?? outline.close;
  parts.set(sheet.part, insertAt(xml, at, `<${outline.prefix}legacyDrawing xmlns:r="${RELATIONS}" r:id="${id}"/>`));
  return blocksOf(fresh.size);
}

function addListSheet(parts: Parts, main: string, sheets: readonly SheetEntry[], list: NoticeList): void {
  const xml = parts.require(main);
  const outline = outlineXml(xml);
  const holder = outline?.children.find((c) => c.name === 'sheets');
  if (!outline || !holder) throw new CannotAnnotate('a workbook without sheets');
  const entries = [...xml.slice(holder.start, holder.end).matchAll(/<(?:[\w.-]+:)?sheet\s[^<>]*>/g)].map(
    ([tag]) => tag,
  );
  const taken = new Set(entries.map((tag) => (attributeOf(tag, 'name') ?? '').toLowerCase()));
  let name = SHEET_NAME;
  for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${SHEET_NAME} (${n})`;
  const sheetId = Math.max(0, ...entries.map((tag) => Number(/\ssheetId="(\d+)"/.exec(tag)?.[1] ?? 0))) + 1;
  const styles = [...parts.relations(main).values()].find((r) => r.type === 'styles' && !r.external)?.target;
  const part = parts.freeName('xl/worksheets/sheet', '.xml');
  const views = outline.children.some((c) => c.name === 'bookViews');
  parts.set(
    part,
    listSheet(list, new Set(sheets.map((s) => s.name)), wrappingFormat(styles ? parts.text(styles) : null), views),
  );
  parts.declare(part, `${SPREADSHEET}.worksheet+xml`);
  const id = parts.relate(main, 'worksheet', part);
  const entry =
    `<${outline.prefix}sheet xmlns:r="${RELATIONS}" name="${escapeXml(name)}" sheetId="${sheetId}" ` + `r:id="${id}"/>`;
  const end = xml.lastIndexOf('</', holder.end - 1);
  parts.set(main, insertAt(parts.require(main), end, entry));
}
