import type { Rng } from '../../mess/rng';

const NUMBERS = [
  '0',
  '-1',
  '1',
  '16384',
  '16385',
  '1048576',
  '1048577',
  '65536',
  '2147483647',
  '2147483648',
  '4294967295',
  '99999999999999999999',
  '1e308',
  '1e999',
  '-1e-324',
  'NaN',
  '0x10',
  '',
  ' 7 ',
  '1,5',
  '٣',
];
const WORDS = [
  '__proto__',
  'constructor',
  'toString',
  'XFD1048576',
  'A0',
  'ZZZZ1',
  '$A$1',
  'A1:XFD1048576',
  '../../../etc/passwd',
  '\u0000',
  '\ud800',
  '&#0;',
  '&#x110000;',
  '&lol;',
  '&amp;amp;',
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '<?x',
  '\uFEFF',
  '=1+1',
  'tất cả',
  '#REF!',
];
const INSERTED = [
  '<!DOCTYPE x [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]>',
  '<!DOCTYPE x SYSTEM "file:///etc/hostname">',
  '<a b=c>',
  '</x>',
  '<',
  '>',
  '"',
  '<x/>',
];

/** Tags and the text between them. */
const tokensOf = (text: string): string[] => text.match(/<[^>]*>|[^<]+|</g) ?? [];

/**
 * Where the element that begins at `at` ends (behind its closing tag), by counting tags; a lone tag where there is
 * none.
 */
function endOf(tokens: readonly string[], at: number): number {
  let depth = 0;
  for (let i = at; i < Math.min(tokens.length, at + 5_000); i++) {
    const t = tokens[i]!;
    if (t.startsWith('</')) depth--;
    else if (t.startsWith('<') && !t.endsWith('/>') && !t.startsWith('<?') && !t.startsWith('<!')) depth++;
    if (depth <= 0) return i + 1;
  }
  return at + 1;
}

/** One to four changes of elements, attributes and texts of a page or an XML part. */
export function mutateMarkup(text: string, rng: Rng): string {
  const tokens = tokensOf(text);
  if (tokens.length === 0) return rng.pick(WORDS);
  for (let n = rng.chance(0.6) ? 1 : rng.int(2, 4); n > 0 && tokens.length > 0; n--) changeOnce(tokens, rng);
  return tokens.join('');
}

function changeOnce(tokens: string[], rng: Rng): void {
  const at = rng.int(0, tokens.length - 1);
  const token = tokens[at]!;
  const end = endOf(tokens, at);
  switch (rng.int(0, 13)) {
    case 0:
      tokens.splice(at, end - at);
      return;
    case 1:
      tokens.splice(at, 0, ...tokens.slice(at, end));
      return;
    case 2: {
      const cut = tokens.splice(at, end - at);
      tokens.splice(rng.int(0, tokens.length), 0, ...cut);
      return;
    }
    case 3:
      tokens.splice(at, 1);
      return;
    case 4:
      tokens.splice(at, 0, rng.pick(INSERTED));
      return;
    case 5: {
      const piece = tokens.slice(at, Math.min(end, at + 200)).join('');
      tokens.splice(at, 0, piece.repeat(rng.pick([3, 50, Math.min(2_000, Math.ceil(200_000 / (piece.length + 1)))])));
      return;
    }
    case 6: {
      const depth = rng.pick([2, 40, 300]);
      tokens.splice(at, end - at, token.repeat(depth), ...tokens.slice(at + 1, end));
      return;
    }
    case 7: {
      const other = rng.int(0, tokens.length - 1);
      [tokens[at], tokens[other]] = [tokens[other]!, token];
      return;
    }
    case 8:
      tokens[at] = token.startsWith('<')
        ? token.replace(
            /^(<\/?)[^\s/>]+/,
            (_, lead: string) => lead + rng.pick(['x', 'c', 'row', 'table:table-cell', 'w:tbl', 'td', 'v', 'f']),
          )
        : rng.pick(WORDS);
      return;
    default:
      tokens[at] = token.startsWith('<')
        ? changeAttribute(token, rng)
        : rng.pick([...NUMBERS, ...WORDS, token.repeat(40)]);
  }
}

function changeAttribute(tag: string, rng: Rng): string {
  const found = [...tag.matchAll(/\s[\w:.-]+="[^"]*"/g)];
  if (found.length === 0)
    return tag.replace(
      /(\/?>)$/,
      ` ${rng.pick(['r', 's', 't', 'colspan', 'rowspan', 'xml:space'])}="${rng.pick(NUMBERS)}"$1`,
    );
  const chosen = rng.pick(found);
  const name = chosen[0].slice(0, chosen[0].indexOf('='));
  const changed = rng.pick([
    `${name}="${rng.pick(NUMBERS)}"`,
    `${name}="${rng.pick(NUMBERS)}"`,
    `${name}="${rng.pick(WORDS)}"`,
    '',
    chosen[0] + chosen[0],
    `${name}="${'9'.repeat(rng.pick([20, 400, 140_000]))}"`,
    rng.pick(found)[0],
  ]);
  return tag.slice(0, chosen.index) + changed + tag.slice(chosen.index + chosen[0].length);
}
