/** Today as an ISO day where the person sits. */
export function localDay(now = new Date()): string {
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
}

/** An ISO day or time as people write it: "16/12/2020". */
export function shownDay(iso: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(iso)) return iso.split('-').reverse().join('/');
  return localDay(new Date(iso)).split('-').reverse().join('/');
}
