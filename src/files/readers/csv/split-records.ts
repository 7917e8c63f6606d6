const QUOTE = 34,
  CR = 13,
  LF = 10;

/**
 * Gives every field with its row and column, from 0, starting at `from`; stops where `visit` returns false. A field in
 * quotes may hold separators, line ends and doubled quotes (RFC 4180); a quote elsewhere is a letter. `unclosed` is
 * called where quotes never end.
 */
export function forEachField(
  text: string,
  separator: string,
  from: number,
  visit: (field: string, row: number, col: number) => boolean,
  unclosed: () => void,
): void {
  const split = separator.charCodeAt(0);
  let row = 0;
  let col = 0;
  let at = from;
  while (at <= text.length) {
    let field: string;
    if (text.charCodeAt(at) === QUOTE) {
      const end = closingQuote(text, at);
      if (end < 0) return unclosed();
      const rest = fieldEnd(text, end + 1, split);
      field =
        text
          .slice(at + 1, end)
          .replace(/""/g, '"')
          .replace(/\r\n?/g, '\n') + text.slice(end + 1, rest);
      at = rest;
    } else {
      const end = fieldEnd(text, at, split);
      field = text.slice(at, end);
      at = end;
    }
    if (!visit(field, row, col)) return;
    const c = text.charCodeAt(at);
    if (c === split) {
      col++;
      at++;
      continue;
    }
    at += c === CR && text.charCodeAt(at + 1) === LF ? 2 : 1;
    row++;
    col = 0;
  }
}

function closingQuote(text: string, at: number): number {
  let end = text.indexOf('"', at + 1);
  while (end >= 0 && text.charCodeAt(end + 1) === QUOTE) end = text.indexOf('"', end + 2);
  return end;
}

function fieldEnd(text: string, at: number, split: number): number {
  for (; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c === split || c === CR || c === LF) return at;
  }
  return at;
}
