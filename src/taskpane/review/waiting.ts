import type { RunView } from '../../app/calls/engine-calls';

/** A file that was sent again. */
export interface SentAgain {
  agency: string;
  name: string;
  file: string;
  forms: { template: string; counted: string }[];
}

/** Versions that wait for a person's word; everything of one file together. */
export function waitingOf({ case: { pending } }: Pick<RunView, 'case'>): SentAgain[] {
  const groups = new Map<string, SentAgain>();
  for (const p of pending) {
    const key = `${p.agency}\n${p.file}`;
    const group = groups.get(key) ?? { agency: p.agency, name: p.agencyName, file: p.file, forms: [] };
    groups.set(key, group);
    group.forms.push({ template: p.template, counted: p.counted });
  }
  return [...groups.values()];
}

/** Files that count already, in the place of ones that were returned. */
export function mendedOf({ case: { summary }, files }: Pick<RunView, 'case' | 'files'>): SentAgain[] {
  const returned = summary.journal.flatMap(({ entry, revokedBy }) =>
    entry.kind === 'return' && revokedBy === null ? [entry] : [],
  );
  const out = new Set(returned.map((e) => e.file));
  return files.flatMap((f) => {
    const entry = returned.findLast((e) => e.agency === f.agency?.code);
    const forms = f.appendices
      .filter((a) => a.use === 'own')
      .map((a) => ({ template: a.template, counted: entry?.file ?? '' }));
    return entry && !out.has(f.file) && forms.length > 0
      ? [{ agency: entry.agency, name: f.agency!.name, file: f.file, forms }]
      : [];
  });
}
