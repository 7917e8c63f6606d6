import { edits } from '../text/edit-distance';
import { formsOf, type Form } from './forms';
import { leastEdits, letterMask } from './letter-mask';
import type { Register } from './register-schema';
import { tokenise } from './tokens';
import { stripMarks } from '../text/strip-marks';

/** A long name together with how many letters of it may be wrong. */
export interface Tolerance {
  form: Form;
  limit: number;
  mask: number;
}

/** A register made ready for matching. */
export interface RegisterIndex {
  exact: ReadonlyMap<string, readonly Form[]>;
  /** By length of key. */
  tolerant: ReadonlyMap<number, readonly Tolerance[]>;
  /** Place names that end or begin with another place's name, by that other one: "nhatrang" → "bacnhatrang". */
  longer: ReadonlyMap<string, readonly string[]>;
  /** Words of the province's name: "khanh", "hoa". */
  province: ReadonlySet<string>;
}

const known = new WeakMap<Register, RegisterIndex>();

/** The index of a register; built once for each register object. */
export function registerIndex(register: Register): RegisterIndex {
  const found = known.get(register) ?? build(register);
  known.set(register, found);
  return found;
}

function build(register: Register): RegisterIndex {
  const forms = [...provinceForms(register.province), ...register.agencies.flatMap(formsOf)];
  const exact = new Map<string, Form[]>();
  for (const form of forms) exact.set(form.key, [...(exact.get(form.key) ?? []), form]);
  const tolerant = new Map<number, Tolerance[]>();
  const rivals = forms.map((form): Rival => ({ form, mask: letterMask(form.key) }));
  for (const rival of rivals) {
    const { form, mask } = rival;
    const limit = form.tolerant ? toleranceOf(rival, rivals) : 0;
    if (limit > 0) tolerant.set(form.key.length, [...(tolerant.get(form.key.length) ?? []), { form, limit, mask }]);
  }
  const province = new Set(
    [register.province.name, ...register.province.aliases]
      .flatMap((name) => stripMarks(name).split(/[^a-z]+/))
      .filter((word) => word !== 'tinh'),
  );
  return { exact, tolerant, longer: longerPlaces(forms), province };
}

/**
 * "UBND tỉnh Khánh Hòa" stands over every sender's name and is nobody's: it takes its words, so that they are not read
 * as "VP UBND tỉnh".
 */
function provinceForms({ name, aliases }: Register['province']): Form[] {
  const agency = {
    code: '',
    name: `UBND tỉnh ${name}`,
    level: 'province' as const,
    aliases: [],
    abbreviations: [],
    symbols: [],
  };
  return [...new Set(['', ...[name, ...aliases].map((one) => one.replace(/^tỉnh\s+/iu, ''))])].flatMap((one) => {
    const tokens = tokenise(one);
    const core = tokens.map((token) => token.key).join('');
    const marked = tokens.map((token) => token.marked).join('');
    return ['ubndtinh', 'tinh', 'ubnd']
      .filter((prefix) => core !== '' || prefix === 'ubndtinh')
      .map((prefix): Form => ({ agency, kind: 'full', key: prefix + core, core, marked, tolerant: true }));
  });
}

/** Whether a name is the province's own, which names no sender. */
export function isProvinceForm({ agency }: Form): boolean {
  return agency.code === '';
}

interface Rival {
  form: Form;
  mask: number;
}

/** By letters of what tells the agency apart, so that "Sở Y tế" is never taken for a mistyped other. */
const BY_LENGTH = [
  { from: 17, limit: 3 },
  { from: 11, limit: 2 },
  { from: 7, limit: 1 },
];

/**
 * Less than half the way to the nearest name of another agency: what lies within it cannot lie within the other's,
 * so "Khánh Vĩnh" mistyped is Khánh Vĩnh or nobody.
 */
function toleranceOf({ form, mask }: Rival, rivals: readonly Rival[]): number {
  let limit = BY_LENGTH.find(({ from }) => form.core.length >= from)?.limit ?? 0;
  for (const { form: rival, mask: other } of rivals) {
    // "ường Ninh Hòa" is rather phường Ninh Hòa than Đông Ninh Hòa.
    if (form.kind === 'place' && rival.kind === 'place' && form.core !== rival.core && form.core.includes(rival.core))
      return 0;
    if (limit === 0) break;
    // Further than twice the limit away does not narrow it.
    if (rival.agency === form.agency || leastEdits(mask, other) > 2 * limit) continue;
    limit = Math.min(limit, Math.max(0, Math.floor((edits(form.key, rival.key, 2 * limit) - 1) / 2)));
  }
  return limit;
}

function longerPlaces(forms: readonly Form[]): Map<string, string[]> {
  const cores = new Set(forms.filter(({ kind }) => kind === 'place').map(({ core }) => core));
  const longer = new Map<string, string[]>();
  for (const core of cores) {
    const around = [...cores].filter((other) => other !== core && (other.startsWith(core) || other.endsWith(core)));
    if (around.length > 0) longer.set(core, around);
  }
  return longer;
}
