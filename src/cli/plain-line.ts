/** Line breaks of any kind, and tabs: a cell or a file name may hold them, and one line stays one line. */
const BREAKS = /\r\n|[\t\n\v\f\r\u0085\u2028\u2029]/g;
/** What else steers a terminal or turns the direction of writing: C0, DEL, C1, and the bidi controls of Unicode. */
const STEERING = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A line for a terminal in which nothing of a stranger's text acts: ESC is shown as "[U+001B]". */
export function plainLine(line: string): string {
  return line
    .replace(BREAKS, ' ')
    .replace(STEERING, (c) => `[U+${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`);
}
