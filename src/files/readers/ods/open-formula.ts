/**
 * An OpenFormula as Excel writes it, without "=": "of:=SUM([.B1:.B9];[$'PL 2'.C3])" → "SUM(B1:B9,'PL 2'!C3)".
 * Texts in quotes stay as they are.
 */
export function fromOpenFormula(source: string): string {
  const body = source.replace(/^(?:[A-Za-z]\w*:)?=?/, '');
  if (/^msoxl:/.test(source)) return body;
  let out = '';
  let at = 0;
  let braces = 0;
  while (at < body.length) {
    const c = body[at]!;
    if (c === '"') {
      const end = quoteEnd(body, at, '"');
      out += body.slice(at, end);
      at = end;
      continue;
    }
    if (c === '[') {
      const end = referenceEnd(body, at);
      out += reference(body.slice(at + 1, body[end - 1] === ']' ? end - 1 : end));
      at = end;
      continue;
    }
    if (c === '{') braces++;
    if (c === '}') braces--;
    out += c === ';' ? ',' : c === '~' ? ',' : c === '|' && braces > 0 ? ';' : c;
    at++;
  }
  return out;
}

/** Position behind the quoted text at `at`; a quote inside is written twice. */
function quoteEnd(text: string, at: number, quote: string): number {
  let end = text.indexOf(quote, at + 1);
  while (end >= 0 && text[end + 1] === quote) end = text.indexOf(quote, end + 2);
  return end < 0 ? text.length : end + 1;
}

/** Position behind the "]" of a reference; sheet names in quotes may hold one too. */
function referenceEnd(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && text[end] !== ']') end = text[end] === "'" ? quoteEnd(text, end, "'") : end + 1;
  return Math.min(end + 1, text.length);
}

/** ".B1:.B9" → "B1:B9"; "$'PL 2'.C3" → "'PL 2'!C3"; the sheet is named once for a range on it. */
function reference(text: string): string {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at <= text.length;) {
    if (text[at] === "'") {
      at = quoteEnd(text, at, "'");
      continue;
    }
    if (at === text.length || text[at] === ':') {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
    at++;
  }
  let sheet = '';
  return parts
    .map((part) => {
      const dot = part.lastIndexOf('.');
      const own = dot < 0 ? '' : part.slice(0, dot).replace(/^\$/, '');
      const cell = part.slice(dot + 1);
      const named = own !== '' && own !== sheet ? `${own}!${cell}` : cell;
      sheet = own || sheet;
      return named;
    })
    .join(':');
}
