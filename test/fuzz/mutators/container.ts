import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Rng } from '../../mess/rng';
import { mutateBytes } from './bytes';
import { mutateMarkup } from './markup';
import { mutateBinaryPart } from './records';

const MAIN =
  /sheet\d+\.|sharedStrings|styles|workbook\.|comments|content\.xml|document\.xml|numbering|\.rels$|Content_Types/i;

/** A zip container with changes inside its parts, among its parts, or in its own bytes. */
export function mutateContainer(bytes: Uint8Array, rng: Rng): Uint8Array {
  if (rng.chance(0.12)) return mutateBytes(bytes, rng);
  const parts = new Map<string, Uint8Array>(Object.entries(unzipSync(bytes)));
  const names = [...parts.keys()];
  const main = names.filter((n) => MAIN.test(n));
  for (let n = rng.chance(0.8) ? 1 : 2; n > 0; n--) {
    const name = rng.pick(main.length > 0 && rng.chance(0.85) ? main : names);
    const part = parts.get(name);
    if (!part) continue;
    const kind = rng.int(0, 19);
    if (kind === 0) parts.delete(name);
    else if (kind === 1) parts.set(rng.pick(names), part);
    else if (kind === 2)
      parts.set(rng.pick([`${name}/x`, name.toUpperCase(), `../${name}`, 'constructor', `/${name}`]), part);
    else if (kind === 3) parts.set(name, mutateBytes(part, rng));
    else if (/\.bin$/.test(name)) parts.set(name, mutateBinaryPart(part, rng));
    else if (/\.(xml|rels|vml)$/.test(name)) parts.set(name, strToU8(mutateMarkup(strFromU8(part), rng)));
    else parts.set(name, mutateBytes(part, rng));
  }
  return zipSync(Object.fromEntries(parts), { level: 1 });
}
