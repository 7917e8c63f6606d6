import { readFile } from 'node:fs/promises';
import { CASE_ATTACHMENT, type CaseState } from '../core/model/case';
import { parseCase } from '../app/case/parse-case';
import type { RunDeps } from './run-request';
import { fileReason } from './file-trouble';
import { wrong, type Failure } from './table/outcome';

/**
 * The case in a file: saved on its own (.json) or kept inside a result workbook (.xlsx); `text` is what was read, by
 * which a change in between is seen before it is written.
 */
export async function loadCase(
  from: string,
  { attachment }: Pick<RunDeps, 'attachment'>,
): Promise<{ ok: true; state: CaseState; text: string } | Failure> {
  let bytes: Buffer;
  try {
    bytes = await readFile(from);
  } catch (error) {
    return wrong(`Không đọc được hồ sơ ${from}: ${fileReason(error) ?? 'không phải là JSON đọc được'}.`);
  }
  const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const text = zipped ? attachment(new Uint8Array(bytes), CASE_ATTACHMENT) : bytes.toString('utf8');
  if (text === null) return wrong(`${from}: không phải là kết quả do chương trình ghi, hoặc hồ sơ trong tệp đã mất.`);
  const parsed = parseCase(text);
  return parsed.ok ? { ok: true, state: parsed.state, text } : wrong(`${from}: ${parsed.message}`);
}
