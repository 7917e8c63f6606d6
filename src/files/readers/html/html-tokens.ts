import { decodeHtml } from './html-entities';

export type HtmlToken =
  | { kind: 'text'; text: string }
  | { kind: 'open'; name: string; attributes: ReadonlyMap<string, string> }
  | { kind: 'close'; name: string };

/** Elements whose content is no markup; of these only style is told. */
const RAW = new Set(['script', 'style', 'xml', 'title', 'textarea', 'noscript', 'xmp', 'object', 'svg']);
const NAME = /[A-Za-z][^\s/>]*/y;
const ATTRIBUTE = /\s*\/?\s*([^\s=>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?/y;
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
      at = after(source, '>', stop);
      continue;
    }
    yield { kind: 'open', name, attributes };
  }
}

function readAttributes(source: string, from: number, into: Map<string, string>): number {
  let at = from;
  for (;;) {
    ATTRIBUTE.lastIndex = at;
    const m = ATTRIBUTE.exec(source);
    if (!m) return after(source, '>', at);
    at = ATTRIBUTE.lastIndex;
    if (into.size < MOST_ATTRIBUTES) into.set(m[1]!.toLowerCase(), decodeHtml(m[2] ?? m[3] ?? m[4] ?? ''));
  }
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
