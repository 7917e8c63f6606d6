import type { FormatToken } from './format-tokens';
import { pad, type SerialParts } from './serial-date';

/** A date under the tokens of its section; without tokens, or with names of months or days in them: "30/01/2020". */
export function dateText(parts: SerialParts, section: FormatToken[]): string {
  const tokens = section.filter((t) => t.type === 'date');
  const twelve = tokens.some((t) => t.text === 'am/pm' || t.text === 'a/p');
  if (tokens.length === 0 || tokens.some((t) => /^(ddd+|mmm+|\[.\])$/.test(t.text))) return plainDate(parts);
  let out = '';
  for (const token of section) {
    if (token.type === 'literal') out += token.text;
    else if (token.type === 'date') out += datePart(parts, token.text, twelve);
    else if (token.type === 'digits') out += token.text;
  }
  return out.trim();
}

function plainDate(p: SerialParts): string {
  return `${pad(p.day, 2)}/${pad(p.month, 2)}/${pad(p.year, 4)}`;
}

function datePart(p: SerialParts, letters: string, twelve: boolean): string {
  const width = letters.length;
  switch (letters[0]) {
    case 'd':
      return pad(p.day, width);
    case 'm':
      return pad(p.month, width);
    case 'y':
      return width > 2 ? pad(p.year, 4) : pad(p.year % 100, 2);
    case 'h':
      return pad(twelve ? ((p.hour + 11) % 12) + 1 : p.hour, width);
    case 'n':
      return pad(p.minute, width);
    case 's':
      return pad(p.second, width);
    case 'a':
      return p.hour < 12 ? 'SA' : 'CH';
    default:
      return '';
  }
}
