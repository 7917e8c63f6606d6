/** Carries one call to wherever it is answered. */
export type Carry = (group: string, call: string, arg: unknown) => Promise<unknown>;

/** Groups of calls of which every call, whatever its name, is handed to `carry`. */
export function callsThrough<Groups extends object>(carry: Carry): Groups {
  // The promise machinery asks every object whether it has a `then`; no group and no call is called so.
  const named = (of: (name: string) => unknown): object =>
    new Proxy({}, { get: (_, name) => (typeof name === 'string' && name !== 'then' ? of(name) : undefined) });
  const groups = new Map<string, object>();
  const group = (name: string): object => {
    const made = groups.get(name) ?? named((call) => (arg: unknown) => carry(name, call, arg));
    groups.set(name, made);
    return made;
  };
  return named(group) as Groups;
}
