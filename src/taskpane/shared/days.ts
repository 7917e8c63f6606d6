/** Today as an ISO day where the person sits. */
export function localDay(now = new Date()): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** An ISO day or time as people write it: "16/12/2020". */
export function shownDay(iso: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(iso)) return iso.split('-').reverse().join('/');
  return localDay(new Date(iso)).split('-').reverse().join('/');
}
