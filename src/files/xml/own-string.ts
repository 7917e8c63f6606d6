/** V8 keeps a cut-out of 13 characters or more as a pointer into its whole source text. */
const SLICE_THRESHOLD = 13;

/**
 * The same text in memory of its own. A text cut from a part's XML would keep the whole part alive for as long as
 * the text is kept; a thousand workbooks then need gigabytes. Joining and cutting makes the engine copy it.
 */
export function ownString(text: string): string {
  return text.length < SLICE_THRESHOLD ? text : (' ' + text).slice(1);
}
