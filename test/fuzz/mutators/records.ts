import { openCompoundFile } from '../../../src/files/ole/compound-file';
import type { Rng } from '../../mess/rng';
import { makeOle } from '../../files/make-ole';
import { joined, mutateBytes } from './bytes';

/** A run of records, each with its head; `headLength` bytes of it are type and length. */
export function mutateRecords(records: Uint8Array[], headLength: (record: Uint8Array) => number, rng: Rng): Uint8Array {
  const list = [...records];
  for (let n = rng.chance(0.6) ? 1 : rng.int(2, 4); n > 0 && list.length > 0; n--) {
    const at = rng.int(0, list.length - 1);
    const record = list[at]!;
    switch (rng.int(0, 6)) {
      case 0:
        list.splice(at, 1);
        break;
      case 1:
        list.splice(at, 0, record);
        break;
      case 2:
        list.splice(rng.int(0, list.length - 1), 0, ...list.splice(at, 1));
        break;
      case 3:
        list.splice(at, 0, ...new Array<Uint8Array>(rng.pick([10, 500])).fill(record));
        break;
      case 4:
        list[at] = mutateBytes(record, rng);
        break;
      default: {
        const head = headLength(record);
        list[at] = joined(
          record.subarray(0, head),
          sameLength(mutateBytes(record.subarray(head), rng), record.length - head),
        );
      }
    }
  }
  return joined(...list);
}

const sameLength = (bytes: Uint8Array, length: number): Uint8Array =>
  joined(bytes, new Uint8Array(length)).subarray(0, length);

/** An old workbook with changes in its records, in its container, or in its bytes. */
export function mutateXls(bytes: Uint8Array, rng: Rng): Uint8Array {
  // Excel 2 to 4 write the stream without a container.
  const bare = bytes[0] === 0x09;
  if (!bare && rng.chance(0.2)) return mutateContainer(bytes, rng);
  const file = bare ? null : openCompoundFile(bytes);
  const stream = file ? (file.stream('Workbook') ?? file.stream('Book')) : bytes;
  if (!stream) return rng.chance(0.5) ? mutateContainer(bytes, rng) : mutateBytes(bytes, rng);
  const records: Uint8Array[] = [];
  for (let at = 0; at + 4 <= stream.length;) {
    const end = Math.min(stream.length, at + 4 + (stream[at + 2]! | (stream[at + 3]! << 8)));
    records.push(stream.subarray(at, end));
    at = end;
  }
  const changed = mutateRecords(records, () => 4, rng);
  return bare ? changed : makeOle({ [file!.stream('Workbook') ? 'Workbook' : 'Book']: changed });
}

const SECTOR = 512;

/** Numbers of the container's header, tables and directory, and the bytes behind them. */
function mutateContainer(bytes: Uint8Array, rng: Rng): Uint8Array {
  const out = bytes.slice();
  const view = new DataView(out.buffer);
  const sectors = Math.floor(out.length / SECTOR);
  const value = (): number =>
    rng.pick([0, 1, rng.int(0, sectors), rng.int(0, sectors), 0xfffffffe, 0xffffffff, 0x7fffffff]);
  for (let n = rng.int(1, 5); n > 0; n--) {
    const from = rng.pick([24, 76, SECTOR * (1 + rng.int(0, Math.max(0, sectors - 2)))]);
    const at = Math.min(out.length - 4, from + 4 * rng.int(0, from < SECTOR ? 20 : 127));
    view.setUint32(at, value(), true);
  }
  return rng.chance(0.3) ? mutateBytes(out, rng) : out;
}

/** Records of a binary workbook part: type and length take one or more bytes of seven bits each (MS-XLSB 2.1.4). */
export function mutateBinaryPart(part: Uint8Array, rng: Rng): Uint8Array {
  const records: Uint8Array[] = [];
  for (let at = 0; at < part.length;) {
    const head = headOf(part.subarray(at));
    const end = Math.min(part.length, at + head.size + head.length);
    records.push(part.subarray(at, Math.max(end, at + 1)));
    at = Math.max(end, at + 1);
  }
  return mutateRecords(records, (r) => headOf(r).size, rng);
}

function headOf(bytes: Uint8Array): { size: number; length: number } {
  let at = (bytes[0] ?? 0) & 0x80 ? 2 : 1;
  let length = 0;
  for (let shift = 0; shift < 28; shift += 7) {
    const b = bytes[at++] ?? 0;
    length |= (b & 0x7f) << shift;
    if (!(b & 0x80)) break;
  }
  return { size: at, length };
}
