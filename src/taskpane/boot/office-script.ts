/** A slow line gets this long to bring office.js; the page works meanwhile. */
const PATIENCE_MS = 6_000;

/**
 * Whether office.js came: 'unwanted' on pages that do not ask for it, 'missing' where it cannot be reached.
 * Never rejects and never holds the page up.
 */
export function officeScript(patience = PATIENCE_MS): Promise<'there' | 'missing' | 'unwanted'> {
  const script = document.getElementById('office-js');
  if (!script) return Promise.resolve('unwanted');
  if ('Office' in globalThis) return Promise.resolve('there');
  return new Promise((resolve) => {
    const end = (): void => resolve('Office' in globalThis ? 'there' : 'missing');
    script.addEventListener('load', end);
    script.addEventListener('error', end);
    // An error before this line was reached is not told again; the page's own load event comes after it.
    if (document.readyState === 'complete') end();
    else globalThis.addEventListener('load', end);
    setTimeout(end, patience);
  });
}
