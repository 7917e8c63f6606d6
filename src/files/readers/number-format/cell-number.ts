import type { CellKind } from '../../../core/model/grid';
import { generalText } from './decimal-text';
import { GENERAL, showDate, showNumber, type NumberFormat } from './number-format';
import { isoText, serialParts } from './serial-date';

/** Kind, value and shown text of a stored number. `hidden`: the format shows nothing although the number is not 0. */
export interface NumberContent {
  kind: CellKind;
  value: number | string;
  text: string;
  hidden: boolean;
}

/** What a stored number is under its format: 43860 under "dd/mm/yyyy" is the date "2020-01-30". */
export function numberContent(value: number, format: NumberFormat, date1904: boolean): NumberContent {
  if (format === GENERAL) return { kind: 'number', value, text: generalText(value), hidden: false };
  if (format.isDate) {
    const parts = serialParts(value, date1904);
    if (parts) return { kind: 'date', value: isoText(parts), text: showDate(parts, format), hidden: false };
    return { kind: 'number', value, text: generalText(value), hidden: false };
  }
  const text = format.isTime ? timeText(value, format) : showNumber(value, format);
  if (text !== '') return { kind: 'number', value, text, hidden: false };
  return { kind: 'number', value, text: generalText(value), hidden: value !== 0 };
}

/** A time of day; hours counted beyond a day are left as the plain number. */
function timeText(value: number, format: NumberFormat): string {
  const counted = format.sections[0]!.tokens.some((t) => t.type === 'date' && t.text.startsWith('['));
  // Any day serves: only the time of it is shown.
  const parts = counted || value < 0 ? null : serialParts((value % 1) + 100, false);
  return parts ? showDate(parts, format) : generalText(value);
}
