/** The value, where an engine must know what it is asked for; null is a fault that names it. */
export function must<T>(value: T | null, what: string): T {
  if (value === null) throw new Error(what);
  return value;
}
