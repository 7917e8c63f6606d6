import { strFromU8, strToU8 } from 'fflate';
import { Rng } from '../mess/rng';
import { mutateBytes } from './mutators/bytes';
import { mutateContainer } from './mutators/container';
import { mutateMarkup } from './mutators/markup';
import { mutatePlainText } from './mutators/plain-text';
import { mutateXls } from './mutators/records';
import { seedsOf, type FuzzFormat } from './seeds';

const seeds = new Map<FuzzFormat, Uint8Array[]>();

/** The `index`-th changed file of a format and seed: the same on every machine. */
export function mutated(format: FuzzFormat, seed: number, index: number): Uint8Array {
  const list = seeds.get(format) ?? seedsOf(format);
  seeds.set(format, list);
  const rng = new Rng(seed * 1_000_003 + index);
  const bytes = rng.pick(list);
  if (rng.chance(0.1)) return mutateBytes(bytes, rng, rng.pick(list));
  switch (format) {
    case 'xls':
    case 'encrypted':
      return mutateXls(bytes, rng);
    case 'csv':
      return mutatePlainText(bytes, rng);
    case 'html':
    case 'xml':
      return strToU8(mutateMarkup(strFromU8(bytes), rng));
    default:
      return mutateContainer(bytes, rng);
  }
}
