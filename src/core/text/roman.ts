const PARTS: readonly (readonly [string, number])[] = [
  ['M', 1000],
  ['CM', 900],
  ['D', 500],
  ['CD', 400],
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
];

/** The Roman numeral of a whole number from 1 to 3999: 4 is "IV", as in "Quý IV". */
export function roman(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > 3999) throw new RangeError(`no Roman numeral for ${n}`);
  let rest = n;
  let out = '';
  for (const [letters, value] of PARTS) {
    while (rest >= value) {
      out += letters;
      rest -= value;
    }
  }
  return out;
}

/**
 * The number a well-formed Roman numeral stands for, upper or lower case; null for anything else. "iv" is 4, "IIII" is
 * null.
 */
export function fromRoman(s: string): number | null {
  const text = s.trim().toUpperCase();
  if (!/^[MDCLXVI]{1,15}$/.test(text)) return null;
  let rest = text;
  let value = 0;
  for (const [letters, worth] of PARTS) {
    while (rest.startsWith(letters)) {
      value += worth;
      rest = rest.slice(letters.length);
    }
  }
  return value >= 1 && value <= 3999 && roman(value) === text ? value : null;
}
