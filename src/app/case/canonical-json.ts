/** JSON text with the keys of every object in order, so that equal values give equal bytes. Ends with a line feed. */
export function canonicalJson(value: unknown): string {
  return `${JSON.stringify(ordered(value), null, 1)}\n`;
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, v]) => v !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([k, v]) => [k, ordered(v)]),
  );
}
