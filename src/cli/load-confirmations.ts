import { readFile } from 'node:fs/promises';
import { parseConfirmations, type Confirmations } from '../core/agencies/confirmations';
import { fileReason } from './file-trouble';
import { wrong, type Failure } from './table/outcome';

/** The confirmed senders in a file; null where none was named, or where it may be new and is not there yet. */
export async function loadConfirmations(
  from: string | null,
  mayBeNew = false,
): Promise<{ ok: true; confirmations: Confirmations | null } | Failure> {
  if (from === null) return { ok: true, confirmations: null };
  let json: unknown;
  try {
    json = JSON.parse(await readFile(from, 'utf8'));
  } catch (error) {
    if (mayBeNew && (error as NodeJS.ErrnoException).code === 'ENOENT') return { ok: true, confirmations: null };
    return wrong(`Không đọc được tệp xác nhận đơn vị ${from}: ${fileReason(error) ?? 'không phải là JSON đọc được'}.`);
  }
  const parsed = parseConfirmations(json);
  return parsed.ok ? { ok: true, confirmations: parsed.confirmations } : wrong(`${from}: ${parsed.message}`);
}
