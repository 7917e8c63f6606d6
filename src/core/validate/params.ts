import type { Issue } from '../model/issue';

/**
 * Params of an issue, each read as the kind of value a sentence asks for; null or empty where absent or of another
 * kind.
 */
export interface Params {
  text(key: string): string | null;
  number(key: string): number | null;
  flag(key: string): boolean;
  list(key: string): readonly string[];
}

/** Reads the params of an issue. */
export function paramsOf(issue: Issue): Params {
  const values = issue.params ?? {};
  return {
    text(key) {
      const value = values[key];
      if (typeof value === 'number') return String(value);
      return typeof value === 'string' && value !== '' ? value : null;
    },
    number(key) {
      const value = values[key];
      return typeof value === 'number' && Number.isFinite(value) ? value : null;
    },
    flag: (key) => values[key] === true,
    list(key) {
      const value = values[key];
      if (typeof value === 'string') return value === '' ? [] : [value];
      return Array.isArray(value) ? (value as readonly unknown[]).map(String) : [];
    },
  };
}
