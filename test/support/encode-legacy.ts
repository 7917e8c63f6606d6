/**
 * Unicode → old encodings, for tests only; made in another way than the decoders so that a slip in one does not hide in
 * the other. TCVN3 goes by the code page (A0–FF in order, as `iconv -f TCVN` prints it), VNI by rule from the parts of
 * each letter.
 */
const PAGE = '.ĂÂÊÔƠƯĐăâêôơưđ......àảãáạ.ằẳẵắ.......ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò.ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ.';
const CAPITALS = /[ÀẢÃÁẠẰẲẴẮẶẦẨẪẤẬÈẺẼÉẸỀỂỄẾỆÌỈĨÍỊÒỎÕÓỌỒỔỖỐỘỜỞỠỚỢÙỦŨÚỤỪỬỮỨỰỲỶỸÝỴ]/;

/** Small letters, and the seven capitals that have a code; throws for the capitals that only .VnTimeH draws. */
export function encodeTcvn3(text: string): string {
  if (CAPITALS.test(text)) throw new Error(`TCVN3 has no code for a capital in ${text}`);
  return [...text]
    .map((c) => (c !== '.' && PAGE.includes(c) ? String.fromCharCode(0xa0 + PAGE.indexOf(c)) : c))
    .join('');
}

/** Text for a capitals font: every letter small. */
export const encodeTcvn3Capitals = (text: string): string => encodeTcvn3(text.toLowerCase());

const TONES = '\u0301\u0300\u0309\u0303\u0323';
const MARKS: Record<string, string> = { '': 'ùøûõï', '\u0302': 'áàåãä', '\u0306': 'éèúüë' };

function vniLetter(letter: string): string {
  if (letter === 'đ') return 'ñ';
  const [base = '', ...marks] = [...letter.normalize('NFD')];
  const tone = marks.map((m) => TONES.indexOf(m)).find((i) => i >= 0) ?? -1;
  const shape = marks.find((m) => !TONES.includes(m)) ?? '';
  if (base === 'i') return tone < 0 ? 'i' : 'íìæóò'[tone]!;
  if (base === 'y' && tone === 4) return 'î';
  if (shape === '\u031b') return (base === 'o' ? 'ô' : 'ö') + (tone < 0 ? '' : MARKS['']![tone]!);
  const row = MARKS[shape]!;
  if (tone >= 0) return base + row[tone]!;
  return base + (shape === '' ? '' : shape === '\u0302' ? 'â' : 'ê');
}

export function encodeVni(text: string): string {
  return [...text]
    .map((c) => {
      const small = c.toLowerCase();
      const code = /[\u00C0-\u01B0\u1EA0-\u1EF9]/.test(c) ? vniLetter(small) : c;
      return code === c || small === c ? code : code.toUpperCase();
    })
    .join('');
}
