/** Longest sheet name in Excel. */
const LONGEST = 31;

/**
 * Names that Excel accepts, in the same order: no \ / ? * [ ] : or control characters, no apostrophe at either end, at
 * most 31 characters, not "History", no two alike whatever their capitals. A good name stays as it is.
 */
export function safeSheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const base = clean(name);
    let next = base;
    for (let n = 2; taken.has(next.toLowerCase()); n++)
      next = `${base.slice(0, LONGEST - String(n).length - 3)} (${n})`;
    taken.add(next.toLowerCase());
    return next;
  });
}

function clean(name: string): string {
  const text = name
    .replace(/[\\/?*[\]:\u0000-\u001f\u007f\ufffe\uffff\ud800-\udfff]/g, ' ')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, ' ')
    .trim()
    .slice(0, LONGEST)
    .replace(/^'+|'+$/g, '')
    .trim();
  if (text === '') return 'Bảng';
  return text.toLowerCase() === 'history' ? `${text}_` : text;
}

/** A sheet name as it stands before "!" in a reference: "'Phụ lục 2'". */
export function quoted(name: string): string {
  return `'${name.replace(/'/g, "''")}'`;
}
