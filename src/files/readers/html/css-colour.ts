/** Colours by name that texts hide in. */
const NAMES: Readonly<Record<string, string>> = {
  white: 'FFFFFF',
  black: '000000',
  windowtext: '000000',
  window: 'FFFFFF',
  snow: 'FFFAFA',
  ivory: 'FFFFF0',
  ghostwhite: 'F8F8FF',
  whitesmoke: 'F5F5F5',
};

/**
 * "#fff", "rgb(255, 255, 255)" or "white" as "FFFFFF"; undefined for what is see-through, inherited or not known here.
 */
export function cssColour(text: string): string | undefined {
  const value =
    text
      .trim()
      .toLowerCase()
      .split(/\s+(?![^(]*\))/)[0] ?? '';
  const hex = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/.exec(value)?.[1];
  if (hex && (value.startsWith('#') || hex.length === 6))
    return (hex.length === 3 ? hex.replace(/./g, '$&$&') : hex).toUpperCase();
  const rgb = /^rgb\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*\)$/.exec(value);
  if (rgb)
    return rgb
      .slice(1)
      .map((n) => Math.min(255, Number(n)).toString(16).padStart(2, '0'))
      .join('')
      .toUpperCase();
  return NAMES[value];
}
