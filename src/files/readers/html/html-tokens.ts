import { decodeHtml } from './html-entities';

export type HtmlToken =
  | { kind: 'text'; text: string }
  | { kind: 'open'; name: string; attributes: ReadonlyMap<string, string> }
  | { kind: 'close'; name: string };

/** Elements whose content is no markup; of these only style is told, and what stands in a box for text. */
const RAW = new Set(['script', 'style', 'xml', 'title', 'textarea', 'noscript', 'xmp', 'object', 'svg']);
const NAME = /[A-Za-z][^\s/>]*/y;
/** The blanks and strokes between attributes, a name, and what follows an equals sign. */
const BETWEEN = /[\s/]*/y;
const ATTRIBUTE = /[^\s=>/]+/y;
const EQUALS = /\s*=\s*/y;
const BARE_VALUE = /[^\s>]*/y;
/** More attributes than any cell has. */
const MOST_ATTRIBUTES = 100;

/** Splits a page into tags and texts, forgiving as browsers are; the content of `<style>` is given to `onStyle`. */
export function* htmlTokens(source: string, onStyle: (css: string) => void): Generator<HtmlToken> {
  let at = 0;
  while (at < source.length) {
    const lt = source.indexOf('<', at);
    const end = lt < 0 ? source.length : lt;
    if (end > at) yield { kind: 'text', text: decodeHtml(source.slice(at, end)) };
    if (lt < 0) return;
    at = lt + 1;
    const c = source[at];
    if (c === '!' || c === '?') {
      at = afterMarkup(source, at);
      continue;
    }
    const closing = c === '/';
    NAME.lastIndex = closing ? at + 1 : at;
    const name = NAME.exec(source)?.[0].toLowerCase();
    if (name === undefined) {
      yield { kind: 'text', text: '<' };
      continue;
    }
    at = NAME.lastIndex;
    if (closing) {
      at = after(source, '>', at);
      yield { kind: 'close', name };
      continue;
    }
    const attributes = new Map<string, string>();
    at = readAttributes(source, at, attributes);
    if (RAW.has(name) && source[at - 2] !== '/') {
      const stop = closeOf(source, name, at);
      if (name === 'style') onStyle(source.slice(at, stop));
      if (name === 'textarea') yield { kind: 'text', text: decodeHtml(source.slice(at, stop)) };
      at = after(source, '>', stop);
      continue;
    }
    yield { kind: 'open', name, attributes };
  }
}

function readAttributes(source: string, from: number, into: Map<string, string>): number {
  let at = from;
  for (;;) {
    at += match(BETWEEN, source, at).length;
    const name = match(ATTRIBUTE, source, at);
    if (name === '') return after(source, '>', at);
    at += name.length;
    const equals = match(EQUALS, source, at);
    let value = '';
    if (equals !== '') {
      at += equals.length;
      const quote = source[at];
      const close = quote === '"' || quote === "'" ? source.indexOf(quote, at + 1) : -1;
      value = close < 0 ? match(BARE_VALUE, source, at) : source.slice(at + 1, close);
      at = close < 0 ? at + value.length : close + 1;
    }
    if (into.size < MOST_ATTRIBUTES) into.set(name.toLowerCase(), decodeHtml(value));
  }
}

function match(sticky: RegExp, source: string, at: number): string {
  sticky.lastIndex = at;
  return sticky.exec(source)?.[0] ?? '';
}

/** Behind a comment, a conditional section ("<![if …]>"), a doctype or a processing instruction. */
function afterMarkup(source: string, at: number): number {
  return source.startsWith('!--', at) ? after(source, '-->', at) : after(source, '>', at);
}

function after(source: string, mark: string, from: number): number {
  const at = source.indexOf(mark, from);
  return at < 0 ? source.length : at + mark.length;
}

function closeOf(source: string, name: string, from: number): number {
  const close = new RegExp(`</${name}[\\s>]`, 'gi');
  close.lastIndex = from;
  return close.exec(source)?.index ?? source.length;
}
