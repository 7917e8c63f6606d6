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

/** Looks by class ("xl65") and by element ("td") of a style sheet; anything more elaborate is passed over. */
export function readStyleSheet(css: string, into: Map<string, CssLook>): void {
  const source = css.replace(/<!--|-->/g, '');
  let at = 0;
  while (into.size < MOST_RULES) {
    const open = source.indexOf('{', at);
    const close = open < 0 ? -1 : blockEnd(source, open + 1);
    if (close < 0) return;
    const look = readDeclarations(source.slice(open + 1, close));
    const selectors = source
      .slice(at, open)
      .replace(/\/\*[^]*?\*\//g, '')
      .split(',');
    for (const selector of selectors) {
      const m = /^\s*(?:([a-z]+)|[a-z]*\.([\w-]+))\s*$/i.exec(selector);
      const key = m?.[2] === undefined ? m?.[1]?.toLowerCase() : `.${m[2].toLowerCase()}`;
      if (key !== undefined) into.set(key, { ...into.get(key), ...look });
    }
    at = close + 1;
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
  for (const m of source.matchAll(/([\w-]+)\s*:\s*((?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[^;"'])*)/g)) {
    const value = m[2]!.trim();
    switch (m[1]!.toLowerCase()) {
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
