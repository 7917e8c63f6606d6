import { words } from '../text/words';

/** Words that a symbol leaves out; "tỉnh" only at the end of a name that is longer without it. */
const SILENT = new Set(['và', 'của']);
const LEAST = 3;

/**
 * The symbol that an agency's report numbers probably bear: first letters without "và", short forms whole. "Sở Tư pháp"
 * gives "STP", "Sở Lao động - Thương binh và Xã hội" "SLĐTBXH", "Văn phòng UBND tỉnh" "VPUBND"; null where fewer than
 * three letters come out.
 */
export function deriveSymbol(name: string): string | null {
  const typed = name
    .normalize('NFC')
    .replace(/\([^()\n]*\)/g, ' ')
    .split(/[^\p{L}\p{N}&]+/u)
    .filter((w) => w !== '');
  const parts = typed.filter((w) => !SILENT.has(words(w)[0] ?? ''));
  const letters = parts.map((w) =>
    w === w.toUpperCase() && w.length > 1 && parts.some((p) => p !== p.toUpperCase())
      ? w.replace(/&/g, '')
      : w[0]!.toLocaleUpperCase('vi'),
  );
  const last = parts.at(-1)?.toLocaleLowerCase('vi');
  const kept = last === 'tỉnh' && letters.length > LEAST ? letters.slice(0, -1) : letters;
  const symbol = kept.join('');
  return symbol.length < LEAST ? null : symbol;
}
