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
    const list = (value: unknown): Record<string, unknown>[] =>
      Array.isArray(value) ? (value as Record<string, unknown>[]) : [];
    return {
      ...old,
      files: list(old['files']).map((f) => ({ ...f, size: f['size'] ?? null, round: 1, receivedOn: null })),
      journal: list(old['journal']).map((e, i) => ({ ...e, id: i + 1, about: e['about'] ?? '' })),
      settings: old['settings'] ?? {},
      figures: null,
    };
  },
};
