const SIGNS: readonly [number, string][] = [
  [1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I'],
];

/** A positive whole number in Roman numerals: 4 is "IV". */
export function roman(n: number): string {
  let out = '';
  let rest = n;
  for (const [value, sign] of SIGNS) while (rest >= value) { out += sign; rest -= value; }
  return out;
}
