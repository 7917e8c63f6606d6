import { parseCellName } from '../../../core/model/address';
import type { ReadLimits } from '../../limits';
import { grouped, tooLarge } from '../../refusal';
import { ownString } from '../../xml/own-string';
import { XmlCursor, XmlToken } from '../../xml/xml-cursor';
import { readRichText } from './rich-text';

/** Comments of one sheet: cell key → text. */
export type Comments = Map<number, string>;

const WIDTH = 16_384;

/** Key of a cell in Comments; indexes from 0. */
export function cellKey(row: number, col: number): number {
  return row * WIDTH + col;
}

/** Notes of a sheet (comments1.xml). */
export function readNotes(source: string, into: Comments, limits: ReadLimits): void {
  const cursor = new XmlCursor(source, limits.xmlDepth);
  while (cursor.next() !== XmlToken.End) {
    if (!cursor.is('comment')) continue;
    const key = keyOf(cursor.attribute('ref'));
    const depth = cursor.depth;
    while (cursor.nextChild(depth)) {
      if (!cursor.is('text')) continue;
      const rich = readRichText(cursor, limits);
      put(into, key, typeof rich === 'string' ? rich : rich.text, limits);
    }
  }
}

/**
 * Threaded comments replace the note that Excel writes for older versions, which only says that there is a thread.
 * Replies follow on lines of their own.
 */
export function readThreads(source: string, into: Comments, limits: ReadLimits): void {
  const threads: Comments = new Map();
  const cursor = new XmlCursor(source, limits.xmlDepth);
  while (cursor.next() !== XmlToken.End) {
    if (!cursor.is('threadedComment')) continue;
    const key = keyOf(cursor.attribute('ref'));
    const depth = cursor.depth;
    while (cursor.nextChild(depth)) {
      if (!cursor.is('text') || key === null) continue;
      const text = cursor.text();
      const earlier = threads.get(key);
      put(threads, key, earlier === undefined ? text : `${earlier}\n${text}`, limits);
    }
  }
  for (const [key, text] of threads) into.set(key, ownString(text));
}

function put(into: Comments, key: number | null, text: string, limits: ReadLimits): void {
  if (key === null) return;
  if (into.size >= limits.comments) throw tooLarge(`hơn ${grouped(limits.comments)} ghi chú`);
  if (text.length > limits.textLength) throw tooLarge(`một ghi chú có hơn ${grouped(limits.textLength)} ký tự`);
  into.set(key, text);
}

function keyOf(ref: string | null): number | null {
  const at = ref === null ? null : parseCellName(ref);
  return at === null ? null : cellKey(at.row, at.col);
}
