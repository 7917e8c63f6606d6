import { fill, type Sender, type Shared } from './fill';
import type { Filled, Form } from './forms';
import type { Said } from './reckon';
import { bytesOf, layOut, type Laid, type Letterhead } from './write-file';

/** A file that came, and what it says; `says` is empty for what cannot be read. */
export interface Came {
  file: string;
  bytes: Uint8Array;
  says: Said | null;
}
export interface Period {
  label: string;
  day: string;
  grow: number;
  district: boolean;
}

export const PERIODS = {
  before: { label: '6 tháng đầu năm 2025', day: '16/6/2025', grow: 0.45, district: true },
  first: { label: 'Quý I/2026', day: '16/3/2026', grow: 0.2, district: false },
  half: { label: '6 tháng đầu năm 2026', day: '15/6/2026', grow: 0.5, district: false },
  third: { label: 'Quý III/2026', day: '15/9/2026', grow: 0.3, district: false },
  year: { label: 'năm 2026', day: '15/12/2026', grow: 1, district: false },
} satisfies Record<string, Period>;

const SHARED: Shared = { commune: 184, linked: 61, district: 321 };
export type Forms = Partial<Record<Form, Filled>>;

export function saidBy(sender: Sender, period: Period): Said {
  return { ...sender, forms: fill(sender, period.label, SHARED, period.grow) };
}

/** A file of one sender as its clerk sends it. */
export async function fileOf(
  said: Said,
  period: Period,
  file: string,
  more: Partial<Letterhead> & {
    forms?: Form[];
    extra?: { form: Form; filled: Filled; note: string }[];
    number?: number;
  } = {},
): Promise<Came> {
  const commune = said.level !== 'province';
  const symbol = commune ? 'UBND' : said.code;
  const head: Letterhead = {
    superior: commune ? said.name.toUpperCase() : 'UBND TỈNH KHÁNH HÒA',
    name: commune ? '' : said.name.toUpperCase(),
    period: period.label,
    reference: `(Kèm theo Báo cáo số ${more.number ?? 57}/BC-${symbol} ngày ${period.day} của ${said.name})`,
    ...more,
  };
  const forms = more.forms ?? (Object.keys(said.forms) as Form[]);
  const tables: Laid[] = forms.map((f) => layOut(f, said.forms[f]!, head, period.district));
  for (const e of more.extra ?? [])
    tables.push({
      ...layOut(e.form, e.filled, { ...head, note: e.note }, period.district),
      name: `${e.form} toan tinh`.slice(0, 31),
    });
  return {
    file,
    bytes: await bytesOf(file, tables),
    says: { ...said, forms: Object.fromEntries(forms.map((f) => [f, said.forms[f]!])) },
  };
}

/** The same with some cells typed otherwise. */
export function retyped(said: Said, changes: [Form, string, string, number | string][]): Said {
  const forms = structuredClone(said.forms);
  for (const [form, row, column, typed] of changes) (forms[form]![row] ??= {})[column] = typed;
  return { ...said, forms };
}
