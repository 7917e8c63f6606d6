/** Words that a sender drops or adds without meaning another row. */
const FILLERS = new Set([
  'số',
  'các',
  'và',
  'của',
  'theo',
  'về',
  'tại',
  'cho',
  'để',
  'trong',
  'với',
  'những',
  'lượng',
  'là',
]);

/**
 * What a folded word weighs in a wording; tuned on the rows of Phụ lục 2: figures and numerals double, fillers little
 * ("của" 0.3), short words less than long ones.
 */
export function wordWeight(word: string): number {
  if (/\d|^(?:i{1,3}|iv)$/.test(word)) return 2;
  return FILLERS.has(word) ? 0.3 : Math.min(word.length, 4) / 4;
}
