import { strFromU8, strToU8 } from 'fflate';
import type { Rng } from '../../mess/rng';
import { mutateBytes } from './bytes';

const PIECES = [
  '"',
  '""',
  '\n',
  '\r',
  '\t',
  ';',
  ',',
  '\u0000',
  '\uFEFF',
  '__proto__',
  '=1+1',
  '1.234',
  '1,5',
  '99999999999999999999',
  '1e999',
  'Tổng số',
  'Phụ lục 2',
  'ộ',
  '|',
];

/**
 * Text of a table by lines: moved, doubled, joined, with marks put in, or its bytes changed, or in another encoding.
 */
export function mutatePlainText(bytes: Uint8Array, rng: Rng): Uint8Array {
  if (rng.chance(0.25)) return mutateBytes(bytes, rng);
  const lines = strFromU8(bytes).split('\n');
  for (let n = rng.int(1, 5); n > 0; n--) {
    const at = rng.int(0, lines.length - 1);
    const line = lines[at] ?? '';
    switch (rng.int(0, 5)) {
      case 0:
        lines.splice(at, 1);
        break;
      case 1:
        lines.splice(at, 0, ...new Array<string>(rng.pick([1, 20, 3_000])).fill(line));
        break;
      case 2:
        lines.splice(rng.int(0, lines.length), 0, ...lines.splice(at, 1));
        break;
      case 3: {
        const cut = rng.int(0, line.length);
        lines[at] = line.slice(0, cut) + rng.pick(PIECES) + line.slice(cut);
        break;
      }
      case 4:
        lines[at] = line.repeat(rng.pick([2, 100]));
        break;
      default:
        lines[at] = line.replace(/[,;\t]/g, rng.pick([',', ';', '\t', ' ', '"']));
    }
  }
  const text = lines.join('\n');
  if (rng.chance(0.1)) return new Uint8Array(Uint16Array.from(`\uFEFF${text}`, (c) => c.charCodeAt(0)).buffer);
  return rng.chance(0.1) ? Uint8Array.from(text, (c) => c.charCodeAt(0) & 255) : strToU8(text);
}
