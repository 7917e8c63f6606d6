import { readNumber } from '../text/number';

/**
 * What the pieces of a note add up to, or null where it is no list of counted pieces:
 * "05 TTHC lĩnh vực KNTC, 05 TTHC lĩnh vực PCTN" is 10; "Cấp phòng" and "Gồm 3 phòng" are null.
 */
export function composition(note: string): number | null {
  const pieces = note
    .normalize('NFC')
    .split(/[;\n+]|,(?!\d)|\svà\s+(?=\d)/u)
    .map((p) => p.trim())
    .filter((p) => p !== '');
  if (pieces.length < 2) return null;
  let sum = 0;
  for (const piece of pieces) {
    const digits = /^[-–]?\s*(\d[\d.]*)\s+\p{L}/u.exec(piece)?.[1];
    const read = digits === undefined ? null : readNumber(digits, { kind: 'count' });
    if (read?.kind !== 'number') return null;
    sum += read.value;
  }
  return sum;
}
