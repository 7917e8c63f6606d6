import { edits } from '../text/edit-distance';
import { leastEdits, letterMask } from './letter-mask';
import { placeOfName } from './level-of-name';
import type { RegisterAgency } from './register-schema';
import { stripMarks } from '../text/strip-marks';

/**
 * Two agencies that a clerk's spelling may mix up. same: the place of one is that of the other ("thị xã" and "phường
 * Ninh Hòa"); marks: alike without marks; letters: one letter apart.
 */
export interface CloseNames {
  a: RegisterAgency;
  b: RegisterAgency;
  how: 'same' | 'marks' | 'letters';
}

/** Shorter places are one letter apart by nature: "Cam An", "Cam Am". */
const LEAST = 5;

/** Pairs of places of a register that exist on a common day and have close names: "xã Hòa Trí" and "xã Hòa Tri". */
export function closeNames(agencies: readonly RegisterAgency[]): CloseNames[] {
  const places = agencies.flatMap((agency) => {
    const place = placeOfName(agency.name)?.place;
    if (!place) return [];
    const key = stripMarks(place).replace(/[^a-z0-9]/g, '');
    return [{ agency, marked: place.toLocaleLowerCase('vi'), key, mask: letterMask(key) }];
  });
  const found: CloseNames[] = [];
  places.forEach((b, i) => {
    for (const a of places.slice(0, i)) {
      if ((a.agency.from ?? '') > (b.agency.to ?? '9999') || (b.agency.from ?? '') > (a.agency.to ?? '9999')) continue;
      if (a.key === b.key) found.push({ a: a.agency, b: b.agency, how: a.marked === b.marked ? 'same' : 'marks' });
      else if (
        Math.min(a.key.length, b.key.length) >= LEAST &&
        leastEdits(a.mask, b.mask) <= 1 &&
        edits(a.key, b.key, 1) <= 1
      )
        found.push({ a: a.agency, b: b.agency, how: 'letters' });
    }
  });
  return found;
}
