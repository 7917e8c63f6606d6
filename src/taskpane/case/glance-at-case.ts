/** What a saved case says of itself; the engine checks it when it is opened. */
export interface CaseGlance {
  period: string | null;
  /** Names of its source files. */
  files: string[];
  decisions: number;
}

/**
 * Enough of a case's text to offer it and to ask for its files; null where it is no case at all. Older forms have these
 * parts too.
 */
export function glanceAtCase(text: string): CaseGlance | null {
  try {
    const c = JSON.parse(text) as {
      schema?: unknown;
      period?: { label?: unknown } | null;
      files?: unknown;
      journal?: unknown;
    } | null;
    if (typeof c?.schema !== 'number' || !Array.isArray(c.files)) return null;
    const files = c.files
      .map((f: { file?: unknown } | null) => f?.file)
      .filter((f): f is string => typeof f === 'string');
    const { label } = c.period ?? {};
    return {
      period: typeof label === 'string' ? label : null,
      files,
      decisions: Array.isArray(c.journal) ? c.journal.length : 0,
    };
  } catch {
    return null;
  }
}
