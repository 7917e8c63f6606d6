/** `'4`: the apostrophe by which Excel is told to keep text, written into the cell by exports of web systems. */
const APOSTROPHE = /^['\u2018\u2019\u201B\u2032\u00B4`\uFF07]\s*(?=[^'\s])/;
/** `="4"` and `"4"`: how exports keep Excel from changing a figure. */
const QUOTED = /^=?(["\u201C\u201D])([^"\u201C\u201D=]*)["\u201C\u201D]$/;

/** What stands in a cell behind such marks: "'4" and '="4"' are "4". Anything else as it is. */
export function withoutQuotes(text: string): string {
  const quoted = QUOTED.exec(text);
  return quoted ? (quoted[2] ?? '').trim() : text.replace(APOSTROPHE, '');
}
