import { parseLocal, splitReference } from './references';

/** Formulas as trees: what a small sheet needs. References keep their text. */

export type Node =
  | { kind: 'number'; value: number }
  | { kind: 'string'; value: string }
  | { kind: 'boolean'; value: boolean }
  | { kind: 'error'; value: string }
  | { kind: 'reference'; text: string }
  | { kind: 'call'; name: string; args: Node[] }
  | { kind: 'unary'; op: string; of: Node }
  | { kind: 'binary'; op: string; left: Node; right: Node };

const TOKEN =
  /\s+|"(?:[^"]|"")*"|#[A-Z/0]+[!?]?|(?:'(?:[^']|'')+'!|[A-Za-z_\u00c0-\uffff][\w.\u00c0-\uffff]*!)?\$?[A-Za-z]{1,3}\$?\d+(?::\$?[A-Za-z]{1,3}\$?\d+)?(?![\w(.])|(?:'(?:[^']|'')+'!|[A-Za-z_\u00c0-\uffff][\w.\u00c0-\uffff]*!)?\$?(?:[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\d+:\$?\d+)(?![\w(.])|\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+|[A-Za-z_\u00c0-\uffff\\][\w.\u00c0-\uffff]*|<>|<=|>=|[-+*/^&=<>(),;%]/uy;

const POWER: Record<string, number> = {
  '=': 1,
  '<>': 1,
  '<': 1,
  '>': 1,
  '<=': 1,
  '>=': 1,
  '&': 2,
  '+': 3,
  '-': 3,
  '*': 4,
  '/': 4,
  '^': 5,
};

/** Splits a formula (without "="); null where a piece is not understood. */
export function tokenize(formula: string): string[] | null {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < formula.length) {
    const m = TOKEN.exec(formula);
    if (!m) return null;
    tokens.push(m[0]);
  }
  return tokens;
}

/** The tree of a formula ("=" in front or not); null where it is not understood. */
export function parseFormula(formula: string): Node | null {
  const tokens = tokenize(formula.replace(/^=/, ''))?.filter((t) => t.trim() !== '');
  if (!tokens) return null;
  const parser = new Parser(tokens);
  const node = parser.expression(0);
  return node && parser.done ? node : null;
}

export function isReference(token: string): boolean {
  return (
    !/^["#]/.test(token) &&
    (/[A-Za-z]/.test(token) || token.includes(':')) &&
    parseLocal(splitReference(token).local) !== null
  );
}

class Parser {
  private at = 0;
  constructor(private readonly tokens: string[]) {}
  get done(): boolean {
    return this.at === this.tokens.length;
  }
  private take(expected: string): boolean {
    const hit = this.tokens[this.at] === expected;
    if (hit) this.at += 1;
    return hit;
  }

  expression(minimum: number): Node | null {
    let left = this.operand();
    while (left) {
      if (this.take('%')) {
        left = { kind: 'unary', op: '%', of: left };
        continue;
      }
      const op = this.tokens[this.at];
      const power = op === undefined ? undefined : POWER[op];
      if (op === undefined || power === undefined || power < minimum) return left;
      this.at += 1;
      const right = this.expression(power + 1);
      left = right && { kind: 'binary', op, left, right };
    }
    return left;
  }

  private operand(): Node | null {
    const token = this.tokens[this.at];
    if (token === undefined) return null;
    this.at += 1;
    if (token === '-' || token === '+') {
      const of = this.expression(6);
      return of && { kind: 'unary', op: token, of };
    }
    if (token === '(') {
      const inner = this.expression(0);
      return inner && this.take(')') ? inner : null;
    }
    if (token.startsWith('"')) return { kind: 'string', value: token.slice(1, -1).replace(/""/g, '"') };
    if (token.startsWith('#')) return { kind: 'error', value: token };
    if (isReference(token)) return { kind: 'reference', text: token };
    if (/^[\d.]/.test(token)) return { kind: 'number', value: Number(token) };
    if (/^(true|false)$/i.test(token) && this.tokens[this.at] !== '(')
      return { kind: 'boolean', value: /^t/i.test(token) };
    if (this.take('(')) return this.call(token);
    return /^[\p{L}_\\]/u.test(token) ? { kind: 'reference', text: token } : null;
  }

  private call(name: string): Node | null {
    const args: Node[] = [];
    if (this.take(')')) return { kind: 'call', name: name.toUpperCase(), args };
    for (;;) {
      const empty = this.tokens[this.at] === ',' || this.tokens[this.at] === ')';
      const arg = empty ? { kind: 'string' as const, value: '' } : this.expression(0);
      if (!arg) return null;
      args.push(arg);
      if (this.take(')')) return { kind: 'call', name: name.toUpperCase(), args };
      if (!this.take(',')) return null;
    }
  }
}
