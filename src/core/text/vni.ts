/**
 * VNI for Windows as it stands in files: a vowel and, after it, a letter of Latin-1 that the VNI fonts draw as marks
 * above or below it. Letters i, đ, ơ, ư and ỵ have a character of their own. The table was checked against those of
 * xvnkb (vni.h) and of the package vietnamese-conversion, letter by letter.
 */
const TONES = 'ùøûõï';
const ROWS: readonly (readonly [base: string, marks: string, letters: string])[] = [
  ['a', TONES, 'áàảãạ'],
  ['a', 'êéèúüë', 'ăắằẳẵặ'],
  ['a', 'âáàåãä', 'âấầẩẫậ'],
  ['e', TONES, 'éèẻẽẹ'],
  ['e', 'âáàåãä', 'êếềểễệ'],
  ['o', TONES, 'óòỏõọ'],
  ['o', 'âáàåãä', 'ôốồổỗộ'],
  ['ô', TONES, 'ớờởỡợ'],
  ['u', TONES, 'úùủũụ'],
  ['ö', TONES, 'ứừửữự'],
  ['y', 'ùøûõ', 'ýỳỷỹ'],
];
const SINGLE: readonly (readonly [code: string, letter: string])[] = [
  ['í', 'í'],
  ['ì', 'ì'],
  ['æ', 'ỉ'],
  ['ó', 'ĩ'],
  ['ò', 'ị'],
  ['î', 'ỵ'],
  ['ô', 'ơ'],
  ['ö', 'ư'],
  ['ñ', 'đ'],
];

/**
 * The letter that each code of VNI stands for: "aù" → "á", "ñ" → "đ", "Ö" → "Ư". Codes are one or two characters. The
 * mark may be small or capital after a letter of either case, as Excel's PROPER and UPPER leave them; the letter before
 * it decides.
 */
export const VNI_LETTERS: ReadonlyMap<string, string> = (() => {
  const letters = new Map<string, string>();
  for (const [code, letter] of SINGLE) {
    letters.set(code, letter);
    letters.set(code.toUpperCase(), letter.toUpperCase());
  }
  for (const [base, marks, row] of ROWS) {
    [...row].forEach((letter, i) => {
      const mark = marks[i] as string;
      for (const m of [mark, mark.toUpperCase()]) {
        letters.set(base + m, letter);
        letters.set(base.toUpperCase() + m, letter.toUpperCase());
      }
    });
  }
  return letters;
})();
