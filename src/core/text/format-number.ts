/** A figure as written in Vietnamese documents: 1234 is "1.234", 12.5 is "12,5". At most 6 decimals. */
export function formatCount(n: number): string {
  if (!Number.isFinite(n)) throw new RangeError(`cannot write ${n}`);
  const [whole = '0', decimals = ''] = plain(Math.abs(n)).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, '.');
  const text = decimals ? `${grouped},${decimals}` : grouped;
  return n < 0 && text !== '0' ? `-${text}` : text;
}

/** A fraction as a percentage, at most two decimals: 0.958 is "95,8%", 1 is "100%". */
export function formatPercent(fraction: number): string {
  if (!Number.isFinite(fraction)) throw new RangeError(`cannot write ${fraction}`);
  return `${formatCount(Math.round(Number((fraction * 1e4).toPrecision(15))) / 100)}%`;
}

/** An ISO day as written in Vietnamese documents: "2020-01-30" is "30/01/2020". Anything else comes back as it is. */
export function formatDate(iso: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  return parts ? `${parts[3]}/${parts[2]}/${parts[1]}` : iso;
}

/** Digits without exponent and without trailing zeros; n is finite and not negative. */
function plain(n: number): string {
  if (Number.isInteger(n)) return BigInt(n).toString();
  const fixed = n < 1e15 ? n.toFixed(6) : Math.round(n).toString();
  return fixed.includes('.') ? fixed.replace(/\.?0+$/, '') : fixed;
}
