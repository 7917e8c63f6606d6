import type { Migration } from './migration';

/**
 * Form 1 had no rounds (all files had come at once), counted journal lines by their place, knew no day of receipt,
 * and kept no figures.
 */
export const roundsAndEntryNumbers: Migration = {
  name: 'rounds-and-entry-numbers',
  from: 1,
  to: 2,
  up(old) {
    // What is no object stays as it is: the form's check, which comes after, names its place.
    const each = (value: unknown, add: (item: Record<string, unknown>, i: number) => object): unknown =>
      Array.isArray(value)
        ? value.map((item: unknown, i) =>
            typeof item === 'object' && item !== null ? { ...item, ...add(item as Record<string, unknown>, i) } : item,
          )
        : (value ?? []);
    return {
      ...old,
      files: each(old['files'], (f) => ({ size: f['size'] ?? null, round: 1, receivedOn: null })),
      journal: each(old['journal'], (e, i) => ({ id: i + 1, about: e['about'] ?? '' })),
      settings: old['settings'] ?? {},
      figures: null,
    };
  },
};
