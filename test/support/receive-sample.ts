import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseRegister } from '../../src/core/agencies/parse-register';
import type { Figure } from '../../src/core/model/figure';
import type { Finding } from '../../src/core/model/finding';
import type { ReceivedFile } from '../../src/core/model/submission';
import { templates } from '../../src/core/templates/registry';
import { readPeriod } from '../../src/core/text/period';
import { toFindings } from '../../src/core/validate/to-findings';
import { receiveFile } from '../../src/app/receive/receive-file';
import { createReader } from '../../src/files/readers/read-workbook';

const SAMPLE = path.join(__dirname, '../../samples/khanh-hoa-2020');
const register = parseRegister(JSON.parse(readFileSync(path.join(SAMPLE, 'agencies.json'), 'utf8')));
if (!register.ok) throw new Error(register.message);
const options = { templates: templates(), register: register.register, period: readPeriod('2020') };
const hasher = { sha256: (): Promise<string> => Promise.resolve('') };

/** A file as the product receives it among those of the sample province. */
export const receive = (file: string, bytes: Uint8Array): Promise<ReceivedFile> =>
  receiveFile({ file, bytes }, { reader: createReader(), hasher }, options);

/** A file of the sample as it was sent. */
export const received = (name: string): Promise<ReceivedFile> =>
  receive(name, new Uint8Array(readFileSync(path.join(SAMPLE, 'received', name))));

/** Figures by "phu-luc-2 10 total". */
export function figuresOf(file: ReceivedFile): Map<string, Figure> {
  return new Map(
    file.appendices.flatMap((a) => a.cells.map((c) => [`${a.template} ${c.row} ${c.column}`, c.figure] as const)),
  );
}

/** Figures of `file` that are not those of `base`, as "phu-luc-2 10 total": value. */
export function differences(file: ReceivedFile, base: ReceivedFile): Record<string, unknown> {
  const own = figuresOf(file);
  const other = figuresOf(base);
  const keys = [...new Set([...own.keys(), ...other.keys()])];
  const brief = (f: Figure | undefined): unknown => (f?.kind === 'number' ? f.value : (f?.kind ?? null));
  return Object.fromEntries(
    keys.filter((k) => JSON.stringify(own.get(k)) !== JSON.stringify(other.get(k))).map((k) => [k, brief(own.get(k))]),
  );
}

/** What is said of the reading of a file. */
export const findingsOf = (file: ReceivedFile): Finding[] =>
  toFindings(file.issues.concat(file.appendices.flatMap((a) => a.issues)), [
    { name: 'Đơn vị', appendices: file.appendices },
  ]);
