import type { XmlCursor } from '../../xml/xml-cursor';
import { TICKED, UNTICKED } from '../tick';
import { isOn } from './styles';

/**
 * What a form field of Word shows where its value is kept beside the text (`w:ffData` of its begin mark, ISO/IEC
 * 29500-1 17.16): the chosen entry of a list, or a box. Null for a field whose value is text of the document.
 */
export function readFormField(cursor: XmlCursor): string | null {
  let shown: string | null = null;
  const depth = cursor.depth;
  while (cursor.nextChild(depth)) {
    if (!cursor.is('ffData')) continue;
    const inside = cursor.depth;
    while (cursor.nextChild(inside)) {
      if (cursor.is('ddList')) shown = chosenEntry(cursor);
      else if (cursor.is('checkBox')) shown = box(cursor);
    }
  }
  return shown;
}

/** The entry that was chosen, else the default, else the first. */
function chosenEntry(cursor: XmlCursor): string {
  const entries: string[] = [];
  let result: number | null = null;
  let byDefault = 0;
  const depth = cursor.depth;
  while (cursor.nextChild(depth)) {
    const value = cursor.attribute('val') ?? '';
    if (cursor.is('result')) result = Number(value);
    else if (cursor.is('default')) byDefault = Number(value);
    else if (cursor.is('listEntry')) entries.push(value);
  }
  return entries[result ?? byDefault] ?? '';
}

function box(cursor: XmlCursor): string {
  let checked: boolean | null = null;
  let byDefault = false;
  const depth = cursor.depth;
  while (cursor.nextChild(depth)) {
    if (cursor.is('checked')) checked = isOn(cursor.attribute('val'));
    else if (cursor.is('default')) byDefault = isOn(cursor.attribute('val'));
  }
  return (checked ?? byDefault) ? TICKED : UNTICKED;
}
