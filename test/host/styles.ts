/**
 * Cell formats: one shared frozen record for each distinct look, so that a hundred thousand formatted cells stay cheap.
 */

/**
 * Only what differs from the default, by wire path: "Font.Bold", "Fill.Color", "Borders.Top.Style", "NumberFormat" …
 */
export type Style = Readonly<Record<string, unknown>>;

const SIDES = ['Top', 'Bottom', 'Left', 'Right', 'DiagonalDown', 'DiagonalUp'] as const;

/**
 * Every format property that is simulated, with what an untouched cell answers. Others are refused as not simulated.
 */
export const STYLE_DEFAULTS: Style = Object.freeze({
  NumberFormat: 'General',
  Style: 'Normal',
  HorizontalAlignment: 'General',
  VerticalAlignment: 'Bottom',
  WrapText: false,
  IndentLevel: 0,
  ShrinkToFit: false,
  TextOrientation: 0,
  ReadingOrder: 'Context',
  AutoIndent: false,
  'Font.Name': 'Calibri',
  'Font.Size': 11,
  'Font.Color': '#000000',
  'Font.Bold': false,
  'Font.Italic': false,
  'Font.Underline': 'None',
  'Font.Strikethrough': false,
  'Font.Subscript': false,
  'Font.Superscript': false,
  'Font.TintAndShade': 0,
  'Fill.Color': '#FFFFFF',
  'Fill.Pattern': 'None',
  'Fill.PatternColor': '#000000',
  'Fill.TintAndShade': 0,
  'Fill.PatternTintAndShade': 0,
  'Protection.Locked': true,
  'Protection.FormulaHidden': false,
  ...Object.fromEntries(
    SIDES.flatMap((side) => [
      [`Borders.${side}.Style`, 'None'],
      [`Borders.${side}.Weight`, 'Thin'],
      [`Borders.${side}.Color`, '#000000'],
      [`Borders.${side}.TintAndShade`, 0],
    ]),
  ),
});

const COLOUR = /(^|\.)(Color|PatternColor)$/;
const FIXED: Record<string, readonly string[]> = {
  HorizontalAlignment: [
    'General',
    'Left',
    'Center',
    'Right',
    'Fill',
    'Justify',
    'CenterAcrossSelection',
    'Distributed',
  ],
  VerticalAlignment: ['Top', 'Center', 'Bottom', 'Justify', 'Distributed'],
  'Font.Underline': ['None', 'Single', 'Double', 'SingleAccountant', 'DoubleAccountant'],
};
const BORDER_STYLES = ['None', 'Continuous', 'Dash', 'DashDot', 'DashDotDot', 'Dot', 'Double', 'SlantDashDot'];
const BORDER_WEIGHTS = ['Hairline', 'Thin', 'Medium', 'Thick'];

/** The value as Excel keeps it ("#ff0000" → "#FF0000"), or undefined where it would be refused. */
export function styleValue(property: string, value: unknown): unknown {
  if (COLOUR.test(property)) return typeof value === 'string' ? colour(value) : undefined;
  const allowed = property.startsWith('Borders.')
    ? property.endsWith('.Style')
      ? BORDER_STYLES
      : property.endsWith('.Weight')
        ? BORDER_WEIGHTS
        : undefined
    : FIXED[property];
  if (allowed) return allowed.includes(String(value)) ? value : undefined;
  return typeof value === typeof STYLE_DEFAULTS[property] ? value : undefined;
}

const NAMED: Record<string, string> = {
  black: '#000000',
  white: '#FFFFFF',
  red: '#FF0000',
  green: '#008000',
  blue: '#0000FF',
  yellow: '#FFFF00',
  orange: '#FFA500',
  gray: '#808080',
};

function colour(text: string): string | undefined {
  if (text === '') return '';
  const hex = /^#?([0-9a-fA-F]{6})$/.exec(text);
  return hex ? `#${hex[1]!.toUpperCase()}` : NAMED[text.toLowerCase()];
}

/** Makes and remembers looks. Two cells look alike exactly when they hold the same object. */
export class StylePool {
  readonly plain: Style = Object.freeze({});
  private readonly known = new Map<string, Style>([['{}', this.plain]]);
  private readonly steps = new Map<Style, Map<string, Map<unknown, Style>>>();

  /** The look of `style` with one property changed. */
  with(style: Style, property: string, value: unknown): Style {
    let byProperty = this.steps.get(style);
    if (!byProperty) this.steps.set(style, (byProperty = new Map()));
    let byValue = byProperty.get(property);
    if (!byValue) byProperty.set(property, (byValue = new Map()));
    let made = byValue.get(value);
    if (!made) byValue.set(value, (made = this.make({ ...style, [property]: value })));
    return made;
  }

  /** The shared record of any set of properties; defaults are dropped. */
  make(properties: Record<string, unknown>): Style {
    const kept = Object.entries(properties)
      .filter(([k, v]) => v !== undefined && v !== STYLE_DEFAULTS[k])
      .sort(([a], [b]) => (a < b ? -1 : 1));
    const key = JSON.stringify(Object.fromEntries(kept));
    let style = this.known.get(key);
    if (!style) this.known.set(key, (style = Object.freeze(Object.fromEntries(kept))));
    return style;
  }
}
