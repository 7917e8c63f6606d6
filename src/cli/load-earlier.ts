import { readFile } from 'node:fs/promises';
import { readEarlier, type EarlierResult } from '../app/compare/earlier';
import { CASE_ATTACHMENT } from '../core/model/case';
import { fileReason } from './file-trouble';
import type { RunDeps } from './run-request';
import { wrong, type Failure } from './table/outcome';

/** A report, a saved case, or a result workbook that holds one. */
export async function loadEarlier(
  from: string,
  { attachment }: Pick<RunDeps, 'attachment'>,
): Promise<{ ok: true; earlier: EarlierResult } | Failure> {
  let bytes: Buffer;
  try {
    bytes = await readFile(from);
  } catch (error) {
    return wrong(`Không đọc được kết quả kỳ trước ${from}: ${fileReason(error) ?? 'lỗi khi đọc'}.`);
  }
  const text = bytes[0] === 0x50 ? attachment(new Uint8Array(bytes), CASE_ATTACHMENT) : bytes.toString('utf8');
  if (text === null) return wrong(`${from}: trong tệp không có hồ sơ tổng hợp.`);
  const read = readEarlier(text);
  return read.ok ? { ok: true, earlier: read.earlier } : wrong(`${from}: ${read.message}`);
}
