import { digitPattern, type DigitPattern } from './decimal-text';

/** One piece of a section of a number format code. */
export type FormatToken =
  | { type: 'literal'; text: string }
  /** Placeholders as written, decimal point and commas included: "#,##0.00". */
  | { type: 'digits'; text: string; pattern: DigitPattern }
  | { type: 'percent' }
  | { type: 'exponent' }
  | { type: 'general' }
  | { type: 'text' }
  /**
   * Letters as written in lower case: "dd", "mmm", "[h]", "am/pm", "ss". `m` after hours or before seconds is `n`
   * (minutes).
   */
  | { type: 'date'; text: string }
  /** A condition, a fraction or something else that is not formatted here. */
  | { type: 'unknown' };

/** Longest code Excel stores is 255 characters; more is not looked at. */
const LONGEST_CODE = 400;

/** Sections of a format code, each as tokens; colours, padding and fills are dropped. */
export function formatSections(code: string): FormatToken[][] {
  const sections: FormatToken[][] = [[]];
  const source = code.slice(0, LONGEST_CODE);
  let at = 0;
  while (at < source.length) {
    if (source[at] === ';') {
      sections.push([]);
      at++;
      continue;
    }
    at = readToken(source, at, sections[sections.length - 1]!);
  }
  for (const section of sections) markMinutes(section);
  return sections;
}

/** Appends the token at `at` and returns the position behind it. */
function readToken(source: string, at: number, out: FormatToken[]): number {
  const c = source[at]!;
  if (c === '"') {
    const end = source.indexOf('"', at + 1);
    out.push({ type: 'literal', text: source.slice(at + 1, end < 0 ? source.length : end) });
    return end < 0 ? source.length : end + 1;
  }
  if (c === '\\') {
    out.push({ type: 'literal', text: source[at + 1] ?? '' });
    return at + 2;
  }
  if (c === '_') {
    out.push({ type: 'literal', text: ' ' });
    return at + 2;
  }
  if (c === '*') return at + 2;
  if (c === '[') return readBracket(source, at, out);
  const rest = source.slice(at, at + 12);
  const word = /^(?:general|am\/pm|a\/p|e[+-]0*)/i.exec(rest)?.[0];
  if (word) {
    out.push(
      /^g/i.test(word)
        ? { type: 'general' }
        : /^e/i.test(word)
          ? { type: 'exponent' }
          : { type: 'date', text: word.toLowerCase() },
    );
    return at + word.length;
  }
  if (/[0#?.,]/.test(c)) return readDigits(source, at, out);
  const letters = /^([dmyhs])\1*/i.exec(rest)?.[0];
  if (letters) {
    out.push({ type: 'date', text: letters.toLowerCase() });
    return at + letters.length;
  }
  out.push(c === '%' ? { type: 'percent' } : c === '@' ? { type: 'text' } : { type: 'literal', text: c });
  return at + 1;
}

function readDigits(source: string, at: number, out: FormatToken[]): number {
  const text = /^[0#?.,]+/.exec(source.slice(at))![0];
  const previous = out[out.length - 1];
  const afterSeconds = previous?.type === 'date' && previous.text.startsWith('s');
  if (afterSeconds && /^\.0+$/.test(text)) return at + text.length;
  if (/[0#?]/.test(text)) out.push({ type: 'digits', text, pattern: digitPattern(text) });
  else out.push({ type: 'literal', text });
  return at + text.length;
}

/**
 * [Red] and [$-42A] say nothing here, [$₫-42A] holds a currency sign, [h] counts hours beyond a day, [>100] is a
 * condition.
 */
function readBracket(source: string, at: number, out: FormatToken[]): number {
  const end = source.indexOf(']', at);
  if (end < 0) {
    out.push({ type: 'unknown' });
    return source.length;
  }
  const inside = source.slice(at + 1, end);
  if (/^(h+|m+|s+)$/i.test(inside)) out.push({ type: 'date', text: `[${inside[0]!.toLowerCase()}]` });
  else if (inside.startsWith('$')) out.push({ type: 'literal', text: inside.slice(1).split('-')[0]! });
  else if (/^[<>=]/.test(inside)) out.push({ type: 'unknown' });
  return end + 1;
}

function markMinutes(section: FormatToken[]): void {
  const dates = section.filter((t) => t.type === 'date');
  dates.forEach((token, i) => {
    if (token.text !== 'm' && token.text !== 'mm') return;
    const before = dates[i - 1]?.text ?? '';
    const after = dates[i + 1]?.text ?? '';
    if (/h/.test(before) || /s/.test(after)) token.text = token.text.replace(/m/g, 'n');
  });
}
