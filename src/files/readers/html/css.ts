import { namedFormat } from '../number-format/named-formats';
import { cssColour } from './css-colour';

/** What this reader looks for in styles. */
export interface CssLook {
  font?: string;
  format?: string;
  hidden?: boolean;
  colour?: string;
  fill?: string;
  struck?: boolean;
  raised?: boolean;
}

/** Selectors kept from one page. */
const MOST_RULES = 20_000;
/** Longer than any property's name. */
const LONGEST_NAME = 64;

/** Looks by class ("xl65") and by element ("td") of a style sheet; anything more elaborate is passed over. */
export function readStyleSheet(css: string, into: Map<string, CssLook>): void {
  const source = withoutComments(css.replace(/<!--|-->/g, ''));
  let at = 0;
  while (into.size < MOST_RULES) {
    const open = source.indexOf('{', at);
    const close = open < 0 ? -1 : blockEnd(source, open + 1);
    if (close < 0) return;
    const look = readDeclarations(source.slice(open + 1, close));
    const selectors = source.slice(at, open).split(',');
    for (const selector of selectors) {
      const m = /^\s*(?:([a-z]+)|[a-z]*\.([\w-]+))\s*$/i.exec(selector);
      const key = m?.[2] === undefined ? m?.[1]?.toLowerCase() : `.${m[2].toLowerCase()}`;
      if (key !== undefined) into.set(key, { ...into.get(key), ...look });
    }
    at = close + 1;
  }
}

function withoutComments(css: string): string {
  let kept = '';
  let at = 0;
  for (let open = css.indexOf('/*'); open >= 0; open = css.indexOf('/*', at)) {
    kept += css.slice(at, open);
    const close = css.indexOf('*/', open + 2);
    if (close < 0) return kept;
    at = close + 2;
  }
  return kept + css.slice(at);
}

/** Names in small letters and values of "name: value; …"; a semicolon in quotes ends none. */
function* declarations(source: string): Generator<[name: string, value: string]> {
  let from = 0;
  let colon = -1;
  let quote = '';
  for (let at = 0; at <= source.length; at++) {
    const c = source[at];
    if (quote && c !== undefined) {
      if (c === '\\') at++;
      else if (c === quote) quote = '';
    } else if (c === ';' || c === undefined) {
      const name =
        colon < 0 ? undefined : /[\w-]+$/.exec(source.slice(from, colon).trimEnd().slice(-LONGEST_NAME))?.[0];
      if (name !== undefined) yield [name.toLowerCase(), source.slice(colon + 1, at).trim()];
      [from, colon] = [at + 1, -1];
    } else if (c === ':' && colon < 0) colon = at;
    else if ((c === '"' || c === "'") && colon >= 0) quote = c;
  }
}

function blockEnd(source: string, from: number): number {
  let quote = '';
  for (let at = from; at < source.length; at++) {
    const c = source[at]!;
    if (quote) {
      if (c === '\\') at++;
      else if (c === quote) quote = '';
    } else if (c === '"' || c === "'") quote = c;
    else if (c === '}') return at;
  }
  return -1;
}

/** Reads "font-family:'.VnTime'; mso-number-format:'\#\,\#\#0'". */
export function readDeclarations(source: string): CssLook {
  const look: CssLook = {};
  for (const [name, value] of declarations(source)) {
    switch (name) {
      case 'font-family':
        look.font = unquoted(value.split(',')[0]!) || undefined;
        break;
      case 'mso-number-format':
        look.format = numberFormatOf(unquoted(value));
        break;
      case 'text-decoration':
      case 'text-decoration-line':
        look.struck = /line-through/i.test(value);
        break;
      case 'vertical-align':
        if (/^super/i.test(value)) look.raised = true;
        break;
      case 'color':
        look.colour = cssColour(value);
        break;
      case 'background':
      case 'background-color':
        look.fill = cssColour(value);
        break;
      case 'display':
        look.hidden = /^none\b/i.test(value);
        break;
      case 'visibility':
        if (/^(?:hidden|collapse)\b/i.test(value)) look.hidden = true;
        break;
      default:
    }
  }
  return look;
}

function unquoted(value: string): string {
  return value.trim().replace(/^(["'])([^]*)\1$/, '$2');
}

/** Excel escapes every sign of a code: "\#\,\#\#0", "\0022" for a quote. */
function numberFormatOf(value: string): string {
  const code = value
    .replace(/\\([0-9a-fA-F]{4})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    .replace(/\\(.)/g, '$1');
  return namedFormat(code);
}
