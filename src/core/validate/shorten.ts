/**
 * The text, or its first words and "…" where it is longer than `width` characters: ("Số cơ quan được kiểm tra", 12) →
 * "Số cơ quan…".
 */
export function shorten(text: string, width: number): string {
  if (text.length <= width) return text;
  const cut = text.slice(0, width);
  const blank = cut.lastIndexOf(' ');
  return `${cut.slice(0, blank > width / 2 ? blank : width).replace(/[\s,;.(–-]+$/u, '')}…`;
}
