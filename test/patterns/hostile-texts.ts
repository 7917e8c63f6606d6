import { parseRegExpLiteral, type AST } from '@eslint-community/regexpp';

/** A text made to make a pattern slow: what stands before, what is repeated, what stands behind. */
export interface Hostile {
  before: string;
  repeated: string;
  behind: string;
}

const MOST_PIECES = 24;
const MOST_BEFORE = 10;

/**
 * Texts against one pattern, told from the pattern itself: every kind of character and every word in it repeated, after
 * every beginning that it accepts, with an end that it does not accept.
 */
export function hostileTexts(source: string, flags: string): Hostile[] {
  const tree = parseRegExpLiteral(`/${source}/${flags}`);
  const pieces = [...new Set(piecesOf(tree.pattern))].filter((p) => p !== '');
  const befores = [...new Set(['', ...beginnings(tree.pattern)])];
  const repeated = spread(pieces, MOST_PIECES);
  return spread(befores, MOST_BEFORE).flatMap((before) =>
    repeated.flatMap((r) => ['\u0000', ''].map((behind) => ({ before, repeated: r, behind }))),
  );
}

function spread(list: readonly string[], most: number): string[] {
  if (list.length <= most) return [...list];
  return Array.from({ length: most }, (_, i) => list[Math.floor((i * list.length) / most)]!);
}

/** Every character kind, every run of literal letters, and every group's shortest text. */
function piecesOf(node: AST.Node): string[] {
  switch (node.type) {
    case 'Pattern':
      return node.alternatives.flatMap(piecesOf);
    case 'Group':
    case 'CapturingGroup':
      return [shortest(node), ...node.alternatives.map(shortest), ...node.alternatives.flatMap(piecesOf)];
    case 'Assertion':
      return node.kind === 'lookahead' || node.kind === 'lookbehind' ? node.alternatives.flatMap(piecesOf) : [];
    case 'Alternative':
      return [
        ...node.elements.flatMap(piecesOf),
        shortest(node),
        node.elements.map((e) => (e.type === 'Quantifier' ? shortest(e.element) : shortest(e))).join(''),
      ];
    case 'Quantifier':
      return [...piecesOf(node.element), shortest(node.element)];
    case 'Character':
    case 'CharacterSet':
    case 'CharacterClass':
      return kinds(node);
    default:
      return [];
  }
}

/** Texts that the pattern accepts up to some place in it. */
function beginnings(pattern: AST.Pattern): string[] {
  const found: string[] = [];
  const walk = (node: AST.Alternative, before: string): void => {
    let text = before;
    for (const e of node.elements) {
      const inner = e.type === 'Quantifier' ? e.element : e;
      if (inner.type === 'Group' || inner.type === 'CapturingGroup')
        for (const a of inner.alternatives.slice(0, 6)) walk(a, text);
      text += e.type === 'Quantifier' ? shortest(e.element).repeat(Math.max(1, Math.min(e.min, 40))) : shortest(e);
      found.push(text);
    }
  };
  for (const a of pattern.alternatives) walk(a, '');
  return found;
}

function shortest(node: AST.Node): string {
  switch (node.type) {
    case 'Group':
    case 'CapturingGroup':
      return shortest(node.alternatives[0]!);
    case 'Alternative':
      return node.elements.map(shortest).join('');
    case 'Quantifier':
      return shortest(node.element).repeat(Math.min(node.min, 40));
    case 'Character':
    case 'CharacterSet':
    case 'CharacterClass':
      return kinds(node)[0] ?? '';
    default:
      return '';
  }
}

const SAMPLES: Readonly<Record<string, readonly string[]>> = {
  digit: ['0'],
  space: [' ', '\n'],
  word: ['a', '_'],
  property: ['a', 'Ơ'],
  any: ['x'],
};

/** Characters of every kind that the node accepts. */
function kinds(node: AST.Character | AST.CharacterSet | AST.CharacterClass): string[] {
  if (node.type === 'Character') return [String.fromCodePoint(node.value)];
  if (node.type === 'CharacterSet') {
    const list = SAMPLES[node.kind] ?? ['x'];
    return 'negate' in node && node.negate ? ['-', 'x', ' ', '0'].filter((c) => !list.includes(c)) : [...list];
  }
  const listed = node.elements.flatMap((e): string[] => {
    if (e.type === 'CharacterClassRange') return [String.fromCodePoint(e.min.value), String.fromCodePoint(e.max.value)];
    if (e.type === 'Character' || e.type === 'CharacterSet' || e.type === 'CharacterClass') return kinds(e);
    return [];
  });
  if (!node.negate) return listed;
  const accepted = ['x', ' ', '0', '<', '[', '(', '"', "'", '/', '.'].filter((c) => !listed.includes(c));
  return [...accepted, ...listed.filter((c) => c === '\n')];
}
