/** Elements a page may begin with: web systems write a table into a file called .xls with whatever stands before it. */
const ELEMENTS = new Set(
  (
    'html head body table thead tbody tfoot tr td th caption colgroup col meta title link base style script noscript ' +
    'div span p font center b i u s strong em small big br hr a img form input select button label fieldset ul ol li ' +
    'dl h1 h2 h3 h4 h5 h6 pre header main section article aside footer nav basefont blockquote iframe frameset object'
  ).split(' '),
);
const NAME = /[a-z][a-z0-9]*(?=[\s/>])/y;

/**
 * Whether a text (in lower case, without blanks in front) is a web page: its first element is one of HTML's, or a table
 * stands in it behind words ("Kết quả tổng hợp<table>"). Looks at each character at most a few times.
 */
export function looksLikePage(text: string): boolean {
  const at = firstElement(text);
  if (at === null) return hasTable(text);
  NAME.lastIndex = at;
  const name = NAME.exec(text)?.[0];
  if (name === undefined || !ELEMENTS.has(name)) return false;
  // In a file that calls itself XML only <html> or a table makes a page.
  return !text.startsWith('<?xml') || name === 'html' || hasTable(text);
}

/** Where the name of the first element begins, behind comments and declarations; null where words come first. */
function firstElement(text: string): number | null {
  let at = 0;
  for (;;) {
    while (at < text.length && text.charCodeAt(at) <= 32) at++;
    if (text[at] !== '<') return null;
    const next = text[at + 1];
    if (next !== '!' && next !== '?') return at + 1;
    const end = text.startsWith('<!--', at) ? text.indexOf('-->', at + 4) : text.indexOf('>', at);
    if (end < 0) return null;
    at = end + (text[end] === '-' ? 3 : 1);
  }
}

function hasTable(text: string): boolean {
  const at = text.search(/<table[\s>]/);
  return at >= 0 && /<t[dhr][\s>]/.test(text.slice(at));
}
