import type { CellPlan } from '../../core/model/output-plan';

/** A sheet's name as it stands before "!" in a reference: "'Phụ lục 2'". */
export function quoted(name: string): string {
  return `'${name.replace(/'/g, "''")}'`;
}

/** Excel opens at most 65,530 hyperlinks of a sheet. */
export const LINK_LIMIT = 65_530;
/** Longest address in a hyperlink that Excel takes. */
const LONGEST = 2_079;

/**
 * Where a cell leads, in Excel's words; null where no safe address can be made. `names` maps sheet names of the plan to
 * those written. Parts of a file's path are percent-encoded, so that none can act as "javascript:" or as a network
 * path.
 */
export function linkTarget(
  link: NonNullable<CellPlan['link']>,
  names: ReadonlyMap<string, string>,
): Excel.RangeHyperlink | null {
  if (!('file' in link)) return { documentReference: `${quoted(names.get(link.sheet) ?? link.sheet)}!${link.cell}` };
  const parts = link.file
    .replace(/^\/+/, '')
    .split('/')
    .map((part) => part.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, ''));
  const path = parts.map((part) => encodeURIComponent(part).replace(/'/g, '%27')).join('/');
  const place = link.sheet ? `#${quoted(link.sheet)}!${link.cell ?? 'A1'}` : '';
  const address = path + place;
  return path === '' || address.length > LONGEST ? null : { address };
}
