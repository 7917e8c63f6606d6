import type { Facts } from '../../app/calls/engine-calls';
import type { Finding } from '../../core/model/finding';
import type { FindingGroup } from './findings-list';

export type GroupKey = 'form' | 'agency' | 'rule';

export interface GroupWords {
  general: string;
  noForm: string;
  forms: Facts['forms'];
  rules: Facts['rules'];
  /** File → name of its sender. */
  agencies: ReadonlyMap<string, string>;
}

const NAMES = new Intl.Collator('vi');

/** Findings split by appendix, sender or rule, in the order of forms, of names, or of how many there are. */
export function groupBy(findings: readonly Finding[], by: GroupKey, words: GroupWords): FindingGroup[] {
  const groups = new Map<string, FindingGroup>();
  for (const f of findings) {
    const [key, title] = place(f, by, words);
    const group = groups.get(key);
    if (group) group.findings.push(f);
    else groups.set(key, { key, title, findings: [f] });
  }
  const order = (g: FindingGroup): number => {
    const i = words.forms.findIndex((x) => x.id === g.key);
    return i < 0 ? words.forms.length : i;
  };
  return [...groups.values()].sort((a, b) => {
    if (by === 'form') return order(a) - order(b);
    if (by === 'agency') return NAMES.compare(a.title, b.title);
    return b.findings.length - a.findings.length;
  });
}

function place(f: Finding, by: GroupKey, words: GroupWords): [string, string] {
  if (by === 'agency')
    return f.file === null
      ? ['', words.general]
      : [words.agencies.get(f.file) ?? f.file, words.agencies.get(f.file) ?? f.file];
  if (by === 'rule') return [f.rule, words.rules.find((r) => r.id === f.rule)?.summary ?? f.rule];
  if (f.template === null) return ['', words.noForm];
  const form = words.forms.find((x) => x.id === f.template);
  return [
    f.template,
    form ? (form.name.startsWith(form.short) ? form.name : `${form.short}: ${form.name}`) : f.template,
  ];
}
