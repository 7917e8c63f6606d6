import { keepUnderscores, safeText } from '../xlsx-writer/safe-text';
import { attributeOf, insertAt, outlineXml } from '../xml/insert-xml';
import { escapeXml } from '../xml/escape-xml';
import { CannotAnnotate, MAIN, XML_HEAD } from './parts';

/** Who the notes are by, as Excel shows it. */
const AUTHOR = 'Đơn vị tổng hợp';
/** Excel's own note font. */
const FONT = '<rPr><sz val="9"/><color indexed="81"/><rFont val="Tahoma"/><family val="2"/></rPr>';
/** A note longer than this cannot be read on a screen; the list has it in full. */
const LONGEST = 2_000;

/** A part for the notes of a sheet that has none. */
export const NO_COMMENTS =
  `${XML_HEAD}<comments ` + `xmlns="${MAIN}"><authors></authors><commentList></commentList></comments>`;

/**
 * The comments part with these notes added (by A1 address); a cell that has a comment keeps it, and ours follows below
 * it.
 */
export function addComments(xml: string, notes: ReadonlyMap<string, string>): string {
  const outline = outlineXml(xml);
  const authors = outline?.children.find((c) => c.name === 'authors');
  const list = outline?.children.find((c) => c.name === 'commentList');
  if (!outline || !authors || !list) throw new CannotAnnotate('comments without authors or list');
  const p = outline.prefix;
  const [before, inner] = [xml.slice(0, list.start), xml.slice(list.start, list.end)];
  const known = (xml.slice(authors.start, authors.end).match(/<(?:[\w.-]+:)?author[\s/>]/g) ?? []).length;
  let body = inner.endsWith('/>') && !inner.includes('</') ? `${inner.slice(0, -2)}></${p}commentList>` : inner;
  const added: string[] = [];
  for (const [cell, note] of notes) {
    const run = (text: string): string =>
      `<${p}r>${FONT.replace(/<(\/?)(\w)/g, `<$1${p}$2`)}<${p}t ` +
      `xml:space="preserve">${escapeXml(keepUnderscores(safeText(text, LONGEST).text))}</${p}t></${p}r>`;
    const extended = extendComment(body, cell, p, run(`\n${AUTHOR}: ${note}`));
    if (extended !== null) body = extended;
    else added.push(`<${p}comment ref="${cell}" authorId="${known}"><${p}text>${run(note)}</${p}text></${p}comment>`);
  }
  body = insertAt(body, body.lastIndexOf('</'), added.join(''));
  const tail = xml.slice(list.end);
  return added.length === 0 ? before + body + tail : addAuthor(before, authors.start, authors.end, p) + body + tail;
}

/** Addresses that have a comment already. */
export function commentedCells(xml: string): Set<string> {
  return new Set(
    [...xml.matchAll(/<(?:[\w.-]+:)?comment\s[^<>]*>/g)].map((m) => (attributeOf(m[0], 'ref') ?? '').toUpperCase()),
  );
}

function addAuthor(before: string, start: number, end: number, p: string): string {
  const inner = before.slice(start, end);
  const author = `<${p}author>${AUTHOR}</${p}author>`;
  const out = inner.includes('</')
    ? insertAt(inner, inner.lastIndexOf('</'), author)
    : `${inner.slice(0, -2)}>${author}</${p}authors>`;
  return before.slice(0, start) + out + before.slice(end);
}

/** The list with a run added to the text of the comment on `cell`; null where the cell has none. */
function extendComment(list: string, cell: string, p: string, run: string): string | null {
  for (const m of list.matchAll(/<(?:[\w.-]+:)?comment\s[^<>]*>/g)) {
    if ((attributeOf(m[0], 'ref') ?? '').toUpperCase() !== cell) continue;
    const end = list.indexOf(`</${p}comment>`, m.index);
    const comment = list.slice(m.index, end);
    const empty = new RegExp(`<${p}text\\s*/>`).exec(comment);
    if (empty)
      return list.slice(0, m.index) + comment.replace(empty[0], `<${p}text>${run}</${p}text>`) + list.slice(end);
    const [open, close] = [new RegExp(`<${p}text(?:\\s[^<>]*)?>`).exec(comment), comment.lastIndexOf(`</${p}text>`)];
    if (!open || close < 0) throw new CannotAnnotate('a comment without text');
    const from = open.index + open[0].length;
    // A plain text cannot stand beside runs in Excel: it becomes the first run, unchanged.
    const inner = comment
      .slice(from, close)
      .replace(new RegExp(`^\\s*(<${p}t(?:\\s[^<>]*)?>[^<]*</${p}t>)`), `<${p}r>$1</${p}r>`);
    const phonetic = inner.search(new RegExp(`<${p}(?:rPh|phoneticPr)[\\s>/]`));
    const at = phonetic < 0 ? inner.length : phonetic;
    return (
      list.slice(0, m.index) +
      comment.slice(0, from) +
      insertAt(inner, at, run) +
      comment.slice(close) +
      list.slice(end)
    );
  }
  return null;
}
