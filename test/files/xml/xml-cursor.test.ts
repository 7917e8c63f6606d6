import fc from 'fast-check';
import { Refusal } from '../../../src/files/refusal';
import { decodeXml } from '../../../src/files/xml/decode-xml';
import { decodeEntities } from '../../../src/files/xml/entities';
import { ownString } from '../../../src/files/xml/own-string';
import { XmlCursor } from '../../../src/files/xml/xml-cursor';

/** The tree below the root as [name, children or text]. */
function outline(source: string): string {
  const cursor = new XmlCursor(source);
  let out = '';
  for (let token = cursor.next(); token !== 0; token = cursor.next()) out += token === 1 ? `<${cursor.name}` : '>';
  return out;
}

describe('XmlCursor', () => {
  it('walks elements with local names, self-closing ones closed', () => {
    expect(
      outline('\ufeff<?xml version="1.0"?><!-- <x> --><a:r xmlns:a="u"><b/><c d="x>y"><a:e  /></c >\n</a:r>'),
    ).toBe('<r<b><c<e>>>');
  });

  it('passes over what a caller did not read', () => {
    const cursor = new XmlCursor('<r><a><b><c/></b>x</a><d/><e>y</e></r>');
    cursor.next();
    const names: string[] = [];
    const depth = cursor.depth;
    while (cursor.nextChild(depth)) names.push(cursor.name);
    expect(names).toEqual(['a', 'd', 'e']);
    expect(cursor.depth).toBe(0);
  });

  it('reads attributes in turn or by name, whatever their quotes and spaces', () => {
    const cursor = new XmlCursor('<r a="1" x:b = \'a "&amp;" b\'\n c=""/>');
    cursor.next();
    expect([cursor.attribute('b'), cursor.attribute('c'), cursor.attribute('d')]).toEqual(['a "&" b', '', null]);
    const all: string[] = [];
    while (cursor.nextAttribute()) all.push(cursor.value());
    expect(all).toEqual(['1', 'a "&" b', '']);
    expect(cursor.next()).toBe(2);
  });

  it('gives the text of an element without that of its children', () => {
    const cursor = new XmlCursor('<r> a<b>no<c/></b>&lt;<![CDATA[&lt;<x>]]><!-- - -->\r\nz<d/></r>');
    cursor.next();
    expect(cursor.text()).toBe(' a<&lt;<x>\nz');
    expect(cursor.next()).toBe(0);
  });

  it.each([
    '<a>',
    '<a',
    '<a b="',
    '<a b="x',
    '<a b>',
    '<a b=x/>',
    '</a>',
    '<a></b>',
    '<a></ab>',
    '<a><!--',
    '<a><![CDATA[x</a>',
    '< a/>',
    '<a b="<"/>',
    '<!DOCTYPE a><a/>',
    '<a><!ENTITY x "y"></a>',
  ])('refuses %s', (source) => {
    const cursor = new XmlCursor(source);
    const walk = (): void => {
      while (cursor.next() === 1) while (cursor.nextAttribute());
    };
    expect(() => {
      walk();
      while (cursor.next() !== 0);
    }).toThrow(Refusal);
  });

  it('refuses deep nesting', () => {
    expect(() => outline('<a>'.repeat(100_000))).toThrow(Refusal);
  });

  it('ends on any text, with a refusal or without', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '/',
      '"',
      "'",
      '=',
      'a',
      'b:',
      ' ',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<?',
      '?>',
      '&amp;',
      '&',
      '<a>',
      '</a>',
      '\r\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const cursor = new XmlCursor(pieces.join(''));
        try {
          for (let token = cursor.next(); token !== 0; token = cursor.next()) {
            if (token === 1) {
              cursor.attribute('a');
              if (!cursor.plainText()) cursor.text();
            }
          }
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
        }
      }),
      { seed: 20201214, numRuns: 3_000 },
    );
  });
});

describe('text of a part', () => {
  it('follows byte order marks and declarations', () => {
    const utf16 = Uint8Array.from([...'\ufeff<a>ạ</a>'].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]));
    expect(decodeXml(utf16)).toBe('<a>ạ</a>');
    expect(decodeXml(new TextEncoder().encode('<?xml encoding="utf-8"?><a>ạ</a>'))).toContain('ạ');
    expect(
      decodeXml(Uint8Array.from([...'<?xml version="1.0" encoding="windows-1252"?>\xe2'].map((c) => c.charCodeAt(0)))),
    ).toMatch(/â$/);
    expect(() => decodeXml(new TextEncoder().encode('<?xml version="1.0" encoding="x-nothing"?>'))).toThrow(Refusal);
  });

  it('resolves the five names and references, and leaves the rest as typed', () => {
    expect(decodeEntities('&lt;&#7841;&#x1EA1;&amp;lt; &lol; &#0; &#x110000; & &AMP;')).toBe(
      '<ạạ&lt; &lol; &#0; &#x110000; & &AMP;',
    );
  });

  it('copies a text without changing it', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (s) => ownString(s) === s));
  });
});
