/**
 * TCVN3 (ABC) as it stands in files: one character of Latin-1 for each letter. The codes are those of the standard TCVN
 * 5712:1993 for small letters and for the seven capitals that the ABC fonts draw; they were checked one by one against
 * the table "TCVN" of GNU libc and that of the input method xvnkb. Other capitals of the standard (AF, BA, C0 …) are
 * left out: no ABC font draws them, so a text that holds one is not in TCVN3.
 */
const ROWS: readonly (readonly [letters: string, codes: string])[] = [
  ['áàảãạ', 'B8 B5 B6 B7 B9'],
  ['ăắằẳẵặ', 'A8 BE BB BC BD C6'],
  ['âấầẩẫậ', 'A9 CA C7 C8 C9 CB'],
  ['éèẻẽẹ', 'D0 CC CE CF D1'],
  ['êếềểễệ', 'AA D5 D2 D3 D4 D6'],
  ['íìỉĩị', 'DD D7 D8 DC DE'],
  ['óòỏõọ', 'E3 DF E1 E2 E4'],
  ['ôốồổỗộ', 'AB E8 E5 E6 E7 E9'],
  ['ơớờởỡợ', 'AC ED EA EB EC EE'],
  ['úùủũụ', 'F3 EF F1 F2 F4'],
  ['ưứừửữự', 'AD F8 F5 F6 F7 F9'],
  ['ýỳỷỹỵ', 'FD FA FB FC FE'],
  ['đ', 'AE'],
  ['ĂÂÊÔƠƯĐ', 'A1 A2 A3 A4 A5 A6 A7'],
];

/**
 * The letter that each code of TCVN3 stands for, both as one character: "¸" → "á", U+00AD → "ư". ASCII is not in it.
 */
export const TCVN3_LETTERS: ReadonlyMap<string, string> = new Map(
  ROWS.flatMap(([letters, codes]) => {
    const list = codes.split(' ');
    return [...letters].map((letter, i): [string, string] => [
      String.fromCharCode(parseInt(list[i] as string, 16)),
      letter,
    ]);
  }),
);
