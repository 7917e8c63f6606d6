import type { ReadLimits } from '../../limits';
import { tooLarge } from '../../refusal';
import { ownString } from '../../xml/own-string';
import type { XmlCursor } from '../../xml/xml-cursor';
import { namedFormat } from '../number-format/named-formats';
import { GENERAL, numberFormat } from '../number-format/number-format';
import { BLACK, nearlySame, resolveColour, WHITE } from '../xlsx/colours';
import type { CellStyle, Styles } from '../xlsx/styles';

interface Style {
  parent: string | null;
  format?: string;
  font?: string;
  colour?: string;
  fill?: string | null;
  struck?: boolean;
}

/** Style chains are short; more is a loop. */
const LONGEST_CHAIN = 20;

/** `<Styles>` of a workbook in the XML of Excel 2003, by the names that cells give. */
export class Styles2003 {
  private readonly styles = new Map<string, Style>();
  private readonly made = new Map<string, CellStyle>();

  constructor(private readonly limits: ReadLimits) {}

  /** Reads the `<Styles>` at the cursor. */
  read(cursor: XmlCursor): void {
    const depth = cursor.depth;
    while (cursor.nextChild(depth)) {
      if (!cursor.is('Style')) continue;
      if (this.styles.size >= this.limits.styles) throw tooLarge('quá nhiều kiểu định dạng ô');
      const id = cursor.attribute('ID');
      const style = readStyle(cursor);
      if (id !== null) this.styles.set(id, style);
    }
  }

  /** The style of a cell; the workbook's own default where it names none. */
  cell(id: string | null): CellStyle {
    const key = id ?? 'Default';
    let style = this.made.get(key);
    if (!style) this.made.set(key, (style = this.make(key)));
    return style;
  }

  /** For rich text, in the words of the .xlsx reader. */
  readonly forRuns: Styles = {
    at: () => this.cell(null),
    hides: (style, colour) => nearlySame(resolveColour(colour, []) ?? BLACK, style.background),
  };

  private make(id: string): CellStyle {
    const chain: Style[] = [];
    for (let next: string | null = id; next !== null && chain.length < LONGEST_CHAIN;) {
      const style: Style | undefined = this.styles.get(next);
      if (!style) break;
      chain.push(style);
      next = style.parent ?? (next === 'Default' ? null : 'Default');
    }
    const of = <K extends keyof Style>(key: K): Style[K] | undefined => chain.find((s) => s[key] !== undefined)?.[key];
    const rgb = (text: string | null | undefined): ReturnType<typeof resolveColour> =>
      text ? resolveColour({ rgb: /^white$/i.test(text) ? 'FFFFFF' : text, tint: 0 }, []) : null;
    const background = rgb(of('fill')) ?? WHITE;
    const code = of('format');
    return {
      format: code === undefined ? GENERAL : numberFormat(code),
      font: of('font'),
      background,
      invisible: nearlySame(rgb(of('colour')) ?? BLACK, background),
      ...(of('struck') ? { struck: true } : {}),
    };
  }
}

function readStyle(cursor: XmlCursor): Style {
  const style: Style = { parent: cursor.attribute('Parent') };
  const depth = cursor.depth;
  while (cursor.nextChild(depth)) {
    if (cursor.is('NumberFormat')) style.format = namedFormat(ownString(cursor.attribute('Format') ?? 'General'));
    else if (cursor.is('Font')) {
      const name = cursor.attribute('FontName');
      if (name) style.font = ownString(name);
      style.colour = cursor.attribute('Color') ?? '';
      style.struck = cursor.attribute('StrikeThrough') === '1';
    } else if (cursor.is('Interior'))
      style.fill = cursor.attribute('Pattern') === 'Solid' ? cursor.attribute('Color') : null;
  }
  return style;
}
