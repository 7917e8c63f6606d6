import type { RegisterAgency } from './register-schema';
import { tokenise, type Token } from './tokens';

/**
 * How an agency may be written, by what it is worth.
 * full: the whole name, Sở … or UBND huyện …; symbol: "STP"; abbreviation: "KHĐT"; typed: "huyện Vạn Ninh", "TP Nha
 * Trang"; place: "Vạn Ninh"; field: "Tư pháp".
 */
export type FormKind = 'full' | 'symbol' | 'abbreviation' | 'typed' | 'place' | 'field';

/** One way in which an agency may be named, prepared for matching: "Sở Tư pháp", "STP", "Van Ninh". */
export interface Form {
  agency: RegisterAgency;
  kind: FormKind;
  /** Words without marks and blanks, run together: "sotuphap". */
  key: string;
  /** What tells it from its peers: "tuphap", "vanninh". */
  core: string;
  /** The same with marks: "tưpháp". */
  marked: string;
  /** Letters of a long name may be mistyped; those of a symbol may not. */
  tolerant: boolean;
}

/** Ways to write the kind of place; the first is how names and clues are shortened. */
const TYPES: Record<string, readonly string[]> = {
  tp: ['tp'],
  tx: ['tx'],
  huyen: ['huyen', 'h'],
  xa: ['xa', 'x'],
  phuong: ['phuong', 'p'],
  dackhu: ['dackhu', 'dk'],
  thitran: ['thitran', 'tt'],
};

/** Shortest symbol that may stand alone; two letters ("TP", "CT") mean too many things. */
const LEAST = 3;

const LEAST_PLACE = 4;

/** Every way to write the agency, those derived from its name included. */
export function formsOf(agency: RegisterAgency): Form[] {
  const forms = new Map<string, Form>();
  const add = (kind: FormKind, tokens: readonly Token[], prefix: string, tolerant: boolean): void => {
    const core = tokens.map((token) => token.key).join('');
    const form = {
      agency,
      kind,
      key: prefix + core,
      core,
      marked: tokens.map((token) => token.marked).join(''),
      tolerant,
    };
    if (core !== '' && !forms.has(form.key)) forms.set(form.key, form);
  };
  for (const name of [agency.name, ...agency.aliases]) longForms(tokenise(name), add);
  for (const symbol of agency.symbols) symbolForms(tokenise(symbol), 'symbol', add);
  for (const short of agency.abbreviations) symbolForms(tokenise(short), 'abbreviation', add);
  return [...forms.values()];
}

type Add = (kind: FormKind, tokens: readonly Token[], prefix: string, tolerant: boolean) => void;

function longForms(tokens: readonly Token[], add: Add): void {
  const [first, second] = tokens;
  if (first?.key === 'so' && tokens.length > 1) {
    add('full', tokens.slice(1), 'so', true);
    add('field', tokens.slice(1), '', true);
    return;
  }
  const isUbnd = first?.key === 'ubnd';
  const type = TYPES[(isUbnd ? second : first)?.key ?? ''];
  if (type) return placeForms(tokens.slice(isUbnd ? 2 : 1), type, add);
  add('full', tokens, '', true);
  // "Thanh tra tỉnh", "Văn phòng UBND tỉnh", "Ban Dân tộc": the file name is often just "Thanh tra".
  if (tokens.at(-1)?.key === 'tinh') add(first?.key === 'vp' ? 'full' : 'field', tokens.slice(0, -1), '', true);
  if (first?.key === 'ban' && tokens.length > 2)
    add(
      'field',
      tokens.slice(1).filter((token) => token.key !== 'tinh'),
      '',
      true,
    );
}

function placeForms(place: readonly Token[], types: readonly string[], add: Add): void {
  for (const type of types) {
    const tolerant = type === types[0];
    add('full', place, `ubnd${type}`, tolerant);
    add('full', place, `ub${type}`, false);
    add('typed', place, type, tolerant);
  }
  add('full', place, 'ubnd', true);
  add('full', place, 'ub', false);
  // "Phường 7" may not be taken for every 7.
  if (
    place
      .map((token) => token.key)
      .join('')
      .replace(/[^a-z]/g, '').length >= LEAST_PLACE
  )
    add('place', place, '', true);
}

function symbolForms(tokens: readonly Token[], kind: 'symbol' | 'abbreviation', add: Add): void {
  const key = tokens.map((token) => token.key).join('');
  if (key.length >= LEAST) add(kind, tokens, '', false);
  const bare = key.replace(/^so?(?=[^o])/, '');
  const tail: Token = { key: bare, marked: bare, gap: 'start', line: 0, numbered: false, capitals: true };
  if (kind === 'symbol' && key.startsWith('s') && bare !== key) {
    add('full', [tail], 'so', false);
    if (bare.length >= LEAST) add('abbreviation', [tail], '', false);
  } else if (kind === 'abbreviation') add('full', [tail], 'so', false);
}
