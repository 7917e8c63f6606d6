import type { GridObject } from '../../../core/model/grid';
import type { ReadLimits } from '../../limits';
import { grouped, tooLarge } from '../../refusal';
import { ownString } from '../../xml/own-string';
import { XmlCursor } from '../../xml/xml-cursor';
import type { OfficePackage, Relation } from './package';

/** Of Excel's sheet, from 0. */
const LAST_ROW = 1_048_575;
const LAST_COLUMN = 16_383;

/**
 * Pictures, text boxes and embedded objects of a sheet, from the parts that it names. Charts and shapes without words
 * show nothing that is not in a cell.
 */
export function readObjects(pack: OfficePackage, relations: Iterable<Relation>, limits: ReadLimits): GridObject[] {
  const objects: GridObject[] = [];
  for (const { type, target, external } of relations) {
    if (external) continue;
    if (type === 'drawing') readDrawing(pack.text(target) ?? '', objects, limits);
    else if (type === 'package' || type === 'oleObject')
      objects.push({ kind: /\.xls[xmb]?$/i.test(target) ? 'workbook' : 'object' });
    if (objects.length > limits.comments) throw tooLarge(`hơn ${grouped(limits.comments)} hình và khung chữ`);
  }
  return objects;
}

/** Anchors of a drawing part (ISO/IEC 29500-1 20.5), each with what it holds. */
function readDrawing(source: string, into: GridObject[], limits: ReadLimits): void {
  if (source === '') return;
  const cursor = new XmlCursor(source, limits.xmlDepth);
  cursor.next();
  const top = cursor.depth;
  while (cursor.nextChild(top)) {
    let at: GridObject['at'];
    const depth = cursor.depth;
    while (cursor.nextChild(depth)) {
      if (cursor.is('from')) at = readMarker(cursor);
      else readHeld(cursor, at, into, limits);
    }
  }
}

function readMarker(cursor: XmlCursor): { row: number; col: number } {
  const at = { row: 0, col: 0 };
  const depth = cursor.depth;
  while (cursor.nextChild(depth)) {
    if (cursor.is('row')) at.row = Math.min(LAST_ROW, Number(cursor.text()) || 0);
    else if (cursor.is('col')) at.col = Math.min(LAST_COLUMN, Number(cursor.text()) || 0);
  }
  return at;
}

/** A shape, a picture, or a group of them. */
function readHeld(cursor: XmlCursor, at: GridObject['at'], into: GridObject[], limits: ReadLimits): void {
  const place = at ? { at } : {};
  if (cursor.is('pic')) into.push({ kind: 'picture', ...place });
  else if (cursor.is('sp')) {
    const text = readWords(cursor, limits).trim();
    if (text !== '') into.push({ kind: 'text-box', ...place, text: ownString(text) });
  } else if (cursor.is('grpSp') || cursor.is('AlternateContent') || cursor.is('Choice')) {
    const depth = cursor.depth;
    while (cursor.nextChild(depth)) readHeld(cursor, at, into, limits);
  }
}

/** Words of a shape, a line for each paragraph. */
function readWords(cursor: XmlCursor, limits: ReadLimits): string {
  let text = '';
  const depth = cursor.depth;
  while (cursor.nextChild(depth)) {
    const end = cursor.is('p') ? '\n' : '';
    text += cursor.is('t') ? cursor.text() : readWords(cursor, limits) + end;
    if (text.length > limits.textLength) throw tooLarge(`một khung chữ có hơn ${grouped(limits.textLength)} ký tự`);
  }
  return text;
}
