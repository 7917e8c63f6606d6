import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseRegister } from '../../src/core/agencies/parse-register';
import type { Register } from '../../src/core/agencies/register-schema';
import type { ReceivedFile } from '../../src/core/model/submission';
import { templates } from '../../src/core/templates/registry';
import { readPeriod } from '../../src/core/text/period';
import { receiveFile } from '../../src/app/receive/receive-file';
import type { RunOptions } from '../../src/app/consolidate/run-options';
import { createReader } from '../../src/files/readers/read-workbook';
import { webHasher } from '../../src/files/hash/web-hasher';

const SAMPLE = path.join(__dirname, '../../samples/khanh-hoa-2020');

export function sampleRegister(): Register {
  const parsed = parseRegister(JSON.parse(readFileSync(path.join(SAMPLE, 'agencies.json'), 'utf8')));
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.register;
}

/** The sample province as received, read once per test file. */
export async function receivedSample(
  only?: (file: string) => boolean,
): Promise<{ files: ReceivedFile[]; options: RunOptions }> {
  const options: RunOptions = { templates: templates(), register: sampleRegister(), period: readPeriod('2020') };
  const folder = path.join(SAMPLE, 'received');
  const files: ReceivedFile[] = [];
  for (const file of readdirSync(folder).sort()) {
    if (only && !only(file)) continue;
    files.push(
      await receiveFile(
        { file, bytes: new Uint8Array(readFileSync(path.join(folder, file))) },
        { reader: createReader(), hasher: webHasher },
        options,
      ),
    );
  }
  return { files, options };
}
