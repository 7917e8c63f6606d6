/** Placeholder until the body lands. */
export function symbolOf(reference: string): string | null { return reference === '' ? null : null; }
