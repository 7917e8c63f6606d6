/** Children of a font as the schema lists them (ECMA-376 part 1, 18.8.22, as Office reads it). */
const FONT = [
  'b',
  'i',
  'strike',
  'condense',
  'extend',
  'outline',
  'shadow',
  'u',
  'vertAlign',
  'sz',
  'color',
  'name',
  'family',
  'charset',
  'scheme',
];

/**
 * Puts the children of every font of xl/styles.xml in the order of the schema; hucre writes the size after family and
 * colour, which a validator refuses.
 */
export function fontsInOrder(styles: string): string {
  return styles.replace(/<font>(.*?)<\/font>/gs, (_, inner: string) => {
    const children = inner.match(/<[^>]+\/>/g) ?? [];
    if (children.join('') !== inner) throw new Error('hucre wrote a font in another way than expected');
    const place = (child: string): number => FONT.indexOf(/^<(\w+)/.exec(child)?.[1] ?? '');
    return `<font>${[...children].sort((a, b) => place(a) - place(b)).join('')}</font>`;
  });
}
